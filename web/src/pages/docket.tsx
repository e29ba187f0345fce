// SPDX-License-Identifier: Apache-2.0
// The docket: every case with where it stands, what is due and by whom; and the findings that nobody
// has alleged.
import { signal } from '@preact/signals';
import type { CaseRow, Docket, FindingRow } from '../api/shapes';
import { get_docket, list_findings } from '../api/client';
import { say } from '../messages';
import { ByNode } from '../parts/by_node';
import {
  filter_cases,
  in_order,
  is_due_by,
  steps_behind,
  way_length,
  type CaseFilter,
} from '../parts/case_steps';
import { Finding, Paragraph } from '../parts/finding';
import { full_time, kind_word } from '../parts/format';
import { SelectField } from '../parts/line_field';
import { Author, PartyName } from '../parts/marks';
import { Empty, ErrorNote, Loading } from '../parts/notes';
import { useView } from '../parts/use_view';
import { identities } from '../store/identities';
import { link_to } from '../store/route';
import { good, type Result } from '../verify/result';

const filter = signal<CaseFilter>({ waits_for: '', text: '' });

type Loaded = { readonly docket: Docket; readonly findings: readonly FindingRow[] };

async function load(register: string): Promise<Result<Loaded>> {
  const [docket, findings] = await Promise.all([
    get_docket(register, null),
    list_findings(register),
  ]);
  if (!docket.ok) return docket;
  return findings.ok ? good({ docket: docket.value, findings: findings.value }) : findings;
}

function Filters({ cases }: { readonly cases: readonly CaseRow[] }) {
  const now = filter.value;
  const names = [...new Set(cases.flatMap((one) => one.next_by))].sort();
  return (
    <form
      class="filters"
      aria-label={say.docket.filters}
      onSubmit={(event) => event.preventDefault()}
    >
      <SelectField
        label={say.docket.waits_for}
        words={['', ...names]}
        shown={{ '': say.docket.anyone }}
        value={now.waits_for}
        set={(waits_for) => (filter.value = { ...now, waits_for })}
      />
      <label class="grows">
        <span>{say.docket.text}</span>
        <input
          class="filter-text"
          type="search"
          value={now.text}
          onInput={(event) => (filter.value = { ...now, text: event.currentTarget.value })}
        />
      </label>
    </form>
  );
}

function Pips({ next, draft_kind }: { readonly next: string; readonly draft_kind: string | null }) {
  const behind = steps_behind(next, draft_kind);
  if (behind === null) return null;
  return (
    <span class="pips" title={say.docket.progress(behind, way_length)}>
      {Array.from({ length: way_length }, (_, at) => (
        <i key={at} class={at < behind ? 'is-done' : ''} />
      ))}
      <span class="unseen">{say.docket.progress(behind, way_length)}</span>
    </span>
  );
}

function names_here(): readonly string[] {
  return identities.value.map((key) => key.name);
}

function Next({ one }: { readonly one: CaseRow }) {
  if (one.next === '') return <span class="quiet">{say.docket.nothing_due}</span>;
  return (
    <>
      {is_due_by(one, names_here()) && (
        <span class="due-mark" title={say.docket.yours_says}>
          {say.docket.yours}
        </span>
      )}
      <b>{say.step_due[one.next] ?? one.next}</b>
      <span class="names">
        {one.next_by.map((name) => (
          <Author key={name} name={name} />
        ))}
      </span>
      {one.since !== null && (
        <p class="quiet">{say.docket.since(say.time.by_clock(full_time(one.since)))}</p>
      )}
    </>
  );
}

function Row({ one }: { readonly one: CaseRow }) {
  const { notices } = one;
  const draft_kind = one.draft_kind === '' ? null : one.draft_kind;
  const { outcome, outcome_paragraph, responsible } = one;
  return (
    <tr class={one.next === '' ? 'case-row is-closed' : 'case-row'} role="row">
      <th scope="row" class="c-of" role="rowheader">
        {one.case.toLocaleString('en')}
      </th>
      <td class="c-what" role="cell">
        <a class="row-link" href={link_to.one_case(one.case)}>
          <Paragraph of={one.paragraph} /> <span class="summary">{one.text}</span>
        </a>
        <small>
          <Author name={one.by} /> {say.docket.against}{' '}
          {one.against === '' ? say.docket.nobody : <PartyName party={one.against} />}
          {one.opened !== null && `, ${say.one.opened} ${say.time.by_clock(full_time(one.opened))}`}
        </small>
      </td>
      <td class="c-where" role="cell">
        {say.status[one.status] ?? one.status}
        {draft_kind !== null && <span class="quiet">: {kind_word(draft_kind)}</span>}
        {one.marks
          .filter((word) => word !== one.status)
          .map((word) => (
            <span key={word} class="case-mark">
              {say.status[word] ?? word}
            </span>
          ))}
        {outcome !== '' && (
          <p class="row-outcome">{say.determined(outcome, outcome_paragraph, responsible)}</p>
        )}
        <Pips next={one.next} draft_kind={draft_kind} />
        {notices > 0 && (
          <p class="notice">
            <a href={link_to.one_case(one.case)}>{say.docket.notices(notices)}</a>
          </p>
        )}
      </td>
      <td class="c-next" role="cell">
        <Next one={one} />
      </td>
    </tr>
  );
}

function Table({ cases }: { readonly cases: readonly CaseRow[] }) {
  const { columns } = say.docket;
  return (
    <table class="case-rows" role="table" aria-label={say.docket.title}>
      <thead role="rowgroup">
        <tr role="row">
          {(['of', 'what', 'where', 'next'] as const).map((name) => (
            <th key={name} class={`c-${name}`} scope="col" role="columnheader">
              {columns[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {cases.map((one) => (
          <Row key={one.case} one={one} />
        ))}
      </tbody>
    </table>
  );
}

// Nothing found yet is not the same as nothing left to allege.
function words_of(all: readonly FindingRow[], open: readonly FindingRow[]): string {
  if (open.length > 0) return say.docket.findings_says;
  return all.length === 0 ? say.docket.findings_empty : say.docket.findings_none;
}

function Findings({ list }: { readonly list: readonly FindingRow[] }) {
  const open = list.filter((one) => !one.good && one.case === null);
  return (
    <section class="open-findings">
      <h2>{say.docket.findings}</h2>
      <p class="quiet">{words_of(list, open)}</p>
      <div class="finding-grid">
        {open.map((one) => (
          <Finding key={one.finding} finding={one} allege />
        ))}
      </div>
    </section>
  );
}

function empty_words(cases: readonly CaseRow[], findings: readonly FindingRow[]): string {
  if (cases.length > 0) return say.docket.empty_filtered;
  return findings.length > 0 ? say.docket.empty : say.docket.nothing_yet;
}

function Shown({ docket: { cases }, findings }: Loaded) {
  const list = in_order(filter_cases(cases, filter.value), names_here());
  return (
    <>
      {cases.length > 0 && <Filters cases={cases} />}
      {list.length > 0 && <Table cases={list} />}
      {list.length === 0 && <Empty>{empty_words(cases, findings)}</Empty>}
      <Findings list={findings} />
    </>
  );
}

export function DocketPage() {
  const { answer, again } = useView(load);
  return (
    <div class="page docket-page">
      <header class="page-head">
        <h1>{say.docket.title}</h1>
        <span class="buttons">
          <a class="button" href={link_to.observe}>
            {say.observe.link}
          </a>
          <a class="button" href={link_to.allege_anew}>
            {say.docket.new_allegation}
          </a>
        </span>
      </header>
      {answer === null && <Loading lines={8} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Shown {...answer.value} />}
      <ByNode views={['docket', 'compliance']} />
    </div>
  );
}
