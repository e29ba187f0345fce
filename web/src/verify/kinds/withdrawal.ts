// SPDX-License-Identifier: Apache-2.0
// withdrawal/1: a signer takes a signature back from a joint draft. Spec: kinds/withdrawal.md.
import { reason_bytes_max } from '../limits';
import type { Json } from '../json';
import type { Result } from '../result';
import { read_fields } from './fields';

export type Withdrawal = { readonly reason: string };

export const withdrawal_kind = 'withdrawal/1';

/** Reads a withdrawal's body. Errors: `malformed`, `too_large`. */
export function read_withdrawal(json: Json): Promise<Result<Withdrawal>> {
  return read_fields(json, withdrawal_kind, (fields) => ({
    reason: fields.text('reason', reason_bytes_max),
  }));
}
