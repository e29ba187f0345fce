#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The server against who connects or sends without end, and against who asks for what is not theirs.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
node=$scratch/node
run() { "$armistice" --data "$node" "$@"; }
"$armistice" init "$node" > "$scratch/said" || exit 1

start_server "$node"
# What nobody said openly is not served, though it lies in bodies/.
digest_of() { sha256sum "$1" | cut -d' ' -f1; }
keep() { cp "$1" "$node/bodies/$(digest_of "$1")"; }
is_body() {  # NAME STATUS HEX
  local got
  got=$(curl -s -o "$scratch/answer" -w '%{http_code}' "$address/register/joint/body/$3")
  [ "$got" = "$2" ] && pass "$1" || fail "$1" "$got, not $2"
}
head -c 70000 /dev/urandom > "$scratch/secret"
keep "$scratch/secret"
is_body "a body that no record says openly is not found" 404 "$(digest_of "$scratch/secret")"
head -c 70000 /dev/zero | tr '\0' 'a' > "$scratch/long"
expect "a long note is accepted" 0 run record write --as poland/member --file "$scratch/long"
index=$(sed -n 's/^record \([0-9]*\) .*/\1/p' <<< "$out")
out=$(run --json record show "$index")
hex=$(printf '%s' "$out" | python3 -c 'import json,sys; print(json.load(sys.stdin)["body"]["digest"][7:])')
is_body "its body is served from its file" 200 "$hex"
[ "$(digest_of "$scratch/answer")" = "$hex" ] && pass "whole" || fail "whole"
is_body "a file of the agreement is served" 200 "$(digest_of agreements/korea-1953/agreement.toml)"
is_body "and a kind's page" 200 "$(digest_of spec/kinds/note.md)"

out=$(timeout 3 curl -sN -D - "$address/api/feed" | head -n 20)
has "the feed is a stream of events" "text/event-stream"
has "the feed may not be read by another site" "Cross-Origin-Resource-Policy: same-origin"
has "nor framed" "frame-ancestors 'none'"
has "nor sniffed" "nosniff"
has "and says the state" '"size":'
out=$(curl -s -D - -X POST "$address/api/feed" -H "X-Armistice-Token: $(sed -n 's/.*"token":"\([^"]*\)".*/\1/p' "$node/serving")")
has "who may not open it is told so under the same heads" "frame-ancestors 'none'"
