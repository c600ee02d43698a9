#!/usr/bin/env bash
# A lake of 340 million candles: bytes a row, load beside a plain writer, scans beside a plain loop, a symbol-year, DuckDB on Parquet, cold reads. --symbols N --days N --parquet N
source "$(dirname "$0")/common.bash"

symbols=650 days=365 parquet=
while [ $# -gt 0 ]; do
  case $1 in
    --symbols) symbols=${2:?a number}; shift 2 ;;
    --days) days=${2:?a number}; shift 2 ;;
    --parquet) parquet=${2:?how many symbols DuckDB is asked about, 0 for none}; shift 2 ;;
    *) echo "it takes --symbols N, --days N and --parquet N" >&2; exit 2 ;;
  esac
done
parquet=${parquet:-$symbols}
mkdir -p "$PROOFS"
compile_benchmarks
folder=$PROOFS/lake
rm -rf "$folder" "$folder-plain" "$folder-parquet"
needed=$(((symbols * 66 + parquet * 45) * days * 1440 / 1024)) # KiB
free=$(df -Pk "$PROOFS" | awk 'END { print $4 }')
[ "$free" -gt "$needed" ] || skip "$((needed >> 20)) GiB are needed, $((free >> 20)) are free in $PROOFS"
java_flags_more=--enable-native-access=ALL-UNNAMED
benchmark LakeBenchmark load "$folder" "$symbols" "$days"
benchmark LakeBenchmark scan "$folder"

# Two processes: a file is written on one core.
write_parquet() {
  local half=$((${#words[@]} / 4 * 2)) one two
  parquet_process "${words[@]:0:half}" &
  one=$!
  parquet_process "${words[@]:half}" &
  two=$!
  wait $one && wait $two
}

parquet_process() {
  "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Duser.timezone=UTC -cp "$sql/*:$FULMAR_CLASS_PATH" \
    io.fulmar.store.sql.SqlProcess write "$folder" "$@"
}

# The same questions to DuckDB, over Parquet that our own process for SQL writes, a file a symbol.
ask_duckdb() {
  local sql words=() number name folder_part=$folder
  sql=$(dirname "${FULMAR_CLASS_PATH%%:*}")/sql
  python_with duckdb duckdb
  mkdir -p "$folder-parquet"
  for ((number = 1; number <= parquet; number++)); do
    name=$(printf 'SYN%03d' "$number")
    words+=("select time at time zone 'UTC' as time, open, high, low, close, volume, quote_volume, trades, flags from candles where venue = 'synthetic' and symbol = '$name/USDT' and timeframe = '1m'" "$folder-parquet/$name.parquet")
  done
  cpu_seconds write_parquet
  echo "Parquet (ZSTD) of $parquet symbols: $(calc '%.1f' "$(cat "$folder-parquet"/*.parquet | wc -c) / ($parquet * $days * 1440.0)") bytes a row, written in $wall s ($cpu s of CPU)"
  # Where DuckDB is asked about a part, so are we.
  if [ "$parquet" -lt "$symbols" ]; then
    folder_part=$folder-part
    rm -rf "$folder_part"
    mkdir -p "$folder_part/venue=synthetic/kind=candles-1m"
    for ((number = 1; number <= parquet; number++)); do
      ln -s "$folder/venue=synthetic/kind=candles-1m/$(printf 'symbol=SYN%03d%%2FUSDT' "$number")" "$folder_part/venue=synthetic/kind=candles-1m/"
    done
  fi
  benchmark LakeQuestions "$folder_part" >"$PROOFS/questions"
  "$python" "$BENCHMARKS/lake_parquet.py" "$folder-parquet" "$PROOFS/questions"
  rm -rf "$folder-parquet" "$folder-part"
}
[ "$parquet" -eq 0 ] || (ask_duckdb)

# Takes the lake's files out of the page cache, without disturbing others.
evict() { find "$folder" -name '*.arrow' -exec dd if={} iflag=nocache count=0 status=none \; ; }

evict
benchmark LakeBenchmark all "$folder" | sed 's/^/cold: /'
evict
started=$(date +%s%N)
bytes=$(find "$folder" -name '*.arrow' -print0 | xargs -0 cat | dd of=/dev/null bs=4M iflag=fullblock 2>&1 | awk '/copied/ { print $1 }')
echo "cold: cat reads $(calc '%.2f' "$bytes / ($(date +%s%N) - $started)") GB/s"
rm -rf "$folder"
