// SPDX-License-Identifier: Apache-2.0
// A proposal held against a side's own register before it is signed for the shared one: asked, and
// forgotten.
import { useState } from 'preact/hooks';
import { screen_draft } from '../api/client';
import type { OwnScreened, OwnStop } from '../api/shapes';
import { say } from '../messages';
import { new_salt } from '../sign/draft';
import { register } from '../store/session';
import type { Result } from '../verify/result';
import { ErrorNote } from './notes';

const words = say.own;
const acts = ['proposes', 'restates', 'changes', 'drops', 'accepts', 'refuses'] as const;

type Draft = {
  readonly issue: string;
  readonly act: string;
  readonly value: string;
  readonly text: string;
};

const nothing_said: Draft = { issue: '', act: 'proposes', value: '', text: '' };

// A body of proposal/1, as its page has the fields.
function body_of(draft: Draft, side: string): string {
  return JSON.stringify({
    salt: new_salt(),
    issue: draft.issue,
    side,
    act: draft.act,
    day: '1950-01-01', // no day is asked for: a draft is held against what stands now
    of: '',
    alternative: 0,
    value: draft.value,
    condition: '',
    linked: '',
    source: '',
    text: draft.text,
  });
}

function Stop({ one }: { readonly one: OwnStop }) {
  const sentence =
    one.why === 'not_released'
      ? words.stop.not_released(one.words, one.rung ?? 0)
      : words.stop[one.why](one.words);
  return (
    <li>
      {sentence} {one.condition !== '' && words.condition(one.condition)}{' '}
      {one.instead !== '' && words.instead(one.instead)}{' '}
      {one.offer !== '' && words.may_be(one.offer)}
    </li>
  );
}

function Answer({ answer }: { readonly answer: OwnScreened }) {
  return (
    <div class={`note ${answer.good ? '' : 'note-warn'}`} role="status">
      <p>
        <b>{answer.good ? words.good : words.stopped}</b>
      </p>
      <ul class="plain">
        {answer.stopped.map((one, i) => (
          <Stop key={i} one={one} />
        ))}
        {answer.remarks.map((one, i) => (
          <li key={`remark-${i}`} class="quiet">
            {one.text}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function OwnCheck({ issues }: { readonly issues: readonly string[] }) {
  const [draft, set_draft] = useState<Draft>({ ...nothing_said, issue: issues[0] ?? '' });
  const [answer, set_answer] = useState<Result<OwnScreened> | null>(null);
  const set = (change: Partial<Draft>) => {
    set_draft({ ...draft, ...change });
    set_answer(null);
  };
  const info = register.value;
  if (info === null || issues.length === 0) return null;
  const ask = (event: Event) => {
    event.preventDefault();
    void screen_draft(info.name, 'proposal/1', body_of(draft, info.own_side)).then(set_answer);
  };
  return (
    <section class="own-check">
      <h2>{words.check}</h2>
      <p class="quiet">{words.check_says}</p>
      <form onSubmit={ask}>
        <label class="block">
          <span>{words.issue}</span>
          <select value={draft.issue} onChange={(event) => set({ issue: event.currentTarget.value })}>
            {issues.map((issue) => (
              <option key={issue}>{issue}</option>
            ))}
          </select>
        </label>
        <label class="block">
          <span>{words.act}</span>
          <select value={draft.act} onChange={(event) => set({ act: event.currentTarget.value })}>
            {acts.map((act) => (
              <option key={act} value={act}>
                {say.conference.act[act]}
              </option>
            ))}
          </select>
        </label>
        <label class="block">
          <span>{words.value}</span>
          <input
            type="text"
            maxLength={128}
            value={draft.value}
            onInput={(event) => set({ value: event.currentTarget.value })}
          />
        </label>
        <label class="block">
          <span>{words.text}</span>
          <textarea
            rows={3}
            value={draft.text}
            onInput={(event) => set({ text: event.currentTarget.value })}
          />
        </label>
        <button type="submit" disabled={draft.value === ''}>
          {words.ask}
        </button>
      </form>
      {answer?.ok === false && <ErrorNote failure={answer} />}
      {answer?.ok && <Answer answer={answer.value} />}
    </section>
  );
}
