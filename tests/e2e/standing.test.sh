#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Where a case stands besides its way, what a report may not hold, and an agreement that is changed.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
node=$scratch/node
a() { "$armistice" --data "$node" "$@"; }
index() { printf '%s' "$out" | sed -n 's/^record \([0-9]*\).*/\1/p' | head -1; }
neutrals=sweden/member,switzerland/member,poland/member,czechoslovakia/member
officers=sweden/officer,switzerland/officer,poland/officer,czechoslovakia/officer
seniors=unc/senior-member,kpa-cpv/senior-member
commanders=unc/commander,kpa-cpv/kpa-commander,kpa-cpv/cpv-commander

"$armistice" init "$node" > /dev/null || fail "init"
out=$(a --json register list)
circle=$(json circle)

cat > "$scratch/lorry.csv" << 'CSV'
time,track,latitude,longitude,uncertainty_m,affiliation,kind
1953-07-27T22:00:00+09:00,lorry-7,38.3700,127.25,15,kpa-cpv,truck
1953-07-27T22:10:00+09:00,lorry-7,38.3200,127.25,15,kpa-cpv,truck
1953-07-27T22:20:00+09:00,lorry-7,38.2526,127.25,15,kpa-cpv,truck
1953-07-27T22:40:00+09:00,lorry-7,38.2526,127.25,15,kpa-cpv,truck
CSV
out=$(a --json observe --as unc/situation-room --fixes "$scratch/lorry.csv" --event 4)
seen=$(json index)
out=$(a --json case allege --as unc/delegation --observation "$seen" --term territory.entry --text "A lorry came over.")
case=$(json index)
c() { a case "$1" "$case" "${@:2}"; }

expect "a senior member registers a case" 0 c mark --as unc/senior-member --status registered --number 53/114
expect "and finds that there is something to it" 0 c mark --as kpa-cpv/senior-member --status screened --text "Look into it."
expect "the docket says so" 0 a docket "$case"
has "in a word" "screened"
expect "an attribution names a party" 1 c mark --as "$neutrals" --status attributed --text x
has "which is lacking" "party: given exactly if attributed"
expect "a word that there is not" 2 c mark --as unc/senior-member --status solved
has "is told those that there are" "closed_without_agreement"

c request --as unc/senior-member --to joint/nnsc --longitude 127.25 --latitude 38.2526 --text "Look." > /dev/null
c task --as "$neutrals" --team nnit/mobile-1 --members "$officers" > /dev/null
expect "a report of what no inspection studies is stopped" 2 c report --as sweden/officer --outcome confirmed --text "A gun; its characteristics: 12 km."
has "with its paragraph" "42c"
expect "it is handed in all the same" 0 c report --as sweden/officer --outcome confirmed --text "A gun; its characteristics: 12 km." --anyway
expect "and found" 0 a findings
has "by the term" "inspection.no-study"
has "and the word" "characteristics"
expect "nor is it to stand in a dissent" 2 c vote --as poland/officer --vote against --dissent "그 특성은 다르다."
has "in whatever language" "특성"
expect "or in a translation" 2 c forward --as sweden/member --step translated --to joint/mac --language zh --text "其性能如下。"
has "of which the paragraph is told" "42c"
expect "or in an evaluation" 2 c evaluate --as "$neutrals" --outcome confirmed --text "Its characteristics were seen."
has "which may be handed in all the same" "--anyway"
expect "what it says of it otherwise is taken" 0 c report --as sweden/officer --outcome confirmed --text "One gun."
for nation in sweden switzerland poland czechoslovakia; do c vote --as $nation/officer --vote in_favour > /dev/null; done
out=$(a --json case vote "$case" --as poland/officer --vote against)
changed=$(json index)
out=$(a --json traffic irregularities; a --json docket "$case")
has "a second vote after adoption is noticed" "adopted_already"
expect "and the report stays official" 0 a docket "$case"
has "as it was" "official"
c forward --as sweden/member --to joint/mac > /dev/null
c evaluate --as "$neutrals" --outcome confirmed --text "So it is." > /dev/null
expect "the neutrals attribute it" 0 c mark --as "$neutrals" --status attributed --party kpa-cpv --text "Its plates."
out=$(a --json docket "$case")
attributed=$(printf '%s' "$out" | python3 -c 'import json,sys; print([s["index"] for s in json.load(sys.stdin)["steps"] if s["step"] == "attributed"][0])')
expect "a side disputes that" 0 c mark --as kpa-cpv/delegation --status disputed --about "$attributed" --text "Not ours."
expect "the case is disputed" 0 a docket "$case"
has "in a word" "disputed"
for by in unc kpa-cpv; do c mark --as $by/senior-member --status closed_without_agreement --text "No more to find." > /dev/null; done
expect "both close it without agreement" 0 a docket "$case"
has "in words" "closed_without_agreement"
expect "and determine it all the same, as corrected" 0 c determine --as "$seniors" --outcome corrected --text "It left."
expect "as paragraph 30 has it" 0 a findings --all
has "by its own term" "violation.corrected"
expect "the case is corrected" 0 a docket "$case"
has "in a word" "corrected"
c forward --as unc/senior-member --step notified --to "$commanders" > /dev/null
out=$(a --json case allege --as unc/delegation --observation "$seen" --term territory.entry --text "Again.")
again=$(json index)
expect "another case recurs" 0 a case mark "$again" --as unc/senior-member --status recurring --about "$case" --text "The same lorry."
expect "and says so" 0 a --json docket "$again"
has "beside its status" '"recurring"'

expect "the agreement in force, term by term" 0 a agreement show
has "with its quotations" "in any calendar month under the rotation policy"
has "and what is left open" "open: month, read as calendar of calendar, rolling"
before=$(printf '%s' "$out" | sed -n 's/^in force //p')
cat > "$scratch/fewer.toml" << 'TOML'
name = "fewer"
title = "Fewer arrivals"
by = "unc"
source = "agreed on 28 July"

[[term]]
id = "rotation.ceiling"
paragraph = "13c"
phrase = "in any calendar month under the rotation policy"
kind = "ceiling"
by = ["unc", "kpa-cpv"]
arrivals_max = 1000

[[term.option]]
name = "month"
values = ["calendar", "rolling"]
default = "calendar"
why = "As before."
TOML
move() { a movement report --as unc/delegation --day "$1" --count "pusan; arriving; $2" > /dev/null; }
move 1953-07-27 900
expect "an amendment is not signed by one" 2 a agreement amend --as unc/commander --file "$scratch/fewer.toml" --title x
expect "by two of three it is signed and has no force" 0 a agreement amend --as unc/commander,kpa-cpv/kpa-commander --file "$scratch/fewer.toml" --title "Fewer arrivals"
expect "as is shown" 0 a agreement show
has "in a word" "amendment 1: Fewer arrivals, inert"
has "and the agreement is as it was" "$before"
expect "by all it is in force at once" 0 a agreement amend --as "$commanders" --file "$scratch/fewer.toml" --title "Fewer arrivals"
expect "as is shown, too" 0 a agreement show
has "from its record on" "amendment 1: Fewer arrivals, in_force since record"
has "with the new number" "arrivals_max: 1000"
lacks "under another digest" "in force $before"
move 1953-07-28 200
expect "what comes after is judged by it" 0 a findings
has "and broken" "1100 arrived"
sed 's/"kpa-cpv"\]/"norway"]/' "$scratch/fewer.toml" > "$scratch/norway.toml"
expect "text that changes what is not there has no force" 0 a agreement amend --as "$commanders" --file "$scratch/norway.toml" --title "Wrong"
expect "and is said to have none" 0 a agreement show
has "in a word" "Wrong, inert"
expect "all of it verifies" 0 "$armistice" verify "$node" --circle "$circle"
lines=$(a view digest)
expect "and folds again" 0 a rebuild
[ "$lines" = "$(a view digest)" ] && pass "with the same digests" || fail "with the same digests"
echo "1..$number"
