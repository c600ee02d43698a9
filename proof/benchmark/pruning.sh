#!/usr/bin/env bash
# A sweep with all paths and the same pruned: how many of the best the pruned one finds, and what processor time each takes. The two times are told apart.
source "$(dirname "$0")/common.bash"

mkdir -p "$PROOFS"
csv=$PROOFS/prune-hours.csv
# Two years and more of hours whose drift changes every 300, so that gates are passed and paths are drawn; chance is a Lehmer generator.
awk 'function chance(n) { seed = (seed * 16807) % 2147483647; return seed % n }
  BEGIN { seed = 7; price = 100000; print "time,open,high,low,close,volume"
    for (i = 0; i < 20000; i++) {
      if (i % 300 == 0) drift = chance(100) - 40
      open = price; price = open + drift + chance(161) - 80; if (price < 50000) price = 50000
      high = (open > price ? open : price) + chance(60); low = (open < price ? open : price) - chance(60)
      printf "%d,%.2f,%.2f,%.2f,%.2f,1\n", 1700002800 + 3600 * i, open / 100, high / 100, low / 100, price / 100 } }' >"$csv"

program() {
  "$JAVA_HOME/bin/java" --add-modules jdk.incubator.vector -Xmx1g -XX:+UseSerialGC -Xlog:disable -Dfulmar.home="$FULMAR_ROOT" \
    -cp "$FULMAR_CLASS_PATH" io.fulmar.app.fulmar.Main "$@" 2>/dev/null
}

# sweep NAME OPTION...
sweep() {
  local out=$PROOFS/prune-$1
  shift
  rm -rf "$out"
  TIMEFORMAT="   $* took %U core-seconds, Java's start and the re-check at the desk included"
  time program sweep run "$FULMAR_ROOT/examples/SmaCrossPlan.java" --csv "$csv" --symbol BTC/USDT:USDT --timeframe 1h \
    --grid fast=2..41 --grid slow=42..101 --grid stop=1%..3%:0.5% --param target=2% --fee-bps 1 --out "$out" --json --quiet "$@" | sed -n 's/.*\("rechecked".*\)/{\1/p'
}

sweep full --paths 20000
sweep pruned --paths 20000 --prune
for count in 10 100 1000; do
  for kind in full pruned; do
    program sweep top "$PROOFS/prune-$kind" -n "$count" --json |
      sed 's/.*"combination":\([0-9]*\),.*/\1/' | sort >"$PROOFS/prune-$kind.top"
  done
  all=$(wc -l <"$PROOFS/prune-full.top")
  both=$(comm -12 "$PROOFS/prune-full.top" "$PROOFS/prune-pruned.top" | wc -l)
  echo "of the best $all, the pruned sweep's best $all hold $both"
done
