#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The commands of the spine, on a folder and through its server: what a user types, and what comes.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
node=$scratch/node
run() { "$armistice" --data "$node" "$@"; }

expect "init makes an exercise" 0 "$armistice" init "$node"
has "init says the circle" "compare this by voice or on paper"
expect "init does not make it twice" 1 "$armistice" init "$node"
out=$(run --json register list)
circle=$(json circle)
[ "$(stat -c %a "$node/keys"/*.key | sort -u)" = 600 ] && pass "only the owner reads the keys" ||
  fail "only the owner reads the keys"

expect "a note is accepted" 0 run record write --as unc/delegation --text "We agree to include your points."
has "the answer is a receipt" "c2sp.org/tlog-proof@v1"
first=$(sed -n 's/^record \([0-9]*\) .*/\1/p' <<< "$out")
expect "a name without a key is refused" 1 run record write --as unc/nobody --text "x"
has "the error says which keys there are" "unc/delegation"
expect "nothing said is a usage error" 2 run record write --as unc/delegation
expect "an unknown command is a usage error" 2 "$armistice" frobnicate
has "that says which there are" "there are: init"
expect "an unknown option is a usage error" 2 run record list --frobnicate
expect "help is good" 0 "$armistice" record write --help
has "help names every argument" "--language"

expect "a passage is taken back" 0 run retract "$first" --passage "include your points" --reason "Only the first."
expect "words that were not said are not taken back" 1 run retract "$first" --passage "something else"
expect "another party does not retract" 1 run retract "$first" --as kpa-cpv/delegation
run --json record show "$first" > "$scratch/shown"
out=$(cat "$scratch/shown")
has "a retracted record shows its retraction" '"scope": "passage"'
has "and keeps its text" "We agree to include your points."

expect "register cosign makes the head count" 0 run register cosign
has "with all six parties it is settled" "settled"
expect "one party alone cosigns" 0 run register cosign --as sweden
expect "a stranger does not" 1 run register cosign --as nowhere
expect "register checkpoint prints a note" 0 run register checkpoint
has "with the log's origin" "register.armistice.example/joint"
expect "register prove prints a proof" 0 run register prove "$first"
has "for the record's index" "index $first"
expect "register clock puts the head on record" 0 run register clock
expect "register policy names the quorum" 0 run register policy
has "of both sides and three neutrals" "group neutrals 3"
expect "view digest prints one line a view" 0 run view digest
digest=$out
expect "rebuild folds all again" 0 "$armistice" rebuild "$node"
expect "and comes to the same digest" 0 run view digest
[ "$out" = "$digest" ] && pass "the digest is the same" || fail "the digest is the same" "$out"
rm -f "$node"/views.db*
expect "views.db may be deleted" 0 run view digest
[ "$out" = "$digest" ] && pass "and folds to the same digest" || fail "and folds to the same digest" "$out"
expect "verify is content" 0 "$armistice" verify "$node" --circle "$circle"
has "and says so" "GOOD"
expect "verify of another circle is not" 1 "$armistice" verify "$node" --circle "sha256:$(printf '%064d' 0)"
expect "verify without a circle is a usage error" 2 "$armistice" verify "$node"
expect "verify of nothing is refused" 1 "$armistice" verify "$scratch" --circle "$circle"
out=$(run --json record list --count 2)
[ "$(printf '%s' "$out" | python3 -c 'import json,sys; print(len(json.load(sys.stdin)))')" = 2 ] &&
  pass "--json prints a list" || fail "--json prints a list" "$out"

# A joint record, signed by one after the other.
until=1953-07-30T12:00:00+09:00
expect "a joint draft is written" 0 run record draft --organ joint/mac --out "$scratch/draft" \
  --signers unc/senior-member,kpa-cpv/senior-member --until "$until" --text "The line is agreed."
expect "one signs" 0 run record sign "$scratch/draft" --as kpa-cpv/senior-member
expect "half a signature is refused" 1 run record submit "$scratch/draft"
has "for its lines" "wrong_signers"
expect "nobody signs twice" 1 run record sign "$scratch/draft" --as kpa-cpv/senior-member
expect "a stranger does not sign" 1 run record sign "$scratch/draft" --as sweden/member
expect "the other signs" 0 run record sign "$scratch/draft" --as unc/senior-member
expect "both lines are accepted" 0 run record submit "$scratch/draft"
receipt=$(sed -n '/^c2sp/,$p' <<< "$out")
expect "the same record again is accepted again" 0 run record submit "$scratch/draft"
[ "$(sed -n '/^c2sp/,$p' <<< "$out")" = "$receipt" ] && pass "with the same receipt" || fail "with the same receipt"
run record draft --organ joint/mac --out "$scratch/second" --signers unc/senior-member,kpa-cpv/senior-member \
  --until "$until" --text "Another." > "$scratch/said"
draft=$(run --json record sign "$scratch/second" --as unc/senior-member | sed -n 's/.*"id": "\(.*\)",/\1/p')
run record sign "$scratch/second" --as kpa-cpv/senior-member > /dev/null
expect "a signer withdraws in time" 0 run withdraw "$draft" --as unc/senior-member --reason "Not so."
expect "then the draft is refused" 1 run record submit "$scratch/second"
has "as withdrawn" "withdrawn"

# Served: commands go through the server, and the server refuses what it should.
start_server "$node"
expect "a second server on the folder is refused" 1 "$armistice" serve "$node" --port 0
has "as busy" "busy"
expect "a command goes through the server" 0 run record write --as poland/member --text "Noted."
index=$(sed -n 's/^record \([0-9]*\) .*/\1/p' <<< "$out")
counted "$node" $((index + 1))
out=$(run --json record show "$index")
[ "$(json mode)" = settled ] && pass "the server cosigns a quiet head" || fail "the server cosigns a quiet head" "$out"
expect "verify reads beside a server" 0 "$armistice" verify "$node" --circle "$circle"
expect "rebuild goes through the server" 0 "$armistice" rebuild "$node"

status() { curl -s -o "$scratch/answer" -w '%{http_code}' "$@"; }
is() {  # NAME STATUS CURL-ARGUMENTS…
  local name=$1 want=$2 got
  shift 2
  got=$(status "$@")
  [ "$got" = "$want" ] && pass "$name" || fail "$name" "$got, not $want: $(cat "$scratch/answer")"
}
is "the list of registers is served" 200 "$address/api/registers"
is "another Host is refused" 403 -H "Host: evil.example" "$address/api/registers"
is "another Origin is refused" 403 -H "Origin: http://evil.example" "$address/api/registers"
is "another site is refused" 403 -H "Sec-Fetch-Site: cross-site" "$address/api/registers"
is "a POST without the token is refused" 403 -X POST "$address/api/register/cosign"
is "an unknown path is not found" 404 "$address/nothing"
is "an unknown command is not found" 404 "$address/api/nothing/here"
is "a path does not climb" 400 --path-as-is "$address/../etc/passwd"
is "an argument that does not exist is refused" 400 "$address/api/record/list?nonsense=1"
is "a tile past the end is not found" 404 "$address/register/joint/tile/0/999"
is "a tile's path has one spelling" 400 "$address/register/joint/tile/00/000"
is "a body that is not here is not found" 404 "$address/register/joint/body/$(printf '%064d' 0)"
token=$(sed -n 's/.*"token":"\([^"]*\)".*/\1/p' "$node/serving")
is "with the token it is answered" 200 -X POST -H "X-Armistice-Token: $token" "$address/api/register/cosign"
is "a submission that is none is refused" 400 -X POST -H "X-Armistice-Token: $token" \
  --data-binary 'xyz' "$address/api/record/submit?register=joint"
[ "$(stat -c %a "$node/serving")" = 600 ] && pass "only the owner reads the token" || fail "only the owner reads the token"
out=$(curl -s -D - -o /dev/null "$address/register/joint/checkpoint")
has "no page may frame or script it" "frame-ancestors 'none'"
has "nothing is sniffed" "nosniff"
lacks "there is no CORS" "Access-Control"
out=$(timeout 5 curl -sN "$address/api/feed" | head -n 2)
has "the feed says the state at once" '"size":'

# A server that was killed leaves no trace that hinders.
kill -9 "$server_pid"
wait "$server_pid" 2> /dev/null
server_pid=""
expect "after kill -9 the folder works" 0 run record write --as sweden/member --text "Still here."
expect "and verifies" 0 "$armistice" verify "$node" --circle "$circle"

# One bit, anywhere.
flip() {  # FILE OFFSET
  local byte
  byte=$(od -An -tu1 -j "$2" -N 1 "$1" | tr -d ' ')
  printf "$(printf '\\x%02x' $((byte ^ 1)))" | dd of="$1" bs=1 seek="$2" conv=notrunc status=none
}
named() {  # NAME FILE OFFSET
  cp -a "$node" "$scratch/copy"
  flip "$scratch/copy/$2" "$3"
  expect "a bit flipped in $1 is noticed" 1 "$armistice" verify "$scratch/copy" --circle "$circle"
  has "and named" "WRONG"
  rm -rf "$scratch/copy"
}
sqlite_offset() { grep -abo -- "$2" "$1" | head -1 | cut -d: -f1; }
python3 - "$node" << 'PY'
import sqlite3, sys
sqlite3.connect(sys.argv[1] + "/registers/joint/register.db").execute("PRAGMA wal_checkpoint(TRUNCATE)")
PY
db=registers/joint/register.db
named "a record" $db "$(sqlite_offset "$node/$db" 'author poland/member')"
named "a body" $db "$(sqlite_offset "$node/$db" 'We agree to include')"
named "a head" registers/joint/head 40
file=$(basename "$(find "$node/bodies" -type f | head -1)")
named "a bundle's file" "bodies/$file" 10
