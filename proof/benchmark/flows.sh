#!/usr/bin/env bash
# Four strategy classes on trades, quotes and books in one JVM beside each alone in its own: events a second.
source "$(dirname "$0")/common.bash"
compile_benchmarks
benchmark FlowCopiesBenchmark "$@"
