#!/usr/bin/env bash
# Kills a recorder with -9 at random moments and counts what is missing: never more than its bounds. --kills N
source "$(dirname "$0")/common.bash"

kills=30
if [ "${1:-}" = --kills ]; then kills=${2:?a number}; fi
case $kills in '' | *[!0-9]*) echo "--kills takes a number" >&2; exit 2 ;; esac
mkdir -p "$PROOFS"
rm -rf "$PROOFS/record-lake"
compile_benchmarks
java_flags_more="--enable-native-access=ALL-UNNAMED"
benchmark RecordBenchmark "$PROOFS/record-lake" "$kills"
rm -rf "$PROOFS/record-lake"
