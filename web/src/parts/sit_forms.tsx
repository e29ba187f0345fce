// SPDX-License-Identifier: Apache-2.0
// The forms of a sitting: it is opened, it resumes, it ends. An end is a record of its own: the one that
// said that it goes on is taken back first (kinds/sitting.md).
import { useState } from 'preact/hooks';
import type { Conference, SittingRow } from '../api/shapes';
import { say } from '../messages';
import { read_lines } from '../sign/holding_lines';
import type { Statement } from '../sign/statement';
import { delegates } from '../store/parties';
import { parse_civil_time, utc_s } from '../verify/time';
import { is_name, party_of } from '../verify/vkey';
import { next_sitting, present_line, present_text, put_anew } from './conference_lines';
import { FormAt, FormBox, FormButton, type FieldsProps } from './form_box';
import { useKeptTexts } from './kept';
import { LineField } from './line_field';
import { RetractFields } from './retract_fields';
import { circle_time_text } from './sign_parts';
import { Choice, first_lack, TextField, useSaid } from './step_forms';

type End = SittingRow['ended'];

const number_form = /^[1-9][0-9]{0,6}$/;
const ends: readonly End[] = ['goes_on', 'adjourned', 'recessed', 'suspended', 'broken_off'];

/** What a form of a sitting begins with: nothing, the sitting before, or the same one. */
type From = {
  readonly all: readonly SittingRow[];
  readonly one: SittingRow | null;
  readonly anew: boolean;
};

function first_texts({ one, anew }: From) {
  const now = circle_time_text();
  return {
    forum: one?.forum ?? '',
    number: anew && one !== null ? String(one.number) : '',
    place: one?.place ?? '',
    opened: anew && one !== null ? one.opened : now,
    closed: now,
    present: present_text(one?.present ?? []),
    resumes: '',
    conditions: '',
    source: anew && one !== null ? one.source : '',
    text: anew && one !== null ? one.text : '',
  };
}

type Texts = ReturnType<typeof first_texts>;
type SetText = (field: keyof Texts) => (text: string) => void;

// What is said of a sitting, if its end is known, and what of it is missing.
function sitting_of(texts: Texts, end: End | null): readonly [Statement | null, string] {
  const { lacks } = say.conference_forms;
  const { forum, opened } = texts;
  const goes_on = end === 'goes_on';
  const closed = goes_on ? opened : texts.closed;
  const { all: present, wrong } = read_lines(texts.present, present_line);
  const lacking = first_lack(
    [!is_name(forum), lacks.forum],
    [!number_form.test(texts.number), lacks.number],
    [!parse_civil_time(opened).ok, lacks.time],
    [end === null, lacks.stands],
    [!(utc_s(opened) <= utc_s(closed)), lacks.times],
    [wrong !== 0, lacks.person(wrong)],
    [present.length === 0, lacks.present],
  );
  if (end === null) return [null, lacking];
  const number = Number(texts.number);
  const after = goes_on ? { resumes: '', conditions: '' } : {};
  const fields = { ...texts, ...after, number, closed, end, present };
  return [{ kind: 'sitting/1', fields }, lacking];
}

function EndFields({ texts, set }: { readonly texts: Texts; readonly set: SetText }) {
  const words = say.conference_forms;
  return (
    <>
      <div class="fields">
        <LineField label={words.closed} value={texts.closed} set={set('closed')} trims />
        <LineField label={words.resumes} value={texts.resumes} set={set('resumes')} />
      </div>
      <TextField
        label={words.conditions}
        value={texts.conditions}
        set={set('conditions')}
        rows={2}
      />
    </>
  );
}

function SittingFields({ form, set_said, ...from }: FieldsProps & From) {
  const words = say.conference_forms;
  const [typed, set] = useKeptTexts(form, () => first_texts(from));
  const [end, set_end] = useState<End | null>(null);
  const next = is_name(typed.forum) ? String(next_sitting(typed.forum, from.all)) : '';
  const texts = { ...typed, number: typed.number === '' ? next : typed.number };
  const [said, lacks] = sitting_of(texts, end);
  useSaid(said, set_said, lacks);
  return (
    <>
      <div class="fields">
        <LineField
          label={words.forum}
          value={texts.forum}
          set={set('forum')}
          known={[...new Set(from.all.map(({ forum }) => forum))]}
          trims
        />
        <LineField label={words.number} value={texts.number} set={set('number')} trims />
        <LineField label={words.place} value={texts.place} set={set('place')} />
        <LineField label={words.opened} value={texts.opened} set={set('opened')} trims />
      </div>
      <Choice
        label={words.stands}
        words={ends}
        shown={say.conference.ended}
        value={end}
        set={set_end}
      />
      {end !== null && end !== 'goes_on' && <EndFields texts={texts} set={set} />}
      <TextField label={words.present} value={texts.present} set={set('present')} rows={5} />
      <p class="quiet small">
        <code>{words.present_form}</code>
      </p>
      <LineField label={words.source} value={texts.source} set={set('source')} block />
      <TextField label={words.text} value={texts.text} set={set('text')} rows={2} />
    </>
  );
}

/** Opens a sitting of any forum. */
export function SitForm({ all }: { readonly all: Conference }) {
  const words = say.conference_forms;
  return (
    <FormBox
      name="sit"
      title={words.sit}
      says={words.sit_says}
      by={delegates()}
      fields={(props) => <SittingFields {...props} all={all.sittings} one={null} anew={false} />}
    />
  );
}

/** What may be done with a sitting, beneath its row: that it ends, is put on record anew, resumes. */
export function SittingSteps({ one, all }: { readonly one: SittingRow; readonly all: Conference }) {
  const words = say.conference_forms;
  // The record that stands changes with each step: its forms keep their names.
  const name = `${one.forum} ${one.number} ${party_of(one.author)}`;
  const [end, anew, resume] = [`end ${name}`, `anew ${name}`, `resume ${name}`];
  const goes_on = one.ended === 'goes_on';
  const waits = one.retracted && put_anew(one, all.sittings) === null;
  const fields = (is_anew: boolean) => (props: FieldsProps) => (
    <SittingFields {...props} all={all.sittings} one={one} anew={is_anew} />
  );
  return (
    <>
      <p class="buttons">
        {goes_on && !one.retracted && <FormButton name={end} title={words.end} />}
        {waits && <FormButton name={anew} title={words.anew} />}
        {!goes_on && !one.retracted && <FormButton name={resume} title={words.resume} />}
      </p>
      <FormAt
        name={end}
        title={words.end}
        says={words.end_says}
        by={[one.author]}
        then={anew}
        fields={(props) => (
          <RetractFields {...props} id={one.id} author={one.author} why={words.ended_now} />
        )}
      />
      <FormAt
        name={anew}
        title={words.anew}
        says={words.anew_says}
        by={[one.author]}
        fields={fields(true)}
      />
      <FormAt
        name={resume}
        title={words.resume}
        says={words.resume_says}
        by={delegates()}
        fields={fields(false)}
      />
    </>
  );
}
