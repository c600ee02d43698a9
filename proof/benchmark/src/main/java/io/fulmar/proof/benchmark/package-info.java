/**
 * How fast the desk is, measured beside others on the same data in the same run; the scripts in {@code proof/benchmark} start these
 * programs and what they are compared with. May know every room; nobody knows this one. Figures stand in {@code docs/performance.md}.
 * Start with {@link io.fulmar.proof.benchmark.EngineBenchmark}.
 */
@NullMarked
package io.fulmar.proof.benchmark;

import org.jspecify.annotations.NullMarked;
