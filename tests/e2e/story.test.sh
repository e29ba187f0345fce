#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The story: one violation of the armistice, from the first fix to a determination that both senior
# members signed and three commanders acknowledged; then the same with a signature that never comes.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
node=$scratch/node

a() { "$armistice" --data "$node" "$@"; }
# index: of the record that the last command handed in.
index() { printf '%s' "$out" | sed -n 's/^record \([0-9]*\) .*/\1/p'; }
# field EXPRESSION: of the JSON in $out, as Python has it in `d`.
field() { printf '%s' "$out" | python3 -c "import json,sys; d=json.load(sys.stdin); print(($1))"; }
# said_of CASE: what is noticed at each step, under the readings in use.
noticed_at() {
  out=$(a --json docket "$1")
  field "[(s['step'], sorted(f['term']+' '+f['verdict'] for f in s['judged'] if not f['reading'] and not f['good']) + [n['word'] for n in s['notices']]) for s in d['steps'] if s['index'] == $2]"
}

neutrals=sweden/member,switzerland/member,poland/member,czechoslovakia/member
officers=sweden/officer,switzerland/officer,poland/officer,czechoslovakia/officer
seniors=unc/senior-member,kpa-cpv/senior-member
commanders=unc/commander,kpa-cpv/kpa-commander,kpa-cpv/cpv-commander

expect "an exercise of 1953 is made" 0 "$armistice" init "$node"
circle=$(printf '%s' "$out" | sed -n 's/^circle *//p')
start_server "$node"

# 1. A track crosses the line and the zone's southern edge and halts 6 km inside the other side.
cat > "$scratch/lorry.csv" << 'FIXES'
time,track,latitude,longitude,uncertainty_m,affiliation,kind
1953-07-27T22:00:00+09:00,lorry-7,38.3700,127.25,15,kpa-cpv,truck
1953-07-27T22:10:00+09:00,lorry-7,38.3200,127.25,15,kpa-cpv,truck
1953-07-27T22:20:00+09:00,lorry-7,38.2526,127.25,15,kpa-cpv,truck
1953-07-27T22:30:00+09:00,lorry-7,38.2526,127.25,15,kpa-cpv,truck
1953-07-27T22:40:00+09:00,lorry-7,38.2526,127.25,15,kpa-cpv,truck
FIXES
before=$(a --json register head | python3 -c 'import json,sys; print(json.load(sys.stdin)["accepted"]["size"])')
expect "watch proposes what the track did" 0 a watch --fixes "$scratch/lorry.csv" --json
out=$(field "[(e['event'], e['boundary']) for e in d['events']]")
has "entry, crossing, leaving, halt" "[('entry', 'zone'), ('crossing', 'line'), ('leaving', 'zone'), ('halt', 'zone')]"
watched=$(a --json watch --fixes "$scratch/lorry.csv")
out=$(a --json observation propose --fixes "$(cat "$scratch/lorry.csv")")
proposed=$(field "(d['watched']['events'], len(d['observations']), 'salt' in d['observations'][0])")
out=$watched
[ "$proposed" = "$(field "(d['events'], 4, False)")" ] && pass "the node proposes the same of fixes in a call" || fail "the node proposes the same of fixes in a call" "$proposed"
out=$(a --json register head)
[ "$(field "d['accepted']['size']")" = "$before" ] && pass "watch signs nothing" || fail "watch signs nothing" "$out"

# 2. The situation room signs what it saw; the term without a permit gives a finding.
expect "the situation room signs the crossing" 0 a observe --as unc/situation-room --fixes "$scratch/lorry.csv" --event 2 --text "Seen from post 7."
crossing=$(index)
expect "and the halt" 0 a observe --as unc/situation-room --fixes "$scratch/lorry.csv" --event 4
halt=$(index)
out=$(a --json ground)
out=$(field "[(o['event'], o['side'], o['zone'], o['agrees'], o['edge_distance_mm'] > 5900000, o['edge_error_mm'] >= 300000, o['fix_error_mm'], len(o['fixes'])) for o in d['observations']]")
has "ground rows it, with distance and both errors" "('halt', 'south', 'outside', True, True, True, 15000, 3)"
out=$(a --json findings)
out=$(field "sorted((f['index'], f['paragraph'], f['phrase'], f['verdict'], f['cure']) for f in d)")
has "crossing the line without a permit is found" "($crossing, '7', 'unless specifically authorized to do so by the Military Armistice Commission', 'broken', 'a permit in force then, by joint/mac')"
has "so is the halt in the other side's territory" "($halt, '8', 'authorized to do so by the Commander into whose territory entry is sought', 'broken', 'a permit in force then, by unc/commander')"

expect "on a terminal, too" 0 a findings
has "with the paragraph's own words" '8: "authorized to do so by the Commander into whose territory entry is sought"'
has "and its evidence" "record $halt: sha256:"

# Whose it is, and who claims that, as the fixes have it.
sed 's/,kpa-cpv,/,unc by sweden,/; s/lorry-7/lorry-8/' "$scratch/lorry.csv" > "$scratch/own.csv"
expect "fixes say who claims whose they are" 0 a observe --as unc/situation-room --fixes "$scratch/own.csv" --event 4
own=$(index)
out=$(a --json ground)
out=$(field "[(o['affiliation'], o['claimed_by']) for o in d['observations'] if o['index'] == $own]")
has "and the record, too" "[('unc', 'sweden')]"
out=$(a --json findings --record "$own")
has "one's own territory is no finding" "[]"
sed 's/,kpa-cpv,/,The North,/; s/lorry-7/lorry-9/' "$scratch/lorry.csv" > "$scratch/north.csv"
expect "a claim that is no name is not dropped in silence" 2 a observe --as unc/situation-room --fixes "$scratch/north.csv" --event 4
has "and says what would be right" "--affiliation says whose it is"

# A finding's evidence is followed to the bytes in the register.
out=$(a --json findings)
record=$(field "[f['record'] for f in d if f['term'] == 'territory.entry'][0]")
out=$(a --json record show "$record")
id=$(field "'sha256:' + __import__('hashlib').sha256((d['entry'].split('\n\n')[0] + '\n').encode()).hexdigest()")
[ "$id" = "$record" ] && pass "a finding names the bytes of its evidence" || fail "a finding names the bytes of its evidence" "$id is not $record"
expect "which the register proves" 0 a register prove "$record"

expect "an allegation needs a finding" 1 a case allege --as unc/delegation --observation "$crossing" --term territory.entry --text x
has "and says which there are" "armistice findings --all"
expect "a party alleges, naming the finding" 0 a case allege --as unc/delegation --observation "$halt" --term territory.entry --against kpa-cpv --text "A lorry stood 6 km inside our territory."
case=$(index)
out=$(a --json docket "$case")
out=$(field "d['cases'][0]['status'], d['cases'][0]['next_by'], d['steps'][0]['about'] in [f['finding'] for f in d['findings']]")
has "a case is open" "('alleged', ['unc/senior-member', 'kpa-cpv/senior-member'], True)"

# 3. One side's senior member asks; inside the zone it is the wrong body.
expect "a request for a place inside the zone" 0 a case request "$case" --as unc/senior-member --to joint/nnsc --latitude 38.33 --longitude 127.25 --text "Look there."
wrong=$(index)
out=$(noticed_at "$case" "$wrong")
has "is noticed as addressed to the wrong body" "('requested', ['inspection.request may_not_act', 'wrong_body'])"
expect "it is retracted" 0 a retract "$wrong" --reason "The wrong place."
expect "a request for the place of the halt" 0 a case request "$case" --as unc/senior-member --to joint/nnsc --latitude 38.2526 --longitude 127.25 --place "South of the zone" --text "Inspect this place (28)."
out=$(noticed_at "$case" "$(index)")
has "is in order" "('requested', [])"

# 4. The supervisory commission tasks a mobile team: two and two, at most half of them out.
expect "three and one" 0 a case task "$case" --as "$neutrals" --team nnit/mobile-2 --members sweden/officer,switzerland/officer,sweden/member,poland/officer
three=$(index)
out=$(noticed_at "$case" "$three")
has "is noticed" "('tasked', ['team.mobile.composition broken'])"
expect "two and two" 0 a case task "$case" --as "$neutrals" --team nnit/mobile-1 --members "$officers"
out=$(noticed_at "$case" "$(index)")
has "is in order" "('tasked', [])"
for step in dispatched access_denied on_site; do
  expect "the team: $step" 0 a case step "$case" --as switzerland/officer --step "$step" --text "$step"
done
out=$(a --json bodies)
out=$(field "[(t['state'], t['case'], t['requested_by']) for t in d['teams'] if t['team'] == 'nnit/mobile-1']")
has "bodies shows where it is" "[('on_site', $case, 'unc')]"

out=$(a --json docket "$case")
out=$(field "[(s['step'], s['elapsed_s']) for s in d['steps'] if s['step'] in ('tasked', 'dispatched', 'access_denied', 'on_site') and not 0 <= (s['elapsed_s'] if s['elapsed_s'] is not None else -1) < 3600], [s['elapsed_s'] for s in d['steps'] if s['step'] == 'alleged']")
has "a clock runs from the request on, and from nothing before it" "([], [None])"

# 5. A member drafts, each votes; three in favour, one dissents.
expect "a member drafts the report" 0 a case report "$case" --as sweden/officer --outcome confirmed --language fr --text "Traces fraîches d'un camion."
report=$(index)
for member in sweden switzerland poland; do
  expect "$member is in favour" 0 a case vote "$case" --as $member/officer --vote in_favour
done
expect "czechoslovakia dissents" 0 a case vote "$case" --as czechoslovakia/officer --vote against --dissent "They are a tractor's."
expect "a stranger votes" 0 a case vote "$case" --as unc/delegation --vote in_favour
stray=$(index)
expect "the case says that it is no step" 0 a docket "$case"
has "and why" "no step: record $stray (ballot/1) by unc/delegation: not_of_the_team"
expect "so does the record" 0 a record show "$stray"
has "by the view that noticed it" "noticed by docket: not_of_the_team"
out=$(a --json docket "$case")
out=$(field "d['cases'][0]['status'], sorted((f['reading'], f['verdict']) for s in d['steps'] if s['index'] == $report for f in s['judged']), [s['text'] for s in d['steps'] if s['step'] == 'ballot' and s['detail'] == 'against']")
has "for reference only as the text reads, official by a majority; the dissent beside it" "('reference_only', [('', 'kept'), ('', 'reference_only'), ('adoption=majority', 'official')], [\"They are a tractor's.\"])"

# 6. Forwarded, evaluated, determined by both in one record.
expect "a determination before the evaluation" 0 a case determine "$case" --as "$seniors" --outcome violation --text "Too early."
early=$(index)
out=$(noticed_at "$case" "$early")
has "is noticed" "('determined', ['report.final-action broken'])"
expect "an evaluation before the report is forwarded" 0 a case evaluate "$case" --as sweden/member,poland/member --outcome confirmed --text "Well founded."
out=$(noticed_at "$case" "$(index)")
has "is noticed" "('evaluated', ['report.forwarding broken'])"
expect "the report is forwarded in another language than it came" 0 a case forward "$case" --as sweden/member --to joint/mac --language ru
out=$(noticed_at "$case" "$(index)")
has "is noticed" "('forwarded', ['other_language'])"
expect "the report is forwarded as received" 0 a case forward "$case" --as sweden/member --to joint/mac
expect "an evaluation without a quorum" 0 a case evaluate "$case" --as sweden/member,switzerland/member --outcome confirmed --text "By one side's neutrals."
out=$(noticed_at "$case" "$(index)")
has "is noticed" "('evaluated', ['neutrals.quorum may_not_act'])"
expect "the commission evaluates" 0 a case evaluate "$case" --as "$neutrals" --outcome confirmed --text "Well founded."
out=$(noticed_at "$case" "$(index)")
has "with its quorum" "('evaluated', [])"
expect "one senior member alone" 0 a case determine "$case" --as unc/senior-member --outcome violation --text "By one."
out=$(noticed_at "$case" "$(index)")
has "determines nothing" "('undetermined', ['violation.determined undetermined'])"
expect "one signs, and the draft waits for the other" 0 a case determine "$case" --as unc/senior-member --with kpa-cpv/senior-member --outcome violation --responsible kpa-cpv --text "One lorry entered the territory of the other side."
out=$(a docket "$case")
has "the docket says who is next" "next: sign by kpa-cpv/senior-member"
expect "the other signs" 0 a case sign "$case" --as kpa-cpv/senior-member
determined=$(index)
out=$(noticed_at "$case" "$determined")
has "determined by both" "('determined', [])"
out=$(a --json record show "$determined")
out=$(field "d['author'], d['signers']")
has "in one record" "('joint/mac', ['unc/senior-member', 'kpa-cpv/senior-member'])"

# 7. Notice to the three commanders, each with a signed receipt.
expect "notice is given" 0 a case forward "$case" --as unc/senior-member --step notified --to "$commanders"
for commander in unc/commander kpa-cpv/kpa-commander; do
  expect "$commander acknowledges" 0 a case acknowledge "$case" --as $commander
done
out=$(a docket "$case")
has "who has not shows" "next: acknowledge by kpa-cpv/cpv-commander"
has "what was retracted stays visible" "requested (retracted)"
expect "the last one acknowledges" 0 a case acknowledge "$case" --as kpa-cpv/cpv-commander
out=$(a --json docket "$case")
out=$(field "d['cases'][0]['status'], d['cases'][0]['next']")
has "the case is at its end" "('acknowledged', '')"

# Second run: one member does not sign, and the hour passes by the register's clock.
expect "a second case" 0 a case allege --as unc/delegation --observation "$crossing" --term line.crossing --against kpa-cpv --text "It crossed the line."
second=$(index)
out=$(a --json register head)
until=$(a --json record list --count 1 | python3 -c '
import json, sys, datetime
written = json.load(sys.stdin)[0]["written"]
print((datetime.datetime.fromisoformat(written) + datetime.timedelta(seconds=4)).isoformat())')
expect "a draft that nobody else signs" 0 a case determine "$second" --as unc/senior-member --with kpa-cpv/senior-member --outcome violation --until "$until" --text "It crossed."
for _ in $(seq 100); do
  out=$(a --json docket "$second")
  [ "$(field "d['cases'][0]['status']")" = draft_waits ] || break
  sleep 0.2
done
out=$(field "d['cases'][0]['status'], d['cases'][0]['next'], [(s['step'], s['names']) for s in d['steps']][-1], d['drafts'][0]['state']")
has "lapses by the register's clock; the case stays open and says who had not signed" "('draft_lapsed', 'request', ('lapsed', ['kpa-cpv/senior-member']), 'lapsed')"
expect "a signature after its hour" 1 a case sign "$second" --as kpa-cpv/senior-member
has "finds no draft that waits" "no such draft waits"

# A permit cures a finding, however late; it grants what it says and no more.
expect "a commander grants a permit" 0 a permit --as unc/commander --act entering_territory --holder lorry-7 --territory unc --from 1953-07-27T00:00:00+09:00 --to 1953-07-28T00:00:00+09:00 --text "relief"
out=$(a --json findings --all)
out=$(field "[f['verdict'] for f in d if f['term'] == 'territory.entry' and not f['reading']]")
has "which judges again what was found" "['kept']"
expect "a clerk grants another" 0 a permit --as unc/delegation --act crossing_line --holder lorry-7 --from 1953-07-27T00:00:00+09:00 --to 1953-07-28T00:00:00+09:00
out=$(a --json ground)
out=$(field "[(p['by'], p['counts']) for p in d['permits']]")
has "which counts for nothing: a term says who grants" "[('unc/delegation', False), ('unc/commander', True)]"

# The day's report.
out=$(a --json register head)
expect "a daily report" 0 a report daily 1953-07-27
has "has the steps" "determined"
has "and what is due" "draft_lapsed"
expect "of a day without records" 0 a report daily 1953-07-20
has "says so" "steps taken: none"
expect "a date that is none" 2 a report daily yesterday

end_server
expect "all of it verifies" 0 "$armistice" verify "$node" --circle "$circle" --json
lines=$(field "sorted(d['lines'])")
expect "and folds again" 0 a rebuild
out=$(a --json view digest)
out=$(field "sorted(row['line'] for row in d)")
has "with the same digests" "$lines"

# The other reading of paragraph 46, as cable 16008 asked for it.
cp -r agreements/korea-1953 "$scratch/majority"
sed -i 's/^default = "unanimous"/default = "majority"/' "$scratch/majority/terms/article-2.toml"
node=$scratch/other
expect "an exercise under the other reading" 0 "$armistice" init "$node" --agreement "$scratch/majority"
a observe --as unc/situation-room --fixes "$scratch/lorry.csv" --event 4 > /dev/null
out=$(a case allege --as unc/delegation --observation "$(a --json ground | python3 -c 'import json,sys; print(json.load(sys.stdin)["observations"][0]["index"])')" --term territory.entry --text x)
case=$(index)
a case task "$case" --as "$neutrals" --team nnit/mobile-1 --members "$officers" > /dev/null
a case report "$case" --as sweden/officer --outcome confirmed --text x > /dev/null
for member in sweden switzerland poland; do a case vote "$case" --as $member/officer --vote in_favour > /dev/null; done
out=$(a docket "$case")
has "three of four are official there" "official, "
echo "1..$number"
