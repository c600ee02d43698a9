# ta4j from Maven Central, for the proofs that run beside it.
readonly TA4J=0.24.1 ARTIFACTS="org.ta4j:ta4j-core:0.24.1 com.google.code.gson:gson:2.13.2 org.slf4j:slf4j-api:2.0.18 org.slf4j:slf4j-nop:2.0.18"

# ta4j-core names a parent POM that Maven Central does not have. This old release of the plugin copies a jar without reading its POM.
fetch_ta4j() {
  local artifact
  [ ! -e "$PEERS/ta4j/done" ] || return 0
  rm -rf "$PEERS/ta4j"
  mkdir -p "$PEERS/ta4j"
  for artifact in $ARTIFACTS; do
    (cd "$PEERS/ta4j" && mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:2.10:copy \
      -Dartifact="$artifact" -DoutputDirectory="$PEERS/ta4j") >>"$PEERS/ta4j/log" 2>&1 || return 1
  done
  touch "$PEERS/ta4j/done"
}
