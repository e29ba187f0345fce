// SPDX-License-Identifier: Apache-2.0
// Runs the published Ed25519 edge cases through our rule: in tests under node, and in a real
// browser by the browser tests, since it is the browser's WebCrypto that a reader relies on.
import { from_hex, utf8_bytes } from './bytes';
import { verify } from './ed25519';

export type Ed25519Case = {
  readonly number: number;
  readonly key: string;
  readonly sig: string;
  readonly msg: string;
};

/** The numbers of the cases that the strict rule accepts: exactly 43 of the 914. */
export async function accepted_cases(cases: readonly Ed25519Case[]): Promise<readonly number[]> {
  const accepted: number[] = [];
  for (const one of cases) {
    const [key, sig] = [from_hex(one.key), from_hex(one.sig)];
    if (key === null || sig === null) continue;
    if (await verify(key, utf8_bytes(one.msg), sig)) accepted.push(one.number);
  }
  return accepted;
}
