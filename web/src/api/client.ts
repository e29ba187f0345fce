// SPDX-License-Identifier: Apache-2.0
// Asks the server. Every answer is a Result: the server's own words where it gave them, `io` where
// it was not reached. Spec: api.md §1 to §5.
import type { Bytes } from '../verify/bytes';
import {
  caught,
  fail,
  good,
  is_code,
  type Code,
  type Failure,
  type Result,
} from '../verify/result';
import type { Source } from '../verify/source';
import type {
  AgreementShown,
  Arrangements,
  Bodies,
  Conference,
  Docket,
  Due,
  FindingRow,
  Ground,
  Holdings,
  Ledger,
  OwnHeld,
  OwnPositions,
  OwnScreened,
  Passes,
  PositionRow,
  Proposed,
  Sightings,
  StatementRow,
  StudiedWord,
} from './shapes';
import type {
  AgreementDrafts,
  DigestLine,
  FoundUnderBoth,
  HeadAnswer,
  KeyRow,
  ListQuery,
  RecordRow,
  RecordShown,
  RegisterInfo,
  SideBySide,
  Submitted,
} from './shapes';
import type { Commands } from './types';

/** The most bytes of fixes that one call takes: its JSON is at most 1 MiB. */
export const proposed_bytes_max = 900_000;

const token_header = 'X-Armistice-Token';

/** The token of this start of the server, from the page that it served. */
export function page_token(): string {
  return document.querySelector('meta[name="armistice-token"]')?.getAttribute('content') ?? '';
}

const code_of_status: { readonly [status: number]: Code } = {
  400: 'usage',
  403: 'forbidden',
  404: 'not_found',
  409: 'inconsistent',
  413: 'too_large',
  503: 'busy',
};

// The server's `{"error": {"code", "what"}}`, or what the status alone says.
async function refusal(response: Response): Promise<Failure> {
  const known = code_of_status[response.status] ?? 'io';
  const json = await caught('io', '', () => response.json() as Promise<unknown>);
  const error = json.ok
    ? (json.value as { error?: { code?: unknown; what?: unknown } } | null)?.error
    : null;
  const code = typeof error?.code === 'string' && is_code(error.code) ? error.code : known;
  const what =
    typeof error?.what === 'string' ? error.what : `the server answers ${response.status}`;
  return fail(code, what);
}

async function ask<T>(path: string, init: RequestInit = {}): Promise<Result<T>> {
  const response = await caught('io', 'the server was not reached', () =>
    fetch(path, { cache: 'no-store', credentials: 'same-origin', ...init }),
  );
  if (!response.ok) return response;
  if (!response.value.ok) return refusal(response.value);
  return caught('io', 'the answer is no JSON', () => response.value.json() as Promise<T>);
}

function query(
  path: string,
  fields: { readonly [name: string]: string | number | undefined },
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return `${path}?${search}`;
}

function post<T>(path: string, body: BodyInit, type: string): Promise<Result<T>> {
  const headers = { [token_header]: page_token(), 'Content-Type': type };
  return ask<T>(path, { method: 'POST', body, headers });
}

/** The registers of the node. What it lists is a hint until the circle's id has been compared. */
export function list_registers(): Promise<Result<readonly RegisterInfo[]>> {
  return ask('/api/registers');
}

export function get_head(register: string): Promise<Result<HeadAnswer>> {
  return ask(query('/api/register/head', { register }));
}

/** Rows, newest first, from `before` down. */
export function list_records(
  register: string,
  list: ListQuery,
): Promise<Result<readonly RecordRow[]>> {
  return ask(query('/api/record/list', { register, ...list }));
}

/** One record, by index or id. */
export function show_record(register: string, record: string): Promise<Result<RecordShown>> {
  return ask(query('/api/record/show', { register, record }));
}

export function get_consistency(
  register: string,
  first: number,
  second: number,
): Promise<Result<{ readonly hashes: readonly string[] }>> {
  return ask(query('/api/register/consistency', { register, first, second }));
}

export function list_keys(register: string): Promise<Result<readonly KeyRow[]>> {
  return ask(query('/api/key/list', { register }));
}

/** The cases; of one of them every step too. */
export function get_docket(register: string, of: number | null): Promise<Result<Docket>> {
  return ask(query('/api/docket', { register, case: of ?? undefined }));
}

/** The line and zone on record, the ports, what was observed and permitted. */
export function get_ground(register: string): Promise<Result<Ground>> {
  return ask(query('/api/ground', { register }));
}

/** The commissions and teams. */
export function get_bodies(register: string): Promise<Result<Bodies>> {
  return ask(query('/api/bodies', { register }));
}

/** The agreement in force, term by term, and what has changed it. */
export function get_agreement(register: string): Promise<Result<AgreementShown>> {
  return ask(query('/api/agreement/show', { register }));
}

/** What is due in so many days from one on, and what is overdue; empty: from today. */
export function get_due(register: string, from: string, days: number): Promise<Result<Due>> {
  return ask(query('/api/due', { register, date: from === '' ? undefined : from, days }));
}

/** What came in and went out in a month; empty: in this one. */
export function get_ledger(register: string, month: string): Promise<Result<Ledger>> {
  return ask(query('/api/ledger', { register, month: month === '' ? undefined : month }));
}

/** Who may be in the zone at a moment, and who is; empty: now, in circle time. */
export function get_passes(register: string, at = ''): Promise<Result<Passes>> {
  return ask(query('/api/passes', { register, at }));
}

/** The agreement on record, and its rival drafts. */
export function list_drafts(register: string): Promise<Result<AgreementDrafts>> {
  return ask(query('/api/agreement/drafts', { register }));
}

/** Two of them, by name, whole and side by side. */
export function compare_paragraphs(
  register: string,
  a: string,
  b: string,
): Promise<Result<SideBySide>> {
  return ask(query('/api/agreement/paragraphs', { register, a, b }));
}

/** What is on record, judged under either. */
export function judge_under_both(
  register: string,
  a: string,
  b: string,
): Promise<Result<FoundUnderBoth>> {
  return ask(query('/api/agreement/findings', { register, a, b }));
}

/** What was asked of whom; of one sort, and by or of one party, where they are not empty. */
export function get_arrangements(
  register: string,
  sort: string,
  party: string,
): Promise<Result<Arrangements>> {
  const asked = { sort: sort === '' ? undefined : sort, party: party === '' ? undefined : party };
  return ask(query('/api/arrangements', { register, ...asked }));
}

/** The conference: sittings, agendas, questions, positions and what is agreed. */
export function get_conference(register: string): Promise<Result<Conference>> {
  return ask(query('/api/conference/show', { register }));
}

/** What a side keeps to itself; its own register alone answers. */
export function get_own(register: string): Promise<Result<OwnPositions>> {
  return ask(query('/api/own/show', { register }));
}

/** Holds a body against a side's own register, before anybody signs it. Nothing is kept of it. */
export function screen_draft(
  register: string,
  kind: string,
  body: string,
): Promise<Result<OwnScreened>> {
  return post('/api/own/screen', JSON.stringify({ register, kind, body }), 'application/json');
}

/** Whether `name` may sign a body, by the side's own register that the node was told of. */
export function screen_record(
  register: string,
  name: string,
  kind: string,
  body: string,
): Promise<Result<OwnHeld>> {
  const asked = JSON.stringify({ register, as: [name], kind, body });
  return post('/api/record/screen', asked, 'application/json');
}

/** Every step on an issue, its words whole. */
export function get_positions(
  register: string,
  issue: string,
): Promise<Result<readonly PositionRow[]>> {
  return ask(query('/api/conference/matrix', { register, issue }));
}

/** What was said at a sitting, by the index of its record. */
export function get_sitting(
  register: string,
  sitting: number,
): Promise<Result<readonly StatementRow[]>> {
  return ask(query('/api/conference/sitting', { register, sitting: String(sitting) }));
}

/** What sides hold, as far as it was lodged, counted or checked. */
export function get_holdings(register: string): Promise<Result<Holdings>> {
  return ask(query('/api/holdings', { register }));
}

/** What the terms say is not kept; with `all` also what is, and under every reading. */
export function list_findings(
  register: string,
  all = false,
): Promise<Result<readonly FindingRow[]>> {
  return ask(query('/api/findings', { register, all: all ? 'true' : undefined }));
}

/** How a file of fixes is read and judged; what is left out is as the command line has it. */
export type FixRules = Omit<Commands['observation/propose']['arguments'], 'register' | 'fixes'>;

/** Judges fixes by the line on record, in this machine's own node, which keeps nothing of them. */
export function propose(
  register: string,
  fixes: string,
  rules: FixRules,
): Promise<Result<Proposed>> {
  const asked = JSON.stringify({ register, fixes, ...rules });
  return post('/api/observation/propose', asked, 'application/json');
}

/** Who reports: a team in a case, or an author anywhere. */
export type Reporter = { readonly team: string } | { readonly as: string };

/** What in an inspector's report no inspection may study, before it is signed. Nothing is kept of
 *  it. */
export function screen_report(
  register: string,
  by: Reporter,
  text: string,
): Promise<Result<readonly StudiedWord[]>> {
  const asked = JSON.stringify({ register, ...by, text });
  return post('/api/report/screen', asked, 'application/json');
}

type SightingQuery = Omit<Commands['sightings']['arguments'], 'register'>;
/** Which sightings are shown; what is undefined is not asked for. */
export type SightingFilter = {
  readonly [K in keyof SightingQuery]: SightingQuery[K] | undefined;
};

/** What was seen and heard, under filters. */
export function get_sightings(
  register: string,
  filter: SightingFilter,
): Promise<Result<Sightings>> {
  return ask(query('/api/sightings', { register, ...filter }));
}

/** One line a view, which two parties compare. */
export function list_digests(register: string): Promise<Result<readonly DigestLine[]>> {
  return ask(query('/api/view/digest', { register }));
}

/** In an exercise: has the party's root enrol a key. */
export function enrol_key(
  register: string,
  key: { readonly vkey: string; readonly next: string },
): Promise<Result<Submitted>> {
  return post('/api/key/enrol', JSON.stringify({ register, ...key }), 'application/json');
}

/** Hands in a signed record: length of the note (4, big-endian), the note, the body. */
export function submit(register: string, entry: Bytes, body: Bytes): Promise<Result<Submitted>> {
  const message = new Uint8Array(4 + entry.length + body.length);
  new DataView(message.buffer).setUint32(0, entry.length);
  message.set(entry, 4);
  message.set(body, 4 + entry.length);
  return post(query('/api/record/submit', { register }), message, 'application/octet-stream');
}

/** The static files of a register below `prefix`. */
export function register_files(prefix: string): Source {
  return {
    async get(path, bytes_max): Promise<Result<Bytes>> {
      const response = await caught('io', 'the server was not reached', () =>
        fetch(`${prefix}/${path}`, { credentials: 'same-origin' }),
      );
      if (!response.ok) return response;
      if (!response.value.ok)
        return fail(
          response.value.status === 404 ? 'not_found' : 'io',
          `the server answers ${response.value.status}`,
        );
      const bytes = await caught('io', 'the answer broke off', () => response.value.arrayBuffer());
      if (!bytes.ok) return bytes;
      if (bytes.value.byteLength > bytes_max) return fail('too_large', `over ${bytes_max} bytes`);
      return good(new Uint8Array(bytes.value));
    },
  };
}
