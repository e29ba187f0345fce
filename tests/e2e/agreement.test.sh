#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# An agreement's folder is checked: the shipped one is good; broken copies are told what is wrong, and where.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
shipped=agreements/korea-1953
check() { "$armistice" agreement check "$@"; }
# broken FILE FROM TO: a fresh copy with FROM replaced in one file.
broken() {
  rm -rf "$scratch/copy"
  cp -r "$shipped" "$scratch/copy"
  sed -i "s|$2|$3|" "$scratch/copy/$1"
}

expect "the shipped agreement is good" 0 check "$shipped"
has "one line a case" "good   mobile/six-of-ten: broken (§42e): unc has 6 out, at most 5 of 10"
has "a summary" " cases, 0 failed"
expect "as JSON" 0 check "$shipped" --json
json good > "$scratch/good" && [ "$(cat "$scratch/good")" = True ] && pass "JSON says good" ||
  fail "JSON says good" "$out"

broken terms/article-1.toml 'persons_max = 1000' 'persons_max = 999'
expect "a term that its cases contradict" 1 check "$scratch/copy"
has "names the case" "WRONG  persons/a-thousand: broken (§10): 1000 authorized, at most 999"
has "names file and line" "cases/access.toml line "
has "says what should come" "zone.civil-administration should say kept (§10)"
has "counts it" "1 failed"
expect "the same as JSON" 1 check "$scratch/copy" --json

broken terms/article-2.toml 'first = "forwarded"' 'frist = "forwarded"'
expect "a misspelt field" 1 check "$scratch/copy"
has "is named with its place" "terms/article-2.toml line "
has "and what is missing" "first is missing"

broken bodies.toml 'side = "unc"' 'side = "un"'
expect "a side that is not there" 1 check "$scratch/copy"
has "is named" "agreement.toml has no party un"

broken cases/neutrals.toml 'expect = "may_act"' 'expect = '
expect "a file that is no TOML" 1 check "$scratch/copy"
has "is named with its line" "cases/neutrals.toml line "

# A quotation that is not there: in an agreement that holds its own words, and in a text beside one.
rm -rf "$scratch/own"
cp -r agreements/tarn-2031 "$scratch/own"
sed -i 's|phrase = "without leave of|phrase = "without the leave of|' "$scratch/own/terms/bodies.toml"
expect "a phrase that its paragraph does not have" 1 check "$scratch/own"
has "is named with its place" 'WRONG  malformed: terms/bodies.toml line 4 column 1: line.leave: §12 does not say "without the leave of the Joint Commission"; nearest is "'
printf '\n12. Whatever.\n\n13. Nothing.\n' > "$scratch/text"
expect "a text in which nothing of it stands" 1 check "$shipped" --text "$scratch/text"
has "is held to every term" "zone.civil-administration: the text has no §10"
has "and to its words" ': §12 does not say'
expect "a text that is not there" 1 check "$shipped" --text "$scratch/nothing"
treaty=${ARMISTICE_SHARED_DATA:-../shared/data}/korea/armistice-agreement-1953.txt
if [ -f "$treaty" ]; then
  expect "every phrase of the shipped one stands in the treaty" 0 check "$shipped" --text "$treaty"
else
  skip "every phrase of the shipped one stands in the treaty" "no shared data"
fi

# A draft is held to the document in which its words stand, an amendment to its own words.
draft=drafts/kpa-cpv-1952-01.toml
expect "a draft that is whole" 0 check "$shipped/$draft"
has "has its own paragraphs and terms, and no cases" "kpa-cpv-1952-01: 5 paragraphs, 24 terms, 0 cases, 0 failed"
expect "a draft that there is not" 1 check "$shipped/drafts/nobody.toml"
has "is said" "holds no draft nobody"
cables=${ARMISTICE_SHARED_DATA:-../shared/data}/cables
cable=$(ls "$cables"/001_*.txt 2> /dev/null)
other=$(ls "$cables"/000_*.txt 2> /dev/null)
if [ -n "$cable" ] && [ -n "$other" ]; then
  for one in kpa-cpv-1952-01 unc-1952-01; do
    expect "every phrase of $one stands in its cable" 0 check "$shipped/drafts/$one.toml" --text "$cable"
  done
  expect "and that of unc-1951-07 in its own" 0 check "$shipped/drafts/unc-1951-07.toml" --text "$other"
  expect "in another cable it does not stand" 1 check "$shipped/drafts/unc-1951-07.toml" --text "$cable"
else
  skip "every phrase of the drafts stands in its cable" "no shared data"
fi
printf 'The organ and the commission must be\nlocated in one place.\n' > "$scratch/cable"
expect "a document in which nearly nothing of a draft stands" 1 check "$shipped/$draft" --text "$scratch/cable"
lacks "what stands there is not named" "headquarters.proximity"
broken "$draft" 'must be located in one place' 'must be located in a town'
expect "a draft whose words are others" 1 check "$scratch/copy/$draft" --text "$scratch/cable"
has "is named with file and line" "WRONG  malformed: $draft line "
has "with what it says and what is there" 'headquarters.proximity: the text does not say "must be located in a town"; nearest is "must be located in one place."'
cat > "$scratch/change.toml" << 'TOML'
name = "mission"
title = "Leave of the mission"
by = "alder"
source = "agreed"

[[paragraph]]
number = "12"
text = "Nobody crosses the line without leave of the Mission."

[[term]]
id = "line.leave"
paragraph = "12"
phrase = "without leave of the Mission"
kind = "permit_required"
act = "crossing_line"
granted_by = ["joint/mission"]
TOML
expect "an amendment that quotes its own words" 0 check agreements/tarn-2031 --changes "$scratch/change.toml"
sed -i 's/phrase = .*/phrase = "without leave of the Joint Commission"/' "$scratch/change.toml"
expect "one that quotes the words that it takes away" 1 check agreements/tarn-2031 --changes "$scratch/change.toml"
has "is named, with its own" 'changes line 10 column 1: line.leave: §12 does not say "without leave of the Joint Commission"; nearest is'
printf 'name = ' > "$scratch/change.toml"
expect "changes that cannot be read" 1 check agreements/tarn-2031 --changes "$scratch/change.toml"
has "are told where" "changes line 1"
expect "changes that are not there" 1 check agreements/tarn-2031 --changes "$scratch/nothing"

# An agreement names its zones.
broken terms/article-1.toml 'zone = "demilitarized-zone"' 'zone = "buffer"'
expect "a zone that the agreement does not have" 1 check "$scratch/copy"
has "is named with file and line" "WRONG  malformed: terms/article-1.toml line "
has "and its name" "agreement.toml has no zone buffer"

expect "no such folder" 1 check "$scratch/nowhere"
expect "no folder" 2 check

# The whole folder goes on record, subfolders and all.
expect "a node is made with it" 0 "$armistice" init "$scratch/node" --agreement "$shipped"

# Rival drafts, side by side by paragraph, and judged on the same records.
expect "an agreement and a rival draft of it" 0 "$armistice" agreement compare "$shipped" "$shipped/drafts/kpa-cpv-1952-01.toml" --json
out=$(printf '%s' "$out" | python3 -c 'import json,sys; print([(d["paragraph"], d["a"], d["b"]) for d in json.load(sys.stdin)["differences"] if d["what"] in ("option adoption", "mobile-inspection-teams")])')
has "differ in how a report is adopted, and in teams" "[('42e', '10 teams', '6 teams'), ('46', 'unanimous', 'majority')]"
expect "two rival drafts" 0 "$armistice" agreement compare "$shipped/drafts/unc-1952-01.toml" "$shipped/drafts/kpa-cpv-1952-01.toml"
has "show twelve points against five" "dzenten, pusan (12)"
has "and 30 miles against 5 kilometres" "30 miles"
expect "a draft that is not there" 1 "$armistice" agreement compare "$shipped" "$shipped/drafts/nobody.toml"
"$armistice" --data "$scratch/node" movement report --as unc/delegation --day 1953-07-28 --count 'seoul; departing; 12' > /dev/null
expect "what is on record, judged under a draft" 0 "$armistice" --data "$scratch/node" agreement judge unc-1952-01 --json
out=$(printf '%s' "$out" | python3 -c 'import json,sys; d=json.load(sys.stdin); print(d["bad_in_force"], d["bad_under_draft"], [(f["term"], f["in_force"], f["draft"]) for f in d["findings"]])')
has "is broken in force and kept under it" "1 0 [('rotation.points', 'broken', 'kept'), ('points.parity', 'kept', ''), ('mobile-teams.number', 'kept', '')]"
expect "under no draft" 1 "$armistice" --data "$scratch/node" agreement judge nobody
has "says which there are" "kpa-cpv-1951-07, kpa-cpv-1952-01, unc-1951-07, unc-1952-01"

# The same by name, of what is on record: what there is, two of them whole, and both judged.
a() { "$armistice" --data "$scratch/node" agreement "$@"; }
expect "what is on record" 0 a drafts
has "is the agreement in force" "korea-1953  Agreement concerning a military armistice in Korea, in force"
has "and its rival drafts" "unc-1952-01  The United Nations Command's position of January 1952, by unc (Cable 16008"
expect "two of them paragraph by paragraph" 0 a paragraphs korea-1953 kpa-cpv-1952-01
has "show what differs" "report.adoption, option adoption"
has "a term that rules otherwise" "neutrals.decision, rule"
has "and what is the same" "The same in both: §1, §2"
expect "the same as JSON" 0 a paragraphs unc-1952-01 kpa-cpv-1952-01 --json
out=$(printf '%s' "$out" | python3 -c 'import json,sys; d=json.load(sys.stdin); p={p["number"]: p for p in d["paragraphs"]}; print(p["1"]["standing"], p["43"]["standing"], [t["standing"] for t in p["37"]["terms"] if t["term"] == "neutrals.decision"], d["a"]["by"])')
has "has every paragraph with its standing" "same differs ['differs'] unc"
expect "judged under either" 0 a findings unc-1952-01 kpa-cpv-1952-01 --json
out=$(printf '%s' "$out" | python3 -c 'import json,sys; d=json.load(sys.stdin); print(d["bad_a"], d["bad_b"], [(f["term"], f["standing"], f["a"], f["b"]) for f in d["findings"]])')
has "seoul is a point of one and not of the other" "0 1 [('rotation.points', 'differs', 'kept', 'broken'), ('points.parity', 'only_b', '', 'kept'), ('mobile-teams.number', 'only_b', '', 'kept')]"
expect "what both break" 0 a findings korea-1953 kpa-cpv-1952-01
has "is shown, too" "rotation.points: broken, broken"
expect "a name that is none" 1 a paragraphs korea-1953 nobody
has "says which drafts there are" "kpa-cpv-1951-07, kpa-cpv-1952-01, unc-1951-07, unc-1952-01"
