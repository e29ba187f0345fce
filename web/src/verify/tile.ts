// SPDX-License-Identifier: Apache-2.0
// Tiles and entry bundles of C2SP tlog-tiles: their paths, their widths, their bytes.
// Spec: register.md §2.
import type { Bytes } from './bytes';
import { entry_bytes_max } from './limits';
import { fail, good, type Result } from './result';

export const tile_width = 256;

/** `level` counts from 0; 'entries' names the bundles beside level 0. */
export type TileId = {
  readonly level: number | 'entries';
  readonly n: number;
  readonly width: number;
};

/** The path below the register's prefix: `tile/0/x001/x234/067.p/8`. */
export function tile_path(tile: TileId): string {
  const groups: string[] = [];
  for (let n = tile.n; groups.length === 0 || n > 0; n = Math.floor(n / 1000)) {
    groups.unshift(String(n % 1000).padStart(3, '0'));
  }
  const last = groups.pop() ?? '';
  const partial = tile.width === tile_width ? '' : `.p/${tile.width}`;
  return `tile/${tile.level}/${groups.map((group) => `x${group}/`).join('')}${last}${partial}`;
}

/** How many hashes a tree of `size` leaves has at a level: floor(size / 256^level). */
export function hashes_at(size: number, level: number): number {
  let hashes = size;
  for (let i = 0; i < level; ++i) hashes = Math.floor(hashes / tile_width);
  return hashes;
}

/** The tiles of a level in a tree of `size` leaves, in order; the last may be partial. */
export function tiles_of(size: number, level: number | 'entries', first = 0): readonly TileId[] {
  const hashes = hashes_at(size, level === 'entries' ? 0 : level);
  const out: TileId[] = [];
  for (let n = first; n * tile_width < hashes; ++n) {
    out.push({ level, n, width: Math.min(tile_width, hashes - n * tile_width) });
  }
  return out;
}

/** Splits a bundle into `width` entries, each a copy. Errors: `malformed` (it ends inside one, or holds
 *  another number of them). */
export function split_bundle(bundle: Uint8Array, width: number): Result<readonly Bytes[]> {
  const entries: Bytes[] = [];
  for (let at = 0; at < bundle.length; ) {
    const length = ((bundle[at] ?? 0) << 8) | (bundle[at + 1] ?? 0);
    if (at + 2 > bundle.length || at + 2 + length > bundle.length) {
      return fail('malformed', 'a bundle ends inside an entry');
    }
    entries.push(new Uint8Array(bundle.subarray(at + 2, at + 2 + length)));
    at += 2 + length;
  }
  if (entries.length !== width) {
    return fail('malformed', `a bundle of ${entries.length} entries, ${width} expected`);
  }
  return good(entries);
}

/** The bytes of a bundle. REQUIRES: no entry over 65,535 bytes. */
export function join_bundle(entries: readonly Uint8Array[]): Bytes {
  const out = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    const length = Math.min(entry.length, entry_bytes_max);
    out.set([length >> 8, length & 255], at);
    out.set(entry, at + 2);
    at += 2 + length;
  }
  return out;
}
