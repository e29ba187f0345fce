// SPDX-License-Identifier: Apache-2.0
// The forms that state a count, and what was seen at a site. Nothing is chosen beforehand.
import { useState } from 'preact/hooks';
import { say } from '../messages';
import { checked_item, count_line, number_of, read_lines } from '../sign/holding_lines';
import type { Statement } from '../sign/statement';
import { identity } from '../store/identities';
import { parse_civil_time } from '../verify/time';
import { is_name, party_of } from '../verify/vkey';
import { FormFrame } from './form_frame';
import { LineField } from './line_field';
import { circle_time_text } from './sign_parts';
import { Choice, first_lack, TextField } from './step_forms';

const bases = ['reported', 'inspected'] as const;
const accesses = ['given', 'partial', 'denied'] as const;
const criteria_words = ['met', 'not_met', 'not_judged'] as const;
type OneOf<T extends readonly unknown[]> = T[number];

/** The side of whoever speaks, until another is typed. */
function useSide(): [string, (text: string) => void] {
  const [typed, set_typed] = useState<string | null>(null);
  const speaks = identity.value;
  return [typed ?? (speaks === null ? '' : party_of(speaks.name)), set_typed];
}

export function CountForm({ close }: { readonly close: () => void }) {
  const words = say.holdings;
  const [of, set_of] = useState('');
  const [side, set_side] = useSide();
  const [place, set_place] = useState('');
  const [basis, set_basis] = useState<OneOf<typeof bases> | null>(null);
  const [at, set_at] = useState(() => circle_time_text());
  const [typed, set_typed] = useState('');
  const [total_text, set_total] = useState('');
  const [text, set_text] = useState('');
  const { all: lines, wrong } = read_lines(typed, count_line);
  const sum = lines.reduce((before, { number }) => before + number, 0);
  const total = total_text.trim() === '' ? sum : number_of(total_text.trim());
  const lacks = first_lack(
    [!is_name(of), words.lacks.of],
    [!is_name(side), words.lacks.side],
    [basis === null, words.lacks.basis],
    [!parse_civil_time(at).ok, words.lacks.time],
    [wrong !== 0, words.lacks.line(wrong)],
    [lines.length === 0, words.lacks.lines],
    [total === null, words.lacks.total],
  );
  const said: Statement | null =
    basis === null || total === null
      ? null
      : { kind: 'count/1', fields: { of, side, place, basis, at, lines, total, text } };
  return (
    <FormFrame title={words.count_form} said={said} lacks={lacks} close={close}>
      <div class="fields">
        <LineField label={words.of} value={of} set={set_of} />
        <LineField label={words.of_side} value={side} set={set_side} />
        <LineField label={words.place} value={place} set={set_place} />
        <LineField label={words.at} value={at} set={set_at} />
        <LineField label={words.total} value={total_text} set={set_total} />
      </div>
      <Choice
        label={words.basis_field}
        words={bases}
        shown={words.basis}
        value={basis}
        set={set_basis}
      />
      <TextField label={words.lines_field} value={typed} set={set_typed} rows={4} />
      <p class="quiet">
        <code>{words.lines_form}</code>
      </p>
      <TextField label={words.text} value={text} set={set_text} />
    </FormFrame>
  );
}

export function CheckForm({ close }: { readonly close: () => void }) {
  const words = say.holdings;
  const [site, set_site] = useState('');
  const [side, set_side] = useState('');
  const [at, set_at] = useState(() => circle_time_text());
  const [access, set_access] = useState<OneOf<typeof accesses> | null>(null);
  const [criteria, set_criteria] = useState<OneOf<typeof criteria_words> | null>(null);
  const [typed, set_typed] = useState('');
  const [text, set_text] = useState('');
  const { all: items, wrong } = read_lines(typed, checked_item);
  const lacks = first_lack(
    [!is_name(site), words.lacks.site],
    [!is_name(side), words.lacks.side],
    [!parse_civil_time(at).ok, words.lacks.time],
    [access === null, words.lacks.access],
    [criteria === null, words.lacks.criteria],
    [wrong !== 0, words.lacks.item(wrong)],
    [items.length === 0, words.lacks.items],
  );
  const said: Statement | null =
    access === null || criteria === null
      ? null
      : { kind: 'site-check/1', fields: { site, side, at, access, criteria, items, text } };
  return (
    <FormFrame title={words.check_form} said={said} lacks={lacks} close={close}>
      <div class="fields">
        <LineField label={words.site} value={site} set={set_site} />
        <LineField label={words.of_side} value={side} set={set_side} />
        <LineField label={words.at} value={at} set={set_at} />
      </div>
      <Choice
        label={words.access_field}
        words={accesses}
        shown={words.access}
        value={access}
        set={set_access}
      />
      <Choice
        label={words.criteria_field}
        words={criteria_words}
        shown={words.criteria}
        value={criteria}
        set={set_criteria}
      />
      <TextField label={words.items_field} value={typed} set={set_typed} rows={4} />
      <p class="quiet">
        <code>{words.items_form}</code>
      </p>
      <TextField label={words.text} value={text} set={set_text} />
    </FormFrame>
  );
}
