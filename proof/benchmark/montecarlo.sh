#!/usr/bin/env bash
# What a Monte Carlo of 1,000 paths costs a candidate, at 200, 769 and 2,157 trades.
source "$(dirname "$0")/common.bash"
compile_benchmarks
benchmark ScoreBenchmark
