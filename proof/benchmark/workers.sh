#!/usr/bin/env bash
# What a second worker brings a sweep, beside plain arithmetic, a core's own cache and memory on one and on two threads; and the whole command with 1 and 2.
source "$(dirname "$0")/common.bash"
readonly RUNS=3 MINUTES=525600
java_flags_more="--add-modules jdk.incubator.vector"
mkdir -p "$PROOFS"
compile_benchmarks
benchmark WorkersBenchmark "${1:-2}" 2> >(grep -v 'incubator modules' >&2)
csv=$PROOFS/year.csv
[ -s "$csv" ] || benchmark SyntheticCsv "$csv" $MINUTES

# sweep THREADS: 62,500 combinations as a user starts them, 1,099 of them run again through the desk.
sweep() {
  rm -rf "$PROOFS/out-workers"
  "$FULMAR_ROOT/fulmar" sweep run "$FULMAR_ROOT/examples/SmaCrossPlan.java" --csv "$csv" --symbol BTC/USDT:USDT --timeframe 1m \
    --grid fast=2..251 --grid slow=1010..3500:10 --param stop=0.6% --param target=1.2% --fee-bps 4 --paths 0 \
    --threads "$1" --out "$PROOFS/out-workers" --trials "$PROOFS/out-workers.trials" --quiet --json
}

for ((run = 1; run <= RUNS; run++)); do
  cpu_seconds sweep 1
  one=$wall one_cpu=$cpu
  cpu_seconds sweep "${1:-2}"
  echo "fulmar sweep run, 62,500 combinations, start included: 1 worker $one s (CPU $one_cpu s), ${1:-2} workers $wall s (CPU $cpu s): $(calc '%.2f times' "$one / $wall")"
done
