package io.fulmar.strategy;

import java.util.SortedMap;
import java.util.TreeMap;

/** What a strategy remembers across a restart: a few named words and numbers. */
public final class Memory {
    private static final int ENTRIES_MAX = 10_000;

    private final SortedMap<String, String> entries;

    public Memory() {
        this(new TreeMap<>());
    }

    public Memory(SortedMap<String, String> entries) {
        this.entries = new TreeMap<>(entries);
    }

    public void put(String name, String word) {
        if (entries.size() >= ENTRIES_MAX && !entries.containsKey(name)) {
            throw new IllegalStateException(
                    "a strategy remembers at most " + ENTRIES_MAX + " things; '" + name + "' is one too many");
        }
        entries.put(name, word);
    }

    public void put(String name, long number) {
        put(name, Long.toString(number));
    }

    public void put(String name, double number) {
        put(name, Double.toString(number));
    }

    public void put(String name, boolean flag) {
        put(name, Boolean.toString(flag));
    }

    public String word(String name, String otherwise) {
        return entries.getOrDefault(name, otherwise);
    }

    public long number(String name, long otherwise) {
        String word = entries.get(name);
        return word == null ? otherwise : Long.parseLong(word);
    }

    public double decimal(String name, double otherwise) {
        String word = entries.get(name);
        return word == null ? otherwise : Double.parseDouble(word);
    }

    public boolean flag(String name, boolean otherwise) {
        String word = entries.get(name);
        return word == null ? otherwise : Boolean.parseBoolean(word);
    }

    /** All of it, sorted by name. */
    public SortedMap<String, String> entries() {
        return new TreeMap<>(entries);
    }
}
