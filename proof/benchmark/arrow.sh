#!/usr/bin/env bash
# A sweep's results.arrow as pyarrow, polars and pandas (PyPI) read it: schema, every row, nulls, against `sweep top`.
source "$(dirname "$0")/common.bash"
mkdir -p "$PROOFS"
python_with arrow pyarrow polars pandas
compile_benchmarks
csv=$PROOFS/arrow.csv
benchmark SyntheticCsv "$csv" 20000
out=$PROOFS/arrow-sweep
rm -rf "$out"
"$FULMAR_ROOT/fulmar" sweep run "$FULMAR_ROOT/examples/SmaCrossPlan.java" --csv "$csv" --symbol BTC/USDT:USDT --timeframe 1m \
  --grid fast=2..31 --grid slow=40..120:10 --grid stop=0,1% --fee-bps 4 --out "$out" --json --quiet >/dev/null
"$FULMAR_ROOT/fulmar" sweep top "$out" -n 1000 --json >"$PROOFS/arrow-top.json"
"$python" "$BENCHMARKS/arrow_check.py" "$out/results.arrow" "$PROOFS/arrow-top.json"
