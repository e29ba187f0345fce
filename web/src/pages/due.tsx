// SPDX-License-Identifier: Apache-2.0
// What is due: overdue duties, then those of the coming days by the hour; who owes one states it
// done here.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { get_due } from '../api/client';
import type { Due, DueAsked, DueOwed, DutyRow } from '../api/shapes';
import { say } from '../messages';
import { ByNode } from '../parts/by_node';
import { Paragraph } from '../parts/finding';
import { FormFrame } from '../parts/form_frame';
import { day_after } from '../parts/months';
import { Empty, ErrorNote, Loading } from '../parts/notes';
import { OutboxNote, SendingFailure } from '../parts/outbox_parts';
import { circle_time_text } from '../parts/sign_parts';
import { TextField } from '../parts/step_forms';
import { useView } from '../parts/use_view';
import { identity } from '../store/identities';
import { link_to } from '../store/route';
import { register } from '../store/session';

const shown_days = 14;

type StateDone = { readonly state_done: (duty: DutyRow) => void };

// One bearer of a duty: how it stands, and the record that made it so or the way to make one.
function Bearer({ duty, state_done }: { readonly duty: DutyRow } & StateDone) {
  return (
    <li class="bearer">
      <code>{duty.by}</code>
      <span class={`duty-state ${duty.state}`}>{say.due.states[duty.state] ?? duty.state}</span>
      {duty.at !== null && <a href={link_to.record(duty.at)}>{say.one.record(duty.at)}</a>}
      {duty.at === null && duty.fulfilled_by === 'fulfilment' && (
        <button type="button" class="quiet-button" onClick={() => state_done(duty)}>
          {say.due.state_done}
        </button>
      )}
    </li>
  );
}

// Duties of one paragraph and hour stand together, one line for each who owes.
function together(rows: readonly DutyRow[]): readonly (readonly DutyRow[])[] {
  const groups = new Map<string, DutyRow[]>();
  for (const duty of rows) {
    const key = `${duty.due} ${duty.term} ${duty.occasion}`;
    groups.set(key, [...(groups.get(key) ?? []), duty]);
  }
  return [...groups.values()];
}

function DutyLine({ duties, state_done }: { readonly duties: readonly DutyRow[] } & StateDone) {
  const [first] = duties;
  if (first === undefined) return null;
  const { due, paragraph, what, occasion, phrase, fulfilled_by } = first;
  return (
    <tr role="row">
      <td role="cell" class="due-hour">
        {due.replace('T', ' ')}
      </td>
      <td role="cell">
        <Paragraph of={paragraph} /> {what}
        {occasion !== '' && <span class="quiet"> {say.due.of_day(occasion)}</span>}
        {fulfilled_by === 'movement' && (
          <>
            , <a href={link_to.ledger}>{say.due.by_movement}</a>
          </>
        )}
        {(fulfilled_by === 'commitment' || fulfilled_by === 'count') && (
          <span class="quiet">, {say.due.by_holding}</span>
        )}
        <q class="quiet">{phrase}</q>
      </td>
      <td role="cell">
        <ul class="plain">
          {duties.map((duty) => (
            <Bearer key={duty.by} duty={duty} state_done={state_done} />
          ))}
        </ul>
      </td>
    </tr>
  );
}

// What is due when, and by whom.
function DueTable({ children }: { readonly children: ComponentChildren }) {
  return (
    <table class="duties" role="table">
      <thead role="rowgroup">
        <tr role="row">
          {(['due', 'what', 'by'] as const).map((name) => (
            <th key={name} scope="col" role="columnheader">
              {say.due.columns[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

function Duties({ rows, state_done }: { readonly rows: readonly DutyRow[] } & StateDone) {
  return (
    <DueTable>
      {together(rows).map((duties) => (
        <DutyLine
          key={`${duties[0]?.due} ${duties[0]?.term} ${duties[0]?.occasion}`}
          duties={duties}
          state_done={state_done}
        />
      ))}
    </DueTable>
  );
}

function DueState({ overdue }: { readonly overdue: boolean }) {
  const state = overdue ? 'overdue' : 'waits';
  return <span class={`duty-state ${state}`}>{say.due.states[state]}</span>;
}

// What somebody asked for: answered and done on the desk of arrangements.
function Asked({ rows }: { readonly rows: readonly DueAsked[] }) {
  return (
    <DueTable>
      {rows.map((row) => (
        <tr key={row.index} role="row">
          <td role="cell" class="due-hour">
            {row.due.replace('T', ' ')}
          </td>
          <td role="cell">
            <Paragraph of={row.paragraph} /> {say.arrangements.sorts[row.sort] ?? row.sort}
            {row.place !== '' && `, ${row.place}`}
            <span class="quiet"> {say.due.asked_by(row.asked_by)}, </span>
            <a href={link_to.record(row.index)}>{say.one.record(row.index)}</a>
            <q class="quiet">{row.phrase}</q>
          </td>
          <td role="cell">
            {row.by.map((name) => (
              <span key={name}>
                <code>{name}</code>{' '}
              </span>
            ))}
            <DueState overdue={row.overdue} />
          </td>
        </tr>
      ))}
    </DueTable>
  );
}

// What has begun and must follow: a case's next step that bears no delay, a shipment's report.
function Owed({ rows }: { readonly rows: readonly DueOwed[] }) {
  return (
    <DueTable>
      {rows.map((row) => (
        <tr key={`${row.index} ${row.term}`} role="row">
          <td role="cell" class="due-hour">
            {row.due.replace('T', ' ')}
          </td>
          <td role="cell">
            <Paragraph of={row.paragraph} /> {say.due.owed_what[row.what] ?? row.what}
            {row.shipment !== '' && <span> {row.shipment}</span>}
            <span class="quiet">, {say.due.owed_since} </span>
            <a href={link_to.record(row.index)}>{say.one.record(row.index)}</a>
            {row.case !== null && (
              <>
                {', '}
                <a href={link_to.one_case(row.case)}>{say.docket.case_no(row.case)}</a>
              </>
            )}
            <q class="quiet">{row.phrase}</q>
          </td>
          <td role="cell">
            <code>{row.by}</code> <DueState overdue={row.overdue} />
          </td>
        </tr>
      ))}
    </DueTable>
  );
}

function DoneForm({ duty, close }: { readonly duty: DutyRow; readonly close: () => void }) {
  const [text, set_text] = useState('');
  const [at] = useState(() => circle_time_text());
  const { term, occasion } = duty;
  return (
    <FormFrame
      title={say.due.form}
      about={
        <>
          <Paragraph of={duty.paragraph} /> {duty.what}, <code>{duty.by}</code>{' '}
          {duty.occasion !== '' && say.due.of_day(duty.occasion)}
        </>
      }
      says={say.due.form_says}
      said={{ kind: 'fulfilment/1', fields: { term, occasion, at, text } }}
      lacks={text.trim() === '' ? say.lacks.text : ''}
      by={duty.by}
      close={close}
    >
      <TextField label={say.due.form_text} value={text} set={set_text} rows={4} />
    </FormFrame>
  );
}

function Shown({ due }: { readonly due: Due }) {
  const [of, set_of] = useState<DutyRow | null>(null);
  const is_before = (duty: DutyRow) => duty.due.slice(0, 10) < due.date;
  const overdue = due.duties.filter(is_before);
  const coming = due.duties.filter((duty) => !is_before(duty));
  return (
    <>
      <p class="due-clock">
        {due.clock === null ? say.due.no_clock : say.due.clock(due.clock.replace('T', ' '))}
      </p>
      {of !== null && <DoneForm key={of.term + of.by} duty={of} close={() => set_of(null)} />}
      <section>
        <h2>{say.due.overdue}</h2>
        {overdue.length === 0 && <p class="quiet">{say.due.none_overdue}</p>}
        {overdue.length > 0 && <Duties rows={overdue} state_done={set_of} />}
      </section>
      <section>
        <h2>{say.due.coming}</h2>
        {coming.length === 0 && <Empty>{say.due.none_coming}</Empty>}
        {coming.length > 0 && <Duties rows={coming} state_done={set_of} />}
      </section>
      {due.owed.length > 0 && (
        <section>
          <h2>{say.due.owed}</h2>
          <Owed rows={due.owed} />
        </section>
      )}
      {due.asked.length > 0 && (
        <section>
          <h2>{say.due.asked}</h2>
          <Asked rows={due.asked} />
        </section>
      )}
    </>
  );
}

export function DuePage() {
  const [from, set_from] = useState('');
  const name = register.value?.name ?? '';
  const key = `${name} ${from}`;
  const { answer, again } = useView((of) => get_due(of, from, shown_days), key);
  const day = answer?.ok ? answer.value.date : from;
  const step = (days: number) => set_from(day_after(day, days));
  return (
    <div class="page due-page">
      <h1>{say.due.title}</h1>
      <p class="quiet">{say.due.says}</p>
      <OutboxNote now={identity.value} />
      <SendingFailure />
      <div class="due-days" role="group" aria-label={say.due.from}>
        <button type="button" onClick={() => step(-shown_days)} disabled={day === ''}>
          ‹
        </button>
        <label>
          <span>{say.due.from}</span>
          <input
            type="date"
            value={day}
            onChange={(event) => set_from(event.currentTarget.value)}
          />
        </label>
        <button type="button" onClick={() => step(shown_days)} disabled={day === ''}>
          ›
        </button>
      </div>
      {answer === null && <Loading lines={8} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Shown due={answer.value} />}
      <ByNode views={['compliance']} />
    </div>
  );
}
