// SPDX-License-Identifier: Apache-2.0
// The form of a statement: whose words, in which sitting, to what they reply. What it is and in which
// words it is given are never chosen beforehand.
import { useState } from 'preact/hooks';
import { get_sitting } from '../api/client';
import type { Conference, QuestionRow, SittingRow, StatementRow } from '../api/shapes';
import { say } from '../messages';
import type { Statement } from '../sign/statement';
import { delegates, sides } from '../store/parties';
import { parse_civil_time } from '../verify/time';
import { is_name } from '../verify/vkey';
import { issues_of, listed_sittings, next_statement, reply_sitting } from './conference_lines';
import { FormAt, FormBox, FormButton, type FieldsProps } from './form_box';
import { useKeptTexts } from './kept';
import { LineField, SelectField } from './line_field';
import { circle_time_text } from './sign_parts';
import { Choice, first_lack, TextField, useSaid } from './step_forms';
import { useView } from './use_view';

type Sort = StatementRow['sort'];
type Wording = StatementRow['wording'];

const sorts: readonly Sort[] = [
  ...(['statement', 'question', 'answer', 'postponement'] as const),
  ...(['interruption', 'direction', 'document'] as const),
  ...(['withdrawal', 'partial_withdrawal'] as const),
];
const wordings: readonly Wording[] = ['verbatim', 'abridged'];
const number_form = /^[1-9][0-9]{0,6}$/;
const neither = 'neither';
const option_words_max = 48;

/** To what a statement replies, where that is known before the form opens. */
export type RepliesTo = Pick<
  QuestionRow & StatementRow,
  'id' | 'number' | 'speaker' | 'issue' | 'text'
>;

type Start = {
  readonly all: Conference;
  /** Id of the sitting that the form begins with; empty: to be chosen. */
  readonly sitting: string;
  readonly to: RepliesTo | null;
};

function first_texts({ to }: Start) {
  const issue = to?.issue ?? '';
  const free = { sitting: '', reply_to: '', number: '', side: '', speaker: '', language: '' };
  return { ...free, at: circle_time_text(), issue, source: '', text: '' };
}

type Texts = ReturnType<typeof first_texts>;
type Chosen = { readonly sort: Sort | null; readonly wording: Wording | null };

const withdraws = (sort: Sort | null) => sort === 'withdrawal' || sort === 'partial_withdrawal';

function statement_of(
  texts: Texts,
  { sort, wording }: Chosen,
): readonly [Statement | null, string] {
  const { lacks } = say.conference_forms;
  const { sitting, at, issue, text } = texts;
  const lacking = first_lack(
    [sitting === '', lacks.sitting],
    [!number_form.test(texts.number), lacks.number],
    [texts.side === '', lacks.side],
    [!parse_civil_time(at).ok, lacks.time],
    [sort === null, lacks.sort],
    [wording === null, lacks.wording],
    [withdraws(sort) && texts.reply_to === '', lacks.withdraws],
    [issue !== '' && !is_name(issue), lacks.issue],
    [text.trim() === '', lacks.said],
  );
  if (sort === null || wording === null) return [null, lacking];
  const number = Number(texts.number);
  const side = texts.side === neither ? '' : texts.side;
  const fields = { ...texts, number, side, sort, wording };
  return [{ kind: 'statement/1', fields }, lacking];
}

const sitting_words = (one: SittingRow) =>
  `${say.conference.sitting(one.forum, one.number, one.opened.slice(0, 10))} (${one.author})`;

// Said in the sitting, and not taken back: what a statement may reply to.
function reply_options(rows: readonly StatementRow[]): { readonly [id: string]: string } {
  const words = say.conference_forms;
  const said = rows.filter((one) => !one.retracted);
  return Object.fromEntries(
    said.map((one) => [
      one.id,
      words.statement_option(one.number, one.speaker, one.text.slice(0, option_words_max)),
    ]),
  );
}

type WhereProps = {
  readonly texts: Texts;
  readonly set: (field: keyof Texts) => (text: string) => void;
  readonly start: Start;
  readonly rows: readonly StatementRow[];
};

function WhereFields({ texts, set, start, rows }: WhereProps) {
  const words = say.conference_forms;
  const sittings = listed_sittings(start.all.sittings).filter((one) => !one.retracted);
  const options = reply_options(rows);
  return (
    <>
      <SelectField
        label={words.sitting}
        words={sittings.map(({ id }) => id)}
        shown={Object.fromEntries(sittings.map((one) => [one.id, sitting_words(one)]))}
        value={texts.sitting}
        set={set('sitting')}
        block
      />
      {start.to === null ? (
        <SelectField
          label={words.reply_to}
          words={['', ...Object.keys(options)]}
          shown={{ ...options, '': words.to_nothing }}
          value={texts.reply_to}
          set={set('reply_to')}
          block
        />
      ) : (
        <blockquote class="replied-to">{start.to.text}</blockquote>
      )}
    </>
  );
}

function WhoFields({ texts, set, start }: WhereProps) {
  const words = say.conference_forms;
  const sitting = start.all.sittings.find(({ id }) => id === texts.sitting);
  const there = (sitting?.present ?? []).filter(
    ({ side, person }) => person !== '' && (texts.side === '' || side === texts.side),
  );
  return (
    <div class="fields">
      <SelectField
        label={words.side}
        words={[...sides(), neither]}
        shown={{ [neither]: words.neither }}
        value={texts.side}
        set={set('side')}
      />
      <LineField
        label={words.speaker}
        value={texts.speaker}
        set={set('speaker')}
        known={[...new Set(there.map(({ person }) => person))]}
      />
      <LineField label={words.number} value={texts.number} set={set('number')} trims />
      <LineField label={words.at} value={texts.at} set={set('at')} trims />
      <LineField label={words.language} value={texts.language} set={set('language')} />
      <LineField
        label={words.issue}
        value={texts.issue}
        set={set('issue')}
        known={issues_of(start.all)}
        trims
      />
    </div>
  );
}

function StatementFields({ form, set_said, ...start }: FieldsProps & Start) {
  const words = say.conference_forms;
  const [typed, set] = useKeptTexts(form, () => first_texts(start));
  const [sort, set_sort] = useState<Sort | null>(null);
  const [wording, set_wording] = useState<Wording | null>(null);
  const chosen = typed.sitting === '' ? start.sitting : typed.sitting;
  const index = start.all.sittings.find(({ id }) => id === chosen)?.index ?? -1;
  const { answer } = useView((register) => get_sitting(register, index), String(index));
  const rows = answer?.ok ? answer.value : [];
  // Each author numbers its own transcript.
  const author = start.all.sittings.find(({ id }) => id === chosen)?.author;
  const own = rows.filter((one) => one.author === author);
  const next = answer?.ok ? String(next_statement(own)) : '';
  const texts = {
    ...typed,
    sitting: chosen,
    number: typed.number === '' ? next : typed.number,
    reply_to: start.to?.id ?? typed.reply_to,
  };
  const [said, lacks] = statement_of(texts, { sort, wording });
  useSaid(said, set_said, lacks);
  const props = { texts, set, start, rows };
  return (
    <>
      <WhereFields {...props} />
      <WhoFields {...props} />
      <Choice label={words.sort} words={sorts} shown={words.sorts} value={sort} set={set_sort} />
      <Choice
        label={words.wording}
        words={wordings}
        shown={words.wordings}
        value={wording}
        set={set_wording}
      />
      <TextField label={words.said} value={texts.text} set={set('text')} rows={4} />
      <LineField label={words.source} value={texts.source} set={set('source')} block />
    </>
  );
}

/** Writes down what is said at a sitting. */
export function SpeakForm({ one, all }: { readonly one: SittingRow; readonly all: Conference }) {
  const words = say.conference_forms;
  return (
    <FormBox
      name={`speak ${one.id}`}
      title={words.speak}
      says={words.speak_says}
      by={delegates()}
      fields={(props) => <StatementFields {...props} all={all} sitting={one.id} to={null} />}
    />
  );
}

type ReplyProps = {
  readonly to: RepliesTo;
  /** The index of its sitting. */
  readonly sitting: number;
  readonly all: Conference;
  /** Which of the page's lists it stands in. */
  readonly list: 'talk' | 'questions';
};

const reply_name = ({ to, list }: Pick<ReplyProps, 'to' | 'list'>) => `reply ${list} ${to.id}`;

export function ReplyButton(props: Pick<ReplyProps, 'to' | 'list'>) {
  const { reply, answer_question } = say.conference_forms;
  return (
    <FormButton
      name={reply_name(props)}
      title={props.list === 'questions' ? answer_question : reply}
    />
  );
}

/** Where the reply to a row is written once its button is pressed. */
export function ReplyForm(props: ReplyProps) {
  const words = say.conference_forms;
  const { to, sitting, all } = props;
  return (
    <FormAt
      name={reply_name(props)}
      title={words.reply_title(to.number, to.speaker)}
      says={words.speak_says}
      by={delegates()}
      fields={(rest) => (
        <StatementFields
          {...rest}
          all={all}
          sitting={reply_sitting(sitting, all.sittings)}
          to={to}
        />
      )}
    />
  );
}
