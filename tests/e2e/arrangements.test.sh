#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Arrangements on the command line: a journey, supplies, a visit to a camp, a document and its
# translation, notice, headquarters; what is noticed and found about each, and what is due next.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
node=$scratch/node

a() { "$armistice" --data "$node" "$@"; }
index() { printf '%s' "$out" | sed -n 's/^record \([0-9]*\) .*/\1/p'; }
field() { printf '%s' "$out" | python3 -c "import json,sys; d=json.load(sys.stdin); print(($1))"; }
# row INDEX EXPRESSION: of the row `r` of an arrangement.
row() {
  out=$(a --json arrangements)
  out=$(field "[($2) for r in d['rows'] if r['index'] == $1]")
}
# found INDEX: paragraph, term and reason of what is not good about a record.
found() {
  out=$(a --json arrangements)
  out=$(field "[(f['paragraph'], f['term'], f['because']) for f in d['findings'] if f['index'] == $1]")
}
# noticed INDEX: the words about a record.
noticed() {
  out=$(a --json arrangements)
  out=$(field "[n['word'] for n in d['notices'] if n['index'] == $1]")
}
t() { echo "1953-07-28T$1:00+09:00"; }

expect "an exercise is made" 0 "$armistice" init "$node"
circle=$(printf '%s' "$out" | sed -n 's/^circle *//p')
start_server "$node"
expect "nothing was asked yet" 0 a arrangements
has "and it says so" "nothing was asked"

# 13g: a journey is told and granted, and made.
expect "a team tells of a journey" 0 a arrange ask --as sweden/officer --by nnit/mobile-1 --to unc --sort journey --place Uiju \
  --from "$(t 06:00)" --until "$(t 20:00)" --text "By road, two cars."
journey=$(index)
row "$journey" "r['state'], r['due'], r['due_term'], r['overdue'], r['waiting']"
has "which is due by the hour it asks for" "[('asked', '$(t 20:00)', 'journeys.neutrals', False, ['unc'])]"
expect "the side grants it" 0 a arrange answer "$journey" --as unc/delegation --step granted
expect "it is made" 0 a arrange answer "$journey" --as sweden/officer --step done
expect "in words" 0 a arrangements --sort journey
has "who asked whom, and how it stands" "$journey  nnit/mobile-1 asks unc: done"
has "where" "place: Uiju"
has "what was said" "text: By road, two cars."
has "by whom it was granted, in which record" "granted by unc/delegation (record $((journey + 1)))"
lacks "and nothing is found" "§13g"

# 13h: supplies are asked, and given short.
expect "the neutral commission asks for supplies" 0 a arrange ask --as poland/member --by joint/nnsc --to kpa-cpv --sort supplies --quantity 100 \
  --unit blankets --until "$(t 20:00)" --number P-1
supplies=$(index)
expect "fewer are given" 0 a arrange answer "$supplies" --as kpa-cpv/delegation --step done --quantity 40
found "$supplies"
has "which paragraph 13h finds" "[('13h', 'supply.stores', '40 given, 100 asked')]"
expect "in words, too" 0 a arrangements --party kpa-cpv
has "how many of how many" "joint/nnsc asks kpa-cpv: done, 40 of 100 blankets given"
has "and the finding" "§13h supply.stores, record $supplies: 40 given, 100 asked"
lacks "without what is of others" "nnit/mobile-1"
expect "the commission disputes it" 0 a arrange answer "$supplies" --as sweden/member --step disputed --text "Sixty are missing."
row "$supplies" "r['state'], [(s['step'], s['author'], s['text']) for s in r['steps']]"
has "and so it stands" "[('disputed', [('done', 'kpa-cpv/delegation', ''), ('disputed', 'sweden/member', 'Sixty are missing.')])]"

# 57, and cable 21726: a visit is asked, refused, asked again and made.
expect "a visit to a camp is asked" 0 a arrange ask --as unc/delegation --to kpa-cpv --sort camp-visit --place "a camp on the Yalu" --until "$(t 20:00)"
visit=$(index)
expect "it is refused" 0 a arrange answer "$visit" --as kpa-cpv/delegation --step refused --text "It has nothing to do with the end of the fighting."
found "$visit"
has "which the text of 1953 does not allow" "[('57a', 'camps.visits', 'refused, and may not be')]"
expect "judged by what was said in 1951" 0 a agreement judge kpa-cpv-1951-07 --json
out=$(field "[(f['term'], f['in_force'], f['draft']) for f in d['findings'] if f['term'] == 'camps.visits']")
has "it is no breach" "('camps.visits', 'broken'"
expect "a refusal stands" 0 a arrange answer "$visit" --as kpa-cpv/delegation --step granted
noticed "$(index)"
has "what is closed does not reopen" "closed_already"
expect "it is asked again" 0 a arrange ask --as unc/delegation --to kpa-cpv --sort camp-visit --place "a camp on the Yalu" --until "$(t 20:00)"
again=$(index)
expect "and granted" 0 a arrange answer "$again" --as kpa-cpv/delegation --step granted
expect "and made" 0 a arrange answer "$again" --as unc/delegation --step done
row "$again" "r['state'], r['done_at'] - r['answered_at']"
has "it is done" "[('done', 1)]"
found "$again"
has "and nothing is found about it" "[]"

# 45: a document goes to the Commission; it is translated, certified and disputed.
expect "the record of a meeting is passed on" 0 a arrange ask --as sweden/member --by joint/nnsc --to joint/mac --sort proceedings --language en --number 1
document=$(index)
expect "it is received" 0 a arrange answer "$document" --as unc/senior-member --step received
row "$document" "r['state'], r['answered_at']"
has "when, and by which record" "[('received', $((document + 1)))]"
found "$document"
has "it is not kept in three languages" "[('45', 'neutrals.languages', 'not kept in ko, zh')]"
for language in ko zh; do
  expect "a translation into $language is asked" 0 a arrange ask --as kpa-cpv/delegation --by joint/mac --to joint/nnsc --sort translation \
    --about "$document" --language "$language" --until "$(t 20:00)"
  translation=$(index)
  expect "nothing is certified before it is made" 0 a arrange answer "$translation" --as kpa-cpv/delegation --step certified
  noticed "$(index)"
  has "that is noticed" "not_made"
  expect "the text of it is written" 0 a record write --as czechoslovakia/member --text "Translated." --language "$language"
  made=$(index)
  expect "it is made" 0 a arrange answer "$translation" --as czechoslovakia/member --step done --about "$made"
  expect "and certified" 0 a arrange answer "$translation" --as kpa-cpv/delegation --step certified
  row "$translation" "r['state'], r['about'], r['came']"
  has "with the document and what came of it" "[('certified', $document, $made)]"
done
found "$document"
has "then the document is kept in all three" "[]"
expect "the other side disputes one" 0 a arrange answer "$translation" --as unc/senior-member --step disputed --text "Two lines are missing."
dispute=$(index)
found "$document"
has "and it is so no longer" "[('45', 'neutrals.languages', 'not kept in zh')]"
expect "the dispute is taken back" 0 a retract "$dispute"
found "$document"
has "and it is again" "[]"
row "$translation" "[s['stands'] for s in r['steps']]"
has "what was taken back is shown so" "[[True, True, False]]"

# 42a: the commissions sit near each other; how near, the text does not say.
for seat in "joint/mac unc/senior-member Panmunjom" "joint/nnsc sweden/member Munsan"; do
  read -r body author place <<< "$seat"
  expect "$body moves to $place" 0 a arrange ask --as "$author" --by "$body" --to unc --sort headquarters --place "$place"
  seat=$(index)
  expect "and is there" 0 a arrange answer "$seat" --as "$author" --step done
done
found "$seat"
has "which are two places" "[('42a', 'headquarters.proximity', 'joint/mac at Panmunjom, joint/nnsc at Munsan: two places, and how near is near the text does not say')]"

# 31: notice, by the register's clock.
expect "a recess is ended with an hour's notice" 0 a arrange ask --as unc/senior-member --by unc/senior-member --to kpa-cpv --sort end-of-recess \
  --from "$(t 00:30)"
found "$(index)"
has "which is too short" "('31', 'mac.recess-ended', 'told "
has "by the paragraph's hours" "at least 24')"

# What nobody does by its hour, the clock finds.
expect "a summons for an hour past" 0 a arrange ask --as unc/senior-member --by unc/senior-member --to joint/nnsc --sort summons \
  --from 1953-07-27T21:00:00+09:00
summons=$(index)
sleep 1.1
expect "the clock is put on record" 0 a register clock
found "$summons"
has "and finds it undone" "[('47', 'report.clarification', 'not done, and due 1 hour ago')]"
row "$summons" "r['overdue']"
has "it is overdue" "[True]"
out=$(a --json due 1953-07-27)
out=$(field "[(r['sort'], r['overdue'], r['by'], r['paragraph']) for r in d['asked'] if r['index'] == $summons]")
has "and stands on the list of what is due" "[('summons', True, ['joint/nnsc'], '47')]"
expect "on the command line, too" 0 a due 1953-07-27
has "under its heading" "Asked for"
expect "it is taken back" 0 a retract "$summons"
row "$summons" "r['state'], r['due']"
has "and owed no longer" "[('withdrawn', None)]"
found "$summons"
has "nor found" "[]"

# What is noticed.
# word NAME WORD COMMAND…: the record that the command writes, its index in $said, is noticed so.
word() {
  expect "$1" 0 a "${@:3}"
  said=$(index)
  out=$(a --json record show "$said")
  out=$(field "[n['word'] for n in d['noticed'] if n['view'] == 'arrangements']")
  has "is noticed as $2" "$2"
}
word "asking for somebody else" may_not_ask arrange ask --as unc/delegation --by nnit/mobile-1 --to unc --sort journey
word "asking oneself" asks_itself arrange ask --as unc/delegation --to unc --sort camp-visit
word "a sort that no term is about" unknown_sort arrange ask --as unc/delegation --to kpa-cpv --sort picnic
word "asking who does not owe it" not_owed arrange ask --as sweden/officer --by nnit/mobile-1 --to joint/mac --sort journey
word "an addressee that there is not" unknown_name arrange ask --as unc/delegation --to atlantis --sort picnic
word "a number that stands twice" number_twice arrange ask --as poland/member --by joint/nnsc --to kpa-cpv --sort supplies --number P-1
word "an answer by the asker" may_not_answer arrange answer "$said" --as poland/member --step granted
word "a step by a stranger" of_neither arrange answer "$journey" --as kpa-cpv/delegation --step disputed
word "a step on what is no arrangement" no_arrangement arrange answer 0 --as unc/delegation --step granted

# Bad input is named, and nothing is signed.
expect "a step that is none" 2 a arrange answer "$journey" --as unc/delegation --step maybe
has "says which there are" "granted, refused, received, done, not_done, certified, disputed"
expect "a time that is none" 1 a arrange ask --as unc/delegation --to kpa-cpv --sort camp-visit --until tomorrow
has "says which" "until"
expect "an end before its beginning" 1 a arrange ask --as unc/delegation --to kpa-cpv --sort camp-visit --from "$(t 20:00)" --until "$(t 06:00)"
has "says what would be right" "until: not before from"
expect "a record that is not there" 1 a arrange answer 99999 --as unc/delegation --step granted
expect "a filter that is no name" 2 a arrangements --party "U N"
has "says what it would be" "party is a name such as unc"
end_server

expect "all of it verifies" 0 "$armistice" verify "$node" --circle "$circle"
echo "1..$number"
