// SPDX-License-Identifier: Apache-2.0
// A receipt is believed when it proves the entry under a head with the log's line. Spec:
// register.md §4.
import { utf8_bytes, type Bytes } from '../verify/bytes';
import type { Genesis } from '../verify/kinds/genesis';
import { check_proof, parse_proof } from '../verify/proof';
import { parse_record } from '../verify/record';
import { fail, good, within, type Result } from '../verify/result';

export type Receipt = { readonly index: number; readonly id: string; readonly size: number };

type Answer = { readonly index: number; readonly id: string; readonly receipt: string };

/** Checks the answer to a submission against what was handed in. Errors: `digest_mismatch` (it names
 *  another record), `proof_mismatch`, those of check_proof. */
export async function check_receipt(
  genesis: Genesis,
  entry: Bytes,
  answer: Answer,
): Promise<Result<Receipt>> {
  const record = await parse_record(entry);
  if (!record.ok) return record;
  if (answer.id !== record.value.id)
    return fail('digest_mismatch', `the receipt names ${answer.id}`);
  const proof = parse_proof(utf8_bytes(answer.receipt));
  if (!proof.ok) return within(proof, 'receipt');
  if (proof.value.index !== BigInt(answer.index)) {
    return fail(
      'proof_mismatch',
      `the receipt is of record ${proof.value.index}, not ${answer.index}`,
    );
  }
  const head = await check_proof(genesis, proof.value, entry);
  if (!head.ok) return within(head, 'receipt');
  return good({ index: answer.index, id: answer.id, size: Number(head.value.checkpoint.size) });
}
