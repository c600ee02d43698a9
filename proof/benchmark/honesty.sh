#!/usr/bin/env bash
# Whether the verdict is honest: 200 searches of each of three noises, at most 4 called robust; 50 planted edges, 80 % found. About three minutes.
source "$(dirname "$0")/common.bash"

# The harness is that of the test, which runs a small form of it.
readonly HARNESS=$FULMAR_ROOT/research/robustness/src/test/java/io/fulmar/research/robustness
classes=$PROOFS/classes-honesty
rm -rf "$classes"
mkdir -p "$classes"
"$JAVA_HOME/bin/javac" -nowarn -proc:none -d "$classes" -cp "$FULMAR_CLASS_PATH" \
  "$HARNESS"/{Honesty,NoiseMarkets,Markets,AverageCross}.java
# shellcheck disable=SC2086 # the flags are words
"$JAVA_HOME/bin/java" $JAVA_FLAGS -cp "$classes:$FULMAR_CLASS_PATH" io.fulmar.research.robustness.Honesty
