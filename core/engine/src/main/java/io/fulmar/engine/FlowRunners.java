package io.fulmar.engine;

/** Copies of the loop over flows, one a strategy class. */
final class FlowRunners {
    private static final ClassValue<FlowRunner> COPIES = new ClassValue<>() {
        @Override
        protected FlowRunner computeValue(Class<?> strategy) {
            return Runners.copyOf(FlowLoop.class);
        }
    };

    private FlowRunners() {}

    static FlowRunner of(Class<?> strategy) {
        return COPIES.get(strategy);
    }
}
