// SPDX-License-Identifier: Apache-2.0
// What was asked of whom, by sort: what is due next and by when, what came of it, and forms to ask and
// to answer right there.
import { Fragment } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { get_arrangements } from '../api/client';
import type { ArrangementSort, Arrangements } from '../api/shapes';
import { say } from '../messages';
import { Asked, DueList, Notices } from '../parts/arrangement_parts';
import { by_sort } from '../parts/arrangement_words';
import { AskForm } from '../parts/ask_arrangement';
import { ByNode } from '../parts/by_node';
import { Finding, Paragraph } from '../parts/finding';
import { SelectField } from '../parts/line_field';
import { Empty, ErrorNote, Loading } from '../parts/notes';
import { OutboxNote, SendingFailure } from '../parts/outbox_parts';
import { useView } from '../parts/use_view';
import { identity } from '../store/identities';
import { register } from '../store/session';

function SortHead({
  sort,
  sorts,
}: {
  readonly sort: string;
  readonly sorts: readonly ArrangementSort[];
}) {
  const paragraphs = sorts.filter((one) => one.sort === sort).map((one) => one.paragraph);
  return (
    <h2>
      {say.arrangements.sorts[sort] ?? sort}{' '}
      {[...new Set(paragraphs)].map((one) => (
        <Fragment key={one}>
          <Paragraph of={one} />{' '}
        </Fragment>
      ))}
    </h2>
  );
}

function Shown({ answer, all }: { readonly answer: Arrangements; readonly all: boolean }) {
  const words = say.arrangements;
  const records = new Set(
    answer.rows.flatMap((one) => [one.index, ...one.steps.map((s) => s.index)]),
  );
  const others = all ? answer.notices.filter(({ index }) => !records.has(index)) : [];
  const on = (row: Arrangements['rows'][number]) =>
    answer.notices.filter(
      ({ index }) => index === row.index || row.steps.some((step) => step.index === index),
    );
  const shown = new Set(answer.rows.map(({ index }) => index));
  const found = answer.findings.filter(({ index }) => all || shown.has(index));
  return (
    <>
      <p class="due-clock">{words.at(answer.at.replace('T', ' '))}</p>
      {answer.rows.length === 0 && (
        <Empty>{all ? `${words.empty} ${words.empty_do}` : words.none_fit}</Empty>
      )}
      {answer.rows.length > 0 && <DueList rows={answer.rows} />}
      {found.length > 0 && (
        <section>
          <h2>{words.findings}</h2>
          <div class="findings">
            {found.map((one) => (
              <Finding key={one.finding} finding={one} allege={one.case === null} says_case />
            ))}
          </div>
        </section>
      )}
      {others.length > 0 && (
        <section class="ledger-notices">
          <h2>{words.notices}</h2>
          <Notices notices={others} with_record />
        </section>
      )}
      {by_sort(answer.rows).map(([sort, rows]) => (
        <section key={sort} class="asked-sort">
          <SortHead sort={sort} sorts={answer.sorts} />
          {rows.map((one) => (
            <Asked key={one.index} one={one} notices={on(one)} />
          ))}
        </section>
      ))}
      {answer.more > 0 && <p class="quiet">{words.more(answer.more)}</p>}
    </>
  );
}

export function ArrangementsPage() {
  const words = say.arrangements;
  const [sort, set_sort] = useState('');
  const [party, set_party] = useState('');
  const [asks, set_asks] = useState(false);
  const ask = useCallback((name: string) => get_arrangements(name, sort, party), [sort, party]);
  const { answer, again } = useView(ask, `${sort} ${party}`);
  const sorts = answer?.ok ? answer.value.sorts : [];
  const parties = (register.value?.parties ?? []).map(({ name }) => name);
  const organs = (register.value?.organs ?? []).map(({ name }) => name);
  const names = [...new Set(sorts.map((one) => one.sort))];
  return (
    <div class="page ledger-page arrangements-page">
      <h1>{words.title}</h1>
      <p class="quiet">{words.says}</p>
      <OutboxNote now={identity.value} />
      <SendingFailure />
      {asks ? (
        <AskForm sorts={sorts} close={() => set_asks(false)} />
      ) : (
        <button type="button" onClick={() => set_asks(true)}>
          {words.ask}
        </button>
      )}
      <div class="due-days" role="group" aria-label={words.filters}>
        <SelectField
          label={words.sort}
          words={['', ...(names.length > 0 || sort === '' ? names : [sort])]}
          shown={{ ...words.sorts, '': words.every_sort }}
          value={sort}
          set={set_sort}
        />
        <SelectField
          label={words.party}
          words={['', ...parties, ...organs]}
          shown={{ '': words.every_party }}
          value={party}
          set={set_party}
        />
      </div>
      {answer === null && <Loading lines={8} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Shown answer={answer.value} all={sort === '' && party === ''} />}
      <ByNode views={['arrangements', 'compliance']} />
    </div>
  );
}
