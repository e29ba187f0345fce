// SPDX-License-Identifier: Apache-2.0
// From a text that was shown to a receipt that was verified.
import { batch, signal } from '@preact/signals';
import { enrol_key, submit } from '../api/client';
import type { Composed } from '../sign/draft';
import { close_outbox, make_identity, sign, type Identity } from '../sign/identity';
import { check_receipt, type Receipt } from '../sign/receipt';
import type { Bytes } from '../verify/bytes';
import { fail, type Failure, type Result } from '../verify/result';
import { choose_identity, load_identities } from './identities';
import { circle, refresh, register, report } from './session';

export type Sending =
  | { readonly state: 'idle' | 'making' | 'signing' | 'sending' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'received'; readonly receipt: Receipt; readonly text: string };

export const sending = signal<Sending>({ state: 'idle' });

async function failed(failure: Failure): Promise<void> {
  sending.value = { state: 'failed', failure };
  await load_identities();
}

/** Makes a key in this browser; in an exercise its party's root enrols it at once. */
export async function make_key(name: string): Promise<void> {
  const info = register.value;
  if (info === null) return;
  sending.value = { state: 'making' };
  const made = await make_identity(circle.value, name);
  if (!made.ok) return failed(made);
  choose_identity(made.value.id);
  if (info.conduct === 'exercise') return enrol(made.value);
  sending.value = { state: 'idle' };
  return load_identities();
}

/** Asks for the enrolment of a key: again, if an earlier answer was lost. */
export async function enrol(identity: Identity): Promise<void> {
  const info = register.value;
  if (info === null) return;
  sending.value = { state: 'making' };
  const { vkey, next } = identity;
  const enrolled = await enrol_key(info.name, { vkey, next });
  if (!enrolled.ok && enrolled.code !== 'exists') return failed(enrolled);
  sending.value = { state: 'idle' };
  await load_identities();
  await refresh();
}

/** Signs what was shown, and hands it in. */
export async function sign_and_send(identity: Identity, composed: Composed): Promise<boolean> {
  sending.value = { state: 'signing' };
  const signed = await sign(identity.id, composed);
  if (!signed.ok) {
    await failed(signed);
    return false;
  }
  return send(signed.value);
}

/** Hands in what lies in the outbox of a key, and checks the receipt. True once it is on record. */
export async function send(identity: Identity): Promise<boolean> {
  const info = register.value;
  const { outbox } = identity;
  if (info === null || outbox === null) return false;
  sending.value = { state: 'sending' };
  const answer = await submit(info.name, outbox.entry, outbox.body);
  const receipt = answer.ok ? await verify_receipt(outbox.entry, answer.value) : answer;
  if (!answer.ok || !receipt.ok) {
    await failed(receipt.ok ? fail('io', 'no receipt') : receipt);
    return false;
  }
  const closed = await close_outbox(identity.id, {
    index: answer.value.index,
    text: answer.value.receipt,
  });
  if (!closed.ok) {
    await failed(closed);
    return false;
  }
  batch(() => {
    sending.value = { state: 'received', receipt: receipt.value, text: answer.value.receipt };
  });
  await load_identities();
  void refresh();
  return true;
}

/** Believes a receipt only where it proves the entry. */
export async function verify_receipt(
  entry: Bytes,
  answer: { readonly index: number; readonly id: string; readonly receipt: string },
): Promise<Result<Receipt>> {
  const genesis = report.value?.genesis;
  if (genesis === undefined)
    return fail('incomplete', 'no head was verified, so the receipt was not');
  return check_receipt(genesis, entry, answer);
}

/** Gives up on the record in the outbox; its number stays used. */
export async function set_aside(identity: Identity): Promise<void> {
  const closed = await close_outbox(identity.id, null);
  if (!closed.ok) return failed(closed);
  sending.value = { state: 'idle' };
  return load_identities();
}
