#!/usr/bin/env bash
# How long a start takes: `--help`, and a cold backtest of a year of minutes with its report; wall and CPU time.
source "$(dirname "$0")/common.bash"
readonly RUNS=10 MINUTES=525600
mkdir -p "$PROOFS"
compile_benchmarks
benchmark Machine
csv=$PROOFS/year.csv
[ -s "$csv" ] || benchmark SyntheticCsv "$csv" $MINUTES

help() { "$FULMAR_ROOT/fulmar" --help; }

# A strategy that a user wrote: it is compiled on the way.
backtest() {
  "$FULMAR_ROOT/fulmar" backtest "$FULMAR_ROOT/examples/SmaCross.java" --csv "$csv" --symbol BTC/USDT:USDT --timeframe 1m \
    --param fast=20 --param slow=100 --fee-bps 2.5 --out "$PROOFS/out-startup" --json
}

print() { printf '%-34s best of %d: %5.0f ms wall, %5.0f ms CPU (goal %s)\n' "$1" $RUNS "$(calc %f "$wall*1000")" "$(calc %f "$cpu*1000")" "$2"; }

best_of $RUNS help
print "fulmar --help" "under 300 ms wall"
best_of $RUNS backtest
print "fulmar backtest, a year, report" "under 2000 ms wall"
