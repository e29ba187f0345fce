# SPDX-License-Identifier: Apache-2.0
# Shared by the end-to-end tests: TAP lines, a scratch folder, a server that is ended by its own process
# id. Sourced, after `set -uo pipefail`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
armistice=${ARMISTICE:-$root/build/release/armistice}
scratch=$(mktemp -d)
server_pid=""
number=0
failures=0

end_server() {
  [ -n "$server_pid" ] || return 0
  kill "$server_pid" 2> /dev/null
  wait "$server_pid" 2> /dev/null
  server_pid=""
}
finish() {
  end_server
  rm -rf "$scratch"
  [ "$failures" = 0 ] || exit 1
}
trap finish EXIT

# pass NAME / fail NAME [WHY] / skip NAME WHY
pass() { number=$((number + 1)); echo "ok $number - $1"; }
fail() {
  number=$((number + 1))
  failures=$((failures + 1))
  echo "not ok $number - $1"
  [ $# -lt 2 ] || printf '%s\n' "$2" | sed 's/^/  # /'
}
skip() { number=$((number + 1)); echo "ok $number - $1 # SKIP $2"; }

# expect NAME STATUS COMMAND…: the command ends with the status. Its output is kept in $out.
expect() {
  local name=$1 status=$2
  shift 2
  out=$("$@" 2>&1)
  local got=$?
  if [ "$got" = "$status" ]; then pass "$name"; else fail "$name" "exit $got, not $status: $out"; fi
}

# has NAME TEXT: the output of the last command holds the text.
has() {
  case $out in
    *"$2"*) pass "$1" ;;
    *) fail "$1" "no \"$2\" in: $out" ;;
  esac
}
lacks() {
  case $out in
    *"$2"*) fail "$1" "there is \"$2\" in: $out" ;;
    *) pass "$1" ;;
  esac
}

# start_server DIR [PORT [OPTION…]]: sets $address.
start_server() {
  "$armistice" serve "$1" --port "${2:-0}" "${@:3}" > "$scratch/serve.log" 2>&1 &
  server_pid=$!
  address=""
  for _ in $(seq 300); do
    address=$(sed -n 's/^Armistice serves .* at //p' "$scratch/serve.log")
    [ -z "$address" ] || return 0
    kill -0 "$server_pid" 2> /dev/null || break
    sleep 0.1
  done
  fail "the server starts" "$(cat "$scratch/serve.log")"
  exit 1
}

# json FIELD: a field of the JSON in $out, at the top level or of the first row.
json() {
  printf '%s' "$out" | python3 -c '
import json, sys
value = json.load(sys.stdin)
value = value[0] if isinstance(value, list) else value
print(value[sys.argv[1]])' "$1"
}

# counted SIZE: waits until a head of that size counts.
counted() {
  for _ in $(seq 100); do
    out=$("$armistice" --data "$1" --json register head)
    local size
    size=$(printf '%s' "$out" | python3 -c 'import json,sys; c=json.load(sys.stdin)["counted"]; print(c["size"] if c else 0)')
    [ "$size" -ge "$2" ] && return 0
    sleep 0.1
  done
  fail "a head of $2 counts" "$out"
}
