// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { bodies, id_of } from '../../test/case_fixture';
import type { AppointmentRow, MotionRow, SeatRow, SessionRow } from '../api/shapes';
import { names_in, next_number, reply_words, vote_left, voters_in } from './body_steps';

const sides = ['unc', 'kpa-cpv'];
const parties = [...sides, 'sweden', 'poland'];
const seat: SeatRow = {
  seat: 'sweden/member',
  body: 'joint/nnsc',
  state: 'sweden',
  invited_by: 'unc',
  status: 'invited',
  since: 19,
  invitation: id_of(19),
};
const motion: MotionRow = {
  index: 21,
  id: id_of(21),
  body: 'joint/nnsc',
  by: 'sweden/member',
  text: 'That a team go to Uiju.',
  state: 'open',
  in_favour: 2,
  against: 0,
  abstaining: 0,
  members: 4,
  because: '',
};
const session = (number: number): SessionRow => ({
  index: 20 + number,
  id: id_of(20 + number),
  by: 'sweden/member',
  body: 'joint/nnsc',
  number,
  opened: '1953-07-28T10:00:00+09:00',
  closed: '1953-07-28T11:00:00+09:00',
  present: ['sweden/member'],
  retracted: false,
  next: '1953-07-29',
  text: '',
});
const appointment = (name: string, change: Partial<AppointmentRow> = {}): AppointmentRow => ({
  index: 22,
  id: id_of(22),
  by: name,
  body: 'joint/nnsc',
  seat: name,
  part: 'member',
  person: 'General Lund',
  nationality: 'Sweden',
  grade: 'general_or_flag',
  rank: '',
  from: '1953-07-28T10:00:00+09:00',
  ended_at: null,
  ...change,
});

describe('an invitation', () => {
  it('is answered by the state, or by the side that did not invite', () => {
    expect(reply_words(seat, 'sweden/member', sides, parties)).toEqual(['accepts', 'declines']);
    expect(reply_words(seat, 'kpa-cpv/delegation', sides, parties)).toEqual(['objects', 'no_objection']);
  });
  it('is answered by nobody else', () => {
    for (const name of ['unc/delegation', 'poland/member', '']) {
      expect(reply_words(seat, name, sides, parties)).toEqual([]);
    }
  });
  it('is told by who invited a state that is no party', () => {
    const norway = { ...seat, seat: 'norway/member', state: 'norway' };
    expect(reply_words(norway, 'unc/delegation', sides, parties)).toEqual(['accepts', 'declines']);
    expect(reply_words(norway, 'poland/member', sides, parties)).toEqual([]);
  });
});

describe('a body', () => {
  const organ = bodies.bodies.find((one) => one.name === 'joint/nnsc')!;
  it('is spoken in by its members, and by members and alternates appointed', () => {
    const appointments = [
      appointment('sweden/member'),
      appointment('sweden/deputy', { part: 'alternate' }),
      appointment('sweden/clerk', { part: 'secretary' }),
      appointment('poland/deputy', { part: 'alternate', ended_at: 30 }),
      appointment('unc/second', { body: 'joint/mac' }),
    ];
    const names = names_in(organ, { ...bodies, appointments });
    expect(names).toEqual([...organ.members, 'sweden/deputy']);
    expect(voters_in(organ, { ...bodies, appointments })).toEqual(names);
  });
  it('counts its sessions on from the last', () => {
    expect(next_number([])).toBe(1);
    expect(next_number([session(4), session(3)])).toBe(5);
    expect(next_number([{ ...session(4), retracted: true }, session(3)])).toBe(4);
  });
});

describe('a motion', () => {
  it('is voted on while it is open', () => {
    expect(vote_left(motion)).toBe('open');
    for (const state of ['lost', 'split', 'agreed', 'no_rule'] as const) {
      expect(vote_left({ ...motion, state })).toBeNull();
    }
  });
  it('that was carried is dissented from by whoever has not voted', () => {
    const carried: MotionRow = { ...motion, state: 'carried', in_favour: 3 };
    expect(vote_left(carried)).toBe('dissent');
    expect(vote_left({ ...carried, abstaining: 1 })).toBeNull();
  });
});
