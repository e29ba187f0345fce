// SPDX-License-Identifier: Apache-2.0
// The conference: a sitting with what was said in it, agendas side by side, questions, where each side
// stands, and what is agreed on a day.
import { useState } from 'preact/hooks';
import { get_conference, get_sitting } from '../api/client';
import type { Conference, SittingRow } from '../api/shapes';
import { say } from '../messages';
import { AgendaForm } from '../parts/agenda_forms';
import { AgreeForm, SignReadForm } from '../parts/agree_forms';
import { Alternatives } from '../parts/alternatives';
import { ByNode } from '../parts/by_node';
import { listed_sittings, open_sittings, put_anew } from '../parts/conference_lines';
import {
  Agendas,
  Agreed,
  ConferenceNotices,
  Matrix,
  Questions,
  Sitting,
  Talk,
} from '../parts/conference_parts';
import { useClosedForms } from '../parts/form_box';
import { Empty, ErrorNote, Loading } from '../parts/notes';
import { ProposeForm } from '../parts/propose_form';
import { WaitingDrafts } from '../parts/sign_or_save';
import { SitForm, SittingSteps } from '../parts/sit_forms';
import { SpeakForm } from '../parts/speak_form';
import { useView } from '../parts/use_view';

type ChosenProps = { readonly one: SittingRow; readonly all: Conference };

function Spoken({ one, all }: ChosenProps) {
  const { answer, again } = useView(
    (register) => get_sitting(register, one.index),
    String(one.index),
  );
  return (
    <section>
      <h2>{say.conference.talk}</h2>
      {answer === null && <Loading lines={6} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Talk rows={answer.value} sitting={one.index} all={all} />}
      {!one.retracted && <SpeakForm key={one.id} one={one} all={all} />}
    </section>
  );
}

// The one that goes on; else the one where most was said, until somebody chooses another.
function first_of(sittings: readonly SittingRow[]): SittingRow | undefined {
  const [in_progress] = open_sittings(sittings);
  const most = Math.max(...sittings.map(({ statements }) => statements));
  return in_progress ?? sittings.find(({ statements }) => statements === most);
}

function option_words({ forum, number, opened, author, retracted }: SittingRow): string {
  const { sitting, taken_back } = say.conference;
  const words = `${sitting(forum, number, opened.slice(0, 10))} (${author})`;
  return retracted ? `${words}, ${taken_back}` : words;
}

// Whoever chose a sitting that was put on record anew since sees the record that stands.
function shown_of(chosen: number | null, all: readonly SittingRow[]): SittingRow | undefined {
  const one = all.find(({ index }) => index === chosen);
  if (one === undefined) return first_of(listed_sittings(all));
  return one.retracted ? (put_anew(one, all) ?? one) : one;
}

function Sittings({ all }: { readonly all: Conference }) {
  const words = say.conference;
  const { sittings } = all;
  const [chosen, set_chosen] = useState<number | null>(null);
  const one = shown_of(chosen, sittings);
  if (one === undefined) return null;
  return (
    <>
      <section class="conference-sittings">
        <h2>{words.sittings}</h2>
        <label class="block">
          <span>{words.choose}</span>
          <select
            value={String(one.index)}
            onChange={(event) => set_chosen(Number(event.currentTarget.value))}
          >
            {listed_sittings(sittings).map((other) => (
              <option key={other.index} value={String(other.index)}>
                {option_words(other)}
              </option>
            ))}
          </select>
        </label>
        <Sitting one={one} />
        <SittingSteps key={`${one.forum} ${one.number}`} one={one} all={all} />
      </section>
      <Spoken key={one.index} one={one} all={all} />
    </>
  );
}

function Shown({ all }: { readonly all: Conference }) {
  const words = say.conference;
  const [day, set_day] = useState('');
  const { sittings, points, questions, moved, positions, agreed, notices } = all;
  const nothing = sittings.length + points.length + positions.length + agreed.length === 0;
  return (
    <>
      <div class="conference-forms">
        <SitForm all={all} />
        <AgendaForm all={all} />
        <ProposeForm all={all} />
        <AgreeForm all={all} />
        <SignReadForm />
      </div>
      <WaitingDrafts agreed={agreed} />
      {nothing && (
        <Empty>
          {words.empty} {words.empty_do}
        </Empty>
      )}
      <Matrix moved={moved} positions={positions} />
      <Alternatives conference={all} />
      <Agendas rows={points} />
      {!nothing && <Agreed rows={agreed} day={day} set_day={set_day} />}
      <Questions rows={questions} all={all} />
      <Sittings all={all} />
      <ConferenceNotices rows={notices} />
    </>
  );
}

export function ConferencePage() {
  useClosedForms();
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
