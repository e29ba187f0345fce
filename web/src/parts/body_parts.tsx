// SPDX-License-Identifier: Apache-2.0
// Who sits in a body, when it met, what it decided, and what was noticed about that.
import type {
  AppointmentRow,
  Bodies,
  BodyNotice,
  MotionRow,
  SeatRow,
  SessionRow,
} from '../api/shapes';
import { say } from '../messages';
import { link_to } from '../store/route';
import { full_time, kind_word } from './format';
import { Author, PartyName } from './marks';
import { ReplyForm } from './seat_forms';
import { VoteForm } from './session_forms';
import { TakeBack } from './take_back';

const shown_sessions = 5;

function RecordLink({ index }: { readonly index: number }) {
  return <a href={link_to.record(index)}>{say.one.record(index)}</a>;
}

export function SeatList({ seats }: { readonly seats: readonly SeatRow[] }) {
  if (seats.length === 0) return null;
  return (
    <>
      <h3>{say.organ.seats}</h3>
      <ul class="plain">
        {seats.map((one) => (
          <li key={one.seat}>
            <code>{one.seat}</code>{' '}
            <b class={`seat-status ${one.status}`}>
              {say.organ.seat_statuses[one.status] ?? one.status}
            </b>{' '}
            <span class="quiet">
              {say.organ.by_side(one.invited_by)}, <RecordLink index={one.since} />
            </span>{' '}
            {one.invitation !== null && <TakeBack id={one.invitation} author={one.invited_by} />}
            <ReplyForm seat={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Holder({ one }: { readonly one: AppointmentRow }) {
  const about = [
    say.organ.parts[one.part] ?? one.part,
    one.rank === '' ? (say.organ.grades[one.grade] ?? one.grade) : one.rank,
    one.nationality,
  ].filter((word) => word !== '');
  return (
    <li>
      <b>{one.person}</b> <code>{one.seat}</code>{' '}
      <span class="quiet">
        {about.join(', ')}; <RecordLink index={one.index} />
      </span>{' '}
      <TakeBack id={one.id} author={one.by} />
    </li>
  );
}

export function HolderList({ all }: { readonly all: readonly AppointmentRow[] }) {
  if (all.length === 0) return null;
  const now = all.filter((one) => one.ended_at === null);
  const ended = all.length - now.length;
  return (
    <>
      <h3>{say.organ.holders}</h3>
      <ul class="plain">
        {now.toReversed().map((one) => (
          <Holder key={one.index} one={one} />
        ))}
      </ul>
      {ended > 0 && <p class="quiet small">{say.organ.before(ended)}</p>}
    </>
  );
}

export function SessionList({ sessions }: { readonly sessions: readonly SessionRow[] }) {
  if (sessions.length === 0) return null;
  return (
    <>
      <h3>{say.organ.sessions}</h3>
      <ul class="plain">
        {sessions.slice(0, shown_sessions).map((one) => (
          <li key={one.index} class={one.retracted ? 'dim' : ''}>
            <a href={link_to.record(one.index)}>{say.organ.session(one.number)}</a>,{' '}
            {full_time(one.opened)}, {say.organ.present}{' '}
            {one.present.map((name) => (
              <span key={name} class="member">
                <Author name={name} />
              </span>
            ))}
            <span class="quiet">{say.organ.next(one.next)}</span>{' '}
            {one.retracted ? <b>{say.one.retracted}</b> : <TakeBack id={one.id} author={one.by} />}
          </li>
        ))}
      </ul>
    </>
  );
}

type MotionProps = { readonly one: MotionRow; readonly voters: readonly string[] };

function Motion({ one, voters }: MotionProps) {
  const { in_favour, against, abstaining, members } = one;
  return (
    <li class="motion">
      <p class="document" dir="auto">
        {one.text}
      </p>
      <p>
        <b class={`motion-state ${one.state}`}>{say.organ.states[one.state] ?? one.state}</b>{' '}
        {say.organ.tally(in_favour, against, abstaining, members)}
        {one.because !== '' && <span class="quiet">. {one.because}</span>}
      </p>
      <p class="quiet small">
        <Author name={one.by} /> <RecordLink index={one.index} />{' '}
        <TakeBack id={one.id} author={one.by} />
      </p>
      <VoteForm motion={one} members={voters} />
    </li>
  );
}

type MotionsProps = {
  readonly motions: readonly MotionRow[];
  /** Who have a vote. */
  readonly voters: readonly string[];
};

export function MotionList({ motions, voters }: MotionsProps) {
  if (motions.length === 0) return null;
  return (
    <>
      <h3>{say.organ.motions}</h3>
      <ul class="plain">
        {motions.map((one) => (
          <Motion key={one.index} one={one} voters={voters} />
        ))}
      </ul>
    </>
  );
}

export function BodyNotices({ notices }: { readonly notices: readonly BodyNotice[] }) {
  if (notices.length === 0) return null;
  return (
    <section class="ledger-notices">
      <h2>{say.organ.notices}</h2>
      <ul class="plain">
        {notices.map((one, at) => (
          <li key={at}>
            <b>{say.organ.words[one.word] ?? one.word}</b>: {one.detail}{' '}
            <span class="quiet">
              {kind_word(one.kind)}, <PartyName party={one.author.split('/')[0] ?? ''} />,{' '}
              <RecordLink index={one.index} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What of the organs' life concerns one body. */
export function of_body(bodies: Bodies, name: string) {
  const of = <T extends { readonly body: string }>(rows: readonly T[]) =>
    rows.filter((one) => one.body === name);
  return {
    seats: of(bodies.seats),
    appointments: of(bodies.appointments),
    sessions: of(bodies.sessions),
    motions: of(bodies.motions),
  };
}
