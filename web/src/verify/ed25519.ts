// SPDX-License-Identifier: Apache-2.0
// The strict Ed25519 rule: what WebCrypto accepts, less everything that two verifiers could judge
// differently. WebCrypto's own answer is not enough: browsers accept keys of small order, under
// which any text "verifies". Spec: record.md §5.
import { from_hex, type Bytes } from './bytes';

const p_minus_one = (1n << 255n) - 20n;
const group_order = (1n << 252n) + 27_742_317_777_372_353_535_851_937_790_883_648_493n;

// The y-coordinates of the eight points of small order: 0 (order 4), 1 (the identity), -1 (order
// 2), and the two that solve 2y² = 1 + d·y⁴ (order 8). The sign bit of x does not matter.
const small_order_y: ReadonlySet<bigint> = new Set([
  0n,
  1n,
  p_minus_one,
  little_endian(
    from_hex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05') ??
      new Uint8Array(),
  ),
  little_endian(
    from_hex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a') ??
      new Uint8Array(),
  ),
]);

function little_endian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; --i) value = (value << 8n) | BigInt(bytes[i] ?? 0);
  return value;
}

// y below p, and none of the small-order ones; what follows the sign bit away.
function is_strict_point(point: Uint8Array): boolean {
  if (point.length !== 32) return false;
  const y = little_endian(point) & ((1n << 255n) - 1n);
  return y <= p_minus_one && !small_order_y.has(y);
}

/** Whether a public key may be enrolled: 32 bytes, canonical, not of small order. */
export function is_acceptable_key(key: Uint8Array): boolean {
  return is_strict_point(key);
}

const imported = new Map<string, Promise<CryptoKey | null>>();

// A key is imported once: it verifies thousands of lines.
function import_key(key: Bytes): Promise<CryptoKey | null> {
  const name = key.join();
  let found = imported.get(name);
  if (found === undefined) {
    found = crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']).catch(() => null);
    if (imported.size > 4096) imported.clear();
    imported.set(name, found);
  }
  return found;
}

/** Whether `signature` over `message` is good under `key` by the strict rule. Never throws: what the
 *  platform cannot even import is not good. */
export async function verify(key: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  if (signature.length !== 64) return false;
  if (!is_strict_point(key) || !is_strict_point(signature.subarray(0, 32))) return false;
  if (little_endian(signature.subarray(32)) >= group_order) return false;
  const crypto_key = await import_key(key);
  if (crypto_key === null) return false;
  return crypto.subtle.verify('Ed25519', crypto_key, signature, message).catch(() => false);
}
