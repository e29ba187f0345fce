// SPDX-License-Identifier: Apache-2.0
// The form that asks something of another, or tells it before it happens.
import { useState } from 'preact/hooks';
import type { ArrangementSort } from '../api/shapes';
import { say } from '../messages';
import { identity } from '../store/identities';
import { is_digest } from '../verify/hash';
import { utc_s } from '../verify/time';
import { is_name, party_of } from '../verify/vkey';
import { parse_amount } from './arrangement_words';
import { FormFrame } from './form_frame';
import { LineField, SelectField } from './line_field';
import { circle_time_text } from './sign_parts';
import { first_lack, NamesField, sound_names, TextField } from './step_forms';

const day_s = 86_400;

/** What is typed, as it is typed. */
type Typed = {
  readonly sort: string;
  readonly number: string;
  readonly by: string;
  readonly to: string;
  readonly about: string;
  readonly place: string;
  readonly from: string;
  readonly until: string;
  readonly amount: string;
  readonly unit: string;
  readonly language: string;
  readonly text: string;
};

const nothing_typed = (): Typed => ({
  sort: '',
  number: '',
  by: '',
  to: '',
  about: '',
  place: '',
  from: circle_time_text(),
  until: circle_time_text(day_s),
  amount: '0',
  unit: '',
  language: '',
  text: '',
});

type FieldProps = {
  readonly typed: Typed;
  readonly set: (name: keyof Typed) => (text: string) => void;
  readonly names: readonly string[];
};

function AskFields({ typed, set, names }: FieldProps) {
  const words = say.arrangements;
  const line = (label: string, name: keyof Typed) => (
    <LineField label={label} value={typed[name]} set={set(name)} />
  );
  return (
    <>
      <div class="fields">
        <SelectField
          label={words.sort}
          words={['', ...names]}
          shown={{ ...words.sorts, '': words.no_sort }}
          value={typed.sort}
          set={set('sort')}
        />
        {line(words.by, 'by')}
        {line(words.number, 'number')}
      </div>
      <NamesField label={words.to} value={typed.to} set={set('to')} />
      <div class="fields">
        {line(words.from, 'from')}
        {line(words.to_time, 'until')}
        {line(words.place, 'place')}
        {line(words.quantity, 'amount')}
        {line(words.unit, 'unit')}
        {line(words.language_code, 'language')}
        {line(words.about_id, 'about')}
      </div>
      <TextField label={words.text} value={typed.text} set={set('text')} />
    </>
  );
}

type Props = {
  readonly sorts: readonly ArrangementSort[];
  /** Id of the record that it is about, where that is known. */
  readonly about?: string;
  readonly close: () => void;
};

export function AskForm({ sorts, about = '', close }: Props) {
  const words = say.arrangements;
  const [typed, set_typed] = useState(() => ({ ...nothing_typed(), about }));
  const party = identity.value === null ? '' : party_of(identity.value.name);
  const { amount, to, ...rest } = typed;
  const by = rest.by === '' ? party : rest.by;
  const quantity = parse_amount(amount);
  const names = sound_names(to);
  const fields = { ...rest, by, to: names ?? [], quantity: quantity ?? 0 };
  const lacks = first_lack(
    [rest.sort === '', words.lacks.sort],
    [!is_name(by), words.lacks.by],
    [names === null, words.lacks.to],
    [!(utc_s(rest.from) <= utc_s(rest.until)), words.lacks.times],
    [quantity === null, words.lacks.quantity],
    [rest.about !== '' && !is_digest(rest.about), words.lacks.about],
  );
  return (
    <FormFrame
      title={words.form}
      says={words.form_says}
      said={{ kind: 'arrangement/1', fields }}
      lacks={lacks}
      close={close}
    >
      <AskFields
        typed={typed}
        set={(name) => (text) => set_typed((before) => ({ ...before, [name]: text }))}
        names={[...new Set(sorts.map((one) => one.sort))]}
      />
    </FormFrame>
  );
}
