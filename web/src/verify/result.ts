// SPDX-License-Identifier: Apache-2.0
// Errors are values: whatever can fail gives a Result, and nothing of ours throws. The words are
// the closed list of the record's and the register's pages, the same in vectors, verdicts and JSON.
// Spec: record.md, register.md §3, api.md §2.

/** Every word for what can go wrong, and what it means. */
export const code_meanings = {
  usage: 'the request is not of the form its help states',
  not_found: 'nothing here has that name, number or digest',
  exists: 'it is there already and may not be made twice',
  forbidden: 'this request may not do this',
  unsupported: 'a version, kind or algorithm that has no force here',
  malformed: 'the bytes do not follow their grammar',
  too_large: 'over a stated limit',
  out_of_range: 'a number outside what it counts',
  wrong_circle: 'the record names another circle',
  unknown_key: 'no such key is enrolled for this',
  wrong_signers: 'the lines are not exactly those the text requires',
  bad_signature: 'a signature does not verify under the strict rule',
  number_taken: 'another text of this key and number stands before',
  expired: 'the register’s clock is not before `until`',
  withdrawn: 'a signer withdrew before the record came',
  digest_mismatch: 'the bytes are not those of the stated digest',
  proof_mismatch: 'a Merkle proof does not lead to the root',
  unquorate: 'a head’s lines reach no mode of the quorum',
  inconsistent: 'two signed statements that cannot both be true',
  rolled_back: 'a head smaller than one already seen',
  damaged: 'stored bytes are not what was stored',
  incomplete: 'an open body is missing, so the common fold stops',
  busy: 'another process or a full queue is in the way',
  closed: 'a write failed earlier; nothing is accepted until a restart',
  io: 'the system refused to read or write',
} as const;

export type Code = keyof typeof code_meanings;

export type Failure = { readonly ok: false; readonly code: Code; readonly what: string };
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

/** A good result. */
export function good<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** The good result of something that gives nothing back. */
export const done: Result<void> = { ok: true, value: undefined };

/** A failure: the word, and what in particular is wrong. */
export function fail(code: Code, what: string): Failure {
  return { ok: false, code, what };
}

/** What went wrong on the way: it says nothing about the register. */
export const unreached: ReadonlySet<Code> = new Set<Code>(['io', 'busy', 'closed']);

/** The same failure, said from one folder further out: `within(f, 'genesis')` → "genesis: …". */
export function within(failure: Failure, where: string): Failure {
  return fail(failure.code, `${where}: ${failure.what}`);
}

/** Whether `word` is one of the list. */
export function is_code(word: string): word is Code {
  return Object.hasOwn(code_meanings, word);
}

/** Runs something that may throw (a platform's call, a stranger's library) and gives its value, or
 *  a failure of `code` that keeps the platform's own words. The only place where throws stop. */
export async function caught<T>(
  code: Code,
  what: string,
  run: () => Promise<T>,
): Promise<Result<T>> {
  try {
    return good(await run());
  } catch (error) {
    return fail(code, `${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
