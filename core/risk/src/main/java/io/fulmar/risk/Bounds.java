package io.fulmar.risk;

import java.util.EnumMap;
import java.util.Map;

/** Limits in the form that is read for each order: every control has an entry. */
final class Bounds {
    static final Bounds NONE = new Bounds(Map.of());

    private final EnumMap<Control, Bound> bounds = new EnumMap<>(Control.class);

    Bounds(Map<Control, Bound> on) {
        for (var control : Control.values()) {
            bounds.put(control, on.getOrDefault(control, Bound.OFF));
        }
    }

    private Bound bound(Control control) {
        return bounds.getOrDefault(control, Bound.OFF);
    }

    boolean on(Control control) {
        return bound(control).on();
    }

    long limit(Control control) {
        return bound(control).limit();
    }

    long span(Control control) {
        return bound(control).span();
    }

    /** Is this amount beyond the limit of a control that is on? */
    boolean exceeded(Control control, long amount) {
        return on(control) && amount > limit(control);
    }
}
