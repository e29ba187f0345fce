#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A side's own register: what it keeps, what it stops before it is signed, and that not a byte of it is in
# anything that is shared.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
node=$scratch/node
own=$scratch/own
facts=examples/own-1951-1952.toml
leaks=tests/e2e/own_leaks.py

a() { "$armistice" --data "$node" "$@"; }
o() { "$armistice" --data "$own" "$@"; }
# field EXPRESSION: of the JSON in $out, as Python has it in `d`.
field() { out=$(printf '%s' "$out" | python3 -c "import json,sys; d=json.load(sys.stdin); print(($1))"); }
size() { a --json register head | python3 -c 'import json,sys; print(json.load(sys.stdin)["accepted"]["size"])'; }

expect "an exercise is made" 0 "$armistice" init "$node"
expect "a side makes its own register" 0 "$armistice" own init "$own" --side kpa-cpv
expect "nobody else has one" 1 "$armistice" own init "$scratch/none" --side sweden
has "who is no side" "sweden is no side of korea-1953"
expect "it says whose it is" 0 o --json register list
field "d[0]['own_side'], [p['name'] for p in d[0]['parties']]"
has "and names nobody else" "('kpa-cpv', ['kpa-cpv'])"
expect "nothing is kept yet" 0 "$armistice" own show "$own"
has "and that is said" "nothing is kept here yet"
expect "a shared register keeps nothing of the kind" 1 "$armistice" own show "$node"
has "and says so" "no side's own"

sed 's/^ladder = .*//; s/key = "line-ladder"/key = "zone-ladder"/' "$facts" > "$scratch/facts.toml"
expect "a key that stands twice" 1 o own import "$scratch/facts.toml" --as kpa-cpv/delegation
has "is named with its place" 'key "zone-ladder" stands twice'
sed 's/^against = "prisoners"/against = "airfields"/' "$facts" > "$scratch/facts.toml"
expect "an issue against itself" 1 o own import "$scratch/facts.toml" --as kpa-cpv/delegation
has "is no linkage" "against: another issue"
expect "nothing was written" 0 "$armistice" own show "$own"
has "of either" "nothing is kept here yet"
before=$(size)
expect "nor is anything signed for a shared register" 1 a own import "$facts" --as kpa-cpv/delegation
has "whose circle is no side's own" "for a side's own register, and this is none"
expect "whose size is what it was" 0 test "$(size)" = "$before"

expect "what the cables say is kept" 0 o --json own import "$facts" --as kpa-cpv/delegation
field "tuple(d.values())"
has "all of it" "(3, 4, 14, 0, 1, 1, 1, 3)"
expect "how far it would go" 0 "$armistice" own show "$own"
has "is what is said at the table" "line: “the 38th parallel” may be offered"
has "with the condition of each rung below" "on condition: The other side lets it be understood clearly"
has "and what is not said" "not “great concession”"
has "what is held against what" "airfields against prisoners"
lacks "and nothing is held against an issue of which nothing else is kept" "unknown_issue"
expect "what is open in January 1952" 0 "$armistice" --json own open "$own" --on 1952-02-01
field "[(r['issue'], r['due'], r['overdue']) for r in d['requests']]"
has "is every request, since none is answered" "[('line', '1951-08-13', True), ('neutral-states', '1952-02-03', False), ('neutral-states', '1952-02-03', False)]"
expect "an instruction is given" 0 o own instruct --issue neutral-states --by "the centre" --as kpa-cpv/delegation \
  --request "$(o --json own open | python3 -c 'import json,sys; print([r["index"] for r in json.load(sys.stdin)["requests"] if "eight points" in r["question"]][0])')" \
  --option 1 --text "As in the eight points." --day 1952-02-03
expect "and its request is open no more" 0 "$armistice" --json own open "$own"
field "len(d['requests'])"
has "of three" "2"

# What is said in public is held against it.
draft() {
  printf '[[proposal]]\nissue = "%s"\nside = "%s"\nact = "%s"\nday = "1951-08-13"\nvalue = "%s"\n' "${@:1:4}" > "$scratch/draft.toml"
  [ -z "$5" ] || printf 'text = "%s"\n' "$5" >> "$scratch/draft.toml"
}
draft line kpa-cpv proposes "the line of the front, with small changes" ""
expect "a draft that gives away more" 1 "$armistice" own check "$own" --file "$scratch/draft.toml"
has "is stopped with its place and rung" "draft.toml line 1 column 1: proposal/1: “the line of the front, with small changes” is rung 3 on line, which is not released"
has "with its condition" "on condition: It is decided above"
has "and with what may be offered" "what may be offered on line is “the 38th parallel”"
has "and what it is held against" "linked: line is held against line-and-zone"
has "and what is asked for" "asked: an instruction is asked for and not given"
before=$(size)
expect "it is not signed either" 2 a --own "$own" conference import "$scratch/draft.toml" --as kpa-cpv/delegation
has "for the same reason" "not signed: “the line of the front, with small changes” is rung 3 on line"
draft line kpa-cpv proposes "the 39th parallel" ""
expect "a position on no rung" 1 "$armistice" own check "$own" --file "$scratch/draft.toml"
has "is none that may be taken" "is on no rung of the ladder on line"
draft line kpa-cpv drops "the 38th parallel" ""
expect "dropping all that is released" 1 "$armistice" own check "$own" --file "$scratch/draft.toml"
has "gives up what nothing replaces" "is all that is released on line, and nothing below it"
draft line kpa-cpv restates "the 38th parallel" "Or else a cease-fire on the present front."
expect "a rung that stands between the lines" 1 env ARMISTICE_OWN="$own" "$armistice" own check "$own" --file "$scratch/draft.toml"
draft zone-elsewhere kpa-cpv proposes "the line of the front, with small changes" ""
expect "nor is it given away under another name" 1 "$armistice" own check "$own" --file "$scratch/draft.toml"
has "by its words" "is rung 3 on line, which is not released"
cat > "$scratch/accepts.toml" << 'FACTS'
[[proposal]]
key = "theirs"
issue = "line"
side = "unc"
act = "proposes"
day = "1951-08-13"
value = "the line of the front, with small changes"
[[proposal]]
issue = "line"
side = "kpa-cpv"
act = "accepts"
of = "theirs"
day = "1951-08-13"
value = "the 38th parallel"
FACTS
expect "whoever accepts takes what is accepted" 1 "$armistice" own check "$own" --file "$scratch/accepts.toml"
has "whatever the draft calls it" "is rung 3 on line, which is not released"
expect "and does not sign it" 2 a --own "$own" conference import "$scratch/accepts.toml" --as kpa-cpv/delegation
sed -i '/^act = "accepts"/s/accepts/refuses/; s/^value = "the 38th parallel"/value = "the line of the front, with small changes"/' "$scratch/accepts.toml"
expect "a refusal may name it" 0 "$armistice" own check "$own" --file "$scratch/accepts.toml"
has "and is to be read again" "names_rung: it names"
draft neutral-zone kpa-cpv proposes "a smaller zone at Kaesong and Munsan, and a smaller strip along the road" "It is a great concession."
expect "words that are not said in public" 2 env ARMISTICE_OWN="$own" "$armistice" --data "$node" conference import "$scratch/draft.toml" --as kpa-cpv/delegation
has "are named" "“great concession” is not said in public"
expect "in a note neither" 2 a --own "$own" record write --as kpa-cpv/delegation --text "A GREAT concession!"
expect "nor where both would sign" 0 a record draft --organ joint/delegations --signers unc/delegation,kpa-cpv/delegation --until 1953-07-28T12:00:00+09:00 --out "$scratch/joint" --text "Both agree: a great concession."
expect "the one side does not" 2 a --own "$own" record sign "$scratch/joint" --as kpa-cpv/delegation
expect "the other may" 0 a --own "$own" record sign "$scratch/joint" --as unc/delegation
cat > "$scratch/agreed.toml" << 'FACTS'
signers = ["unc/delegation", "kpa-cpv/delegation"]
[[agreed]]
issue = "line"
number = 1
points = 1
day = "1951-08-13"
title = "The line of the front, with small changes"
FACTS
expect "nor is more agreed on than is released" 2 a --own "$own" conference import "$scratch/agreed.toml" --as kpa-cpv/delegation
has "before anybody signs" "agreed.toml line 2 column 1: not signed"
expect "what cannot be asked is not signed" 1 a --own "$scratch/nothing" record write --as kpa-cpv/delegation --text "A note."
expect "nor what is asked of a register that is shared" 1 a --own "$node" record write --as kpa-cpv/delegation --text "A note."
expect "so far nothing was written" 0 test "$(size)" = "$before"

draft line unc changes "the line of the front, with small changes" "They tell us so: a great concession."
expect "what is told of the other side is not held against it" 0 a --own "$own" conference import "$scratch/draft.toml" --as kpa-cpv/delegation
draft line kpa-cpv restates "the 38th parallel" ""
expect "what may be offered is signed" 0 a --own "$own" conference import "$scratch/draft.toml" --as kpa-cpv/delegation

# Rung by rung.
expect "the third rung is not released before the second" 0 o own release line --rung 3 --by "the centre" --as kpa-cpv/delegation --day 1951-08-14
expect "and is not" 0 "$armistice" own show "$own"
has "noticed" "out_of_order"
expect "the next is" 0 o own release line --by "the centre" --as kpa-cpv/delegation --day 1951-08-14 --text "They gave way."
expect "and then the one below" 0 o own release line --by "the centre" --as kpa-cpv/delegation --day 1951-08-15
expect "there is no fourth" 1 o own release line --by "the centre" --as kpa-cpv/delegation
draft line kpa-cpv changes "A cease-fire on the present front" ""
start_server "$own"
expect "now it may be offered, while the own register is served" 0 a --own "$own" conference import "$scratch/draft.toml" --as kpa-cpv/delegation
expect "a release is taken back" 0 o retract "$(o --json record list --kind release/1 | python3 -c 'import json,sys; print(json.load(sys.stdin)[1]["index"])')" --as kpa-cpv/delegation
draft line kpa-cpv restates "A cease-fire on the present front" ""
expect "and what is below is closed" 1 "$armistice" own check "$own" --file "$scratch/draft.toml"
end_server
expect "the own register verifies" 0 "$armistice" verify "$own" --circle "$(o --json register list | sed -n 's/.*"circle": "\(.*\)",/\1/p')"
expect "and is folded again alike" 0 "$armistice" rebuild "$own"

# Not a byte of it leaves. Every field of every kind has a word of its own that stands nowhere else.
python3 - "$scratch" << 'PY'
import re, sys
scratch, count, secrets = sys.argv[1], 0, []
def secret(match):
    global count
    count += 1
    secrets.append(f"Zq{count}Kept{count * 7919 % 10007}Words")
    return f'{match[1]} = "{secrets[-1]}"'
text = open("examples/own-1951-1952.toml", encoding="utf-8").read()
text = text.replace('{ words = "great concession" }', '{ words = "great concession", instead = "a proposal" }')
text = re.sub(r'\b(question|option|arguments|text|source|by|position|also|condition|words|instead|outlet|quoted|what|terms) = "[^"]*"', secret, text)
# Issues that no shared record names.
for issue in sorted(set(re.findall(r'\bissue = "([^"]*)"', text))):
    name = f"zq-{issue[::-1]}-kept"
    text = re.sub(rf'\b(issue|against) = "{issue}"', rf'\1 = "{name}"', text)
    secrets.append(name)
open(scratch + "/secret.toml", "w", encoding="utf-8").write(text)
open(scratch + "/secrets", "w", encoding="utf-8").write("\n".join(secrets))
PY
expect "words that stand nowhere else are kept" 0 o own import "$scratch/secret.toml" --as kpa-cpv/delegation
rung=$(sed -n 's/.*position = "\([^"]*\)", also.*/\1/p' "$scratch/secret.toml" | head -1)
draft zq-enil-kept kpa-cpv proposes "$rung" ""
expect "a draft that says one of them is stopped" 2 a --own "$own" conference import "$scratch/draft.toml" --as kpa-cpv/delegation
has "by what it says" "$rung"
draft line kpa-cpv restates "the 38th parallel" "Another is signed."
expect "another is signed" 0 a --own "$own" conference import "$scratch/draft.toml" --as kpa-cpv/delegation
a --json record list --count 1000 > "$scratch/said-list"
a --json conference show > "$scratch/said-conference"
a view digest > "$scratch/said-digests"
a register prove 5 > "$scratch/said-proof"
"$armistice" schema > "$scratch/schema.json"
mkdir "$scratch/out"
mv "$scratch"/said-* "$scratch/draft.toml" "$scratch/joint" "$scratch/out"
expect "each of them is found in the own register" 0 python3 $leaks "$scratch/secrets" all "$own"
expect "and none in the folder that is shared, nor in what was drafted and printed" 0 python3 $leaks "$scratch/secrets" none "$node" "$scratch/out"
lacks "which were read" ", 0 read"

# The desk of a shared node holds what it signs against it as well, and learns yes or no.
refused_to_serve() { expect "$1" 1 timeout 60 "$armistice" serve "$node" --port 0 --own "$2"; }
refused_to_serve "no node is served with an own register that is not there" "$scratch/nothing"
has "and that is named" "--own: $scratch/nothing holds no register"
expect "another exercise is made" 0 "$armistice" init "$scratch/other"
refused_to_serve "nor with a register that is shared" "$scratch/other"
has "which is no side's own" "--own: $scratch/other holds a shared register, and no side's own"
expect "an own register of another agreement" 0 "$armistice" own init "$scratch/far" --side alder --agreement agreements/tarn-2031
refused_to_serve "is of nobody here" "$scratch/far"
has "and that is said" "is of a side that is no party here"
start_server "$own"
own_pid=$server_pid
trap 'kill "$own_pid" 2> /dev/null; finish' EXIT
start_server "$node" 0 --own "$own"
expect "the page learns that drafts are held against one" 0 a --json register list
field "d[0]['held_against_own'], d[0]['own_side']"
has "and not whose" "(True, '')"
# screen AS KIND BODY [HEADER]: the status and every byte of the answer.
token=$(sed -n 's/.*"token":"\([^"]*\)".*/\1/p' "$node/serving")
screen() {
  python3 -c 'import json,sys; print(json.dumps({"register": "joint", "as": [sys.argv[1]], "kind": sys.argv[2], "body": sys.argv[3]}))' "$@" > "$scratch/asked"
  out=$(curl -s -w ' %{http_code}' -H "${4:-X-Armistice-Token: $token}" -H "Content-Type: application/json" --data-binary @"$scratch/asked" "$address/api/record/screen" | tr -d "\n")
}
is() { if [ "$out" = "$2" ]; then pass "$1"; else fail "$1" "$out"; fi; }
salt=000102030405060708090a0b0c0d0e0f
note() { printf '{"salt":"%s","language":"en","text":"%s"}' "$salt" "$1"; }
stands() { printf '{"salt":"%s","issue":"line","side":"kpa-cpv","act":"%s","day":"1951-08-13","of":"%s","alternative":0,"value":"%s","condition":"","linked":"","source":"","text":""}' "$salt" "$1" "$3" "$2"; }
screen kpa-cpv/delegation note/1 "$(note "We shall see.")"
is "what gives nothing away may be signed" '{"may_be_signed":true} 200'
screen kpa-cpv/delegation note/1 "$(note "It is a GREAT concession.")"
is "what is not said may not, and not a word more" '{"may_be_signed":false} 200'
screen kpa-cpv/delegation proposal/1 "$(stands proposes "the 40th parallel" "")"
is "nor what is on no rung" '{"may_be_signed":false} 200'
screen unc/delegation note/1 "$(note "It is a great concession.")"
is "it is held against what its own side signs" '{"may_be_signed":true} 200'
theirs=$(a --json conference matrix --issue line | python3 -c 'import json,sys; print([r["id"] for r in json.load(sys.stdin) if r["side"] == "unc"][-1])')
screen kpa-cpv/delegation proposal/1 "$(stands accepts "the 38th parallel" "$theirs")"
is "what is accepted is read from the record" '{"may_be_signed":false} 200'
screen kpa-cpv/delegation note/1 '{"salt":"'
has "a body that is none is malformed" '"code":"malformed"'
screen kpa-cpv/delegation guidance/1 '{}'
has "whatever its kind" '"code":"malformed"'
screen kpa-cpv/delegation note/1 "$(note "We shall see.")" "X-Armistice-Token: none"
has "without the token nothing is said" '"code":"forbidden"'
screen kpa-cpv/delegation note/1 "$(note "We shall see.")" "Origin: http://example.org"
has "nor to another site" '"code":"forbidden"'
expect "none of its answers to hundreds of drafts has a byte of it" 0 python3 $leaks "$scratch/secrets" screens "$address" "$token"
has "some of which are no" " no, "
lacks "and some of which are" ", 0 no"
cp "$scratch/serve.log" "$scratch/out/served-with"
expect "nor has what it answers else" 0 python3 $leaks "$scratch/secrets" serves "$scratch/schema.json" "$address"
kill "$own_pid"
wait "$own_pid" 2> /dev/null
trap finish EXIT
screen kpa-cpv/delegation note/1 "$(note "It is a great concession.")"
is "it is asked as well when nobody serves it" '{"may_be_signed":false} 200'
mv "$own" "$scratch/away"
screen kpa-cpv/delegation note/1 "$(note "We shall see.")"
is "what cannot be asked is not answered" '{"error":{"code":"io","what":"the side'"'"'s own register could not be asked"}} 500'
mv "$scratch/away" "$own"
end_server
cp "$scratch/serve.log" "$scratch/out/served-with-2"
expect "nor is any of it in its folder or log" 0 python3 $leaks "$scratch/secrets" none "$node" "$scratch/out"
start_server "$node"
screen kpa-cpv/delegation note/1 "$(note "We shall see.")" "X-Armistice-Token: $(sed -n 's/.*"token":"\([^"]*\)".*/\1/p' "$node/serving")"
has "without one there is nothing to ask" '"code":"unsupported"'
a --own "$own" record write --as kpa-cpv/delegation --text "Signed while it is served." > "$scratch/out/said-served" 2>&1
expect "nor in anything that its server answers" 0 python3 $leaks "$scratch/secrets" serves "$scratch/schema.json" "$address"
lacks "of which much is good" " 0 read"
cp "$scratch/serve.log" "$scratch/out"
expect "nor in its folder while it is served" 0 python3 $leaks "$scratch/secrets" none "$node" "$scratch/out"
end_server
cp "$own/registers/joint/register.db" "$scratch/out/strayed"
expect "what strayed would be found" 1 python3 $leaks "$scratch/secrets" none "$scratch/out"
python3 -c 'import base64,sys; print(base64.b64encode(b"x" + open(sys.argv[1],"rb").readline().strip() + b"yz").decode())' "$scratch/secrets" > "$scratch/out/strayed"
expect "in another coding, too" 1 python3 $leaks "$scratch/secrets" none "$scratch/out"
has "and named" "base64"
