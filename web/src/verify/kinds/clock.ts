// SPDX-License-Identifier: Apache-2.0
// clock/1: a head that the parties had cosigned. Spec: kinds/clock.md.
import { checkpoint_bytes_max } from '../limits';
import type { Json } from '../json';
import type { Result } from '../result';
import { read_fields } from './fields';

export type Clock = { readonly checkpoint: string };

export const clock_kind = 'clock/1';

/** Reads a clock's body. Errors: `malformed`, `too_large`. */
export function read_clock(json: Json): Promise<Result<Clock>> {
  return read_fields(json, clock_kind, (fields) => ({
    checkpoint: fields.text('checkpoint', checkpoint_bytes_max),
  }));
}
