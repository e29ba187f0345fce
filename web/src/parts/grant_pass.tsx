// SPDX-License-Identifier: Apache-2.0
// The form that grants passes: a line a holder, for the side whose key signs.
import { useEffect, useState } from 'preact/hooks';
import { say } from '../messages';
import type { PassHolder } from '../sign/statement';
import { choose_nobody, identity } from '../store/identities';
import { parse_civil_time } from '../verify/time';
import { party_of } from '../verify/vkey';
import { AsWhom } from './as_whom';
import { circle_time_text, Preview, SignButton, useComposed } from './sign_parts';
import { first_lack, nothing_filled, TextField, useSaid, type Filled } from './step_forms';

const day_s = 86_400;

/** `C-17; Kim; civil_police; armed`, the last three if they are known; null: no holder. */
export function parse_holder(line: string): PassHolder | null {
  const [number = '', person = '', sort = '', arms = 'unarmed', ...more] = line
    .split(';')
    .map((part) => part.trim());
  if (number === '' || more.length > 0 || (arms !== 'unarmed' && arms !== 'armed')) return null;
  return { number, person, sort, arms };
}

function utc_s(text: string): number {
  const time = parse_civil_time(text);
  return time.ok ? time.value.utc_s : Number.NaN;
}

type TimeProps = {
  readonly label: string;
  readonly value: string;
  readonly set: (text: string) => void;
};

function Field({ label, value, set }: TimeProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        value={value}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => set(event.currentTarget.value.trim())}
      />
    </label>
  );
}

export function GrantForm({ close }: { readonly close: () => void }) {
  const words = say.passes;
  const [{ said, lacks }, set_form] = useState<Filled>(nothing_filled);
  const [zone, set_zone] = useState('demilitarized-zone');
  const [from, set_from] = useState(() => circle_time_text());
  const [to, set_to] = useState(() => circle_time_text(day_s));
  const [lines, set_lines] = useState('');
  const [text, set_text] = useState('');
  const composed = useComposed(said, identity.value);
  const read = lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parse_holder);
  const holders = read.filter((one) => one !== null);
  const side = identity.value === null ? '' : party_of(identity.value.name);
  useSaid(
    { kind: 'pass/1', fields: { zone, side, from, to, holders, text } },
    (next, why) => set_form({ said: next, lacks: why }),
    first_lack(
      [read.length === 0, words.lacks.holders],
      [read.includes(null), words.lacks.holder(read.indexOf(null) + 1)],
      [!(utc_s(from) <= utc_s(to)), words.lacks.times],
    ),
  );
  useEffect(() => choose_nobody(), []);
  return (
    <section class="due-form" aria-label={words.form}>
      <h2>{words.form}</h2>
      <p class="quiet">{words.form_says}</p>
      <div class="compose-columns">
        <div class="compose-main">
          <AsWhom />
          <TextField label={words.holders} value={lines} set={set_lines} rows={4} />
          <p class="quiet">
            <code>{words.holders_form}</code>
          </p>
          <div class="fields">
            <Field label={words.from} value={from} set={set_from} />
            <Field label={words.to} value={to} set={set_to} />
            <Field label={words.zone} value={zone} set={set_zone} />
          </div>
          <TextField label={words.text} value={text} set={set_text} />
          <button type="button" class="quiet-button" onClick={close}>
            {words.cancel}
          </button>
        </div>
        <div class="compose-side">
          <Preview composed={composed} />
          <SignButton composed={composed} now={identity.value} lacks={lacks} done={close} />
        </div>
      </div>
    </section>
  );
}
