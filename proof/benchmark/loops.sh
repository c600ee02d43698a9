#!/usr/bin/env bash
# Four strategy classes in one JVM beside each alone in its own, and the memory that a run allocates.
source "$(dirname "$0")/common.bash"
compile_benchmarks
benchmark LoopCopiesBenchmark "$@"
