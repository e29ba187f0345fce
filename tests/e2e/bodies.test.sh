#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The supervisory organ on the command line: states invited, objected to and accepted, members and
# alternates appointed, sessions held, motions voted on; and what is noticed and found about each.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
node=$scratch/node

a() { "$armistice" --data "$node" "$@"; }
index() { printf '%s' "$out" | sed -n 's/^record \([0-9]*\) .*/\1/p'; }
field() { printf '%s' "$out" | python3 -c "import json,sys; d=json.load(sys.stdin); print(($1))"; }
# of TABLE EXPRESSION: of each row `r` of a table of `bodies`.
of() {
  out=$(a --json bodies)
  out=$(field "[($2) for r in d['$1']]")
}

expect "an exercise of 1953 is made" 0 "$armistice" init "$node"
start_server "$node"

# Point 1: each side invites states whose forces took no part; the other side may object.
expect "a side invites a state" 0 a body invite --as unc/delegation --body joint/nnsc --state sweden
invitation=$(index)
of seats "r['seat'], r['status'], r['invited_by']"
has "which stands as invited" "('sweden/member', 'invited', 'unc')"
expect "the other side objects" 0 a body reply "$invitation" --as kpa-cpv/delegation --reply objects --text "Its forces took part."
expect "the state accepts all the same" 0 a body reply "$invitation" --as sweden/member --reply accepts
of seats "r['status']"
has "while the objection stands, no seat is filled" "['objected']"
expect "and withdraws the objection" 0 a body reply "$invitation" --as kpa-cpv/delegation --reply no_objection
of seats "r['status']"
has "then it is accepted" "['accepted']"
expect "a state whose forces took part is invited" 0 a body invite --as unc/delegation --body joint/nnsc --state turkey
of seats "r['seat'], r['invitation'] is not None and r['invitation'] != d['seats'][0]['invitation']"
has "and each seat names its own invitation" "('turkey/member', True)"
of findings "r['term'], r['verdict'], r['paragraph']"
has "is found not eligible" "('neutrals.eligibility', 'broken', '37')"
expect "a neutral invites nobody" 0 a body invite --as sweden/member --body joint/nnsc --state poland
of notices "r['word']"
has "which is noticed" "may_not_invite"

# Point 2: a member and a deputy of the same nationality.
expect "a member is appointed" 0 a body appoint --as sweden/member --body joint/nnsc --seat sweden/member --person "General Lund" --nationality Sweden
expect "and an alternate of another nationality" 0 a body appoint --as sweden/member --body joint/nnsc --seat sweden/member --part alternate --person "Colonel Hansen" --nationality Norway --grade field
of findings "r['term'], r['verdict']"
has "is found" "('neutrals.alternates', 'broken')"
expect "who is replaced" 0 a body appoint --as sweden/member --body joint/nnsc --seat sweden/member --part alternate --person "Colonel Berg" --nationality Sweden --grade field --replaces "Colonel Hansen"
of appointments "r['person'], r['ended_at'] is None"
has "and holds the part no longer" "('Colonel Hansen', False)"
expect "a person is appointed twice" 0 a body appoint --as switzerland/member --body joint/nnsc --seat switzerland/member --person "General Lund"
of notices "r['word']"
has "which is noticed" "appointed_twice"
expect "no such part" 2 a body appoint --as sweden/member --body joint/nnsc --seat sweden/member --part chairman --person X
has "and which there are" "member, alternate, assistant, officer, secretary"

# Presence, quorum, recess.
expect "the commission meets" 0 a body meet --as sweden/member --body joint/nnsc --number 1 --present sweden/member,poland/member --next 1953-07-28 --text "It met."
expect "without one side's neutrals, and again in nine days" 0 a body meet --as sweden/member --body joint/nnsc --number 3 --present sweden/member,switzerland/member --next 1953-08-05
of findings "r['term'], r['verdict']"
has "it has no quorum" "('neutrals.quorum', 'may_not_act')"
of notices "r['word']"
has "and a session is missing" "number_differs"
expect "next month" 0 a body meet --as sweden/member --body joint/nnsc --number 4 --present sweden/member,poland/member --next 1953-08-27
of findings "r['term'], r['verdict']"
has "is too long a recess" "('neutrals.meetings', 'broken')"

# A tie of two and two: the text of 1953 has no rule.
expect "a motion" 0 a body move --as poland/member --body joint/nnsc --text "That a team go to Uiju."
motion=$(index)
for member in sweden switzerland; do
  expect "$member is in favour" 0 a body vote "$motion" --as $member/member --vote in_favour
done
for member in poland czechoslovakia; do
  expect "$member is against" 0 a body vote "$motion" --as $member/member --vote against --dissent "Too far."
done
of motions "r['state'], r['in_favour'], r['against'], r['because']"
has "is split" "('split', 2, 2, '2 of 4 members in favour, 2 against; split: nothing is decided; what each member holds goes to the Military Armistice Commission, for information (46)')"
expect "a ballot after the decision" 0 a body vote "$motion" --as sweden/member --vote against
of notices "r['word']"
has "is noticed" "decided_already"
expect "all of it on a terminal" 0 a bodies
has "with its seats" "sweden/member"
has "its motion" "That a team go to Uiju."
has "and its findings" "nations whose combatant forces have not participated"
a register cosign > /dev/null 2>&1
circle=$(a --json register list | sed -n 's/.*"circle": "\(.*\)",/\1/p')
end_server
expect "and verified as a whole" 0 "$armistice" verify "$node" --circle "$circle"
echo "1..$number"
