# What the proofs share. They are started by `./fulmar proof NAME`, which exports JAVA_HOME, FULMAR_ROOT and FULMAR_CLASS_PATH.
set -euo pipefail

: "${FULMAR_ROOT:?start this with: ./fulmar proof $(basename "$0" .sh)}" "${FULMAR_CLASS_PATH:?}" "${JAVA_HOME:?}"
readonly BENCHMARKS=$FULMAR_ROOT/proof/benchmark
readonly PROOFS=$FULMAR_ROOT/.fulmar/proofs     # what we compile and write
readonly PEERS=$FULMAR_ROOT/.fulmar/peers       # what others made, each in a folder of its own
readonly PACKAGE=io.fulmar.proof.benchmark
readonly JAVA_FLAGS="-XX:+UseSerialGC -XX:+UseTransparentHugePages -Xmx2g"

skip() {
  echo "SKIPPED: $*"
  exit 0
}

# Compiles the benchmarks when one changed. Further arguments: class path and folder of a peer's adapter.
compile_benchmarks() {
  local peer_path=${1:-} peer_sources=${2:-}
  classes=$PROOFS/classes${peer_sources:+-$(basename "$peer_sources")}
  path=$classes:$FULMAR_CLASS_PATH${peer_path:+:$peer_path}
  rm -rf "$classes"
  mkdir -p "$classes"
  find "$BENCHMARKS/src/main" ${peer_sources:+"$peer_sources"} -name '*.java' -print0 |
    xargs -0 "$JAVA_HOME/bin/javac" -nowarn -proc:none -d "$classes" -cp "$path"
}

benchmark() {
  local name=$1
  shift
  # shellcheck disable=SC2086 # the flags are words
  "$JAVA_HOME/bin/java" $JAVA_FLAGS ${java_flags_more:-} -cp "$path" "$PACKAGE.$name" "$@"
}

# python_with FOLDER REQUIREMENT...: makes a Python environment of its own with these packages; sets python.
python_with() {
  local folder=$PEERS/$1
  shift
  python=$folder/bin/python
  if [ -e "$folder/done" ]; then return; fi
  command -v python3 >/dev/null || skip "python3 is not installed, so $* cannot be had"
  mkdir -p "$PEERS"
  rm -rf "$folder"
  echo "installing $* from PyPI into $folder" >&2
  if ! python3 -m venv "$folder" || ! "$python" -m pip install -q --disable-pip-version-check "$@" >"$folder/log" 2>&1; then
    skip "$* cannot be installed from PyPI here: $(tail -1 "$folder/log" 2>/dev/null)"
  fi
  touch "$folder/done"
}

# cpu_seconds COMMAND...: runs it with its output in $PROOFS/out and sets cpu (user and system) and wall.
cpu_seconds() {
  local times
  times=$({ TIMEFORMAT='%U %S %R'; time "$@" >"$PROOFS/out" 2>"$PROOFS/err"; } 2>&1) || {
    tail -n 5 "$PROOFS/err" >&2
    echo "failed: $*" >&2
    exit 1
  }
  read -r cpu wall < <(echo "$times" | awk 'END { print $1 + $2, $3 }')
}

# best_of N COMMAND...: the least CPU time and the least wall time of so many runs.
best_of() {
  local runs=$1 best_cpu='' best_wall='' run
  shift
  for ((run = 0; run < runs; run++)); do
    cpu_seconds "$@"
    best_cpu=$(least "${best_cpu:-$cpu}" "$cpu")
    best_wall=$(least "${best_wall:-$wall}" "$wall")
  done
  cpu=$best_cpu wall=$best_wall
}

least() { awk -v a="$1" -v b="$2" 'BEGIN { print a < b ? a : b }'; }

calc() { awk "BEGIN { printf \"$1\", $2 }"; }
