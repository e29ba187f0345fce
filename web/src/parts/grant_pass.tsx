// SPDX-License-Identifier: Apache-2.0
// The form that grants passes: a line a holder, for the side whose key signs.
import { useState } from 'preact/hooks';
import { say } from '../messages';
import type { PassHolder } from '../sign/statement';
import { identity } from '../store/identities';
import { utc_s } from '../verify/time';
import { is_name, party_of } from '../verify/vkey';
import { FormFrame } from './form_frame';
import { LineField } from './line_field';
import { circle_time_text } from './sign_parts';
import { first_lack, TextField } from './step_forms';

const day_s = 86_400;

/** `C-17; Kim; civil_police; armed`, the last three if they are known; null: no holder. */
export function parse_holder(line: string): PassHolder | null {
  const [number = '', person = '', sort = '', arms = 'unarmed', ...more] = line
    .split(';')
    .map((part) => part.trim());
  if (number === '' || more.length > 0 || (arms !== 'unarmed' && arms !== 'armed')) return null;
  return { number, person, sort, arms };
}

type GrantProps = {
  /** The agreement's, unless another is written. */
  readonly zone: string;
  readonly close: () => void;
};

export function GrantForm({ zone: otherwise, close }: GrantProps) {
  const words = say.passes;
  const [typed, set_zone] = useState<string | null>(null);
  const zone = typed ?? otherwise;
  const [from, set_from] = useState(() => circle_time_text());
  const [to, set_to] = useState(() => circle_time_text(day_s));
  const [lines, set_lines] = useState('');
  const [text, set_text] = useState('');
  const read = lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parse_holder);
  const holders = read.filter((one) => one !== null);
  const side = identity.value === null ? '' : party_of(identity.value.name);
  const lacks = first_lack(
    [read.length === 0, words.lacks.holders],
    [read.includes(null), words.lacks.holder(read.indexOf(null) + 1)],
    [!is_name(zone), words.log.lacks.zone],
    [!(utc_s(from) <= utc_s(to)), words.lacks.times],
  );
  return (
    <FormFrame
      title={words.form}
      says={words.form_says}
      said={{ kind: 'pass/1', fields: { zone, side, from, to, holders, text } }}
      lacks={lacks}
      close={close}
    >
      <TextField label={words.holders} value={lines} set={set_lines} rows={4} />
      <p class="quiet">
        <code>{words.holders_form}</code>
      </p>
      <div class="fields">
        <LineField label={words.from} value={from} set={set_from} trims />
        <LineField label={words.to} value={to} set={set_to} trims />
        <LineField label={words.zone} value={zone} set={set_zone} trims />
      </div>
      <TextField label={words.text} value={text} set={set_text} />
    </FormFrame>
  );
}
