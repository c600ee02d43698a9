#!/usr/bin/env bash
# Kills sweeps with -9 at random moments, with 1, 2 and 4 workers, grid and evolution: every resumed sweep must end in the same results. --kills N
source "$(dirname "$0")/common.bash"

kills=100
if [ "${1:-}" = --kills ]; then kills=${2:?a number}; fi
case $kills in '' | *[!0-9]*) echo "--kills takes a number" >&2; exit 2 ;; esac
mkdir -p "$PROOFS"
compile_benchmarks
benchmark SyntheticCsv "$PROOFS/kill-minutes.csv" 20000
# The same prices as hours: over two years, so that gates are passed and paths are drawn.
csv=$PROOFS/kill-hours.csv
awk -F, -v OFS=, 'NR > 1 { $1 = 1700002800 + 3600 * (NR - 2) } { print }' "$PROOFS/kill-minutes.csv" >"$csv"
RANDOM=20241123
folder=$PROOFS/kill-sweep
rm -rf "$folder"
mkdir -p "$folder"

# program WORD...: fulmar itself in place of the shell that calls this, without the launcher, so that a kill reaches it.
program() {
  exec "$JAVA_HOME/bin/java" --add-modules jdk.incubator.vector -Xmx1g -XX:+UseSerialGC -Xlog:disable -Dfulmar.home="$FULMAR_ROOT" \
    -cp "$FULMAR_CLASS_PATH" io.fulmar.app.fulmar.Main "$@"
}

sampler_options() {
  case $1 in
    grid) echo ;;
    cma) echo --sampler cma --samples 5000 --generation 250 ;;
  esac
}

# begin SAMPLER FOLDER WORKERS: a new sweep of 5,000 combinations over 20,000 bars, 64 paths each.
begin() {
  # shellcheck disable=SC2046 # words
  program sweep run "$FULMAR_ROOT/examples/SmaCrossPlan.java" --csv "$csv" --symbol BTC/USDT:USDT --timeframe 1h \
    --grid fast=2..101 --grid slow=110..600:10 --param stop=2% --param target=4% --fee-bps 1 --paths 64 \
    $(sampler_options "$1") --out "$2" --threads "$3" --json --quiet
}

hash_of() { sed -n 's/.*"resultsHash":"\([0-9a-f]*\)".*/\1/p'; }

# go SAMPLER FOLDER WORKERS: begins the sweep, or goes on with it.
go() {
  if [ -e "$2/sweep.json" ]; then program sweep resume "$2" --threads "$3" --json --quiet; else begin "$@"; fi
}

total=0
for sampler in grid cma; do
  started=$(date +%s%N)
  wanted=$(begin "$sampler" "$folder/$sampler-whole" 2 2>"$PROOFS/err" | hash_of)
  [ -n "$wanted" ] || { cat "$PROOFS/err" >&2; exit 1; }
  whole=$((($(date +%s%N) - started) / 1000000))
  echo "$sampler, uninterrupted, 2 workers: $whole ms, results $wanted"
  for workers in 1 2 4; do
  done_here=0 finished=0
    share=$((kills / 6 + (total < kills % 6 ? 1 : 0)))
    total=$((total + 1))
    while [ $done_here -lt "$share" ] || [ $finished -eq 0 ]; do
      out=$folder/$sampler-$workers-$finished
      go "$sampler" "$out" "$workers" >"$PROOFS/out" 2>"$PROOFS/err" &
      pid=$!
      if [ $done_here -lt "$share" ]; then
        delay=$((300 + RANDOM % (whole + 200)))
        # Ends early when the sweep does.
        for ((waited = 0; waited < delay; waited += 20)); do
          kill -0 $pid 2>/dev/null || break
          sleep 0.02
        done
        if kill -0 $pid 2>/dev/null; then
          kill -9 $pid 2>/dev/null || true
          wait $pid 2>/dev/null || true
          done_here=$((done_here + 1))
          continue
        fi
      fi
      wait $pid || { cat "$PROOFS/err" >&2; exit 1; }
      got=$(hash_of <"$PROOFS/out")
      if [ "$got" != "$wanted" ]; then
        echo "DIFFERENT: $out gave $got after kills, $wanted without" >&2
        exit 1
      fi
      rm -rf "$out"
      finished=$((finished + 1))
    done
    echo "$sampler, $workers workers: $done_here kills over $finished sweeps, all with results $wanted"
  done
done
echo "one result hash a sampler after $kills kills"
