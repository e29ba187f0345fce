#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Passes and gate logs: who may be in the zone, who is inside, and what paragraph 10 says of it.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
node=$scratch/node

a() { "$armistice" --data "$node" "$@"; }
# field EXPRESSION: of the JSON in $out, as Python has it in `d`.
field() { printf '%s' "$out" | python3 -c "import json,sys; d=json.load(sys.stdin); print(($1))"; }
# words TEXT: which words were noticed whose detail holds the text, oldest first.
words() { field "[n['word'] for n in reversed(d['notices']) if '$1' in n['detail']]"; }
t() { echo "1953-07-27T$1:00+09:00"; }

expect "an exercise is made" 0 "$armistice" init "$node"
circle=$(printf '%s' "$out" | sed -n 's/^circle *//p')
start_server "$node"

expect "nobody has a pass yet" 0 a passes
has "each side is shown with its limit" "unc in demilitarized-zone: 0 authorized of at most 1000 (10), no gate log"

# Passes: a side's own, for its own number.
expect "a side grants passes" 0 a pass grant --as unc/commander --from "$(t 22:00)" --to "$(t 22:50)" \
  --holder 'C-17; Kim; civil_police; armed' --holder 'C-18; Pak; civil_administration' --holder C-19
expect "a pass for the other side's number" 0 a pass grant --as unc/commander --side kpa-cpv --from "$(t 22:00)" --to "$(t 23:00)" --holder N-1
expect "the north grants its own" 0 a pass grant --as kpa-cpv/cpv-commander --from "$(t 22:00)" --to "$(t 23:00)" --holder N-2
expect "a number that stands twice" 0 a pass grant --as unc/commander --from "$(t 22:30)" --to "$(t 22:40)" --holder C-19
out=$(a --json passes --at "$(t 22:10)")
here=$out
out=$(field "[(s['side'], s['authorized'], s['inside'], s['persons_max'], s['paragraph']) for s in d['sides']]")
has "the number authorized is of those in force" "[('unc', 3, None, 1000, '10'), ('kpa-cpv', 1, None, 1000, '10')]"
out=$here
out=$(field "[(p['number'], p['person'], p['sort'], p['arms']) for p in d['passes'] if p['side'] == 'unc']")
has "each with its holder" "[('C-17', 'Kim', 'civil_police', 'armed'), ('C-18', 'Pak', 'civil_administration', 'unarmed'), ('C-19', '', '', 'unarmed')]"
out=$here
out=$(field "[(n['word'], n['detail']) for n in reversed(d['notices'])]")
has "what is wrong with them is noticed" "[('may_not_grant', 'unc/commander'), ('pass_twice', 'C-19')]"
out=$(a --json passes --at "$(t 22:35)")
out=$(field "[s['authorized'] for s in d['sides']]")
has "a number that stands twice counts twice" "[4, 1]"
out=$(a --json passes --at "$(t 23:30)")
out=$(field "[s['authorized'] for s in d['sides']], d['passes']")
has "past their last moment nobody is authorized" "([0, 0], [])"

# The gate: who goes in, by which pass, and who goes out.
expect "a gate is logged" 0 a pass gate --as unc/delegation --gate gate-3 --inside 2 --from "$(t 22:00)" --to "$(t 22:20)" \
  --entry "$(t 22:05); in; C-17" --entry "$(t 22:06); in; C-18; 1" --entry "$(t 22:07); in; C-19" --entry "$(t 22:15); out; C-17"
expect "with all that can be wrong with it" 0 a pass gate --as unc/delegation --gate gate-4 --inside 9 --from "$(t 22:20)" --to "$(t 22:30)" \
  --entry "$(t 22:21); in; C-18" --entry "$(t 22:22); in; C-99" --entry "$(t 22:23); in; N-2" \
  --entry "$(t 22:24); in; ; 2" --entry "$(t 22:25); out; C-17"
out=$(a --json passes)
here=$out
has "each is noticed with its entry" '1953-07-27T22:21:00+09:00 in: \"C-18\", 1'
for one in 'C-18|inside_already' 'C-99|unknown_pass' 'N-2|pass_not_valid' '22:24|without_pass' 'C-17|not_inside' 'as stated|sum_differs'; do
  out=$here
  out=$(words "${one%|*}")
  has "${one#*|}" "['${one#*|}']"
done
out=$here
out=$(field "[(f['paragraph'], f['term'], f['because']) for f in d['findings']]")
has "more inside than authorized is found" "('10', 'zone.civil-administration', '7 are there, 3 were authorized')"
out=$here
out=$(field "[(s['inside'], s['inside_at'], s['log']) for s in d['sides'] if s['side'] == 'unc']")
has "who is inside, and since which log" "(7, '1953-07-27T22:25:00+09:00'"
out=$(a --json passes --at "$(t 22:10)")
out=$(field "[s['inside'] for s in d['sides']]")
has "and as of a moment before" "[3, None]"

expect "the other side keeps no gate of ours" 0 a pass gate --as kpa-cpv/delegation --side unc --gate gate-5 --inside 0 --entry "$(t 22:10); in; ; 5"
expect "a log over another of the same gate" 0 a pass gate --as sweden/officer --side unc --gate gate-3 --inside 0 --from "$(t 22:10)" --to "$(t 22:12)" --entry "$(t 22:11); in; ; 1"
out=$(a --json passes)
has "not the keeper" '"word": "not_the_keeper"'
has "one log of a gate at a time" '"word": "overlaps"'
out=$(field "[(g['gate'], g['counts'], g['went_in'], g['went_out'], g['stated'], g['inside'], g['most']) for g in d['logs'] if g['author'] == 'unc/delegation']")
has "the logs, newest first" "[('gate-4', True, 5, 1, 9, 7, 7), ('gate-3', True, 3, 1, 2, 2, 3)]"

# What is taken back counts no longer.
log=$(a --json passes | python3 -c 'import json,sys; print([g["index"] for g in json.load(sys.stdin)["logs"] if g["gate"] == "gate-4"][0])')
expect "the log is taken back" 0 a retract "$log" --reason "Another day's."
out=$(a --json passes)
out=$(field "[s['inside'] for s in d['sides']], [g['retracted'] for g in d['logs'] if g['gate'] == 'gate-4']")
has "and its entries with it" "([2, None], [True])"
expect "in words, too" 0 a passes --at "$(t 22:10)"
has "a line a side" "unc in demilitarized-zone: 3 authorized of at most 1000 (10), 3 inside as of 1953-07-27T22:07:00+09:00"
has "and the finding" "7 are there, 3 were authorized"

# More than a thousand.
for series in A B C D; do
  holders=()
  for i in $(seq 256); do holders+=(--holder "$series-$i"); done
  a pass grant --as kpa-cpv/kpa-commander --from "$(t 22:00)" --to "$(t 23:00)" "${holders[@]}" > /dev/null || fail "256 passes are granted"
done
out=$(a --json findings)
out=$(field "[(f['paragraph'], f['because'], f['cure']) for f in d if '1025' in f['because']]")
has "the number authorized is held against paragraph 10" "[('10', '1025 authorized, at most 1000', '1000 persons or fewer at any one time')]"

# Bad input is named, and nothing is signed.
expect "an entry that cannot be read" 1 a pass gate --as unc/delegation --gate gate-3 --inside 0 --entry 'ten; in'
expect "a passing that is none" 2 a pass gate --as unc/delegation --gate gate-3 --inside 0 --entry "$(t 22:10); over; C-1"
has "says which there are" "in, out"
expect "arms that are none" 2 a pass grant --as unc/commander --to "$(t 23:00)" --holder 'C-1; Kim; police; sword'
has "says which there are, too" "unarmed, armed"
expect "a pass without a number" 1 a pass grant --as unc/commander --from "$(t 22:00)" --to "$(t 23:00)" --holder '; Kim'
expect "a moment that is none" 2 a passes --at noon
end_server

expect "all of it verifies" 0 "$armistice" verify "$node" --circle "$circle"
echo "1..$number"
