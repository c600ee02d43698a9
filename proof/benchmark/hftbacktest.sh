#!/usr/bin/env bash
# A book replayed with latency both ways and queue position through the desk, beside hftbacktest (PyPI): equal fills, then both rates.
source "$(dirname "$0")/common.bash"
readonly HFTBACKTEST=2.4.4 SECONDS_OF_FEED=${1:-80000} RUNS=${2:-8} GOAL=1.5
python_with "hftbacktest-$HFTBACKTEST" "hftbacktest==$HFTBACKTEST"
compile_benchmarks
feed=$PROOFS/flow
mkdir -p "$feed"
benchmark Machine
benchmark FlowPeer feed "$feed/feed.bin" "$SECONDS_OF_FEED"
echo "a book and its trades, $SECONDS_OF_FEED s of seed 1; a decision each second; 10 ms each way; risk-averse queue; best CPU time of $RUNS runs"

"$python" "$BENCHMARKS/hftbacktest_peer.py" "$feed/feed.bin" "$feed" "$RUNS" >"$feed/theirs"
benchmark FlowPeer run "$feed" "$SECONDS_OF_FEED" "$RUNS" >"$feed/ours"

# Its loop ends with the data, before it could look at what filled in the last second; ours hears of every fill.
last=$(((1704067200 + SECONDS_OF_FEED - 1) * 1000000000))
code=0
for name in taker maker grid power; do
  for side in hft ours; do
    awk -v last="$last" '$1 < last' "$feed/$name.$side" | sort >"$feed/$name.$side.sorted"
  done
  if ! cmp -s "$feed/$name.hft.sorted" "$feed/$name.ours.sorted"; then
    echo "$name: the fills differ, the first:"
    diff "$feed/$name.hft.sorted" "$feed/$name.ours.sorted" | head -n 4
    code=1
    continue
  fi
  read -r _ their_seconds _ events < <(grep "^$name " "$feed/theirs")
  read -r _ our_seconds _ _ facts < <(grep "^$name " "$feed/ours")
  printf '%-6s %7d fills, equal in time, side, price and lots  hftbacktest %5.1f M events/s  Fulmar %5.1f M events/s (%d facts journaled)  ratio %4.2f  goal %s\n' \
    "$name" "$(wc -l <"$feed/$name.ours.sorted")" "$(calc %f "$events/$their_seconds/1e6")" "$(calc %f "$events/$our_seconds/1e6")" "$facts" \
    "$(calc %f "$their_seconds/$our_seconds")" "$GOAL"
done
echo 'power is the maker with a power probability queue of exponent 2 in both'
read -r _ our_seconds _ events _ < <(grep "^listener " "$feed/ours")
printf 'a strategy that hears every message and trade and does nothing: %.1f M events/s\n' "$(calc %f "$events/$our_seconds/1e6")"
benchmark FlowPeer bytes "$SECONDS_OF_FEED"
exit $code
