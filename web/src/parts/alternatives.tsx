// SPDX-License-Identifier: Apache-2.0
// The proposals on one issue beside each other, a column a side: the words in which they differ, who
// answered each how, and whose the words in brackets are.
import { Fragment, type ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { get_positions } from '../api/client';
import type { Conference, PositionRow } from '../api/shapes';
import { say } from '../messages';
import { link_to } from '../store/route';
import { sides } from '../store/parties';
import { alternatives_in, answers_on, contested_issue } from './conference_lines';
import { SelectField } from './line_field';
import { PartyName } from './marks';
import { ErrorNote, Loading } from './notes';
import { ProposalButtons, ProposalForms } from './propose_form';
import { useView } from './use_view';
import { brackets_in, differing_words, has_words } from './word_difference';

const words = say.conference;

function RecordLink({ index }: { readonly index: number }) {
  return <a href={link_to.record(index)}>{say.one.record(index)}</a>;
}

// The text with the words that the other lacks marked.
function Marked({ text, other }: { readonly text: string; readonly other: string | null }) {
  if (text === '') return <p class="quiet">{words.no_words}</p>;
  if (other === null) return <p class="asked-words">{text}</p>;
  return (
    <p class="asked-words">
      {differing_words(text, other).map((piece, at) => (
        <Fragment key={at}>
          {at > 0 && ' '}
          {piece.alone ? <mark>{piece.text}</mark> : piece.text}
        </Fragment>
      ))}
    </p>
  );
}

type CardProps = {
  readonly one: PositionRow;
  /** Every step on the issue. */
  readonly all: readonly PositionRow[];
  /** The text that it is compared with; null: with none. */
  readonly other: string | null;
  readonly children?: ComponentChildren;
};

// Who said what to it; of a side that said nothing, that.
function Answers({ one, all }: Pick<CardProps, 'one' | 'all'>) {
  const answers = answers_on(one, all);
  const silent = sides().filter(
    (side) => side !== one.side && !answers.some((answer) => answer.side === side),
  );
  return (
    <ul class="plain small alternative-answers">
      {answers.map((answer) => (
        <li key={answer.index}>
          {words.answered(answer.side, words.act[answer.act] ?? answer.act, answer.day)}:{' '}
          {answer.value}. <RecordLink index={answer.index} />
        </li>
      ))}
      {one.act !== 'defines' &&
        silent.map((side) => (
          <li key={side} class="quiet">
            {words.no_answer(side)}
          </li>
        ))}
    </ul>
  );
}

function Card({ one, all, other, children }: CardProps) {
  return (
    <li class={`asked alternative${one.retracted ? ' dim' : ''}`}>
      <p>
        <b>{one.value}</b>{' '}
        {one.alternative > 0 && <span class="case-mark">{words.alternative(one.alternative)}</span>}{' '}
        {one.act !== 'proposes' && <span class="case-mark">{words.act[one.act] ?? one.act}</span>}{' '}
        {one.retracted && <span class="taken-back">{words.taken_back}</span>}
      </p>
      <Marked text={one.text} other={other} />
      {one.condition !== '' && <p>{words.on_condition(one.condition)}</p>}
      {one.linked !== '' && <p class="quiet small">{words.hangs_on(one.linked)}</p>}
      <Answers one={one} all={all} />
      <p class="quiet small">
        {one.day}. {one.source !== '' && `${one.source}. `}
        <RecordLink index={one.index} />
        {one.told && `, ${words.told_by(one.author)}`}
      </p>
      {children}
    </li>
  );
}

function Brackets({ standing }: { readonly standing: readonly PositionRow[] }) {
  const named = sides();
  const all = standing.flatMap((one) =>
    brackets_in(one.text, one.side, named).map((bracket) => ({ bracket, of: one })),
  );
  if (all.length === 0) return null;
  return (
    <section class="alternative-brackets">
      <h3>{words.brackets}</h3>
      <ul class="plain">
        {all.map(({ bracket, of }, at) => (
          <li key={at}>
            <span class="asked-words">[{bracket.words}]</span> {words.bracket_of(bracket.side)}.{' '}
            {standing
              .filter((other) => other.side !== of.side && other.text !== '')
              .map(({ text, side }) => `${words.has_words[has_words(text, bracket.words)](side)}. `)}
            <RecordLink index={of.index} />
          </li>
        ))}
      </ul>
    </section>
  );
}

// The text with which most are compared, and the one with which that is: the newest of another side.
function useBase(standing: readonly PositionRow[]) {
  const [chosen, choose] = useState<number | null>(null);
  const texts = standing.filter(({ text }) => text !== '');
  const base = texts.find(({ index }) => index === chosen) ?? texts[0];
  const other = texts.findLast(({ side }) => side !== base?.side) ?? null;
  const comparable = base !== undefined && other !== null;
  const against = (one: PositionRow): string | null => {
    if (!comparable) return null;
    return one.index === base.index ? other.text : base.text;
  };
  return { texts, base: comparable ? base : null, other, against, choose };
}

function CompareField({ now }: { readonly now: ReturnType<typeof useBase> }) {
  const { texts, base, other, choose } = now;
  if (base === null || other === null) return null;
  const option = ({ side, value, index }: PositionRow) => words.compared_option(side, value, index);
  const name = ({ side, index }: PositionRow) => words.compared_name(side, index);
  return (
    <>
      <SelectField
        label={words.compared_with}
        words={texts.map(({ index }) => String(index))}
        shown={Object.fromEntries(texts.map((one) => [String(one.index), option(one)]))}
        value={String(base.index)}
        set={(index) => choose(Number(index))}
        block
      />
      <p class="quiet small">{words.marked(name(base), name(other))}</p>
    </>
  );
}

type IssueProps = { readonly all: readonly PositionRow[]; readonly conference: Conference };

function Issue({ all, conference }: IssueProps) {
  const { standing, earlier } = alternatives_in(all);
  const base = useBase(standing);
  const columns = [...new Set(standing.map(({ side }) => side))].sort();
  return (
    <>
      <CompareField now={base} />
      <div class="alternatives">
        {columns.map((side) => (
          <section key={side} class="alternative-side" aria-label={side}>
            <h3>
              <PartyName party={side} />
            </h3>
            <ul class="plain">
              {standing
                .filter((one) => one.side === side)
                .map((one) => (
                  <Card key={one.index} one={one} all={all} other={base.against(one)}>
                    <ProposalButtons one={one} />
                  </Card>
                ))}
            </ul>
          </section>
        ))}
      </div>
      {standing.map((one) => (
        <ProposalForms key={one.index} one={one} all={conference} />
      ))}
      <Brackets standing={standing} />
      {earlier.length > 0 && (
        <details class="conference-steps">
          <summary>{words.replaced(earlier.length)}</summary>
          <ul class="plain">
            {earlier.map((one) => (
              <Card key={one.index} one={one} all={all} other={null} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** One issue at a time, its words whole. */
export function Alternatives({ conference }: { readonly conference: Conference }) {
  const { positions } = conference;
  const [chosen, choose] = useState('');
  const issues = [...new Set(positions.map(({ issue }) => issue))].sort();
  const issue = issues.includes(chosen) ? chosen : contested_issue(positions);
  const { answer, again } = useView((register) => get_positions(register, issue), issue);
  if (issue === '') return null;
  return (
    <section class="conference-alternatives">
      <h2>{words.alternatives}</h2>
      <SelectField
        label={words.alternatives_of}
        words={issues}
        value={issue}
        set={choose}
        block
      />
      {answer === null && <Loading lines={6} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Issue key={issue} all={answer.value} conference={conference} />}
    </section>
  );
}
