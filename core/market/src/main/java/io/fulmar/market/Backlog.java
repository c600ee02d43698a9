package io.fulmar.market;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What waits for somebody who is busy. Of market data the latest of a kind and instrument is enough: it takes the place of the one that
 * waits, which is counted. What concerns orders waits in its own line, comes first and is never dropped: a full line is said to whoever
 * brings more, who must stop.
 *
 * @param <K> what market data is the latest of, such as an instrument's quotes
 * @param <E> what waits
 */
public final class Backlog<K, E> {
    private final int ordersMax;
    private final int marketsMax;
    private final ArrayDeque<E> orders = new ArrayDeque<>();
    private final Map<K, E> markets = new LinkedHashMap<>();
    private long conflated;

    /** Room for so much about orders, and for so many kinds of market data. */
    public Backlog(int ordersMax, int marketsMax) {
        this.ordersMax = ordersMax;
        this.marketsMax = marketsMax;
    }

    /** False when the line is full and nothing was taken. */
    public boolean order(E event) {
        return orders.size() < ordersMax && orders.offer(event);
    }

    /** The latest wins, in the place of the one that waits. False when there is no room for another key, and nothing was taken. */
    public boolean market(K key, E event) {
        if (!markets.containsKey(key) && markets.size() == marketsMax) {
            return false;
        }
        if (markets.put(key, event) != null) {
            conflated++;
        }
        return true;
    }

    /** What is next: about orders, else the market data that has waited longest. */
    public Optional<E> next() {
        if (!orders.isEmpty()) {
            return Optional.of(orders.remove());
        }
        Iterator<E> oldest = markets.values().iterator();
        if (!oldest.hasNext()) {
            return Optional.empty();
        }
        E event = oldest.next();
        oldest.remove();
        return Optional.of(event);
    }

    /** How many were replaced before anyone saw them. */
    public long conflated() {
        return conflated;
    }

    public int size() {
        return orders.size() + markets.size();
    }
}
