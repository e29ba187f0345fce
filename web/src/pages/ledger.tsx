// SPDX-License-Identifier: Apache-2.0
// A month's ledger: what each side says came in and went out, what teams counted, and what was
// noticed and found about it.
import { useState } from 'preact/hooks';
import { get_ground, get_ledger } from '../api/client';
import type { Ledger, LedgerSide, Port } from '../api/shapes';
import { say } from '../messages';
import { ByNode } from '../parts/by_node';
import { Finding } from '../parts/finding';
import { useClosedForms } from '../parts/form_box';
import { CorrectButton, CorrectForms } from '../parts/ledger_corrections';
import { kept_records } from '../parts/ledger_effect';
import { LedgerForms, month_of } from '../parts/ledger_forms';
import { CountTable, DayTable, ItemTable } from '../parts/ledger_tables';
import { month_after, month_before } from '../parts/months';
import { Empty, ErrorNote, Loading } from '../parts/notes';
import { Points } from '../parts/points';
import { useView } from '../parts/use_view';
import type { Said } from '../sign/draft';
import { link_to } from '../store/route';

function Side({ one, month }: { readonly one: LedgerSide; readonly month: string }) {
  const words = say.ledger;
  const { arrived, departed, month_arrived, month_departed, arrivals_max } = one;
  return (
    <section class="ledger-side">
      <h2>
        <code>{one.side}</code>
      </h2>
      <dl>
        <dt>{words.in_month(month)}</dt>
        <dd>
          {arrivals_max === null
            ? words.arrived(month_arrived)
            : words.of_most(month_arrived, arrivals_max)}
          , {words.departed(month_departed)}
          {arrivals_max !== null && (
            <meter min={0} max={arrivals_max} value={month_arrived} aria-hidden="true" />
          )}
        </dd>
        <dt>{words.since}</dt>
        <dd>
          {words.arrived(arrived)}, {words.departed(departed)}:{' '}
          <b>{words.balance(arrived - departed)}</b>
        </dd>
      </dl>
    </section>
  );
}

function Notices({ ledger }: { readonly ledger: Ledger }) {
  if (ledger.notices.length === 0) return null;
  return (
    <section class="ledger-notices">
      <h2>{say.ledger.notices}</h2>
      <ul class="plain">
        {ledger.notices.map((one, i) => (
          <li key={i}>
            <b>{say.ledger.words[one.word] ?? one.word}</b>: {one.detail}{' '}
            <a href={link_to.record(one.index)}>{say.one.record(one.index)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

type ShownProps = {
  readonly ledger: Ledger;
  readonly ports: readonly Port[];
  readonly signed: (said: Said) => void;
};

function Shown({ ledger, ports, signed }: ShownProps) {
  const none = ledger.counts.length === 0 && ledger.items.length === 0;
  const kept = kept_records(ledger);
  const steps = (index: number) => {
    const one = kept.find((record) => record.index === index);
    return one === undefined ? null : <CorrectButton one={one} />;
  };
  return (
    <>
      <div class="ledger-sides">
        {ledger.sides.map((one) => (
          <Side key={one.side} one={one} month={ledger.month} />
        ))}
      </div>
      {none && (
        <Empty>
          {say.ledger.empty} {say.ledger.empty_do}
        </Empty>
      )}
      <Notices ledger={ledger} />
      {ledger.findings.length > 0 && (
        <section>
          <h2>{say.ledger.findings}</h2>
          <div class="findings">
            {ledger.findings.map((one) => (
              <Finding key={one.finding} finding={one} allege={one.case === null} says_case />
            ))}
          </div>
        </section>
      )}
      <DayTable rows={ledger.days} />
      <CorrectForms kept={kept} ports={ports} signed={signed} />
      <CountTable rows={ledger.counts} steps={steps} />
      <ItemTable rows={ledger.items} steps={steps} />
    </>
  );
}

export function LedgerPage() {
  const [month, set_month] = useState('');
  const { answer, again } = useView((register) => get_ledger(register, month), month);
  const ground = useView(get_ground);
  useClosedForms();
  const ports = ground.answer?.ok ? ground.answer.value.ports : [];
  // What was signed is seen where it stands, also in another month.
  const signed = (said: Said) => {
    const of = month_of(said);
    if (of !== null && of !== shown) set_month(of);
  };
  const shown = answer?.ok ? answer.value.month : month;
  return (
    <div class="page ledger-page">
      <h1>{say.ledger.title}</h1>
      <p class="quiet">{say.ledger.says}</p>
      <LedgerForms ports={ports} signed={signed} />
      <div class="ledger-month" role="group" aria-label={say.ledger.month}>
        <button
          type="button"
          onClick={() => set_month(month_before(shown))}
          disabled={shown === ''}
        >
          ‹ <span>{say.ledger.before}</span>
        </button>
        <strong>{shown}</strong>
        <button type="button" onClick={() => set_month(month_after(shown))} disabled={shown === ''}>
          <span>{say.ledger.after}</span> ›
        </button>
      </div>
      {answer === null && <Loading lines={8} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Shown ledger={answer.value} ports={ports} signed={signed} />}
      <Points {...ground} />
      <ByNode views={['movements', 'compliance']} />
    </div>
  );
}
