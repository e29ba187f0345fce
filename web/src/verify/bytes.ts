// SPDX-License-Identifier: Apache-2.0
// Bytes, and the two texts we make of them: hexadecimal, and a *byte string* (a string of which
// each character is one byte, 0 to 255), on which an anchored expression judges bytes exactly.

export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

/** The UTF-8 bytes of a text. */
export function utf8_bytes(text: string): Bytes {
  return encoder.encode(text);
}

/** The text of UTF-8 bytes, a BOM kept as U+FEFF; null if they are not UTF-8. */
export function utf8_text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** One character a byte. */
export function byte_string(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 8192) {
    out += String.fromCharCode(...bytes.subarray(i, i + 8192));
  }
  return out;
}

/** The bytes of a byte string. REQUIRES: every character is below 256. */
export function bytes_of(byte_text: string): Bytes {
  const out = new Uint8Array(byte_text.length);
  for (let i = 0; i < byte_text.length; ++i) out[i] = byte_text.charCodeAt(i);
  return out;
}

/** The parts, one after the other. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Whether both hold the same bytes. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Lower-case hexadecimal digits. */
export function to_hex(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += byte.toString(16).padStart(2, '0');
  return out;
}

/** The bytes of lower-case hexadecimal digits; null if it holds anything else, or half a byte. */
export function from_hex(hex: string): Bytes | null {
  if (!/^(?:[0-9a-f]{2})*$/.test(hex)) return null;
  const out = new Uint8Array(hex.length / 2);
  for (let i = 0; i < out.length; ++i) out[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return out;
}

/** `value` as `width` bytes, big-endian. */
export function big_endian(value: bigint, width: number): Bytes {
  const out = new Uint8Array(width);
  let rest = value;
  for (let i = width - 1; i >= 0; --i) {
    out[i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return out;
}

/** The number that big-endian bytes write. */
export function from_big_endian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value;
}
