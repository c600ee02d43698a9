#!/usr/bin/env bash
# Replays 50 streams of a lake merged in the order in which they were heard, beside a plain loop over the same rows. --rows N of each stream
source "$(dirname "$0")/common.bash"

rows=200000
if [ "${1:-}" = --rows ]; then rows=${2:?a number}; fi
case $rows in '' | *[!0-9]*) echo "--rows takes a number" >&2; exit 2 ;; esac
mkdir -p "$PROOFS"
rm -rf "$PROOFS/replay-lake"
compile_benchmarks
java_flags_more="--enable-native-access=ALL-UNNAMED"
benchmark ReplayBenchmark "$PROOFS/replay-lake" "$rows"
rm -rf "$PROOFS/replay-lake"
