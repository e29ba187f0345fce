#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Ledgers and duties: what came in and went out, inspected against reported, and what is due when.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
node=$scratch/node

a() { "$armistice" --data "$node" "$@"; }
# field EXPRESSION: of the JSON in $out, as Python has it in `d`.
field() { printf '%s' "$out" | python3 -c "import json,sys; d=json.load(sys.stdin); print(($1))"; }

expect "an exercise is made" 0 "$armistice" init "$node"
circle=$(printf '%s' "$out" | sed -n 's/^circle *//p')
start_server "$node"

# A day's movements, as the side reports them and as a team counted them.
expect "a side reports a day" 0 a movement report --as unc/delegation --day 1953-07-28 \
  --count 'pusan; arriving; 1200; rotation; United States' --count 'inchon; departing; 1300; leave'
expect "a team reports what it counted" 0 a movement report --as sweden/officer --inspected --side unc \
  --day 1953-07-28 --count 'pusan; arriving; 1150'
out=$(a --json ledger --month 1953-07)
has "what was counted otherwise is noticed" "pusan arriving: 1200 reported, 1150 inspected by sweden"
has "the side's sums are its own reports'" "$(field "'' if [(s['arrived'], s['departed'], s['month_arrived'], s['arrivals_max']) for s in d['sides']] != [(1200, 1300, 1200, 35000), (0, 0, 0, 35000)] else 'unc'")"
out=$(field "[(c['point'], c['direction'], c['sort'], c['nationality'], c['persons'], c['basis']) for c in d['counts'] if c['basis'] == 'reported']")
has "by point, sort and nationality" "('pusan', 'arriving', 'rotation', 'United States', 1200, 'reported')"
expect "a total that its counts do not make" 0 a movement report --as kpa-cpv/delegation --day 1953-07-28 \
  --count 'sinuiju; departing; 7948' --count 'manpo; departing; 978' --departed 8918
out=$(a --json ledger --month 1953-07)
has "is noticed, and the counts stand" "8918 departed in all, the counts make 8926"
expect "more in than out, over the ceiling, past a port" 0 a movement report --as kpa-cpv/delegation \
  --day 1953-07-27 --count 'seoul; arriving; 35001'
out=$(a --json findings)
out=$(field "sorted(f['term'] for f in d)")
has "each is found" "['rotation.balance', 'rotation.ceiling', 'rotation.points']"
out=$(a --json findings)
out=$(field "[(f['paragraph'], f['because'], f['cure']) for f in d if f['term'] == 'rotation.ceiling']")
has "with its paragraph, reason and cure" "('13c', '35001 arrived in the calendar month, at most 35000', '35000 arrivals or fewer in the month')"

# Materiel, piece for piece.
expect "a shipment that replaces what was worn out" 0 a movement shipment --as unc/delegation \
  --shipment S-1 --point pusan --item 'armored_vehicle; M46; 4; M46; 4; worn_out'
expect "one that replaces nothing" 0 a movement shipment --as unc/delegation --shipment S-2 --point pusan --item 'weapon; M1; 10'
out=$(a --json findings)
out=$(field "[f['because'] for f in d if f['term'] == 'materiel.replacement']")
has "is found" "['10 M1 replace nothing that was lost']"

# What has begun and must follow: a shipment that was seen is reported within its hours.
expect "a team sees a shipment that nobody reported" 0 a movement shipment --as sweden/officer --inspected --side unc \
  --shipment S-3 --point pusan --item 'weapon; M1; 2'
out=$(a --json due 1953-07-28)
out=$(field "[(r['what'], r['by'], r['shipment'], r['paragraph'], r['overdue']) for r in d['owed']]")
has "its report is listed beforehand" "[('reported', 'unc', 'S-3', '13d', False)]"
expect "the side reports it" 0 a movement shipment --as unc/delegation --shipment S-3 --point pusan \
  --item 'weapon; M1; 2; M1; 2; destroyed'
out=$(a --json due 1953-07-28)
out=$(field "d['owed']")
has "and owes nothing more" "[]"
expect "an inspector's count of what no inspection studies is stopped" 2 a movement shipment --as sweden/officer --inspected \
  --side unc --shipment S-4 --point pusan --item 'weapon; M1; 2' --text "Its characteristics: eight rounds."
has "with its paragraph" "42c"
expect "or handed in all the same" 0 a movement shipment --as sweden/officer --inspected --anyway \
  --side unc --shipment S-4 --point pusan --item 'weapon; M1; 2' --text "Its characteristics: eight rounds."
out=$(a --json findings)
has "and is found" "$(field "[f['because'] for f in d if f['term'] == 'inspection.no-study'][0]")"

# What is due, by the paragraph's hours.
out=$(a --json due 1953-07-30)
out=$(field "[(r['due'], r['by'], r['term'], r['state']) for r in d['duties'] if r['term'] == 'zone.withdrawal']")
has "72 hours after the effective hour" "('1953-07-30T22:00:00+09:00', 'unc', 'zone.withdrawal', 'waits')"
expect "a side states that it is done" 0 a duty done zone.withdrawal --as unc/commander --text "All are out."
out=$(a --json due 1953-07-30)
out=$(field "[(r['by'], r['state']) for r in d['duties'] if r['term'] == 'zone.withdrawal']")
has "for itself" "[('unc', 'fulfilled'), ('kpa-cpv', 'waits')]"
out=$(a --json due 1953-07-29 --only)
out=$(field "[(r['by'], r['occasion'], r['state'], r['fulfilled_by']) for r in d['duties']]")
has "a day's report fulfils that day's duty" "[('unc', '1953-07-28', 'fulfilled', 'movement'), ('kpa-cpv', '1953-07-28', 'fulfilled', 'movement')]"
out=$(a --json due 1953-09-13 --only --days 13)
out=$(field "[(r['due'], r['paragraph']) for r in d['duties'] if r['by'] == 'unc' and r['fulfilled_by'] == 'fulfilment']")
has "hazards, supplements and the last prisoner" "[('1953-09-13T22:00:00+09:00', '13a'), ('1953-09-15T23:59:59+09:00', '58b'), ('1953-09-25T22:00:00+09:00', '54'), ('1953-09-25T23:59:59+09:00', '58b')]"
out=$(a --json due 1953-08-06 --only --all)
out=$(field "[(r['reading'], r['due']) for r in d['duties'] if r['term'] == 'rear.withdrawal' and r['by'] == 'unc']")
has "both readings of ten days" "[('', '1953-08-06T22:00:00+09:00'), ('day_count=whole_days', '1953-08-06T23:59:59+09:00')]"

# Bad input is named, and nothing is signed.
expect "a count that cannot be read" 2 a movement report --as unc/delegation --day 1953-08-01 --count 'pusan arriving 12'
has "says how it is written" "pusan; arriving; 1200"
expect "a day that does not exist" 1 a movement report --as unc/delegation --day 1953-02-29 --count 'pusan; arriving; 1'
expect "an unknown sort" 2 a movement report --as unc/delegation --day 1953-08-01 --count 'pusan; arriving; 1; holiday'
has "says which there are" "rotation, temporary_duty, leave"
expect "a month that is none" 2 a ledger --month July
expect "a date that is none" 2 a due tomorrow
expect "a duty that there is not" 0 a duty done line.crossing --as unc/commander
end_server

# An exercise that begins later: its first clock record finds what nobody did.
cp -r agreements/korea-1953 "$scratch/later"
sed -i 's/^begins = .*/begins = 1953-07-31T00:00:30+09:00/' "$scratch/later/agreement.toml"
expect "an exercise that begins on 31 July" 0 "$armistice" init "$scratch/later-node" --agreement "$scratch/later"
later() { "$armistice" --data "$scratch/later-node" "$@"; }
out=$(later --json findings)
out=$(field "sorted((f['occasion'], f['term']) for f in d)")
has "what the clock passed is overdue" "[('kpa-cpv', 'prisoners.totals'), ('kpa-cpv', 'zone.withdrawal'), ('kpa-cpv 1953-07-28', 'rotation.daily-report'), ('kpa-cpv 1953-07-29', 'rotation.daily-report'), ('unc', 'prisoners.totals'), ('unc', 'zone.withdrawal'), ('unc 1953-07-28', 'rotation.daily-report'), ('unc 1953-07-29', 'rotation.daily-report')]"
out=$(later --json due 1953-07-31)
has "and stays listed" "overdue"
clock=$(later --json findings | python3 -c 'import json,sys; print(json.load(sys.stdin)[0]["index"])')
expect "an allegation of one of several" 2 later case allege --as unc/delegation --observation "$clock" --term zone.withdrawal
has "asks which" "occasion"
expect "an allegation that names it" 0 later case allege --as unc/delegation --observation "$clock" --term zone.withdrawal --occasion kpa-cpv --against kpa-cpv
expect "done late" 0 later duty done zone.withdrawal --as kpa-cpv/kpa-commander
out=$(later --json due 1953-07-30)
out=$(field "[(r['by'], r['state']) for r in d['duties'] if r['term'] == 'zone.withdrawal']")
has "is late" "('kpa-cpv', 'late')"

expect "all of it verifies" 0 "$armistice" verify "$node" --circle "$circle"
echo "1..$number"
