#!/usr/bin/env bash
# A lake of 340 million candles: bytes a row, load beside a plain writer, scans beside a plain loop, a symbol-year, cold reads beside dd. --symbols N --days N
source "$(dirname "$0")/common.bash"

symbols=650 days=365
while [ $# -gt 0 ]; do
  case $1 in
    --symbols) symbols=${2:?a number}; shift 2 ;;
    --days) days=${2:?a number}; shift 2 ;;
    *) echo "it takes --symbols N and --days N" >&2; exit 2 ;;
  esac
done
mkdir -p "$PROOFS"
compile_benchmarks
folder=$PROOFS/lake
rm -rf "$folder" "$folder-plain"
needed=$((symbols * days * 1440 * 66 / 1024)) # KiB
free=$(df -Pk "$PROOFS" | awk 'END { print $4 }')
[ "$free" -gt "$needed" ] || skip "$((needed >> 20)) GiB are needed, $((free >> 20)) are free in $PROOFS"
java_flags_more=--enable-native-access=ALL-UNNAMED
benchmark LakeBenchmark load "$folder" "$symbols" "$days"
benchmark LakeBenchmark scan "$folder"

# Takes the lake's files out of the page cache, without disturbing others.
evict() { find "$folder" -name '*.arrow' -exec dd if={} iflag=nocache count=0 status=none \; ; }

evict
benchmark LakeBenchmark all "$folder" | sed 's/^/cold: /'
evict
started=$(date +%s%N)
bytes=$(find "$folder" -name '*.arrow' -print0 | xargs -0 cat | dd of=/dev/null bs=4M iflag=fullblock 2>&1 | awk '/copied/ { print $1 }')
echo "cold: cat reads $(calc '%.2f' "$bytes / ($(date +%s%N) - $started)") GB/s"
rm -rf "$folder"
