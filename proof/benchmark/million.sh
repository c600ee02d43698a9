#!/usr/bin/env bash
# The default run as a user starts it: a million combinations, 1,000 paths for every candidate, from command to report. tenth: a tenth of them; --paths N
source "$(dirname "$0")/common.bash"
readonly MINUTES=525600
slow=1010..11000:10 combinations=1,000,000 paths=()
while [ $# -gt 0 ]; do
  case $1 in
    tenth) slow=1010..2000:10 combinations=100,000 ;;
    --paths) paths=(--paths "${2:?a number}") && shift ;;
    *) echo "usage: fulmar proof million [tenth] [--paths N]" >&2 && exit 2 ;;
  esac
  shift
done
mkdir -p "$PROOFS"
compile_benchmarks
benchmark Machine
csv=$PROOFS/year.csv out=$PROOFS/out-million
[ -s "$csv" ] || benchmark SyntheticCsv "$csv" $MINUTES
rm -rf "$out" "$out.trials"

# measured NAME WORD...: runs fulmar and tells wall time, CPU time of all threads, and memory where the machine can say.
measured() {
  local name=$1 memory=''
  shift
  if [ -x /usr/bin/time ]; then
    cpu_seconds /usr/bin/time -f %M -o "$PROOFS/rss" "$FULMAR_ROOT/fulmar" "$@"
    memory=$(awk 'END { printf ", %.2f GiB at most", $1 / 1048576 }' "$PROOFS/rss")
  else
    cpu_seconds "$FULMAR_ROOT/fulmar" "$@"
  fi
  printf '%-28s %7.1f s wall, %7.1f s CPU of all threads%s\n' "$name" "$wall" "$cpu" "$memory"
  total=$(calc %.1f "${total:-0} + $wall")
}

measured "sweep run, $combinations" sweep run "$FULMAR_ROOT/examples/SmaCrossPlan.java" --csv "$csv" --symbol BTC/USDT:USDT --timeframe 1m \
  --grid fast=2..1001 --grid slow=$slow --param stop=0.6% --param target=1.2% --fee-bps 4 ${paths[@]+"${paths[@]}"} --out "$out" --trials "$out.trials" --quiet --json
cat "$PROOFS/out"
measured "sweep report" sweep report "$out"
echo "from command to report: $total s wall"
"$FULMAR_ROOT/fulmar" sweep top "$out" -n 3
