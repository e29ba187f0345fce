#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The conference of five cables is put on record from its file of facts: what is agreed on a day, which
# questions stand open, where each side stands. And what is wrong with a file is named before anything
# is written.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
node=$scratch/node
facts=examples/conference-1951-1952.toml

a() { "$armistice" --data "$node" "$@"; }
# field EXPRESSION: of the JSON in $out, as Python has it in `d`.
field() { out=$(printf '%s' "$out" | python3 -c "import json,sys; d=json.load(sys.stdin); print(($1))"); }

expect "an exercise is made" 0 "$armistice" init "$node"
expect "nothing is agreed yet" 0 "$armistice" conference agreed "$node"
has "and that is said" "nothing is agreed"

sed 's/reply_to = "question-1"/reply_to = "question-9"/' "$facts" > "$scratch/facts.toml"
expect "a file that names what is not there" 1 a conference import "$scratch/facts.toml" --as kpa-cpv/delegation
has "is named with its place" 'facts.toml line '
has "and what is not there" 'no statement before it has the key "question-9"'
sed 's/sort = "question"/sort = "riddle"/' "$facts" > "$scratch/facts.toml"
expect "a word that there is not" 1 a conference import "$scratch/facts.toml" --as kpa-cpv/delegation
has "is told which there are" "statement, question, answer"
sed '0,/^text = "He answers/s//texts = "He answers/' "$facts" > "$scratch/facts.toml"
expect "a field that there is not" 1 a conference import "$scratch/facts.toml" --as kpa-cpv/delegation
has "is named" "texts"
sed 's/^side = "unc"$/side = "U N C"/' "$facts" > "$scratch/facts.toml"
expect "a side that is no name" 1 a conference import "$scratch/facts.toml" --as kpa-cpv/delegation
sed '/^signers/d' "$facts" > "$scratch/facts.toml"
expect "agreed points that nobody signs" 2 a conference import "$scratch/facts.toml" --as kpa-cpv/delegation
expect "nothing was written" 0 a --json conference show
field "len(d['sittings']) + len(d['positions'])"
has "of either" "0"

expect "the five cables' conference is put on record" 0 a --json conference import "$facts" --as kpa-cpv/delegation
field "d['sittings'], d['statements'], d['agendas'], d['answers'], d['proposals'], d['agreed']"
has "all of it" "(5, 36, 2, 12, 45, 9)"

expect "what was agreed by the end of January 1952" 0 "$armistice" --json conference agreed "$node" --on 1952-01-31
field "[(r['issue'], r['number'], r['points'], r['absent']) for r in d]"
has "is three points on the line" "('line', 1, 3, True), ('line', 2, 3, True), ('line', 3, 3, True)"
has "and six on arrangements" "('arrangements', 6, 6, True)"
expect "with both delegations' lines" 0 "$armistice" conference agreed "$node" --on 1952-01-31
has "on one record" "signed by unc/delegation; kpa-cpv/delegation"
has "whose words no cable has" "agreed; its words are not on record"
expect "and nothing a day before" 0 "$armistice" conference agreed "$node" --on 1952-01-30
has "is said so" "nothing is agreed"
expect "a day that there is not" 1 "$armistice" conference agreed "$node" --on 1952-01-32

expect "the questions of 11 July 1951" 0 "$armistice" --json conference open "$node" --session 1951-07-11
field "[(r['number'], r['speaker'], r['state'], r['answered_by']) for r in d]"
has "are Nam Il's five" "[(6, 'Nam Il', 'answered', 'Joy'), (7, 'Nam Il', 'not_answered', ''), (8, 'Nam Il', 'not_answered', ''), (9, 'Nam Il', 'answered_later', 'Joy'), (10, 'Nam Il', 'answered', 'Joy')]"
expect "the same on a terminal" 0 "$armistice" conference open "$node" --session 1951-07-11
has "with their words and source" "cable 21726, Nam Il's question 4"

expect "where each stands on the line" 0 "$armistice" --json conference matrix "$node" --issue line
field "[(r['day'], r['side'], r['act'], r['value']) for r in d][-2:]"
has "day by day" "[('1951-08-11', 'kpa-cpv', 'refuses', 'unfounded'), ('1951-08-11', 'kpa-cpv', 'restates', 'the 38th parallel')]"
expect "the airfields come, go and come again" 0 "$armistice" conference matrix "$node" --issue airfields
has "and that is noticed" "unc restates: in the text again [reappears], told"
expect "the agendas side by side" 0 "$armistice" conference agenda "$node"
has "whose fifth point is the other's second" "line-and-zone: kpa-cpv 2 = unc 5"
has "with what was answered" "unc refused 1951-07-10; unc beyond_mandate 1951-07-11, referred to the governments"
expect "all of it" 0 "$armistice" --json conference show "$node"
field "[(r['issue'], r['side'], r['since'], r['restated']) for r in d['moved'] if r['issue'] in ('line', 'voluntary-return')]"
has "with how often it was said again since it moved" "('line', 'kpa-cpv', '1951-07-10', 2), ('line', 'unc', '1951-08-11', 3)"
expect "all of it once more" 0 "$armistice" --json conference show "$node"
field "[r['days'] for r in d['moved'] if (r['issue'], r['side']) in (('airfields', 'kpa-cpv'), ('airfields', 'unc'))]"
has "and the days since, to the newest step of any issue" "[30, 0]"
expect "and what is noticed" 0 "$armistice" --json conference show "$node"
field "[r['word'] for r in d['notices']]"
has "is that two demands came again, and nothing else" "['reappears', 'reappears']"

expect "the sitting of 11 July" 0 "$armistice" --json conference show "$node"
field "[r['index'] for r in d['sittings'] if r['opened'].startswith('1951-07-11')][0]"
sitting=$out
expect "what was said there" 0 "$armistice" conference sitting "$node" --sitting "$sitting"
has "word for word" "We only agree to include your points in the agenda."
has "and that its side withdrew it, and that alone" 'WITHDRAWN by its side in part: "We only agree'

# A retraction says that the record was wrong, not the speaker: both stay, and both are shown.
expect "the record of it" 0 "$armistice" --json conference sitting "$node" --sitting "$sitting"
field "[(r['withdrawn'], r['withdrawn_words']) for r in d if r['number'] == 3]"
has "the words that are withdrawn" "[('in_part', ['We only agree to include your points in the agenda.'])]"
expect "the record of it again" 0 "$armistice" --json conference sitting "$node" --sitting "$sitting"
field "[r['index'] for r in d if r['number'] == 3][0]"
said=$out
expect "the author takes a record back" 0 a retract "$said" --reason "Taken back at once."
expect "and it stays, marked so" 0 "$armistice" conference sitting "$node" --sitting "$sitting"
has "as taken back" "verbatim, taken back"

# The other side tells of the same sitting, hands over a document, and more are there than were accepted.
cat > "$scratch/rival.toml" << 'FACTS'
[[sitting]]
key = "p2"
forum = "plenary"
number = 2
place = "Kaesong"
opened = 1951-07-11T08:00:00+09:00
closed = 1951-07-11T15:30:00+09:00
end = "adjourned"
present = [
  { side = "unc", role = "correspondents", number = 20, standing = "accepted" },
  { side = "unc", role = "correspondents", number = 21 },
]
[[statement]]
sitting = "p2"
number = 1
side = "unc"
at = 1951-07-11T11:00:00+09:00
sort = "document"
language = "en"
text = "Our draft of an agenda, handed over."
[[statement]]
sitting = "p2"
number = 2
side = "unc"
at = 1951-07-11T11:30:00+09:00
sort = "answer"
text = "An answer to nothing."
FACTS
expect "the other side's transcript" 0 a conference import "$scratch/rival.toml" --as unc/delegation
expect "stands beside the first" 0 "$armistice" conference sitting "$node" --sitting "$sitting"
has "under its own author" "As unc/delegation tells it:"
has "with the language spoken" "document, abridged, en"
expect "both as a list" 0 "$armistice" --json conference sitting "$node" --sitting "$sitting"
field "sorted({r['author'] for r in d}), [r['index'] for r in d if r['sort'] == 'document'][0]"
has "of two authors" "['kpa-cpv/delegation', 'unc/delegation']"
document=${out##* }
document=${document%)}
expect "a receipt of the document is asked" 0 a arrange ask --as unc/delegation --to kpa-cpv --sort for-commanders --about "$document"
receipt=$(a --json record list --kind arrangement/1 | python3 -c 'import json,sys; print(json.load(sys.stdin)[0]["index"])')
expect "and signed for" 0 a arrange answer "$receipt" --as kpa-cpv/delegation --step received
expect "which the transcript says" 0 "$armistice" conference sitting "$node" --sitting "$sitting"
has "by whom" "received by kpa-cpv/delegation"
expect "and what does not fit is noticed" 0 "$armistice" conference show "$node"
has "more than were accepted" "21 correspondents of unc, 20 accepted"
has "and an answer to nothing" "reply_to_nothing"

# What is agreed is a draft: its words carry the terms whose phrases stand in them.
expect "of points without words" 0 "$armistice" conference draft "$node" --on 1952-01-31
has "nothing is kept" 'keeps = []'
has "and that is said of each" "its words are not on record"
expect "nothing agreed makes no draft" 1 "$armistice" conference draft "$node" --on 1951-07-10
cat > "$scratch/points.toml" << 'FACTS'
signers = ["unc/delegation", "kpa-cpv/delegation"]
[[agreed]]
issue = "rotation"
number = 1
points = 1
day = "1952-03-15"
title = "How many a month"
wording = "Rotation is allowed: WORDS."
paragraph = "13c"
FACTS
phrase=$(a --json agreement show | python3 -c "
import json,sys
print([t['phrase'] for t in json.load(sys.stdin)['terms'] if t['term'] == 'rotation.ceiling'][0])")
sed -i "s/WORDS/$phrase/" "$scratch/points.toml"
expect "a point with its words and paragraph" 0 a conference import "$scratch/points.toml" --as unc/delegation
expect "makes a draft of what is agreed" 0 "$armistice" conference draft "$node"
has "that keeps the term which the words carry" 'keeps = ["rotation.ceiling"]'
has "and has its paragraph" 'number = "13c"'
printf '%s\n' "$out" > "$scratch/agreed-1952-03-15.toml"
expect "the same as a list" 0 "$armistice" --json conference draft "$node" --on 1952-03-15
field "d['name'], [k['term'] for k in d['keeps']], d['by'], len(d['left_out'])"
has "with what it leaves out" "('agreed-1952-03-15', ['rotation.ceiling'], 'joint/delegations', 9)"
expect "it stands among the rival drafts" 0 a --json agreement drafts
field "[r['name'] for r in d['drafts']]"
has "by its name" "agreed-1952-03-15"
expect "it is set beside the agreement" 0 a agreement paragraphs korea-1953 agreed-1952-03-15
expect "and judged by" 0 a agreement judge agreed-1952-03-15
expect "a day that nobody agreed on anything" 1 a agreement judge agreed-1952-02-31
cp -r agreements/korea-1953 "$scratch/agreement"
cp "$scratch/agreed-1952-03-15.toml" "$scratch/agreement/drafts/"
expect "its file is one of drafts/" 0 "$armistice" agreement compare "$scratch/agreement" "$scratch/agreement/drafts/agreed-1952-03-15.toml"
has "and compares alike" "rotation.points"

# One side alone agrees on nothing.
cat > "$scratch/alone.toml" << 'FACTS'
signers = ["unc/delegation"]
[[agreed]]
issue = "line"
number = 1
points = 3
day = "1952-02-01"
title = "The line"
FACTS
expect "one delegation does not agree alone" 2 a conference import "$scratch/alone.toml" --as unc/delegation
has "and is told so" "signed by both delegations together"

# What stands twice, or out of its order.
expect "the same signed file again" 0 a conference import "$scratch/points.toml" --as unc/delegation
expect "is one point" 0 "$armistice" --json conference agreed "$node"
field "[(r['issue'], r['number']) for r in d if r['issue'] == 'rotation']"
has "that is shown once" "[('rotation', 1)]"
cat > "$scratch/twice.toml" << 'FACTS'
[[sitting]]
key = "p24"
forum = "plenary"
number = 24
place = "Panmunjom"
opened = 1951-08-12T13:00:00+09:00
closed = 1951-08-12T15:00:00+09:00
end = "adjourned"
present = [{ side = "unc", person = "Joy" }]
[[statement]]
sitting = "p24"
number = 1
side = "unc"
at = 1951-08-12T13:10:00+09:00
sort = "statement"
text = "The first."
[[statement]]
sitting = "p24"
number = 1
side = "unc"
at = 1951-08-12T13:20:00+09:00
sort = "statement"
text = "The first again."
[[proposal]]
issue = "shelters"
side = "unc"
act = "proposes"
day = "1951-08-12"
alternative = 2
value = "tents"
[[proposal]]
issue = "shelters"
side = "unc"
act = "proposes"
day = "1951-08-12"
alternative = 2
value = "houses"
FACTS
expect "a sitting elsewhere" 0 a conference import "$scratch/twice.toml" --as kpa-cpv/delegation
expect "and what does not fit" 0 "$armistice" conference show "$node"
has "says from where its forum moved" "at Panmunjom, moved from Kaesong"
expect "as a list" 0 "$armistice" --json conference show "$node"
field "[(s['number'], s['moved_from']) for s in d['sittings'] if s['moved_from']], [(n['word'], n['detail'].split(',')[0].split()[0]) for n in d['notices'][:5]][::-1]"
has "by that sitting alone" "[(24, 'Kaesong')]"
has "and is noticed" "('agreed_twice', 'record'), ('number_twice', 'record'), ('alternative_skipped', 'no'), ('alternative_skipped', 'no'), ('alternative_twice', '2')"
expect "what is on record verifies" 0 "$armistice" verify "$node" --circle "$(a --json register list | sed -n 's/.*"circle": "\(.*\)",/\1/p')"
