# Sourced by the scripts: find_jdk_25 prints the home of a JDK 25 or newer, or one line that says what to do.

jdk_major() { # home
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

find_jdk_25() {
  local home major
  for home in "${JAVA_HOME:-}" "${SLUICE_JAVA_HOME:-}" \
    /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -x "$home/bin/javac" ] || continue
    major="$(jdk_major "$home")"
    if [ "${major:-0}" -ge 25 ]; then
      echo "$home"
      return 0
    fi
  done
  echo "no JDK 25 was found: install one (Temurin, for example) or set JAVA_HOME to it" >&2
  return 1
}
