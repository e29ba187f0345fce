// SPDX-License-Identifier: Apache-2.0
// Checkpoints and cosignature/v1 lines. Spec: register.md §5.
import { from_base64 } from './base64';
import { byte_string, concat, from_big_endian, utf8_bytes, type Bytes } from './bytes';
import { verify } from './ed25519';
import { cosigned_utc_max, decimal_max } from './limits';
import { fail, good, type Result } from './result';
import { is_name } from './vkey';

export type Checkpoint = { readonly origin: string; readonly size: bigint; readonly root: Bytes };

const form = /^([^\n]*)\n([^\n]*)\n([^\n]*)\n$/;

/** Reads a checkpoint's text: three lines, no further. Errors: `malformed`, `out_of_range`. */
export function parse_checkpoint(text: Uint8Array): Result<Checkpoint> {
  const found = form.exec(byte_string(text));
  if (found === null) return fail('malformed', 'a checkpoint is three lines: origin, size, root');
  const [origin, digits, base64] = [found[1] ?? '', found[2] ?? '', found[3] ?? ''];
  if (!is_name(origin)) return fail('malformed', 'an origin is [a-z0-9/.-]{1,64}');
  if (!/^(?:0|[1-9][0-9]*)$/.test(digits)) {
    return fail('malformed', 'a size is a decimal without leading zeros');
  }
  const size = BigInt(digits);
  if (size > decimal_max) return fail('out_of_range', 'a size is at most 2^63 - 1');
  const root = from_base64(base64);
  if (root === null || root.length !== 32)
    return fail('malformed', 'a root is 44 characters of base64');
  return good({ origin, size, root });
}

/** The bytes that a cosigner signs: the time, then the checkpoint's text. */
export function cosigned_bytes(text: Bytes, time_utc: bigint): Bytes {
  return concat(utf8_bytes(`cosignature/v1\ntime ${time_utc}\n`), text);
}

/** The time, in Unix seconds, of a cosignature that verifies over `text`; null if it does not. */
export async function verify_cosignature(
  key: Bytes,
  text: Bytes,
  payload: Bytes,
): Promise<number | null> {
  if (payload.length !== 72) return null;
  const time_utc = from_big_endian(payload.subarray(0, 8));
  if (time_utc > cosigned_utc_max) return null;
  const verified = await verify(key, cosigned_bytes(text, time_utc), payload.slice(8));
  return verified ? Number(time_utc) : null;
}
