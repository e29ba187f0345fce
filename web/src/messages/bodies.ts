// SPDX-License-Identifier: Apache-2.0
// The words of who sits in a body, when it met and what it decided, in English.

type Words = { readonly [word: string]: string };
const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

export const en_bodies = {
  organ: {
    seats: 'Invited',
    seat_statuses: {
      invited: 'invited, no answer yet',
      accepted: 'accepted',
      declined: 'declined',
      objected: 'objected to by the other side',
    } as Words,
    by_side: (side: string) => `by ${side}`,
    holders: 'Appointed',
    before: (n: number) => `${count(n, 'appointment', 'appointments')} ended`,
    parts: {
      member: 'member',
      alternate: 'alternate',
      assistant: 'assistant',
      officer: 'officer',
      secretary: 'secretary',
    } as Words,
    grades: {
      general_or_flag: 'general or flag rank',
      field: 'field grade',
      junior: 'junior grade',
    } as Words,
    sessions: 'Sessions',
    session: (number: number) => `Session ${number}`,
    present: 'present',
    next: (day: string) => `next on ${day}`,
    motions: 'Motions',
    states: {
      open: 'open',
      carried: 'carried',
      lost: 'lost',
      split: 'split: neither side of it has more than half',
      agreed: 'agreed by all',
      no_rule: 'voted on; the agreement has no rule that decides it',
    } as Words,
    tally: (favour: number, against: number, abstaining: number, members: number) =>
      `${favour} in favour, ${against} against, ${abstaining} abstaining, of ${members}`,
    notices: 'Noticed about bodies',
    findings: 'Found about bodies',
    words: {
      unknown_body: 'The agreement has no such body',
      may_not_invite: 'Not by a side that has a seat to offer',
      no_seat: 'The agreement has no such seat',
      seat_of_another: 'The seat bears another state’s name',
      no_invitation: 'No such invitation stands',
      may_not_reply: 'Not by whose answer it is',
      may_not_appoint: 'Not by the party of the seat',
      bodies_full: 'No more parts can be held',
      seat_taken: 'Another holds it',
      appointed_twice: 'Holds another seat, too',
      replaces_nobody: 'Whom it replaces does not hold it',
      not_accepted: 'The state invited has not accepted',
      not_of_the_body: 'Not by a member of the body',
      number_differs: 'Not the number after the one before',
      not_seated: 'Present without a seat',
      overlaps: 'Began before the one before ended',
      motions_full: 'No more motions can be moved',
      no_motion: 'No such motion stands',
      no_vote: 'Not by one who has a vote',
      decided_already: 'A ballot after the decision',
    } as Words,
    empty: 'Nobody was invited or appointed, and no session is on record.',
    empty_do:
      'Sides and members say so with `armistice body invite`, `appoint`, `meet` and `move`.',
  },
};

export type BodyMessages = typeof en_bodies;
