package io.fulmar.strategy;

/** What a strategy finds while it is being constructed: its seat and its parameters. */
record Setting(Seat seat, Record parameters) {
    static final ScopedValue<Setting> CURRENT = ScopedValue.newInstance();

    static Setting current(Class<?> strategy) {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException(strategy.getSimpleName()
                    + " takes its seat at a desk: hand the class to Strategies.seated, never call its constructor");
        }
        return CURRENT.get();
    }
}
