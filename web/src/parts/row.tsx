// SPDX-License-Identifier: Apache-2.0
// One record in the list: when, who, what, and how it stands.
import type { RecordRow } from '../api/shapes';
import { say } from '../messages';
import { link_to } from '../store/route';
import { register } from '../store/session';
import type { RowCheck } from '../verify/check';
import { interval_text, kind_word, time_parts } from './format';
import { Author, CheckMark, ModeMark } from './marks';

function When({ row, day }: { readonly row: RecordRow; readonly day: string }) {
  const written = row.written === null ? null : time_parts(row.written);
  return (
    <>
      <span class="interval">{interval_text(row.after, row.before, false)}</span>
      {written !== null && (
        <small>
          {say.time.written} {written.day === day ? '' : `${written.day}, `}
          {written.clock}
          {written.offset !== register.value?.civil_offset && ` ${written.offset}`}
        </small>
      )}
    </>
  );
}

function Who({ row }: { readonly row: RecordRow }) {
  if (row.author === null) return null;
  const joint = row.signers !== null && row.signers.length > 0;
  return (
    <>
      <Author name={row.author} />
      {joint ? (
        <small>{row.signers.join(', ')}</small>
      ) : (
        <small>
          <code>{row.key}</code> · no. {row.number?.toLocaleString('en')}
        </small>
      )}
    </>
  );
}

/** What a row says in words where its body has none. */
export function fallback_words(row: RecordRow): string {
  if (row.kind === null) return say.kind_says.none;
  if (row.body?.form === 'sealed') return say.kind_says.sealed;
  const known = say.kind_says as { readonly [word: string]: unknown };
  const words = known[row.kind.split('/')[0] ?? ''];
  return typeof words === 'string' ? words : say.kind_says.unknown(row.kind);
}

/** Links to what took a record back. */
export function Retracted({ row }: { readonly row: RecordRow }) {
  const list = row.retracted ?? [];
  if (list.length === 0) return null;
  return (
    <p class="retracted-by">
      {list.map((one) => (
        <span key={one.index}>
          {one.scope === 'whole' ? say.retracted.whole : say.retracted.passage}{' '}
          <a href={link_to.record(one.index)}>{say.record.at(one.index)}</a>
        </span>
      ))}
    </p>
  );
}

type NoticedOf = {
  readonly row: RecordRow;
  /** Whether the browser has recomputed them. */
  readonly checked: boolean;
};

/** What was noticed about a record, void first; said to be the server's until it is recomputed. */
export function Irregularities({ row, checked }: NoticedOf) {
  const list = (row.irregularities ?? []).filter((one) => one.word !== 'void');
  const is_void = row.verdict !== 'admitted';
  if (list.length === 0 && !is_void) return null;
  return (
    <ul class="irregular">
      {is_void && (
        <li class="is-void">
          {say.irregular['void']}: {say.void_because[row.verdict] ?? row.verdict}
        </li>
      )}
      {list.map((one) => (
        <li key={`${one.word} ${one.about ?? ''}`}>
          {say.irregular[one.word] ?? one.word}: {one.detail}
        </li>
      ))}
      {!checked && <li class="quiet by-server">{say.by_server}</li>}
    </ul>
  );
}

/** The words for what was noticed, of the register's own rules or of a view. */
export function noticed_words(word: string): string {
  const told = say.conference.words[word] ?? say.own.words[word];
  return say.noticed[word] ?? say.irregular[word] ?? say.ledger.words[word] ?? told ?? word;
}

/** What the node's views noticed about a record by the agreement. */
export function NoticedByViews({ row }: { readonly row: RecordRow }) {
  const list = row.noticed ?? [];
  if (list.length === 0) return null;
  return (
    <ul class="irregular">
      {list.map((one) => (
        <li key={`${one.view} ${one.word}`}>
          {noticed_words(one.word)}
          {one.detail !== '' && `: ${one.detail}`}
        </li>
      ))}
      <li class="quiet by-server">{say.by_views}</li>
    </ul>
  );
}

// The server gives the first 160 characters: where it cut, the reader should see so.
function with_ellipsis(summary: string): string {
  return [...summary].length < 160 ? summary : `${summary.trimEnd()}…`;
}

// What a row says: the words of a note or a reason; of the register's own kinds a sentence of ours.
function words_of(row: RecordRow): string | null {
  if (row.summary === '') return null;
  if (row.kind === 'key/1') return say.kind_says_of.key(row.summary);
  if (row.kind === 'clock/1') return say.kind_says_of.clock(row.summary);
  if (row.kind === 'genesis/1') return say.kind_says.genesis;
  return with_ellipsis(row.summary);
}

// Whether the words shown are ours and not the author's.
function is_own_words(row: RecordRow): boolean {
  return row.kind === 'key/1' || row.kind === 'clock/1' || row.kind === 'genesis/1';
}

function is_taken_back(row: RecordRow): boolean {
  return (row.retracted ?? []).some((one) => one.scope === 'whole');
}

function Said({ row, checked }: NoticedOf) {
  const taken_back = is_taken_back(row);
  const words = words_of(row);
  return (
    <>
      <a class="row-link" href={link_to.record(row.index)}>
        <span class="kind">{kind_word(row.kind)}</span>{' '}
        {words === null ? (
          <span class="fallback">{fallback_words(row)}</span>
        ) : taken_back ? (
          <s class="summary">{words}</s>
        ) : (
          <span class={is_own_words(row) ? 'fallback' : 'summary'}>{words}</span>
        )}
      </a>
      <Retracted row={row} />
      <Irregularities row={row} checked={checked} />
      <NoticedByViews row={row} />
    </>
  );
}

type Shown = {
  readonly row: RecordRow;
  readonly day: string;
  readonly check: RowCheck | undefined;
};

/** The row; red, with the reason, when it is not what the register holds. */
export function Row({ row, day, check }: Shown) {
  const state = check?.state ?? 'checking';
  const mode = row.verdict === 'admitted' ? (row.mode ?? 'accepted') : 'void';
  const classes = [
    'row',
    `row-${state}`,
    mode === 'accepted' ? 'provisional' : '',
    mode === 'void' ? 'void' : '',
  ];
  return (
    <tr class={classes.join(' ')} role="row">
      <td class="c-index" role="cell">
        {row.index.toLocaleString('en')}
      </td>
      <td class="c-when" role="cell">
        <When row={row} day={day} />
      </td>
      <td class="c-who" role="cell">
        <Who row={row} />
      </td>
      <td class="c-said" role="cell">
        <Said row={row} checked={check?.noticed ?? false} />
        {state === 'wrong' && <p class="mismatch">{check?.what}</p>}
      </td>
      <td class="c-standing" role="cell">
        <ModeMark mode={mode} />
        <CheckMark state={state} {...(check === undefined ? {} : { what: check.what })} />
      </td>
    </tr>
  );
}
