#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The invented second agreement, from its data alone: a window of silence that a shot breaks, an area
# left too early and after seven quiet days, storage sites with the statuses that missions report,
# notice before a movement, and the hotline.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
node=$scratch/node
a() { "$armistice" --data "$node" "$@"; }
field() { printf '%s' "$out" | python3 -c "import json,sys; d=json.load(sys.stdin); print(($1))"; }
t() { echo "2031-04-$1:00+02:00"; }
# of TERM: verdict and reason of each finding by the reading in use, oldest first.
of() {
  out=$(a --json findings --all)
  out=$(field "[(f['verdict'], f['because']) for f in reversed(d) if f['term'] == '$1' and f['reading'] == '']")
}

expect "an exercise of the second agreement is made" 0 "$armistice" init "$node" --agreement agreements/tarn-2031
circle=$(printf '%s' "$out" | sed -n 's/^circle *//p')

# A window of silence, once both have granted it.
expect "the mission asks for hours of silence at the water works" 0 a --json arrange ask --as corvo/member --by joint/mission \
  --sort repair-window --to alder,brenn --place water-works --from "$(t 18T08:00)" --until "$(t 18T15:00)"
window=$(json index)
for side in alder brenn; do a arrange answer "$window" --as $side/delegate --step granted > /dev/null || fail "granted by $side"; done
expect "what is heard outside of it breaks nothing" 0 a sight lodge --as corvo/observer --what explosion --place water-works --side brenn --from "$(t 18T07:30)"
expect "what is seen inside does" 0 a sight lodge --as corvo/observer --what shelling --place water-works --side brenn --from "$(t 18T08:30)"
of works.silence
has "and is found, with who did it" "('broken', 'brenn: shelling"
lacks "once" "'broken', 'alder"

# Disengagement after seven quiet days.
expect "leaving an area is arranged" 0 a --json arrange ask --as esker/member --by joint/mission --sort disengagement \
  --to alder,brenn --place orchard --from "$(t 08T00:00)" --until "$(t 30T00:00)"
area=$(json index)
expect "a shot falls there" 0 a sight lodge --as delm/observer --what small-arms-fire --place orchard --from "$(t 15T10:00)"
out=$(a --json sightings)
out=$(field "[(q['place'], q['quiet_days']) for q in d['quiet']]")
has "the quiet days are counted anew" "('orchard', 2)"
expect "and it is said to be left" 0 a arrange answer "$area" --as alder/delegate --step done --at "$(t 18T08:00)"
of areas.seven-quiet-days
has "too early" "('broken', "
expect "another area was quiet" 0 a --json arrange ask --as esker/member --by joint/mission --sort disengagement \
  --to alder,brenn --place quarry --from "$(t 08T00:00)" --until "$(t 30T00:00)"
quarry=$(json index)
a arrange answer "$quarry" --as brenn/delegate --step done --at "$(t 18T08:00)" > /dev/null
of areas.seven-quiet-days
has "and left in order" "('kept', "

# Storage sites, with the statuses that missions report.
check() { a site check --as corvo/observer --site "$1" --side "$2" "${@:3}"; }
expect "everything is there, its numbers matched" 0 check depot-north alder --item 'gun-100; 6; 6; matched'
expect "numbers are not shown" 0 check depot-south brenn --item 'gun-100; 6; 6; not_shown'
expect "some are missing, with a reason" 0 check depot-north alder --item 'gun-100; 6; 4; matched; parade'
expect "access is denied" 0 check depot-south brenn --access denied --item 'gun-100; 6; 0; none'
of weapons.stored
has "each is found as it is" "[('kept'"
out=$(a holdings)
for status in "parade" "denied"; do has "the holdings say: $status" "$status"; done

# Notice, and the hotline.
expect "a movement is announced two days before" 0 a arrange ask --as alder/duty-officer --sort notice --to brenn,joint/mission \
  --place Highfold --from "$(t 21T08:00)" --until "$(t 21T12:00)"
expect "another the day before" 0 a arrange ask --as brenn/duty-officer --sort notice --to alder,joint/mission \
  --place Lowfold --from "$(t 19T06:00)" --until "$(t 19T12:00)"
of movements.announced
has "the first is in time" "('kept', "
has "the second is late" "('broken', "
expect "a call on the hotline" 0 a --json arrange ask --as alder/duty-officer --sort hotline --to brenn --text "Who fires at the ferry?"
call=$(json index)
expect "is answered" 0 a arrange answer "$call" --as brenn/duty-officer --step granted --text "Nobody of ours. We look."
of hotline.answered
has "within two hours" "('kept', "

expect "all of it verifies" 0 "$armistice" verify "$node" --circle "$circle"
lines=$(a view digest)
expect "and folds again" 0 a rebuild
[ "$lines" = "$(a view digest)" ] && pass "with the same digests" || fail "with the same digests"
echo "1..$number"
