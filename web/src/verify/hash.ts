// SPDX-License-Identifier: Apache-2.0
// SHA-256 by the platform, and digests as texts. Spec: record.md §1.
import { concat, to_hex, utf8_bytes, type Bytes } from './bytes';

/** SHA-256 of the parts, one after the other. */
export async function sha256(...parts: readonly (Uint8Array | string)[]): Promise<Bytes> {
  const bytes = parts.map((part) => (typeof part === 'string' ? utf8_bytes(part) : part));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...bytes)));
}

/** `sha256:` and 64 digits. */
export function digest_text(digest: Uint8Array): string {
  return `sha256:${to_hex(digest)}`;
}

/** The id text of bytes: `sha256:` and their digest. */
export async function digest_of(bytes: Uint8Array): Promise<string> {
  return digest_text(await sha256(bytes));
}

const digest_form = /^sha256:[0-9a-f]{64}$/;

/** Whether the text is a digest in its one spelling. */
export function is_digest(text: string): boolean {
  return digest_form.test(text);
}
