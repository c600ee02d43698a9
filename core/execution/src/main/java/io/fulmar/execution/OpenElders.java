package io.fulmar.execution;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Open orders that many newer ones have followed, such as a stop that has rested for months. By rising id; few. */
final class OpenElders {
    private OrderState[] states = {};

    void add(OrderState state) {
        int at = -place(state.id()) - 1;
        var more = Arrays.copyOf(states, states.length + 1);
        System.arraycopy(states, at, more, at + 1, states.length - at);
        more[at] = state;
        states = more;
    }

    /** Takes an elder's new state; one that ended is forgotten. */
    void replace(OrderState state) {
        int at = place(state.id());
        if (!state.life().terminal()) {
            states[at] = state;
            return;
        }
        var fewer = Arrays.copyOf(states, states.length - 1);
        System.arraycopy(states, at + 1, fewer, at, fewer.length - at);
        states = fewer;
    }

    @Nullable
    OrderState find(long id) {
        int at = place(id);
        return at < 0 ? null : states[at];
    }

    private int place(long id) {
        int low = 0;
        int high = states.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = states[middle].id();
            if (there == id) {
                return middle;
            }
            if (there < id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -(low + 1);
    }
}
