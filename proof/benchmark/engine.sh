#!/usr/bin/env bash
# One SMA cross over a year of minutes through the full desk, beside ta4j in the same JVM: equal fills, then both rates.
source "$(dirname "$0")/common.bash"
source "$BENCHMARKS/ta4j.bash"

if fetch_ta4j; then
  compile_benchmarks "$PEERS/ta4j/*" "$BENCHMARKS/ta4j"
  benchmark Ta4jEngine "$TA4J"
else
  echo "SKIPPED: ta4j $TA4J cannot be fetched from Maven Central here (see $PEERS/ta4j/log); Fulmar alone:"
  compile_benchmarks
  benchmark EngineBenchmark
fi
