package io.fulmar.engine;

import java.util.LinkedHashSet;

/** The keys of commands that have been carried out, the latest of them: what is delivered again acts once. */
final class CommandKeys {
    static final int REMEMBERED = 10_000;

    private final LinkedHashSet<String> keys = new LinkedHashSet<>();

    boolean contains(String key) {
        return keys.contains(key);
    }

    void add(String key) {
        keys.add(key);
        if (keys.size() > REMEMBERED) {
            keys.removeFirst();
        }
    }

    /** Empty when there are none, so that the hash of a ledger without commands stays what it was. */
    @Override
    public String toString() {
        return keys.isEmpty() ? "" : "\ncommands " + keys;
    }
}
