// SPDX-License-Identifier: Apache-2.0
// The form of where a side stands on an issue: it proposes, changes, drops, or answers another's
// proposal. What may be done depends on whose proposal it is, and is never chosen beforehand.
import { useState } from 'preact/hooks';
import type { Conference, PositionRow } from '../api/shapes';
import { say } from '../messages';
import type { Statement } from '../sign/statement';
import { delegates, sides } from '../store/parties';
import { is_name } from '../verify/vkey';
import { is_day, side_of, today } from './agenda_forms';
import { acts_on, issues_of, small_number } from './conference_lines';
import { FormAt, FormBox, FormButton, type FieldsProps } from './form_box';
import { useKeptTexts } from './kept';
import { LineField, SelectField } from './line_field';
import { Choice, first_lack, TextField, useSaid } from './step_forms';

type Act = PositionRow['act'];

/** What the form begins with. */
type Start = {
  readonly all: Conference;
  /** The proposal that it answers or changes. */
  readonly of: PositionRow | null;
  /** The proposal against which it is set: its issue, and its words if they are wanted. */
  readonly against: PositionRow | null;
};

function first_texts({ of, against }: Start) {
  const issue = (of ?? against)?.issue ?? '';
  const start = { issue, side: '', day: today(), of: '', alternative: '0', value: '' };
  return { ...start, condition: '', linked: '', source: '', text: '' };
}

type Texts = ReturnType<typeof first_texts>;

function proposal_of(texts: Texts, act: Act | null): readonly [Statement | null, string] {
  const { lacks } = say.conference_forms;
  const { issue, side, day, linked } = texts;
  const alternative = small_number(texts.alternative);
  const lacking = first_lack(
    [!is_name(issue), lacks.on_issue],
    [side === '', lacks.side_stands],
    [act === null, lacks.act],
    [!is_day(day), lacks.day],
    [alternative === null, lacks.alternative],
    [texts.value.trim() === '', lacks.value],
    [linked !== '' && !is_name(linked), lacks.issue],
  );
  if (act === null || alternative === null) return [null, lacking];
  return [{ kind: 'proposal/1', fields: { ...texts, act, alternative } }, lacking];
}

// What stands on an issue, and can be answered or changed.
function proposal_options(rows: readonly PositionRow[], issue: string) {
  const words = say.conference_forms;
  const own = rows.filter((one) => one.issue === issue && !one.retracted);
  return Object.fromEntries(
    own.map((one) => [one.id, words.proposal_option(one.day, one.side, one.value)]),
  );
}

type PartProps = {
  readonly texts: Texts;
  readonly set: (field: keyof Texts) => (text: string) => void;
  readonly start: Start;
};

function AboutFields({ texts, set, start }: PartProps) {
  const words = say.conference_forms;
  const options = proposal_options(start.all.positions, texts.issue);
  return (
    <>
      {start.of !== null && (
        <blockquote class="replied-to">
          {start.of.side}: {start.of.value}
        </blockquote>
      )}
      <div class="fields">
        <LineField
          label={words.on_issue}
          value={texts.issue}
          set={set('issue')}
          known={issues_of(start.all)}
          trims
        />
        <SelectField
          label={words.side_stands}
          words={sides()}
          value={texts.side}
          set={set('side')}
        />
        <LineField label={words.day} value={texts.day} set={set('day')} type="date" />
      </div>
      {start.of === null && Object.keys(options).length > 0 && (
        <SelectField
          label={words.of}
          words={['', ...Object.keys(options)]}
          shown={{ ...options, '': words.of_none }}
          value={texts.of}
          set={set('of')}
          block
        />
      )}
    </>
  );
}

function WordsFields({ texts, set, start }: PartProps) {
  const words = say.conference_forms;
  const theirs = (start.of ?? start.against)?.text ?? '';
  return (
    <>
      <div class="fields">
        <LineField label={words.value} value={texts.value} set={set('value')} />
        <LineField
          label={words.alternative}
          value={texts.alternative}
          set={set('alternative')}
          trims
        />
        <LineField
          label={words.linked}
          value={texts.linked}
          set={set('linked')}
          known={issues_of(start.all)}
          trims
        />
      </div>
      {theirs !== '' && texts.text === '' && (
        <button type="button" class="small" onClick={() => set('text')(theirs)}>
          {words.its_words}
        </button>
      )}
      <TextField label={words.word_for_word} value={texts.text} set={set('text')} rows={5} />
      <p class="quiet small">{words.brackets_say}</p>
      <TextField label={words.condition} value={texts.condition} set={set('condition')} rows={2} />
      <LineField label={words.source} value={texts.source} set={set('source')} block />
    </>
  );
}

function ProposalFields({ form, speaker, set_said, ...start }: FieldsProps & Start) {
  const words = say.conference_forms;
  const [typed, set] = useKeptTexts(form, () => first_texts(start));
  const [chosen, set_act] = useState<Act | null>(null);
  const side = typed.side === '' ? side_of(speaker) : typed.side;
  const known = start.all.positions.find(
    ({ id, issue }) => id === typed.of && issue === typed.issue,
  );
  const of = start.of ?? known ?? null;
  const offered = acts_on(of, side);
  const act = chosen !== null && offered.includes(chosen) ? chosen : null;
  const texts = { ...typed, side, of: of?.id ?? '' };
  const [said, lacks] = proposal_of(texts, act);
  useSaid(said, set_said, lacks);
  const props = { texts, set, start };
  return (
    <>
      <AboutFields {...props} />
      {offered.length === 0 && <p class="quiet">{words.no_side}</p>}
      {offered.length > 0 && (
        <Choice label={words.act} words={offered} shown={words.acts} value={act} set={set_act} />
      )}
      <WordsFields {...props} />
    </>
  );
}

/** Says where a side stands, on any issue. */
export function ProposeForm({ all }: { readonly all: Conference }) {
  const words = say.conference_forms;
  return (
    <FormBox
      name="propose"
      title={words.propose}
      says={words.propose_says}
      by={delegates()}
      fields={(props) => <ProposalFields {...props} all={all} of={null} against={null} />}
    />
  );
}

type ToProps = { readonly one: PositionRow };

/** The ways on from a proposal: to say something to it, or to set another against it. */
export function ProposalButtons({ one }: ToProps) {
  const words = say.conference_forms;
  return (
    <p class="buttons">
      <FormButton name={`about ${one.id}`} title={words.about_it} />
      <FormButton name={`against ${one.id}`} title={words.against_it} />
    </p>
  );
}

/** Where they are written once a button is pressed. */
export function ProposalForms({ one, all }: ToProps & { readonly all: Conference }) {
  const words = say.conference_forms;
  const form = (name: string, title: string, start: Omit<Start, 'all'>) => (
    <FormAt
      name={`${name} ${one.id}`}
      title={title}
      says={words.propose_says}
      by={delegates()}
      fields={(props) => <ProposalFields {...props} all={all} {...start} />}
    />
  );
  return (
    <>
      {form('about', words.about_title(one.side, one.value), { of: one, against: null })}
      {form('against', words.against_title(one.side, one.value), { of: null, against: one })}
    </>
  );
}
