#!/usr/bin/env bash
# Block lengths, reality check and Sharpe statistics beside arch and scipy from PyPI.
source "$(dirname "$0")/common.bash"
python_with arch 'arch==8.0.0' scipy numpy

readonly TESTS=$FULMAR_ROOT/research/robustness/src/test/java/io/fulmar/research/robustness
classes=$PROOFS/classes-peers
rm -rf "$classes"
mkdir -p "$classes"
"$JAVA_HOME/bin/javac" -nowarn -proc:none -d "$classes" -cp "$FULMAR_CLASS_PATH" \
  "$TESTS/PeerFigures.java"
"$JAVA_HOME/bin/java" -cp "$classes:$FULMAR_CLASS_PATH" io.fulmar.research.robustness.PeerFigures |
  "$python" "$BENCHMARKS/robustness_peers.py"
