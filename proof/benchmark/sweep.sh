#!/usr/bin/env bash
# A million combinations on a year of minutes: tier S beside its limit, tier C, and both beside ta4j, numpy and vectorbt (a sample of tiles; all: every one; code: tier C alone).
source "$(dirname "$0")/common.bash"
source "$BENCHMARKS/ta4j.bash"
readonly VECTORBT="vectorbt[rust]==1.2.*"
java_flags_more="--add-modules jdk.incubator.vector"

if [ "${1:-}" = code ]; then
  compile_benchmarks
  benchmark SweepBenchmark code 2> >(grep -v 'incubator modules' >&2)
  exit
fi
if fetch_ta4j; then
  compile_benchmarks "$PEERS/ta4j/*" "$BENCHMARKS/ta4j"
  main=Ta4jSweep peer=$TA4J
else
  echo "SKIPPED: ta4j $TA4J cannot be fetched from Maven Central here (see $PEERS/ta4j/log)"
  compile_benchmarks
  main=SweepBenchmark peer=''
fi
mkdir -p "$PROOFS"
# shellcheck disable=SC2086 # no peer, no word
benchmark $main $peer "$@" 2> >(grep -v 'incubator modules' >&2) | tee "$PROOFS/sweep.out"

# What Fulmar did above goes along, so that the ratios are of one run.
rates=$(awk '/^rates:/ { print $2, $3 }' "$PROOFS/sweep.out")
[ -n "$rates" ] || { echo "the sweep did not finish" >&2; exit 1; }
python_with vectorbt "$VECTORBT"
# shellcheck disable=SC2086 # two numbers
"$python" "$BENCHMARKS/sweep_peers.py" $rates
