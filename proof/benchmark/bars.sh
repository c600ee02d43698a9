#!/usr/bin/env bash
# Trades to bars of four timeframes and to bricks, beside a plain loop over the same columns.
source "$(dirname "$0")/common.bash"
compile_benchmarks
benchmark BarsBenchmark
