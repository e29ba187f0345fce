// SPDX-License-Identifier: Apache-2.0
// The forms of an agenda and of what a side says to a point of another's.
import { useState } from 'preact/hooks';
import type { AgendaPoint, Conference } from '../api/shapes';
import { say } from '../messages';
import type { AnswerWord } from '../sign/conference_fields';
import { read_lines } from '../sign/holding_lines';
import type { Statement } from '../sign/statement';
import { delegates, sides } from '../store/parties';
import { party_of } from '../verify/vkey';
import { agenda_of, answers_to, ascends, item_line, items_text } from './conference_lines';
import { FormAt, FormBox, FormButton, type FieldsProps } from './form_box';
import { useKeptTexts } from './kept';
import { LineField, SelectField } from './line_field';
import { circle_time_text } from './sign_parts';
import { Choice, first_lack, TextField, useSaid } from './step_forms';

const number_form = /^[1-9][0-9]{0,6}$/;
const day_form = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/** The day in circle time. */
export const today = () => circle_time_text().slice(0, 10);

/** Whether it reads as a day. */
export const is_day = (text: string) => day_form.test(text);

/** The side of whoever speaks; empty: of a side nobody speaks yet. */
export function side_of(speaker: string): string {
  const party = party_of(speaker);
  return sides().includes(party) ? party : '';
}

const nothing_said = () => ({ side: '', version: '', day: today(), items: '', source: '', text: '' });

function AgendaFields({ form, set_said, all }: FieldsProps & { readonly all: Conference }) {
  const words = say.conference_forms;
  const [texts, set] = useKeptTexts(form, nothing_said);
  const { side, day, source, text } = texts;
  const before = agenda_of(all.points, side);
  const last = before[0]?.version ?? 0;
  const version = texts.version === '' && side !== '' ? String(last + 1) : texts.version;
  const { all: items, wrong } = read_lines(texts.items, item_line);
  const lacks = first_lack(
    [side === '', words.lacks.agenda_side],
    [!number_form.test(version), words.lacks.number],
    [!is_day(day), words.lacks.day],
    [wrong !== 0, words.lacks.item(wrong)],
    [items.length === 0, words.lacks.items],
    [!ascends(items), words.lacks.ascend],
  );
  const fields = { side, version: Number(version), day, items, source, text };
  useSaid({ kind: 'agenda/1', fields }, set_said, lacks);
  return (
    <>
      <div class="fields">
        <SelectField label={words.agenda_side} words={sides()} value={side} set={set('side')} />
        <LineField label={words.version} value={version} set={set('version')} trims />
        <LineField label={words.day} value={day} set={set('day')} type="date" />
      </div>
      {last > 0 && texts.items === '' && (
        <button type="button" class="small" onClick={() => set('items')(items_text(before))}>
          {words.items_from(last)}
        </button>
      )}
      <TextField label={words.items} value={texts.items} set={set('items')} rows={5} />
      <p class="quiet small">
        <code>{words.items_form}</code>
      </p>
      <LineField label={words.source} value={source} set={set('source')} block />
      <TextField label={words.text} value={text} set={set('text')} rows={2} />
    </>
  );
}

/** Puts a side's points on record. */
export function AgendaForm({ all }: { readonly all: Conference }) {
  const words = say.conference_forms;
  return (
    <FormBox
      name="agenda"
      title={words.agenda}
      says={words.agenda_says}
      by={delegates()}
      fields={(props) => <AgendaFields {...props} all={all} />}
    />
  );
}

const no_answer = () => ({ side: '', day: today(), referred_to: '', source: '', text: '' });

type PointProps = { readonly point: AgendaPoint };

// What a side may answer depends on whose point it is: another side, another answer.
function AnswerFields({ form, speaker, set_said, point }: FieldsProps & PointProps) {
  const words = say.conference_forms;
  const [texts, set] = useKeptTexts(form, no_answer);
  const [chosen, set_answer] = useState<AnswerWord | null>(null);
  const side = texts.side === '' ? side_of(speaker) : texts.side;
  const offered = answers_to(point, side);
  const answer = chosen !== null && offered.includes(chosen) ? chosen : null;
  const { day, referred_to, source, text } = texts;
  const lacks = first_lack(
    [side === '', words.lacks.answers_side],
    [answer === null, words.lacks.answer],
    [!is_day(day), words.lacks.day],
  );
  const { id: agenda, number } = point;
  const rest = { day, referred_to, source, text };
  const said: Statement | null =
    answer === null
      ? null
      : { kind: 'agenda-answer/1', fields: { agenda, number, side, answer, ...rest } };
  useSaid(said, set_said, lacks);
  return (
    <>
      <blockquote class="replied-to">{say.conference.point(number, point.wording)}</blockquote>
      <div class="fields">
        <SelectField label={words.answers_side} words={sides()} value={side} set={set('side')} />
        <LineField label={words.day} value={day} set={set('day')} type="date" />
        <LineField label={words.referred_to} value={referred_to} set={set('referred_to')} />
      </div>
      {offered.length === 0 && <p class="quiet">{words.no_side}</p>}
      {offered.length > 0 && (
        <Choice
          label={words.answer}
          words={offered}
          shown={words.answers}
          value={answer}
          set={set_answer}
        />
      )}
      <LineField label={words.source} value={source} set={set('source')} block />
      <TextField label={words.text} value={text} set={set('text')} rows={2} />
    </>
  );
}

const answer_name = ({ id, number }: AgendaPoint) => `point ${id} ${number}`;

export function PointButton({ point }: PointProps) {
  return <FormButton name={answer_name(point)} title={say.conference_forms.answer_point} />;
}

/** Where the answer to a point is written once its button is pressed. */
export function PointForm({ point }: PointProps) {
  const words = say.conference_forms;
  return (
    <FormAt
      name={answer_name(point)}
      title={words.answer_point_title(point.side, point.number)}
      says={words.answer_point_says}
      by={delegates()}
      fields={(props) => <AnswerFields {...props} point={point} />}
    />
  );
}
