// SPDX-License-Identifier: Apache-2.0
// The conference: a sitting with what was said in it, agendas side by side, questions, where each side
// stands, and what is agreed on a day.
import { useState } from 'preact/hooks';
import { get_conference, get_sitting } from '../api/client';
import type { Conference, SittingRow } from '../api/shapes';
import { say } from '../messages';
import { ByNode } from '../parts/by_node';
import {
  Agendas,
  Agreed,
  ConferenceNotices,
  Matrix,
  Questions,
  Sitting,
  Talk,
} from '../parts/conference_parts';
import { Empty, ErrorNote, Loading } from '../parts/notes';
import { useView } from '../parts/use_view';

function Said({ sitting }: { readonly sitting: number }) {
  const { answer, again } = useView(
    (register) => get_sitting(register, sitting),
    String(sitting),
  );
  return (
    <section>
      <h2>{say.conference.talk}</h2>
      {answer === null && <Loading lines={6} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Talk rows={answer.value} />}
    </section>
  );
}

// The one where most was said, until somebody chooses another.
function first_of(sittings: readonly SittingRow[]): SittingRow | undefined {
  return sittings.reduce<SittingRow | undefined>(
    (best, one) => (best === undefined || one.statements > best.statements ? one : best),
    undefined,
  );
}

function Sittings({ sittings }: { readonly sittings: readonly SittingRow[] }) {
  const words = say.conference;
  const [chosen, set_chosen] = useState<number | null>(null);
  const one = sittings.find(({ index }) => index === chosen) ?? first_of(sittings);
  if (one === undefined) return null;
  return (
    <>
      <section>
        <h2>{words.sittings}</h2>
        <label class="block">
          <span>{words.choose}</span>
          <select
            value={String(one.index)}
            onChange={(event) => set_chosen(Number(event.currentTarget.value))}
          >
            {sittings.map((other) => (
              <option key={other.index} value={String(other.index)}>
                {words.sitting(other.forum, other.number, other.opened.slice(0, 10))} (
                {other.author})
              </option>
            ))}
          </select>
        </label>
        <Sitting one={one} />
      </section>
      <Said key={one.index} sitting={one.index} />
    </>
  );
}

function Shown({ all }: { readonly all: Conference }) {
  const words = say.conference;
  const [day, set_day] = useState('');
  const { sittings, points, questions, moved, positions, agreed, notices } = all;
  if (sittings.length + points.length + positions.length + agreed.length === 0) {
    return (
      <Empty>
        {words.empty} {words.empty_do}
      </Empty>
    );
  }
  return (
    <>
      <Matrix moved={moved} positions={positions} />
      <Agendas rows={points} />
      <Agreed rows={agreed} day={day} set_day={set_day} />
      <Questions rows={questions} />
      <Sittings sittings={sittings} />
      <ConferenceNotices rows={notices} />
    </>
  );
}

export function ConferencePage() {
  const { answer, again } = useView(get_conference);
  return (
    <div class="page ledger-page conference-page">
      <h1>{say.conference.title}</h1>
      <p class="quiet">{say.conference.says}</p>
      {answer === null && <Loading lines={8} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Shown all={answer.value} />}
      <ByNode views={['conference']} />
    </div>
  );
}
