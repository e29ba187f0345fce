#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Mishaps of a desk and of its server: what is killed, restarted elsewhere, or asked for by mistake.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
node=$scratch/node
run() { "$armistice" --data "$node" "$@"; }

# An init that is killed leaves nothing, and can be begun again.
halves=0
for after in 0.02 0.05 0.1 0.2; do
  rm -rf "$scratch/half"
  "$armistice" init "$scratch/half" > "$scratch/init.log" 2>&1 &
  pid=$!
  sleep "$after"
  kill -9 "$pid" 2> /dev/null
  wait "$pid" 2> /dev/null
  [ ! -e "$scratch/half" ] || [ "$("$armistice" --data "$scratch/half" key list | grep -c member)" -ge 4 ] || halves=$((halves + 1))
done
[ "$halves" = 0 ] && pass "a killed init leaves no half of a node" || fail "a killed init leaves no half of a node"
rm -rf "$scratch/half"
expect "and is begun again" 0 "$armistice" init "$scratch/half"
mkdir -p "$scratch/full/letters"
expect "init leaves a folder with something in it alone" 1 "$armistice" init "$scratch/full"
expect "init without an agreement says where to name one" 1 "$armistice" init "$scratch/none" --agreement "$scratch/x"
has "by its option" "--agreement"

"$armistice" init "$node" > /dev/null || fail "init"
out=$(run --json register list)
circle=$(json circle)

# What has no force is refused before it is signed.
expect "a key record is not retracted" 1 run retract 2
has "and the reason is its kind" "key/1"
expect "a root key writes no notes" 1 run record write --as unc/root --text "By mistake."
has "since it signs keys alone" "root key"
expect "and nothing was signed" 0 run --json record list
lacks "by it" "root_key_used"

# With --json everything is JSON.
is_json() { printf '%s' "$out" | python3 -c 'import json,sys; json.load(sys.stdin)' 2> /dev/null; }
expect "register checkpoint answers in JSON" 0 run --json register checkpoint
is_json && pass "when asked" || fail "when asked" "$out"
out=$(run --json record write 2> /dev/null)
is_json && pass "a usage error is JSON, too" || fail "a usage error is JSON, too" "$out"

# verify beside a server that is being written to finds nothing wrong.
start_server "$node"
for name in unc/delegation kpa-cpv/delegation sweden/member; do
  (for i in $(seq 12); do run record write --as "$name" --text "Number $i." > /dev/null; done) &
  writers="${writers:-} $!"
done
wrong=""
for _ in $(seq 25); do
  found=$("$armistice" verify "$node" --circle "$circle" 2>&1) || wrong=$found
done
# shellcheck disable=SC2086
wait $writers
[ -z "$wrong" ] && pass "verify beside writers finds nothing wrong" ||
  fail "verify beside writers finds nothing wrong" "$wrong"

# A record that the server's door refuses is kept: its number is used.
cp "$node/serving" "$scratch/serving"
sed -i 's/[0-9a-f]\{32\}/00000000000000000000000000000000/' "$node/serving"
expect "a wrong token is refused" 1 run record write --as poland/member --text "Kept."
cp "$scratch/serving" "$node/serving"
[ -n "$(find "$node/keys" -name '*member*.outbox')" ] &&
  pass "the signed record waits" || fail "the signed record waits" "$(find "$node/keys")"
expect "and goes first the next time" 0 run record write --as poland/member --text "Next."
out=$(run --json traffic gaps)
lacks "without a gap" "poland"

# After a kill its port may be another node's: commands go to the folder, not there.
port=${address##*:}
kill -9 "$server_pid"
wait "$server_pid" 2> /dev/null
server_pid=""
start_server "$scratch/half" "$port"
out=$(run --json register list)
[ "$(json circle)" = "$circle" ] && pass "a command never asks another node's server" ||
  fail "a command never asks another node's server" "$out"
end_server
expect "and the folder verifies" 0 "$armistice" verify "$node" --circle "$circle"
echo "1..$number"
