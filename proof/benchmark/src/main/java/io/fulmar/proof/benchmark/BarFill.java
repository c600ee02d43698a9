package io.fulmar.proof.benchmark;

import io.fulmar.domain.Side;

/** A fill as two engines can compare it. */
record BarFill(int bar, Side side, long ticks) {}
