// SPDX-License-Identifier: Apache-2.0
// What is on record, judged under either of two: what both find, what one finds alone. Each finding
// leads to its record and to its paragraph.
import { useState } from 'preact/hooks';
import { judge_under_both } from '../api/client';
import type { FoundPair, FoundUnderBoth } from '../api/shapes';
import { say } from '../messages';
import { link_to } from '../store/route';
import { head } from '../store/session';
import type { Two } from './draft_columns';
import { standings } from './draft_words';
import { Empty, ErrorNote, Loading } from './notes';
import { Table } from './table';
import { useView } from './use_view';

// So many entries are folded twice in about a second; of more it is asked first.
const judged_itself_max = 20_000;

type VerdictProps = { readonly verdict: string; readonly good: boolean; readonly because: string };

function Verdict({ verdict, good, because }: VerdictProps) {
  if (verdict === '') return <span class="quiet">{say.drafts.finds_nothing}</span>;
  return (
    <>
      <b class={good ? '' : 'found-bad'}>{say.verdict[verdict] ?? verdict}</b>{' '}
      <span class="quiet">{because}</span>
    </>
  );
}

type RowsProps = { readonly title: string; readonly rows: readonly FoundPair[]; readonly two: Two };

function Rows({ title, rows, two }: RowsProps) {
  const { record, paragraph, term } = say.drafts.columns;
  return (
    <Table
      title={title}
      heads={[record, paragraph, term, two.a.name, two.b.name].map((name) => ({ name }))}
      rows={rows.map((one) => ({
        key: `${one.index} ${one.term} ${one.occasion}`,
        cells: [
          <a href={link_to.record(one.index)}>{say.one.record(one.index)}</a>,
          <a
            class="paragraph"
            href={link_to.compared(two.a.name, two.b.name, one.paragraph)}
          >{`§${one.paragraph}`}</a>,
          <>
            <code>{one.term}</code> <span class="quiet">{one.occasion}</span>
          </>,
          <Verdict verdict={one.a} good={one.a_good} because={one.a_because} />,
          <Verdict verdict={one.b} good={one.b_good} because={one.b_because} />,
        ],
      }))}
    />
  );
}

function Shown({ found }: { readonly found: FoundUnderBoth }) {
  const words = say.drafts;
  const { a, b, size, bad_a, bad_b, findings, left_off } = found;
  return (
    <>
      <p>{words.judged(size, a.name, bad_a, b.name, bad_b)}</p>
      {findings.length === 0 && <Empty>{words.no_findings}</Empty>}
      {standings.map((standing) => (
        <Rows
          key={standing}
          title={words.found[standing](a.name, b.name)}
          rows={findings.filter((one) => one.standing === standing)}
          two={{ a, b }}
        />
      ))}
      {left_off > 0 && <p class="quiet">{words.left_off(left_off)}</p>}
      <p class="quiet small">{words.by_node}</p>
    </>
  );
}

function Judged({ a, b }: { readonly a: string; readonly b: string }) {
  const { answer, again } = useView((of) => judge_under_both(of, a, b), `${a} ${b}`);
  if (answer === null) return <Loading lines={4} />;
  if (!answer.ok) return <ErrorNote failure={answer} retry={again} />;
  return <Shown found={answer.value} />;
}

export function FoundUnderEither({ a, b }: { readonly a: string; readonly b: string }) {
  const [asked, set_asked] = useState(false);
  const size = head.value?.ok ? head.value.value.accepted.size : 0;
  return (
    <section class="found-under">
      <h2>{say.drafts.findings}</h2>
      {asked || size <= judged_itself_max ? (
        <Judged a={a} b={b} />
      ) : (
        <>
          <p class="quiet">{say.drafts.judge_says(size)}</p>
          <button type="button" onClick={() => set_asked(true)}>
            {say.drafts.judge}
          </button>
        </>
      )}
    </section>
  );
}
