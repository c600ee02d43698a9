#!/usr/bin/env bash
# Binance's market data out of JSON: our byte scanner, validation on, beside Jackson's streaming parser, by turns in one JVM.
source "$(dirname "$0")/common.bash"
readonly JACKSON=3.2.4

fetch_jackson() {
  [ ! -e "$PEERS/jackson/done" ] || return 0
  rm -rf "$PEERS/jackson"
  mkdir -p "$PEERS/jackson"
  (cd "$PEERS/jackson" && mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:2.10:copy \
    -Dartifact="tools.jackson.core:jackson-core:$JACKSON" -DoutputDirectory="$PEERS/jackson") >"$PEERS/jackson/log" 2>&1 || return 1
  touch "$PEERS/jackson/done"
}

fetch_jackson || skip "Jackson $JACKSON cannot be fetched from Maven Central here (see $PEERS/jackson/log)"
compile_benchmarks "$PEERS/jackson/*" "$BENCHMARKS/jackson"
benchmark ScannerBenchmark "$JACKSON"
