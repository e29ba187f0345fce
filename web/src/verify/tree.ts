// SPDX-License-Identifier: Apache-2.0
// The Merkle tree that a reader has recomputed from entries: the hashes of every tile level, 32
// bytes each, grown leaf by leaf. Gives any tile and the root of any size up to its own.
import { concat, type Bytes } from './bytes';
import { root_of } from './merkle';
import { hashes_at, tile_width, type TileId } from './tile';

const hash_bytes = 32;

// Hashes one after the other in a buffer that doubles.
class HashList {
  length = 0;
  private buffer = new Uint8Array(hash_bytes * tile_width);

  push(hash: Uint8Array): void {
    const at = this.length * hash_bytes;
    if (at === this.buffer.length) {
      const wider = new Uint8Array(this.buffer.length * 2);
      wider.set(this.buffer);
      this.buffer = wider;
    }
    this.buffer.set(hash, at);
    this.length += 1;
  }
  range(first: number, end: number): Bytes {
    return this.buffer.slice(first * hash_bytes, end * hash_bytes);
  }
}

/** Cuts a tile's bytes into its hashes. */
export function split_tile(bytes: Uint8Array): readonly Bytes[] {
  return Array.from(
    { length: bytes.length / hash_bytes },
    (_, i) => new Uint8Array(bytes.subarray(i * hash_bytes, (i + 1) * hash_bytes)),
  );
}

/** The root of a tree from its right edge: `edges[level]` are the hashes of the level's partial tile,
 *  none if there is none. */
export async function root_of_edges(edges: readonly (readonly Bytes[])[]): Promise<Bytes> {
  let below: Bytes | null = null;
  for (const edge of edges) {
    const row: readonly Bytes[] = below === null ? edge : [...edge, below];
    if (row.length > 0) below = await root_of(row);
  }
  return below ?? root_of([]);
}

export class Tree {
  private readonly levels: HashList[] = [];
  private readonly roots = new Map<number, Promise<Bytes>>();

  get size(): number {
    return this.levels[0]?.length ?? 0;
  }

  /** Appends leaves, and the tiles' hashes that they complete. */
  async append(leaves: readonly Bytes[]): Promise<void> {
    for (const leaf of leaves) await this.push(0, leaf);
  }

  private async push(level: number, hash: Bytes): Promise<void> {
    const list = (this.levels[level] ??= new HashList());
    list.push(hash);
    if (list.length % tile_width !== 0) return;
    const tile = split_tile(list.range(list.length - tile_width, list.length));
    await this.push(level + 1, await root_of(tile));
  }

  /** Leaf hash `index`. REQUIRES: index < size. */
  leaf(index: number): Bytes {
    return this.levels[0]?.range(index, index + 1) ?? new Uint8Array();
  }

  /** How many levels a tree of `size` leaves has hashes at. */
  static levels_of(size: number): number {
    let level = 0;
    while (hashes_at(size, level) > 0) ++level;
    return level;
  }

  /** The bytes of a tile. REQUIRES: it is a tile of a tree no larger than this. */
  tile(id: TileId): Bytes {
    const list = this.levels[id.level === 'entries' ? 0 : id.level];
    const first = id.n * tile_width;
    return list?.range(first, first + id.width) ?? new Uint8Array();
  }

  /** The root of the first `size` leaves. REQUIRES: size <= this.size. */
  root_at(size: number): Promise<Bytes> {
    let root = this.roots.get(size);
    if (root === undefined) {
      root = root_of_edges(
        Array.from({ length: Tree.levels_of(size) }, (_, level) => {
          const hashes = hashes_at(size, level);
          const width = hashes % tile_width;
          if (width === 0) return [];
          return split_tile(this.tile({ level, n: Math.floor(hashes / tile_width), width }));
        }),
      );
      this.roots.set(size, root);
    }
    return root;
  }

  /** The inclusion proof of a leaf in the first `size` leaves. Cost: a pass over the leaves. */
  async inclusion(index: number, size: number): Promise<readonly Bytes[]> {
    const proof: Bytes[] = [];
    let row: readonly Bytes[] = split_tile(this.levels[0]?.range(0, size) ?? concat());
    for (let at = index; row.length > 1; at >>= 1) {
      const beside = row[at ^ 1];
      if (beside !== undefined) proof.push(beside);
      const below = row;
      row = await Promise.all(
        Array.from({ length: (below.length + 1) >> 1 }, (_, i) =>
          root_of(below.slice(2 * i, 2 * i + 2)),
        ),
      );
    }
    return proof;
  }
}
