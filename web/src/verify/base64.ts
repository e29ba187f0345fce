// SPDX-License-Identifier: Apache-2.0
// Base64 of which every value has exactly one spelling: RFC 4648 §4 with its padding, no line ends,
// and no bits left over. Spec: record.md §2.
import type { Bytes } from './bytes';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map([...digits].map((digit, value) => [digit, value]));
const form = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Base64 with padding. */
export function to_base64(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = Math.min(3, bytes.length - i);
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let k = 0; k < 4; ++k) {
      out += k <= left ? digits.charAt((group >> (18 - 6 * k)) & 63) : '=';
    }
  }
  return out;
}

/** The bytes; null if the text is not base64 in its one spelling. */
export function from_base64(text: string): Bytes | null {
  if (!form.test(text)) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const out = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  for (let i = 0; i < text.length; i += 4) {
    let group = 0;
    for (let k = 0; k < 4; ++k) group = (group << 6) | (values.get(text.charAt(i + k)) ?? 0);
    for (const shift of [16, 8, 0]) if (at < out.length) out[at++] = (group >> shift) & 255;
  }
  return to_base64(out) === text ? out : null;
}
