#!/usr/bin/env bash
# How many tries our CMA-ES needs on known landscapes beside pycma 4 (PyPI), same start, same generations: medians of 15 seeds.
source "$(dirname "$0")/common.bash"
mkdir -p "$PROOFS"
python_with pycma cma numpy scipy
readonly HARNESS=$FULMAR_ROOT/research/sweep/src/test/java/io/fulmar/research/sweep
classes=$PROOFS/classes-evolution
rm -rf "$classes"
mkdir -p "$classes"
"$JAVA_HOME/bin/javac" -nowarn -proc:none -d "$classes" -cp "$FULMAR_CLASS_PATH" "$HARNESS/Landscapes.java"
# shellcheck disable=SC2086 # the flags are words
"$JAVA_HOME/bin/java" $JAVA_FLAGS -cp "$classes:$FULMAR_CLASS_PATH" io.fulmar.research.sweep.Landscapes >"$PROOFS/evolution.txt"
"$python" "$BENCHMARKS/evolution_check.py" "$PROOFS/evolution.txt"
