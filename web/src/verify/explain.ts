// SPDX-License-Identifier: Apache-2.0
// One record, checked step by step for a reader who wants to see each: what was looked at, and what
// came out. Spec: record.md, register.md §3 to §6.
import { check_row, type Claim, type Known, type RowCheck, type State } from './check';
import { digest_of } from './hash';
import type { Genesis } from './kinds/genesis';
import { check_links, type Held, type Linked } from './links';
import { check_proof, parse_proof } from './proof';
import type { Head } from './quorum';
import { verify_line, type Record } from './record';
import { within, type Result } from './result';
import { utf8_bytes, type Bytes } from './bytes';
import type { Vkey } from './vkey';

export type StepName =
  'form' | 'place' | 'lines' | 'admission' | 'body' | 'head' | 'proof' | 'links' | 'shown';
export type Step = { readonly name: StepName; readonly state: State; readonly what: string };

export type LineCheck = {
  readonly name: string;
  readonly key: string;
  /** Null: no such key was found. */
  readonly vkey: string | null;
  readonly verified: boolean;
};

export type Explained = {
  readonly steps: readonly Step[];
  /** Whether the page may be relied on: a record that is shown as void, and is, may. */
  readonly state: State;
  readonly lines: readonly LineCheck[];
  /** Whether verdict, irregularities and retractions are those recomputed here. */
  readonly noticed: boolean;
  /** The words that retractions took back; null: not recomputed. */
  readonly passages: readonly string[] | null;
  /** The head of the proof, if its lines verify. */
  readonly head: {
    readonly size: number;
    readonly mode: string | null;
    readonly cosigned: readonly { readonly party: string; readonly time_utc: number }[];
  } | null;
};

/** What the page of one record shows. */
export type Shown = Claim &
  Linked & { readonly entry: string; readonly proof: string; readonly text: string | null };

export type Asked = {
  readonly claim: Shown;
  readonly genesis: Genesis;
  readonly rows_size: number;
  /** The entry that stands there, or why none was shown to. */
  readonly entry: Result<Bytes>;
  readonly record: Result<Record>;
  readonly known: Known;
  /** Null: not audited up to here. */
  readonly held: Held | null;
  readonly body_error: string | null;
  readonly key_of: (name: string, id: string) => Promise<Result<Vkey>>;
};

function step(name: StepName, state: State, what: string): Step {
  return { name, state, what };
}

function place_step(asked: Asked): Step {
  if (!asked.entry.ok) return step('place', 'wrong', `${asked.entry.code}: ${asked.entry.what}`);
  const same =
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(asked.entry.value) === asked.claim.entry;
  return same
    ? step('place', 'good', '')
    : step('place', 'wrong', 'the note shown is not the entry that the register holds here');
}

async function check_lines(asked: Asked): Promise<readonly LineCheck[]> {
  const { record } = asked;
  if (!record.ok) return [];
  return Promise.all(
    record.value.lines.map(async ({ name, key }, i) => {
      const vkey = await asked.key_of(name, key);
      if (!vkey.ok) return { name, key, vkey: null, verified: false };
      const verified = await verify_line(record.value, i, vkey.value.key);
      return { name, key, vkey: vkey.value.text, verified };
    }),
  );
}

function lines_step(lines: readonly LineCheck[]): Step {
  const bad = lines.find((line) => !line.verified);
  if (bad === undefined) return step('lines', 'good', '');
  const why = bad.vkey === null ? 'is not enrolled' : 'does not verify';
  return step('lines', 'wrong', `${bad.name} ${bad.key} ${why}`);
}

// A void record that is shown as void is as it should be: what counts is that both say the same.
function admission_step({ known, claim }: Asked): Step {
  if (known.audited === null) return step('admission', 'part', '');
  const { verdict } = known.audited;
  return step('admission', verdict === claim.verdict ? 'good' : 'wrong', verdict);
}

const faults_of_void: ReadonlySet<StepName> = new Set<StepName>(['form', 'lines']);

function overall(steps: readonly Step[], is_void: boolean): State {
  const counted = steps.filter((one) => !(is_void && faults_of_void.has(one.name)));
  if (counted.some((one) => one.state === 'wrong')) return 'wrong';
  return counted.some((one) => one.state === 'part') ? 'part' : 'good';
}

function body_step(asked: Asked): Step {
  const { record, known } = asked;
  if (asked.body_error !== null) return step('body', 'wrong', asked.body_error);
  if (record.ok && record.value.header.body.form === 'sealed')
    return step('body', 'part', 'sealed');
  if (known.body_missing) return step('body', 'part', 'the body is not here');
  return known.body === null
    ? step('body', 'part', 'the body is not what its kind’s page allows: the record is inert')
    : step('body', 'good', '');
}

function links_step({ claim, record, held, rows_size }: Asked): Step {
  const { state, what } = check_links(claim, record.ok ? record.value : null, held, rows_size);
  return step('links', state, what);
}

// The whole text is read from what the server sent with the row: it must be the body's.
async function text_difference({ claim, record, known }: Asked): Promise<string | null> {
  const { text } = claim;
  const ref = record.ok ? record.value.header.body : null;
  if (text === null) return known.body === null ? null : 'the body is here, and its text left out';
  if (ref?.form !== 'open') return 'a text is shown where no open body is';
  return (await digest_of(utf8_bytes(text))) === ref.digest
    ? null
    : 'the text shown is not that of the body';
}

async function shown_step(asked: Asked, row: RowCheck): Promise<Step> {
  const what = row.state === 'wrong' ? row.what : await text_difference(asked);
  if (what !== null) return step('shown', 'wrong', what);
  return step('shown', row.noticed ? 'good' : 'part', row.noticed ? '' : row.what);
}

async function read_proof(asked: Asked): Promise<Result<Head>> {
  const proof = parse_proof(utf8_bytes(asked.claim.proof));
  if (!proof.ok) return within(proof, 'proof');
  if (proof.value.index !== BigInt(asked.claim.index)) {
    return { ok: false, code: 'proof_mismatch', what: `the proof is of ${proof.value.index}` };
  }
  const entry = asked.entry.ok ? asked.entry.value : utf8_bytes(asked.claim.entry);
  return check_proof(asked.genesis, proof.value, entry);
}

/** Checks one record whole. */
export async function explain(asked: Asked): Promise<Explained> {
  const { record } = asked;
  const lines = await check_lines(asked);
  const head = await read_proof(asked);
  const row = check_row(asked.claim, asked.known, asked.genesis, asked.rows_size);
  const steps: Step[] = [
    record.ok ? step('form', 'good', '') : step('form', 'wrong', `${record.code}: ${record.what}`),
    place_step(asked),
  ];
  if (record.ok) steps.push(lines_step(lines), admission_step(asked), body_step(asked));
  else steps.push(admission_step(asked));
  steps.push(
    head.ok ? step('proof', 'good', '') : step('proof', 'wrong', `${head.code}: ${head.what}`),
    head.ok && head.value.mode !== null
      ? step('head', 'good', head.value.mode)
      : step('head', 'part', 'accepted by the secretary; not yet counted'),
    links_step(asked),
    await shown_step(asked, row),
  );
  return {
    steps,
    state: overall(steps, asked.claim.verdict !== 'admitted'),
    lines,
    noticed: row.noticed,
    passages: asked.known.audited?.retracted.flatMap((one) => one.passage || []) ?? null,
    head: head.ok
      ? {
          size: Number(head.value.checkpoint.size),
          mode: head.value.mode,
          cosigned: head.value.cosigned,
        }
      : null,
  };
}
