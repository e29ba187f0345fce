// SPDX-License-Identifier: Apache-2.0
// What each side holds: lists lodged and how many stay closed, counts with their sums, sites with
// what was seen there, and what was noticed and found about them.
import { useState } from 'preact/hooks';
import { get_holdings } from '../api/client';
import type { Holdings, LodgedList } from '../api/shapes';
import { say } from '../messages';
import { ByNode } from '../parts/by_node';
import { CheckForm, CountForm } from '../parts/count_forms';
import { Finding } from '../parts/finding';
import {
  CheckTable,
  CountTable,
  HoldingNotices,
  NewestTable,
  Series,
  UnitTable,
} from '../parts/holding_tables';
import { LodgeForm, OpenForm } from '../parts/list_forms';
import { Empty, ErrorNote, Loading } from '../parts/notes';
import { OutboxNote, SendingFailure } from '../parts/outbox_parts';
import { useView } from '../parts/use_view';
import { identity } from '../store/identities';

type Opening = { readonly list: LodgedList; readonly party: string; readonly as_of: string };

type ShownProps = { readonly all: Holdings; readonly open: (opening: Opening) => void };

function Shown({ all, open }: ShownProps) {
  const words = say.holdings;
  const { series, units, counts, records, checks, notices, findings } = all;
  const in_tables = new Set([...records, ...checks].map(({ index }) => index));
  const others = notices.filter(({ index }) => !in_tables.has(index));
  const none = series.length + records.length + checks.length + others.length === 0;
  return (
    <>
      {none && (
        <Empty>
          {words.empty} {words.empty_do}
        </Empty>
      )}
      {findings.length > 0 && (
        <section>
          <h2>{words.findings}</h2>
          <div class="findings">
            {findings.map((one) => (
              <Finding key={one.finding} finding={one} allege={one.case === null} says_case />
            ))}
          </div>
        </section>
      )}
      {others.length > 0 && (
        <section class="ledger-notices">
          <h2>{words.notices}</h2>
          <HoldingNotices notices={others} with_record />
        </section>
      )}
      {series.length > 0 && (
        <section class="disposition-all">
          <h2>{words.series}</h2>
          {series.map((one) => (
            <Series
              key={`${one.party} ${one.subject} ${one.as_of}`}
              one={one}
              open={(list) => open({ list, party: one.party, as_of: one.as_of })}
            />
          ))}
        </section>
      )}
      <UnitTable rows={units} />
      <NewestTable rows={counts} />
      <CountTable rows={records} notices={notices} />
      <CheckTable rows={checks} notices={notices} />
    </>
  );
}

type FormName = 'lodge' | 'state' | 'check';
const forms: readonly FormName[] = ['lodge', 'state', 'check'];

export function HoldingsPage() {
  const { answer, again } = useView(get_holdings);
  const [form, set_form] = useState<FormName | null>(null);
  const [opening, set_opening] = useState<Opening | null>(null);
  const close = () => {
    set_form(null);
    set_opening(null);
  };
  const open = (next: Opening) => {
    set_form(null);
    set_opening(next);
    globalThis.scrollTo(0, 0);
  };
  return (
    <div class="page ledger-page holdings-page">
      <h1>{say.holdings.title}</h1>
      <p class="quiet">{say.holdings.says}</p>
      <OutboxNote now={identity.value} />
      <SendingFailure />
      {form === null && opening === null && (
        <p class="holding-buttons">
          {forms.map((name) => (
            <button key={name} type="button" onClick={() => set_form(name)}>
              {say.holdings[name]}
            </button>
          ))}
        </p>
      )}
      {form === 'lodge' && <LodgeForm close={close} />}
      {form === 'state' && <CountForm close={close} />}
      {form === 'check' && <CheckForm close={close} />}
      {opening !== null && <OpenForm key={opening.list.list} {...opening} close={close} />}
      {answer === null && <Loading lines={8} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Shown all={answer.value} open={open} />}
      <ByNode views={['holdings', 'compliance']} />
    </div>
  );
}
