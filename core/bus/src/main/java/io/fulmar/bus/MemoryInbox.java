package io.fulmar.bus;

import java.util.ArrayDeque;
import java.util.function.Consumer;

/** An inbox for a desk that its caller runs: sender and desk are the same thread. */
public final class MemoryInbox implements Inbox {
    private final int capacity;
    private final ArrayDeque<Arrival> waiting = new ArrayDeque<>();

    public MemoryInbox(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("an inbox for " + capacity + " arrivals: it must hold at least one");
        }
        this.capacity = capacity;
    }

    @Override
    public boolean offer(Arrival arrival) {
        return waiting.size() < capacity && waiting.add(arrival);
    }

    @Override
    public int drain(Consumer<Arrival> desk, int limit) {
        int taken = 0;
        while (taken < limit && !waiting.isEmpty()) {
            desk.accept(waiting.remove());
            taken++;
        }
        return taken;
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
