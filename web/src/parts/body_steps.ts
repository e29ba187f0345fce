// SPDX-License-Identifier: Apache-2.0
// Who may say what about a body, as the view of bodies takes it. Spec: views.md §6.
import type { Bodies, BodyRow, MotionRow, SeatRow, SessionRow } from '../api/shapes';
import type { ReplyWord } from '../sign/statement';
import { party_of } from '../verify/vkey';

const of_state: readonly ReplyWord[] = ['accepts', 'declines'];
const of_other_side: readonly ReplyWord[] = ['objects', 'no_objection'];

/** What a speaker may reply to the invitation of a seat: the state itself, or the side that did
 *  not invite it. What a state that is no party answered, the side that invited it tells. None for
 *  anybody else. */
export function reply_words(
  seat: SeatRow,
  speaker: string,
  sides: readonly string[],
  parties: readonly string[],
): readonly ReplyWord[] {
  const party = party_of(speaker);
  if (party === seat.state) return of_state;
  if (party === seat.invited_by && !parties.includes(seat.state)) return of_state;
  return sides.includes(party) && party !== seat.invited_by ? of_other_side : [];
}

/** The number after the last session's that was not taken back: sessions stand newest first. */
export function next_number(sessions: readonly SessionRow[]): number {
  return (sessions.find((one) => !one.retracted)?.number ?? 0) + 1;
}

// Its members by the agreement, and who was appointed to it for one of these parts.
function held_in(body: BodyRow, all: Bodies, parts: readonly string[]): readonly string[] {
  const appointed = all.appointments.filter(
    (one) => one.body === body.name && one.ended_at === null && parts.includes(one.part),
  );
  return [...new Set([...body.members, ...appointed.map((one) => one.seat)])];
}

/** The names that speak in a body: by the agreement, or as a member or alternate appointed. */
export function names_in(body: BodyRow, all: Bodies): readonly string[] {
  return held_in(body, all, ['member', 'alternate']);
}

/** The names that vote in a body: its members, and the alternates that were appointed for them. */
export function voters_in(body: BodyRow, all: Bodies): readonly string[] {
  return held_in(body, all, ['alternate']);
}

/** How a motion may still be voted on: by everybody while it is open; once carried, by whoever has
 *  not voted, to say what does not agree. */
export function vote_left(motion: MotionRow): 'open' | 'dissent' | null {
  if (motion.state === 'open') return 'open';
  const voted = motion.in_favour + motion.against + motion.abstaining;
  return motion.state === 'carried' && voted < motion.members ? 'dissent' : null;
}
