// SPDX-License-Identifier: Apache-2.0
// retraction/1: an author takes back something said. Spec: kinds/retraction.md.
import { reason_bytes_max } from '../limits';
import type { Json } from '../json';
import type { Result } from '../result';
import { read_fields } from './fields';

export type Scope = 'whole' | 'passage';
export type Retraction = {
  readonly scope: Scope;
  readonly passage: string;
  readonly reason: string;
};

export const retraction_kind = 'retraction/1';

/** Reads a retraction's body. Errors: `malformed`, `too_large`. */
export function read_retraction(json: Json): Promise<Result<Retraction>> {
  return read_fields(json, retraction_kind, (fields) => {
    const scope = fields.word('scope', ['whole', 'passage']);
    const passage = fields.text('passage', reason_bytes_max);
    const reason = fields.text('reason', reason_bytes_max);
    if ((passage === '') !== (scope === 'whole')) {
      fields.refuse('malformed', 'passage: the words taken back, unless the scope is whole');
    }
    return { scope, passage, reason };
  });
}

/** The body of a retraction, salt first. */
export function write_retraction(salt: string, retraction: Retraction): string {
  const { scope, passage, reason } = retraction;
  return JSON.stringify({ salt, scope, passage, reason });
}
