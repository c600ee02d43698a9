#!/usr/bin/env bash
# Every metric of `fulmar metrics` beside quantstats (PyPI) on seeded series of returns.
source "$(dirname "$0")/common.bash"
exec python3 "$BENCHMARKS/quantstats_check.py" --env "$PEERS/quantstats" "$FULMAR_ROOT/fulmar" metrics
