// SPDX-License-Identifier: Apache-2.0
// From a joint text that was shown to its receipt, or to a draft on record that waits for the
// signers whose keys are elsewhere.
import { signal } from '@preact/signals';
import { submit } from '../api/client';
import { compose, new_salt, type Composed } from '../sign/draft';
import { sign_joint, type Identity } from '../sign/identity';
import { missing_signers, ordered_lines } from '../sign/joint';
import { parse_header } from '../verify/header';
import { join_note } from '../verify/note';
import { fail, type Failure, type Result } from '../verify/result';
import type { Bytes } from '../verify/bytes';
import { load_identities } from './identities';
import { sending, sign_and_send, verify_receipt } from './outbox';
import { refresh, register, report } from './session';

type Signed = { readonly entry: Bytes; readonly body: Bytes };

/** A joint record that bears every line and has no receipt yet. */
export const unsent = signal<Signed | null>(null);

export type JointText = {
  readonly composed: Composed;
  /** The lines that came with it, by signer. */
  readonly lines: ReadonlyMap<string, string>;
  /** Id of the case that it belongs to. */
  readonly case_id: string;
};

function failed(failure: Failure): false {
  sending.value = { state: 'failed', failure };
  return false;
}

async function sign_by_all(
  text: Omit<JointText, 'case_id'>,
  speakers: readonly Identity[],
): Promise<Result<ReadonlyMap<string, string>>> {
  const lines = new Map(text.lines);
  for (const speaker of speakers) {
    const line = await sign_joint(speaker.id, text.composed);
    if (!line.ok) return line;
    lines.set(speaker.name, line.value);
  }
  return { ok: true, value: lines };
}

/** The lines of a joint text with those of every key given, to be handed over by its readers
 *  themselves; null: one could not sign, and `sending` says why. */
export async function sign_lines(
  text: Omit<JointText, 'case_id'>,
  speakers: readonly Identity[],
): Promise<ReadonlyMap<string, string> | null> {
  sending.value = { state: 'signing' };
  const lines = await sign_by_all(text, speakers);
  if (!lines.ok) failed(lines);
  else sending.value = { state: 'idle' };
  return lines.ok ? lines.value : null;
}

/** Signs a joint text by every key given. If no line is missing then it is handed in; else it is lodged
 *  as a draft by the first of them, in a record of its own written at `written`. True once the register
 *  has taken either. */
export async function sign_together(
  text: JointText,
  speakers: readonly Identity[],
  written: string,
): Promise<boolean> {
  const header = parse_header(text.composed.text);
  const [first] = speakers;
  if (!header.ok) return failed(header);
  if (first === undefined) return failed(fail('unknown_key', 'no signer’s key is here'));
  sending.value = { state: 'signing' };
  const lines = await sign_by_all(text, speakers);
  if (!lines.ok) return failed(lines);
  const { signers } = header.value;
  const ordered = ordered_lines(signers, lines.value);
  if (missing_signers(signers, lines.value).length === 0) {
    unsent.value = { entry: join_note(text.composed.text, ordered), body: text.composed.body };
    return send_together();
  }
  const fields = {
    case: text.case_id,
    draft: text.composed.text,
    lines: ordered.join(''),
    body: new TextDecoder().decode(text.composed.body),
  };
  const counted = report.value?.counted ?? null;
  const draft = await compose(first, { kind: 'draft/1', fields }, counted, written, new_salt());
  return draft.ok ? sign_and_send(first, draft.value) : failed(draft);
}

/** Hands in the joint record that bears every line: again, if an earlier answer was lost. */
export async function send_together(): Promise<boolean> {
  const [info, now] = [register.value, unsent.value];
  if (info === null || now === null) return false;
  sending.value = { state: 'sending' };
  const answer = await submit(info.name, now.entry, now.body);
  if (!answer.ok) return failed(answer);
  const receipt = await verify_receipt(now.entry, answer.value);
  if (!receipt.ok) return failed(receipt);
  unsent.value = null;
  sending.value = { state: 'received', receipt: receipt.value, text: answer.value.receipt };
  await load_identities();
  void refresh();
  return true;
}
