// SPDX-License-Identifier: Apache-2.0
// Who speaks: one of this browser's keys, or a new one that its party's root enrols.
import { useState } from 'preact/hooks';
import { say } from '../messages';
import type { Identity } from '../sign/identity';
import { choose_identity, identities, identity, roster, store_failure } from '../store/identities';
import { enrol, make_key, sending } from '../store/outbox';
import { head, register } from '../store/session';
import { is_name } from '../verify/vkey';
import { Author } from './marks';
import { CopyText, ErrorNote } from './notes';

const desk_form = /^[a-z0-9.-]{1,50}$/;

function NewKey({ done }: { readonly done: () => void }) {
  const parties = register.value?.parties ?? [];
  const [party, set_party] = useState(parties[0]?.name ?? '');
  const [desk, set_desk] = useState('duty-officer');
  const name = `${party}/${desk}`;
  const good = desk_form.test(desk) && is_name(name);
  const making = sending.value.state === 'making';
  const exercise = register.value?.conduct === 'exercise';
  return (
    <fieldset class="new-key" disabled={making}>
      <div class="fields">
        <label>
          <span>{say.compose.party}</span>
          <select value={party} onChange={(event) => set_party(event.currentTarget.value)}>
            {parties.map((one) => (
              <option key={one.name} value={one.name}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{say.compose.desk}</span>
          <input
            value={desk}
            maxLength={50}
            autocomplete="off"
            spellcheck={false}
            aria-describedby="desk-hint"
            aria-invalid={!good}
            onInput={(event) => set_desk(event.currentTarget.value)}
          />
        </label>
      </div>
      <p id="desk-hint" class={good ? 'quiet' : 'bad-text'}>
        {good ? say.compose.desk_hint : say.compose.desk_wrong}
      </p>
      <button
        type="button"
        class="primary"
        disabled={!good}
        onClick={() => void make_key(name).then(done)}
      >
        {making ? say.compose.making : exercise ? say.compose.enrol(party) : say.compose.enrol_live}
      </button>
      <p class="quiet">{say.compose.enrol_says}</p>
    </fieldset>
  );
}

/** What a key waits for while it may not author. */
export function Enrolment({ now }: { readonly now: Identity | null }) {
  if (now === null) return null;
  const row = roster.value.find((at) => at.name === now.name && at.key === now.key) ?? null;
  const size = head.value?.ok ? head.value.value.accepted.size : 0;
  if (row !== null && row.from !== null && row.from <= size) return null;
  if (row !== null) return <p class="note note-warn">{say.compose.waits}</p>;
  return (
    <div class="note note-warn">
      <p>{say.compose.not_enrolled}</p>
      {register.value?.conduct === 'exercise' ? (
        <button type="button" onClick={() => void enrol(now)}>
          {say.compose.enrol_again}
        </button>
      ) : (
        <CopyText text={`${now.vkey}\nnext ${now.next}\n`} label={say.compose.enrol_live_says} />
      )}
    </div>
  );
}

/** Whether a key may author now. */
export function may_author(one: Identity): boolean {
  const size = head.value?.ok ? head.value.value.accepted.size : 0;
  const row = roster.value.find((at) => at.name === one.name && at.key === one.key);
  const from = row?.from ?? null;
  return from !== null && from <= size;
}

/** The choice of who speaks. */
export function AsWhom() {
  const [adds, set_adds] = useState(false);
  const all = identities.value;
  const now = identity.value;
  return (
    <section class="as-whom">
      <h2>{say.compose.who}</h2>
      {store_failure.value !== null && <ErrorNote failure={store_failure.value} />}
      {all.length === 0 && <p>{say.compose.no_keys}</p>}
      {all.length > 0 && (
        <div class="identity-list" role="radiogroup" aria-label={say.compose.keys_here}>
          {all.map((one) => (
            <label key={one.id} class="identity">
              <input
                type="radio"
                name="identity"
                checked={one.id === now?.id}
                onChange={() => choose_identity(one.id)}
              />
              <Author name={one.name} /> <code>{one.key}</code>
            </label>
          ))}
        </div>
      )}
      <Enrolment now={now} />
      {adds || all.length === 0 ? (
        <NewKey done={() => set_adds(false)} />
      ) : (
        <button type="button" class="small" onClick={() => set_adds(true)}>
          {say.compose.new_key}
        </button>
      )}
    </section>
  );
}
