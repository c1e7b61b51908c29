#!/usr/bin/env bash
# Kills the sandbox (kill -9) while payments are in flight, starts it again, and checks that every acknowledged payment is
# there, all come to their end, the books balance and each event has reached the merchant.
# Usage: bin/crash-test.sh [rounds] [payments] [--processes]
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
rounds="${1:-1}"
payments="${2:-200}"
mode="${3:-}"
base="${SLUICE_CRASH_PORT_BASE:-18480}"
acknowledged="$(mktemp)"
all="$(mktemp)"

finish() {
  ./sluice down --port-base "$base" >/dev/null 2>&1 || true
  rm -f "$acknowledged" "$all"
}
trap finish EXIT

./sluice up --fresh --port-base "$base" $mode
for round in $(seq "$rounds"); do
  echo "round $round of $rounds: kill -9 while $payments payments are in flight"
  ./sluice in-flight --port-base "$base" --payments "$payments" --acknowledged "$acknowledged" --kill
  cat "$acknowledged" >>"$all"
  ./sluice up --port-base "$base" $mode >/dev/null
  ./sluice verify --port-base "$base" --wait 120 --all-ended --expect "$all"
done
./sluice books --port-base "$base"
echo "passed: $(wc -l <"$all" | tr -d ' ') payments were acknowledged in $rounds rounds, and none was lost"
