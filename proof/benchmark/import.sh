#!/usr/bin/env bash
# CSV into the lake beside polars, Feather out of it beside pyarrow; our files opened by pyarrow, pandas, polars and DuckDB (PyPI).
source "$(dirname "$0")/common.bash"
readonly MINUTES=525600
mkdir -p "$PROOFS"
python_with data pyarrow polars pandas duckdb
compile_benchmarks
benchmark Machine
csv=$PROOFS/year.csv
[ -s "$csv" ] || benchmark SyntheticCsv "$csv" $MINUTES
lake=$PROOFS/import-lake
out=$PROOFS/import-out
rm -rf "$lake" "$out"
mkdir -p "$out"

fresh_import() {
  rm -rf "$out/whole"
  "$FULMAR_ROOT/fulmar" data import "$csv" --lake "$out/whole" --venue sim --symbol BTC/USDT --timeframe 1m --json
}
best_of 5 fresh_import
printf 'fulmar data import, the whole command, best of 5: %.2f s CPU, %.2f s wall\n' "$cpu" "$wall"
benchmark ImportRate "$csv" "$lake" "$out/year.feather" | tee "$out/rates"

for kind in csv parquet; do
  "$FULMAR_ROOT/fulmar" data export --lake "$lake" --symbol BTC/USDT --timeframe 1m --out "$out/year.$kind" --json >/dev/null
done
"$FULMAR_ROOT/fulmar" data query --lake "$lake" --json \
  "select count(*) n, min(low) low, max(high) high, sum(volume) volume, max(time) last from candles" >"$out/query"
"$python" "$BENCHMARKS/import_check.py" "$csv" "$out"
