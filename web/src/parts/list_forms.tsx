// SPDX-License-Identifier: Apache-2.0
// The forms that lodge a list unread, and open it. The list never leaves this machine before it is
// opened: its digest is computed here, and the salted list is kept here and offered as a file.
import { useEffect, useState } from 'preact/hooks';
import type { LodgedList } from '../api/shapes';
import { say } from '../messages';
import { new_salt } from '../sign/draft';
import {
  digested,
  read_lines,
  salted_list,
  unit_line,
  type SaltedList,
} from '../sign/holding_lines';
import { identity } from '../store/identities';
import { kept_list } from '../store/memory';
import { party_of } from '../verify/vkey';
import { FormFrame } from './form_frame';
import { LineField } from './line_field';
import { CopyText } from './notes';
import { circle_time_text, preview_after_ms } from './sign_parts';
import { first_lack, TextField } from './step_forms';

const slots_max = 1_000_000;

function slot_of(text: string): number {
  return /^[1-9][0-9]{0,6}$/.test(text) ? Number(text) : 0;
}

/** The list of these lines, salted anew only when the form is; null: there is none. */
function useSalted(lines: readonly string[]): SaltedList | null {
  const [salt] = useState(new_salt);
  const [list, set_list] = useState<SaltedList | null>(null);
  useEffect(() => {
    let gone = false;
    set_list(null);
    if (lines.length === 0) return undefined;
    // Kept as soon as it rests, before its digest can be signed: without its list a digest on record
    // can never be opened.
    const timer = setTimeout(() => {
      void salted_list(salt, lines).then((made) => {
        if (gone) return;
        kept_list.set(made.digest, made.text);
        set_list(made);
      });
    }, preview_after_ms);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [lines.join('')]);
  return list;
}

export function LodgeForm({ close }: { readonly close: () => void }) {
  const words = say.holdings;
  const [subject, set_subject] = useState('');
  const [as_of, set_as_of] = useState(() => circle_time_text().slice(0, 10));
  const [slot_text, set_slot] = useState('1');
  const [slots_text, set_slots] = useState('1');
  const [term, set_term] = useState('');
  const [typed, set_typed] = useState('');
  const [text, set_text] = useState('');
  const { all, wrong } = read_lines(typed, unit_line);
  const list = useSalted(all);
  const [slot, slots] = [slot_of(slot_text), slot_of(slots_text)];
  const lacks = first_lack(
    [subject.trim() === '', words.lacks.subject],
    [!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(as_of), words.lacks.day],
    [slot === 0 || slots > slots_max || slot > slots, words.lacks.slot],
    [wrong !== 0, words.lacks.unit(wrong)],
    [list === null, words.lacks.units],
  );
  const fields = {
    subject: subject.trim(),
    term: term.trim(),
    as_of,
    slot,
    slots,
    list: list?.digest ?? '',
    bytes: list?.bytes ?? 0,
    text,
  };
  return (
    <FormFrame
      title={words.lodge_form}
      says={words.lodge_says}
      said={{ kind: 'commitment/1', fields }}
      lacks={lacks}
      close={close}
    >
      <div class="fields">
        <LineField label={words.subject} value={subject} set={set_subject} />
        <LineField label={words.as_of} value={as_of} set={set_as_of} />
        <LineField label={words.slot} value={slot_text} set={set_slot} />
        <LineField label={words.slots} value={slots_text} set={set_slots} />
        <LineField label={words.term} value={term} set={set_term} />
      </div>
      <TextField label={words.units_field} value={typed} set={set_typed} rows={5} />
      <p class="quiet">
        <code>{words.units_form}</code>
      </p>
      {list !== null && (
        <CopyText text={list.text} label={words.salted} file={`${as_of}-${slot}.salted`} />
      )}
      <TextField label={words.text} value={text} set={set_text} />
    </FormFrame>
  );
}

type OpenProps = {
  readonly list: LodgedList;
  readonly party: string;
  readonly as_of: string;
  readonly close: () => void;
};

export function OpenForm({ list, party, as_of, close }: OpenProps) {
  const words = say.holdings;
  const [salted, set_salted] = useState(() => kept_list.get(list.list));
  const [text, set_text] = useState('');
  const [found, set_found] = useState('');
  useEffect(() => {
    let gone = false;
    void digested(salted).then(({ digest }) => {
      if (!gone) set_found(digest);
    });
    return () => {
      gone = true;
    };
  }, [salted]);
  const speaks = identity.value;
  const lacks = first_lack(
    [found !== list.list, words.lacks.other_list],
    [speaks !== null && party_of(speaks.name) !== party, words.lacks.not_the_party],
  );
  return (
    <FormFrame
      title={words.open_form(list.slot, as_of)}
      says={words.open_says}
      said={{ kind: 'opening/1', fields: { commitment: list.record, list: salted, text } }}
      lacks={lacks}
      close={close}
    >
      <TextField label={words.salted_field} value={salted} set={set_salted} rows={6} />
      <TextField label={words.text} value={text} set={set_text} />
    </FormFrame>
  );
}
