// SPDX-License-Identifier: Apache-2.0
// The register: its records, newest first, each shown as verified or marked as not.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RecordRow } from '../api/shapes';
import { say } from '../messages';
import { time_parts } from '../parts/format';
import { HeadLine } from '../parts/head_line';
import { Empty, ErrorNote, Loading } from '../parts/notes';
import { Row } from '../parts/row';
import {
  before,
  checks,
  filter,
  load_rows,
  no_filter,
  rows,
  rows_a_page,
  rows_asked,
  set_filter,
  shown_rows,
  turn_newer,
  turn_older,
  wrong_list,
} from '../store/rows';
import { head, refresh, register } from '../store/session';
import { known_kinds } from '../verify/kinds/body';

function kind_name(kind: string): string {
  const words = say.kind as { readonly [word: string]: string };
  return words[kind.split('/')[0] ?? ''] ?? kind;
}

function Filters() {
  const now = filter.value;
  const changed = Object.values(now).some((value) => value !== '');
  const parties = register.value?.parties ?? [];
  return (
    <form
      class="filters"
      aria-label={say.list.filters}
      onSubmit={(event) => event.preventDefault()}
    >
      <label>
        <span>{say.list.party}</span>
        <select
          value={now.party}
          onChange={(event) => set_filter({ party: event.currentTarget.value })}
        >
          <option value="">{say.list.all_parties}</option>
          {parties.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say.list.kind}</span>
        <select
          value={now.kind}
          onChange={(event) => set_filter({ kind: event.currentTarget.value })}
        >
          <option value="">{say.list.all_kinds}</option>
          {known_kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kind_name(kind)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say.list.author}</span>
        <input
          value={now.author}
          placeholder="unc/delegation"
          autocomplete="off"
          spellcheck={false}
          onChange={(event) => set_filter({ author: event.currentTarget.value.trim() })}
        />
      </label>
      <label class="grows">
        <span>{say.list.text}</span>
        <input
          class="filter-text"
          type="search"
          value={now.text}
          placeholder={say.list.text_hint}
          onInput={(event) => set_filter({ text: event.currentTarget.value })}
        />
      </label>
      {changed && (
        <button type="button" onClick={() => set_filter(no_filter)}>
          {say.list.clear}
        </button>
      )}
    </form>
  );
}

function day_of(row: RecordRow): string {
  const at = row.after ?? row.before;
  return at === null ? say.time.no_day : time_parts(at).day;
}

// The rows with a line wherever the civil day changes.
function Body({ list }: { readonly list: readonly RecordRow[] }) {
  return (
    <>
      {list.map((row, at) => {
        const day = day_of(row);
        const above = list[at - 1];
        const check = checks.value.get(row.index);
        const starts = above === undefined || day_of(above) !== day;
        return [
          starts && (
            <tr key={`day ${row.index}`} class="day" role="row">
              <th colSpan={5} scope="colgroup" role="rowheader">
                {day}
                {day !== say.time.no_day && (
                  <span class="zone">{say.time.zone(register.value?.civil_offset ?? '')}</span>
                )}
              </th>
            </tr>
          ),
          <Row key={row.index} row={row} day={day} check={check} />,
        ];
      })}
    </>
  );
}

function Table({ list }: { readonly list: readonly RecordRow[] }) {
  const { columns } = say.list;
  return (
    <table class="rows" role="table" aria-label={say.list.title}>
      <thead role="rowgroup">
        <tr role="row">
          {(['index', 'when', 'who', 'said', 'standing'] as const).map((name) => (
            <th key={name} class={`c-${name}`} scope="col" role="columnheader">
              {columns[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        <Body list={list} />
      </tbody>
    </table>
  );
}

function Paging({ list }: { readonly list: readonly RecordRow[] }) {
  const newest = list[0]?.index ?? 0;
  const oldest = list.at(-1)?.index ?? 0;
  const full = list.length >= rows_a_page;
  const at_top = before.value === null;
  if (at_top && !full) return null;
  return (
    <nav class="paging" aria-label={say.list.range(oldest, newest)}>
      <button type="button" disabled={at_top} onClick={() => turn_newer(true)}>
        {say.list.newest}
      </button>
      <button type="button" disabled={at_top} onClick={() => turn_newer(false)}>
        {say.list.newer}
      </button>
      <span class="quiet">{say.list.range(oldest, newest)}</span>
      <button type="button" disabled={!full || oldest === 0} onClick={() => turn_older(oldest)}>
        {say.list.older}
      </button>
    </nav>
  );
}

// Tells those who do not see the page that the register has grown.
function Announce() {
  const [words, set_words] = useState('');
  const size = head.value?.ok ? head.value.value.accepted.size : null;
  const last = useRef<number | null>(null);
  useEffect(() => {
    if (last.current !== null && size !== null && size > last.current)
      set_words(say.list.updated(size));
    last.current = size;
  }, [size]);
  return (
    <p class="unseen" aria-live="polite">
      {words}
    </p>
  );
}

function List() {
  const answer = rows.value;
  if (answer === null) return <Loading lines={9} />;
  if (!answer.ok) return <ErrorNote failure={answer} retry={() => void load_rows()} />;
  const list = shown_rows.value;
  const filtered = Object.values(filter.value).some((value) => value !== '');
  return (
    <>
      {wrong_list.value !== null && (
        <p class="mismatch list-wrong" role="alert">
          {say.list.wrong}: {wrong_list.value}
        </p>
      )}
      {rows_asked.value?.filtered && <p class="quiet list-note">{say.list.by_server}</p>}
      {list.length === 0 && <Empty>{filtered ? say.list.empty_filtered : say.list.empty}</Empty>}
      {list.length > 0 && <Table list={list} />}
      <Paging list={answer.value} />
    </>
  );
}

export function RegisterPage() {
  const answer = head.value;
  return (
    <div class="page register-page">
      <h1 class="unseen">{say.nav.register}</h1>
      {answer !== null && !answer.ok && <ErrorNote failure={answer} retry={() => void refresh()} />}
      <HeadLine />
      <Filters />
      <List />
      <Announce />
    </div>
  );
}
