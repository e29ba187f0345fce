#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What sides hold: lists lodged unread and opened later, counts that must add up, prisoners declared and
# handed over, sites checked; and what a rival draft would have found in the same records.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
node=$scratch/node

a() { "$armistice" --data "$node" "$@"; }
# field EXPRESSION: of the JSON in $out, as Python has it in `d`.
field() { printf '%s' "$out" | python3 -c "import json,sys; d=json.load(sys.stdin); print(($1))"; }
holdings() { out=$(a --json holdings); out=$(field "$1"); }

expect "an exercise is made" 0 "$armistice" init "$node"
circle=$(printf '%s' "$out" | sed -n 's/^circle *//p')
expect "nothing is held yet" 0 a holdings
has "and that is said" "No list, no count and no check of a site is on record."

# A list is lodged under its digest; the salted list stays in a file.
list=$scratch/units
printf '1st Division;hill-355;20500\n2nd Division;chorwon;18000\n' > "$list"
lodge() { a disposition lodge --as unc/delegation --subject deployment --as-of 1953-07-28 "$@"; }
expect "a list is lodged" 0 lodge --list "$list" --slot 1 --slots 2
[ "$(sed 1d "$list.salted")" = "$(cat "$list")" ] && pass "the list stands below its salt" || fail "the list stands below its salt"
expect "its salt is nowhere in the register's folder" 1 grep -rq "$(head -1 "$list.salted")" "$node"
expect "nor are its units" 1 grep -rq hill-355 "$node"
expect "the salted list is not written over" 1 lodge --list "$list" --slot 2
has "and says what would be right" "--out names another file"
expect "nor is a slot taken twice" 0 lodge --list "$list" --slot 1 --slots 2 --out "$scratch/again"
printf '1st Division hill-355\n' > "$scratch/bad"
expect "a line that is no unit is refused" 1 lodge --list "$scratch/bad" --slot 2
has "with its line and form" "line 1: a line is: unit;place;strength"
expect "a list of another form is lodged on purpose" 0 lodge --list "$scratch/bad" --slot 2 --slots 2 --free
expect "a day that is none" 1 a disposition lodge --as unc/delegation --subject x --as-of July --list "$list" --out "$scratch/x"
expect "the state of the series" 0 a holdings
has "says how many stay closed" "unc: deployment of 1953-07-28: 2 of 2 lodged, 0 opened, 2 still closed"
has "a slot is taken once" "slot_taken"
index() { a --json holdings | python3 -c "import json,sys; print([l['index'] for s in json.load(sys.stdin)['series'] if s['as_of'] == '$1' for l in s['lists'] if l['slot'] == $2][0])"; }

# It is opened, and then everybody reads it.
first=$(index 1953-07-28 1)
expect "another list opens nothing, and is not sent" 1 a disposition open "$first" --as unc/delegation --list "$list"
has "and says so" "not the one that was lodged there"
expect "nor does a record that is no commitment" 1 a disposition open 0 --as unc/delegation --list "$list.salted"
has "and says that" "that record lodges no list"
expect "another party opens nothing" 0 a disposition open "$first" --as kpa-cpv/delegation --list "$list.salted"
expect "the party opens it" 0 a disposition open "$first" --as unc/delegation --list "$list.salted"
expect "a list of another form opens, too" 0 a disposition open "$(index 1953-07-28 2)" --as unc/delegation --list "$scratch/bad.salted"
expect "what is open is shown" 0 a holdings
has "with how many stay closed" "2 of 2 lodged, 2 opened, 0 still closed"
has "and its units" "hill-355"
holdings "sorted(n['word'] for n in d['notices'])"
has "what was wrong is noticed" "['not_in_form', 'not_the_party', 'slot_taken']"

# A later list with a unit that has moved.
printf '1st Division;kaesong;20500\n' > "$scratch/later"
expect "a later list is lodged" 0 a disposition lodge --as unc/delegation --subject deployment --as-of 1953-08-04 --list "$scratch/later"
expect "and opened" 0 a disposition open "$(index 1953-08-04 1)" --as unc/delegation --list "$scratch/later.salted"

# Counts: sums with their parts, inspected against reported.
expect "a count that does not add up" 0 a count state --as unc/delegation --of trajectories --line 'south; 7948' --line 'north; 978' --total 8918
expect "is shown with its parts" 0 a holdings
has "as a person would check it" "8,918 against 7,948 + 978 = 8,926"
has "and noticed" "8918 in all, the lines make 7948 + 978 = 8926"
namsi() { a count state --of airfields --side kpa-cpv --place namsi-airfield --at 1953-07-27T22:0"$1":00+09:00 --line "runway_m; $2" "${@:3}"; }
expect "a runway is reported" 0 namsi 0 900 --as kpa-cpv/delegation
expect "and inspected, longer" 0 namsi 1 1800 --as sweden/officer --inspected
expect "what is inspected is some side's" 2 a count state --as sweden/officer --inspected --of airfields --line 'runway_m; 1'
expect "a side inspects nothing" 0 namsi 2 900 --as unc/delegation --inspected
expect "and reports nothing of the other" 0 namsi 2 900 --as unc/delegation
holdings "sorted((n['word'], n['detail'][:43]) for n in d['notices'])"
has "each is noticed" "('inspected_differs', 'runway_m: 900 reported, 1800 inspected; rec')"
has "who may not inspect" "not_an_inspector"
has "who may not report" "not_the_side"
expect "a line that cannot be read" 2 a count state --as unc/delegation --of x --line 'prisoners 5640'
has "says how it is written" "prisoners; 5640; chinese"

# Prisoners: totals declared by nationality, and handed over.
expect "totals are declared" 0 a count state --as unc/delegation --of prisoners-declared --line 'prisoners; 70183; korean' --line 'prisoners; 5640; chinese'
out=$(a --json due 1953-07-28 --only)
out=$(field "[(r['by'], r['state'], r['fulfilled_by']) for r in d['duties'] if r['term'] == 'prisoners.totals']")
has "and that duty is done, by one of two" "[('unc', 'fulfilled', 'count'), ('kpa-cpv', 'waits', 'count')]"
expect "nobody's word counts for a count" 0 a duty done prisoners.totals --as kpa-cpv/delegation
expect "some are handed over" 0 a count state --as unc/delegation --of prisoners-handed-over --place panmunjom --line 'prisoners; 2756; korean'
out=$(a --json findings --all)
out=$(field "[f['because'] for f in d if f['term'] == 'prisoners.handover' and f['reading'] == ''][0]")
has "the term says how far it is, by nationality" "2756 of 75823 handed over (chinese 0 of 5640, korean 2756 of 70183), due 1953-09-25T22:00:00+09:00"

# Sites.
check() { a site check --as sweden/officer --site depot-1 --side kpa-cpv "$@"; }
expect "a site is checked" 0 check --item 'T-34; 12; 10; matched; under repair' --item 'D-30; 4; 4; not_shown'
expect "and access denied" 0 check --access denied --item 'T-34; 12; 0; none'
expect "an item that cannot be read" 2 check --item 'T-34; 12'
has "says how an item is written" "T-55; 12; 10; matched; under repair"
expect "numbers that are none of the words" 2 check --item 'T-34; 12; 12; seen'
has "says which words there are" "matched, not_shown, differ, none"
holdings "[(c['status'], c['newest'], [i['seen'] for i in c['items']]) for c in d['checks']]"
has "each check has its status" "[('access_denied', True, [0]), ('missing_explained', False, [10, 4])]"

# The same records under the draft that the agreement did not follow, and under the agreement.
out=$(a --json holdings)
out=$(field "[f['term'] for f in d['findings']]")
has "the agreement finds nothing in all of this" "[]"
expect "what the other draft would find" 0 a --json agreement judge unc-1952-01
out=$(field "sorted((f['term'], f['in_force'], f['draft'], f['draft_because']) for f in d['findings'] if f['draft'] == 'broken')")
has "a unit that moved" "('dispositions.unchanged', '', 'broken', '1st Division stands at kaesong, on the first list at hill-355')"
has "a runway that grew" "('airfields.limit', '', 'broken', '1800 runway_m at namsi-airfield, first counted 900, at most 0 more')"
expect "and the draft of the side that refused" 0 a --json agreement judge kpa-cpv-1952-01
lacks "finds none of it" "dispositions.unchanged"
expect "side by side" 0 "$armistice" agreement compare agreements/korea-1953/drafts/unc-1952-01.toml agreements/korea-1953/drafts/kpa-cpv-1952-01.toml --json
out=$(field "[d['term'] for d in d['differences'] if d['what'] == 'term' and d['b'] == '']")
has "the three terms stand on one side alone" "['dispositions.declared', 'dispositions.unchanged', 'airfields.limit']"

# What is taken back counts no longer.
count=$(a --json holdings | python3 -c 'import json,sys; print([r["index"] for r in json.load(sys.stdin)["records"] if r["of"] == "trajectories"][0])')
expect "a count is taken back" 0 a retract "$count" --reason "Added up again."
holdings "[(r['retracted'], r['sum']) for r in d['records'] if r['of'] == 'trajectories'], [c for c in d['counts'] if c['of'] == 'trajectories']"
has "and is no more the newest" "([(True, 8926)], [])"
out=$(a --json record show "$count")
has "a record shows what was noticed" '"sum_differs"'
expect "all of it verifies" 0 "$armistice" verify "$node" --circle "$circle"
echo "1..$number"
