package io.fulmar.research.backtest;

import java.util.Map;

/** Every engine that must agree with the hand tables and with the twin, by name. */
final class Engines {
    static final Map<String, Engine> ALL = Map.of("slow twin", SlowTwin.ENGINE, "desk", new DeskEngine());

    /** Those that must agree on positions that grow. */
    static final Map<String, Engine> GROWING = Map.of(
            "slow twin",
            GrowingTwin.ENGINE,
            "desk, in code",
            new DeskEngine(false),
            "desk, as a plan",
            new DeskEngine(true));

    private Engines() {}

    /** Those that know such rules. */
    static Map<String, Engine> of(Engine.Rules rules) {
        return rules instanceof Engine.Rules.Growing ? GROWING : ALL;
    }
}
