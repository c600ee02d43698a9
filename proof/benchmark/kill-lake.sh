#!/usr/bin/env bash
# Kills writers of a lake with -9 at random moments: imports, corrections, recordings. Every file must be whole, and all that was promised there. --kills N
source "$(dirname "$0")/common.bash"

kills=200
if [ "${1:-}" = --kills ]; then kills=${2:?a number}; fi
case $kills in '' | *[!0-9]*) echo "--kills takes a number" >&2; exit 2 ;; esac
mkdir -p "$PROOFS"
compile_benchmarks
RANDOM=20261123
folder=$PROOFS/kill-lake
rm -rf "$folder"
mkdir -p "$folder"

# writer WORD...: the program that is killed, in place of the shell that calls this.
writer() {
  exec "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable --enable-native-access=ALL-UNNAMED \
    -cp "$path" "$PACKAGE.LakeWriter" "$@"
}

promised=0 lakes=0 acts=0 lake=$folder/0
for ((kill = 1; kill <= kills; kill++)); do
  : >"$PROOFS/out"
  writer work "$lake" "$kill" >"$PROOFS/out" 2>"$PROOFS/err" &
  pid=$!
  # Wait for the first act, then for a moment longer; the writer may also have come to its end.
  for ((waited = 0; waited < 3000; waited++)); do
    [ -s "$PROOFS/out" ] || ! kill -0 $pid 2>/dev/null || { sleep 0.01; continue; }
    break
  done
  sleep "0.$(printf '%03d' $((RANDOM % 700)))"
  kill -9 $pid 2>/dev/null || true
  wait $pid 2>/dev/null || true
  if grep -v -E '^[0-9]*$' "$PROOFS/err" "$PROOFS/out"; then exit 1; fi
  # The last line may be cut: only whole ones were promised.
  last=$(sed -n -e '$!p' "$PROOFS/out" | tail -1)
  [ -z "$last" ] || [ "$last" -le "$promised" ] || promised=$last
  acts=$((acts + $(wc -l <"$PROOFS/out")))
  found=$(writer check "$lake" "$promised" 2>"$PROOFS/err") || { cat "$PROOFS/err" >&2; exit 1; }
  if [ $((kill % 20)) -eq 0 ]; then
    echo "$kill kills, $acts acts before them; lake $lakes: $found, $promised promised, $(find "$lake" -type f | wc -l) files"
  fi
  if [ "${found% rows}" -gt 1000000 ]; then
    rm -rf "$lake"
    lakes=$((lakes + 1)) lake=$folder/$lakes promised=0
  fi
done
rm -rf "$folder"
echo "every file whole, every promise kept after $kills kills of writers in $((lakes + 1)) lakes"
