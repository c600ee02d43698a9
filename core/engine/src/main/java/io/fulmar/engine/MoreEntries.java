package io.fulmar.engine;

import java.util.Arrays;

/** Entries that wait beside the first: adds and rungs, and what each has taken of the account's capital. */
final class MoreEntries {
    private long[] ids = {};
    private long[] costs = {};
    private long[] fees = {};
    private int size;

    int size() {
        return size;
    }

    /** Of which as many count as there are. */
    long[] ids() {
        return ids;
    }

    long id(int index) {
        return ids[index];
    }

    void add(long id, long cost, long fee) {
        if (size == ids.length) {
            int room = size + 8;
            ids = Arrays.copyOf(ids, room);
            costs = Arrays.copyOf(costs, room);
            fees = Arrays.copyOf(fees, room);
        }
        ids[size] = id;
        costs[size] = cost;
        fees[size] = fee;
        size++;
    }

    /** Says whether it was one of them. */
    boolean remove(long id) {
        for (int i = 0; i < size; i++) {
            if (ids[i] == id) {
                int after = size - i - 1;
                System.arraycopy(ids, i + 1, ids, i, after);
                System.arraycopy(costs, i + 1, costs, i, after);
                System.arraycopy(fees, i + 1, fees, i, after);
                size--;
                return true;
            }
        }
        return false;
    }

    long cost() {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum = Math.addExact(sum, costs[i]);
        }
        return sum;
    }

    long fee() {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum = Math.addExact(sum, fees[i]);
        }
        return sum;
    }
}
