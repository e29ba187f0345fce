#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The second agreement, invented, on the same program: what patrols and sides saw and heard, weapons and their
# distances, pages under filters, a file of sightings, and what is wrong with one.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
node=$scratch/node

a() { "$armistice" --data "$node" "$@"; }
sight() { a sight lodge "$@"; }
# field EXPRESSION: of the JSON in $out, as Python has it in `d`.
field() { printf '%s' "$out" | python3 -c "import json,sys; d=json.load(sys.stdin); print(($1))"; }
t() { echo "2031-04-$1:00+02:00"; }
index() { printf '%s' "$out" | sed -n 's/^record \([0-9]*\) .*/\1/p'; }

expect "the agreement is whole and its cases pass" 0 "$armistice" agreement check agreements/tarn-2031
has "with its cases" " cases, 0 failed"
expect "an exercise of it is made" 0 "$armistice" init "$node" --agreement agreements/tarn-2031
circle=$(printf '%s' "$out" | sed -n 's/^circle *//p')
start_server "$node"
expect "nothing was seen yet" 0 a sightings
has "and says so" "no sighting is on record"

# What nobody attributes accuses nobody.
expect "a patrol hears explosions" 0 sight --as corvo/observer --what explosion --number 12 --place kestrel \
  --perceived heard --certainty undetermined --bearing undetermined --from "$(t 10T21:00)" --until "$(t 10T21:20)"
expect "and sees who fires" 0 sight --as corvo/observer --what small-arms-fire --number 3 --place orchard --side brenn --from "$(t 11T09:00)"
expect "a side tells of the other" 0 sight --as alder/duty-officer --what shelling --side brenn --place quarry --from "$(t 12T09:00)"
expect "a camera sees shots at the meeting house" 0 sight --as delm/observer --means camera --what small-arms-fire --place meeting-house --from "$(t 12T10:00)"
out=$(a --json sightings)
here=$out
out=$(field "[(r['what'], r['side'], r['certainty'], r['told'], r['standing']) for r in reversed(d['rows'])]")
has "each stands with its hedges" "[('explosion', '', 'undetermined', False, 'undetermined'), ('small-arms-fire', 'brenn', 'observed', False, 'judged'), ('shelling', 'brenn', 'observed', True, 'judged'), ('small-arms-fire', '', 'observed', False, 'judged')]"
out=$here
out=$(field "[(f['paragraph'], f['because']) for f in reversed(d['findings'])]")
has "what is sure is found, and what is told is not" "[('1', 'brenn: small-arms-fire in orchard, observed'), ('26', 'small-arms-fire in meeting-house, observed; for which alder and brenn answer')]"
out=$here
out=$(field "[(x['day'], x['sightings'], x['number'], x['observed'], x['undetermined']) for x in d['days']]")
has "the days add up" "[('2031-04-10', 1, 12, 0, 1), ('2031-04-11', 1, 3, 1, 0), ('2031-04-12', 2, 2, 2, 0)]"
out=$(a --json findings --all)
out=$(field "sorted((f['reading'], f['verdict']) for f in d if f['term'] == 'ceasefire' and 'tells' in f['because'])")
has "under the other reading the word of a side counts" "('told=counts', 'broken')"

# Weapons, by class and distance.
expect "a tank stands four kilometres behind the line" 0 sight --as fjord/observer --what tank --at '-30.63,-20.25' --error-m 100 --from "$(t 16T10:00)" --means uav
expect "another where it may" 0 sight --as fjord/observer --what tank --side brenn --at '-31.37,-20.10' --error-m 100 --from "$(t 16T11:00)"
expect "one that may stand on either side of its distance" 0 sight --as fjord/observer --what tank --side brenn --at '-30.63,-20.25' --error-m 15000 --from "$(t 16T12:00)"
out=$(a --json sightings --what tank)
here=$out
out=$(field "[f['because'].split(' within')[0].rsplit(' ', 2)[0] for f in d['findings']]")
has "the one that is certain is found, by whose ground it stands on" "['alder: tank at']"
out=$(a --json findings --all)
out=$(field "[(f['paragraph'], f['verdict']) for f in d if f['term'] == 'weapons.fifteen' and f['reading'] == '']")
has "the second is kept, the third undetermined" "[('4', 'undetermined'), ('4', 'kept'), ('4', 'broken')]"

# Filters and pages. Windows of silence and days of quiet rest on arrangements, which no command writes
# yet: sightings_test.cpp plays them.
expect "filters narrow the page" 0 a --json sightings --place orchard --certainty observed
out=$(field "[r['what'] for r in d['rows']], [x['day'] for x in d['days']], [p['name'] for p in d['places']]")
has "and the days, but not the lists of names" "(['small-arms-fire'], ['2031-04-11'], ['kestrel', 'meeting-house', 'orchard', 'quarry'])"
expect "a page goes on where the one before ended" 0 a --json sightings --rows 3
before=$(field "d['more_before']")
out=$(a --json sightings --rows 3 --before "$before")
out=$(field "[r['what'] for r in d['rows']]")
has "with older ones" "['small-arms-fire', 'shelling', 'small-arms-fire']"

# A file of them, as missions' annexes have them.
cat > "$scratch/annex.csv" <<CSV
position,location,means,number,perceived,description,weapon,time,certainty,bearing
Millbridge tower,kestrel,patrol,4,heard,explosion,undetermined,$(t 13T20:05),assessed,outgoing
Millbridge tower,"2-3 km SE of it, by the weir",camera,17,saw,projectile,tracer,$(t 13T20:10),observed,none
CSV
expect "a file of sightings is lodged" 0 a sight import "$scratch/annex.csv" --as esker/observer
has "a record a line" "lodged  2"
out=$(a --json sightings --day 2031-04-13)
out=$(field "[(r['author'], r['place'], r['what'], r['number'], r['perceived'], r['certainty'], r['bearing']) for r in reversed(d['rows'])]")
has "as they stand in the file" "[('esker/observer', 'kestrel', 'explosion', 4, 'heard', 'assessed', 'outgoing'), ('esker/observer', '', 'projectile', 17, 'seen', 'observed', 'none')]"
last=$(a --json sightings --rows 1 | python3 -c 'import json,sys; print(json.load(sys.stdin)["rows"][0]["index"])')
expect "what no field holds is in its words" 0 a record show "$last"
has "the place that has no name" "2-3 km SE of it, by the weir"
expect "a sighting is taken back" 0 a retract "$last" --reason "Fireworks."
out=$(a --json sightings)
out=$(field "[(x['day'], x['sightings'], x['number']) for x in d['days'] if x['day'] == '2031-04-13'], d['rows'][0]['retracted']")
has "and its day counts it no longer" "([('2031-04-13', 1, 4)], True)"

# Bad input is named, and nothing is signed.
count=$(a --json sightings | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["rows"]))')
printf 'location,means,number,perceived,description,time\nkestrel,patrol,1,saw,explosion,%s\nkestrel,drone,1,saw,explosion,%s\n' "$(t 13T20:05)" "$(t 13T20:06)" > "$scratch/bad.csv"
expect "a means that is none" 2 a sight import "$scratch/bad.csv" --as esker/observer
has "is named with its line" "bad.csv line 3: means: \"drone\" is none of patrol, camera, uav, told"
printf 'location,means\n' > "$scratch/bad.csv"
expect "a column that is missing" 1 a sight import "$scratch/bad.csv" --as esker/observer
has "is named" "bad.csv line 1: there is no column number"
printf 'location,means,number,perceived,description,time,mood\n' > "$scratch/bad.csv"
expect "a column that nobody knows" 1 a sight import "$scratch/bad.csv" --as esker/observer
has "is named, too" 'column 7: "mood" is none of location, means'
printf 'location,means,number,perceived,description,time\nkestrel,patrol,1,saw,explosion\n' > "$scratch/bad.csv"
expect "a line with too few cells" 1 a sight import "$scratch/bad.csv" --as esker/observer
has "says how many there are" "line 2: 5 cells, the first line names 6 columns"
expect "a certainty that is none" 2 sight --as corvo/observer --what explosion --certainty sure
has "says which there are" "observed, assessed, undetermined, unconfirmed"
expect "a place without how far off it may be" 2 sight --as corvo/observer --what explosion --at '-30.6,-20.2'
has "asks for it" "error_m"
expect "more days than a page has" 2 a sightings --days 1000
expect "a day that is none" 2 a sightings --day yesterday
out=$(a --json sightings)
out=$(field "len(d['rows']) == $count and $count == 9")
has "nothing of that is on record" "True"
expect "an unknown place is noticed" 0 sight --as corvo/observer --what explosion --place atlantis --from "$(t 14T10:00)"
out=$(a --json sightings)
out=$(field "[(n['word'], n['detail']) for n in d['notices']]")
has "by its name" "[('unknown_place', 'atlantis')]"
# A time at the very end of what may be stated is told all the same.
expect "the last hours that can be stated" 0 sight --as corvo/observer --what stork --from 2199-12-31T23:30:00+00:00
expect "are told at an offset that has them" 0 a --json sightings --what stork --until 2199-12-31
has "and not past it" "2199-12-31T23:30:00+00:00"

end_server

expect "all of it verifies" 0 "$armistice" verify "$node" --circle "$circle"
echo "1..$number"
