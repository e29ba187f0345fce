// SPDX-License-Identifier: Apache-2.0
// One arrangement: who asked whom for what, how it stands, when the next of it is due, and each step
// with its record.
import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { ArrangedStep, ArrangementNotice, ArrangementRow } from '../api/shapes';
import { say } from '../messages';
import { link_to } from '../store/route';
import { AnswerForm } from './answer_arrangement';
import { by_due, next_steps } from './arrangement_words';
import { moment } from './pass_tables';

function Record({ index }: { readonly index: number }) {
  return <a href={link_to.record(index)}>{say.one.record(index)}</a>;
}

/** The state in a word; what is wrong with it stands out. */
export function State({ one }: { readonly one: ArrangementRow }) {
  const words = say.arrangements.states;
  const bad = ['refused', 'not_done', 'disputed'].includes(one.state);
  return <span class={`duty-state ${bad ? 'late' : ''}`}>{words[one.state] ?? one.state}</span>;
}

function Due({ one }: { readonly one: ArrangementRow }) {
  const { overdue, due_by } = say.arrangements;
  if (one.due === null) return null;
  return (
    <span class={`duty-state ${one.overdue ? 'overdue' : ''}`}>
      {one.overdue ? overdue : due_by} {moment(one.due)}
    </span>
  );
}

/** Who owes what by when, the nearest first; each leads to its arrangement's record. */
export function DueList({ rows }: { readonly rows: readonly ArrangementRow[] }) {
  const words = say.arrangements;
  const due = by_due(rows);
  return (
    <section class="asked-due">
      <h2>{words.due}</h2>
      {due.length === 0 && <p class="quiet">{words.due_none}</p>}
      <ul class="plain">
        {due.map((one) => (
          <li key={one.index}>
            <Due one={one} /> {words.sorts[one.sort] ?? one.sort} {words.owed_by(one.to.join(', '))}{' '}
            <Record index={one.index} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function amount_of({ done, given, quantity, unit }: ArrangementRow): string {
  const { given: gave, wanted } = say.arrangements;
  return done === null ? wanted(quantity, unit) : gave(given, quantity, unit);
}

function Detail({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Details({ one }: { readonly one: ArrangementRow }) {
  const words = say.arrangements;
  const { from, until, place, language, about, came, number, quantity } = one;
  return (
    <dl class="asked-details">
      <Detail name={words.asked}>{moment(one.asked)}</Detail>
      <Detail name={words.span}>
        {moment(from)}
        {until !== from && ` ${words.until} ${moment(until)}`}
      </Detail>
      {quantity > 0 && <Detail name={words.amount}>{amount_of(one)}</Detail>}
      {place !== '' && <Detail name={words.place}>{place}</Detail>}
      {language !== '' && <Detail name={words.language}>{language}</Detail>}
      {number !== '' && <Detail name={words.number}>{number}</Detail>}
      {about !== null && (
        <Detail name={words.about}>
          <Record index={about} />
        </Detail>
      )}
      {came !== null && (
        <Detail name={words.came}>
          <Record index={came} />
        </Detail>
      )}
    </dl>
  );
}

function Step({ step }: { readonly step: ArrangedStep }) {
  const words = say.arrangements;
  return (
    <li class={step.stands ? '' : 'dim'}>
      <b>{words.states[step.step] ?? step.step}</b> <code>{step.author}</code> {moment(step.at)}{' '}
      {step.quantity > 0 && <>{words.step_gave(step.quantity)} </>}
      <Record index={step.index} />
      {step.about !== null && (
        <>
          {' '}
          {words.came}: <Record index={step.about} />
        </>
      )}
      {!step.stands && <span class="quiet"> ({words.taken_back})</span>}
      {step.text !== '' && (
        <p class="asked-words" dir="auto">
          {step.text}
        </p>
      )}
    </li>
  );
}

type NoticeProps = {
  readonly notices: readonly ArrangementNotice[];
  readonly with_record?: boolean;
};

export function Notices({ notices, with_record = false }: NoticeProps) {
  if (notices.length === 0) return null;
  return (
    <ul class="plain asked-notices">
      {notices.map((one, i) => (
        <li key={i}>
          <b>{say.arrangements.words[one.word] ?? one.word}</b>: <code>{one.detail}</code>{' '}
          {with_record && <Record index={one.index} />}
        </li>
      ))}
    </ul>
  );
}

type Props = {
  readonly one: ArrangementRow;
  readonly notices: readonly ArrangementNotice[];
};

export function Asked({ one, notices }: Props) {
  const words = say.arrangements;
  const [answers, set_answers] = useState(false);
  return (
    <article class="asked" aria-label={`${one.sort} ${one.index}`}>
      <h3>
        <code>{one.by}</code> {words.asks} <code>{one.to.join(', ')}</code> <State one={one} />{' '}
        <Due one={one} /> <Record index={one.index} />
      </h3>
      {one.text !== '' && (
        <p class="asked-words" dir="auto">
          {one.text}
        </p>
      )}
      <Details one={one} />
      {one.steps.length > 0 && (
        <ol class="plain" aria-label={words.steps}>
          {one.steps.map((step) => (
            <Step key={step.index} step={step} />
          ))}
        </ol>
      )}
      <Notices notices={notices} />
      {answers ? (
        <AnswerForm one={one} close={() => set_answers(false)} />
      ) : (
        next_steps(one).length > 0 && (
          <button type="button" class="quiet-button" onClick={() => set_answers(true)}>
            {words.answer}
          </button>
        )
      )}
    </article>
  );
}
