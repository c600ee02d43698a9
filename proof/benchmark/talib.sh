#!/usr/bin/env bash
# Indicators over a column beside TA-Lib's C library (PyPI): equal values, then both rates.
source "$(dirname "$0")/common.bash"
readonly TALIB=0.8.2
python_with "talib-$TALIB" numpy "TA-Lib==$TALIB"
compile_benchmarks
benchmark Machine
rm -rf "$PROOFS/talib"
benchmark TalibCsv "$PROOFS/talib"
"$python" "$BENCHMARKS/talib_check.py" "$PROOFS/talib"
rm -rf "$PROOFS/talib"  # half a gigabyte
"$python" "$BENCHMARKS/talib_columns.py" --java "$JAVA_HOME/bin/java" --classpath "$path"
