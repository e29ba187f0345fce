#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A stranger's check: a running register is walked with Go's x/mod, and one signature with openssl
# alone. Not a line of our own verification code takes part.
set -uo pipefail
. "$(dirname "$0")/lib.sh"

node=$scratch/node
"$armistice" init "$node" --agreement "$root/agreements/korea-1953" > /dev/null || exit 1
start_server "$node"
circle=$(sed -n 's/^circle //p' "$scratch/serve.log")
for i in $(seq 250); do
  "$armistice" --data "$node" record write --as unc/delegation --text "Statement $i." > /dev/null ||
    { fail "record $i is accepted"; exit 1; }
done
"$armistice" --data "$node" retract 20 --reason "It was another day." > /dev/null
until=$(date -u -d '1953-07-29 12:00' +%Y-%m-%dT%H:%M:%S+00:00)
"$armistice" --data "$node" record draft --organ joint/mac --until "$until" --out "$scratch/draft" \
  --signers unc/senior-member,kpa-cpv/senior-member --text "Daily at ten." > /dev/null
for name in unc/senior-member kpa-cpv/senior-member; do
  "$armistice" --data "$node" record sign "$scratch/draft" --as "$name" > /dev/null
done
expect "a joint record is accepted" 0 "$armistice" --data "$node" record submit "$scratch/draft"
counted "$node" 265

# Go: every entry, tile, root, proof and cosignature.
(cd "$root/tests/e2e/stranger" &&
  GOPATH=/usr/share/gocode GO111MODULE=off GOFLAGS= GOCACHE="$scratch/go" \
    go build -o "$scratch/stranger" stranger.go) || { fail "the stranger's program builds"; exit 1; }
"$scratch/stranger" "$address" "$circle" > "$scratch/tap"
status=$?
while IFS= read -r line; do
  case $line in
    "ok "*) pass "${line#* - }" ;;
    "not ok "*) fail "${line#* - }" ;;
    *) echo "$line" ;;
  esac
done < "$scratch/tap"
[ "$status" = 0 ] || fail "the stranger is content" "exit $status"

# It must be able to fail: another circle is not accepted.
"$scratch/stranger" "$address" "sha256:$(printf '%064d' 0)" > "$scratch/tap" && fail "another circle is refused" ||
  pass "another circle is refused"

# openssl and coreutils: the log's line under the head, as an auditor's sheet says.
check_line() {  # NAME VKEY NOTE
  local name=${2%%+*} rest=${2#*+} id key
  id=${rest%%+*}
  key=${rest#*+}
  head -n $(($(grep -n '^$' "$3" | tail -1 | cut -d: -f1) - 1)) "$3" > "$scratch/text"
  grep -F -- "— $name " "$3" | cut -d' ' -f3 | base64 -d > "$scratch/line"
  [ "$( (printf '%s\n' "$name"; printf %s "$key" | base64 -d) | sha256sum | cut -c1-8)" = "$id" ] &&
    [ "$(head -c 4 "$scratch/line" | od -An -tx1 | tr -d ' \n')" = "$id" ] || return 1
  tail -c +5 "$scratch/line" > "$scratch/signature"
  (printf 302A300506032B6570032100 | basenc -d --base16; printf %s "$key" | base64 -d | tail -c 32) > "$scratch/pub.der"
  openssl pkeyutl -verify -pubin -keyform DER -inkey "$scratch/pub.der" -rawin \
    -in "$scratch/text" -sigfile "$scratch/signature" > /dev/null 2>&1
}
curl -s "$address/register/joint/checkpoint" > "$scratch/note"
out=$(curl -s "$address/api/registers")
if check_line head "$(json vkey)" "$scratch/note"; then pass "openssl verifies the head's line"; else
  fail "openssl verifies the head's line"; fi
out=$("$armistice" --data "$node" --json record show 20)
json entry | head -c -1 > "$scratch/note"
vkey=$("$armistice" --data "$node" --json key list | python3 -c '
import json, sys
print(next(k["vkey"] for k in json.load(sys.stdin) if k["name"] == "unc/delegation"))')
if check_line record "$vkey" "$scratch/note"; then pass "openssl verifies one record's signature"; else
  fail "openssl verifies one record's signature"; fi
sed -i 's/^number .*/number 9/' "$scratch/note"
if check_line record "$vkey" "$scratch/note"; then fail "openssl refuses a changed record"; else
  pass "openssl refuses a changed record"; fi
