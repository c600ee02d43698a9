package io.fulmar.research.backtest;

import java.util.Map;

/** Every engine that must agree with the hand tables and with the twin, by name. */
final class Engines {
    static final Map<String, Engine> ALL = Map.of("slow twin", SlowTwin.ENGINE, "desk", new DeskEngine());

    private Engines() {}
}
