// SPDX-License-Identifier: Apache-2.0
// The spot check: single entries of a register too large to be audited at once. A bundle is
// believed when its hashes lead, tile by tile, to the root of a head whose lines verify; a key,
// when its enrolment does and its party's root signed that. What only a whole audit shows (no other
// record of that number before, no entry void) it leaves open. Spec: register.md §2, kinds/key.md.
import { equal, type Bytes } from './bytes';
import { key_kind } from './kinds/key';
import type { Genesis } from './kinds/genesis';
import { parse_body } from './kinds/body';
import { leaf_hash, root_of } from './merkle';
import type { Head } from './quorum';
import { parse_record, verify_line, type Record } from './record';
import { done, fail, good, within, type Result } from './result';
import { get_body, get_bundle, get_tile, type Source } from './source';
import { hashes_at, tile_path, tile_width, type TileId } from './tile';
import { root_of_edges, split_tile, Tree } from './tree';
import { party_of, type Vkey } from './vkey';

function tile_at(size: number, level: number, n: number): TileId {
  return { level, n, width: Math.min(tile_width, hashes_at(size, level) - n * tile_width) };
}

export class Spot {
  private readonly tiles = new Map<string, Promise<Result<readonly Bytes[]>>>();
  private readonly bundles = new Map<number, Promise<Result<readonly Bytes[]>>>();
  private edges: Promise<Result<void>> | null = null;

  /** REQUIRES: the lines of `head` have been verified, and its size is at least 1. */
  constructor(
    private readonly source: Source,
    private readonly head: Head,
  ) {}

  get size(): number {
    return Number(this.head.checkpoint.size);
  }

  private fetch_tile(tile: TileId): Promise<Result<readonly Bytes[]>> {
    const path = tile_path(tile);
    let found = this.tiles.get(path);
    if (found === undefined) {
      found = get_tile(this.source, tile).then((bytes) =>
        bytes.ok ? good(split_tile(bytes.value)) : bytes,
      );
      this.tiles.set(path, found);
    }
    return found;
  }

  // The partial tiles of every level lead to the root. Asked once.
  private check_edges(): Promise<Result<void>> {
    this.edges ??= this.compare_edges();
    return this.edges;
  }

  private async compare_edges(): Promise<Result<void>> {
    const edges: (readonly Bytes[])[] = [];
    for (let level = 0; level < Tree.levels_of(this.size); ++level) {
      const hashes = hashes_at(this.size, level);
      const n = Math.floor(hashes / tile_width);
      if (hashes % tile_width === 0) {
        edges.push([]);
        continue;
      }
      const tile = await this.fetch_tile(tile_at(this.size, level, n));
      if (!tile.ok) return tile;
      edges.push(tile.value);
    }
    const root = await root_of_edges(edges);
    return equal(root, this.head.checkpoint.root)
      ? done
      : fail('proof_mismatch', 'the tiles lead to another root than the head states');
  }

  /** The hashes of a tile, once they have been shown to lead to the root. */
  private async checked_tile(level: number, n: number): Promise<Result<readonly Bytes[]>> {
    const id = tile_at(this.size, level, n);
    const tile = await this.fetch_tile(id);
    if (!tile.ok) return tile;
    if (id.width < tile_width) {
      const edges = await this.check_edges();
      return edges.ok ? tile : edges;
    }
    const above = await this.checked_tile(level + 1, Math.floor(n / tile_width));
    if (!above.ok) return above;
    const due = above.value[n % tile_width];
    if (due !== undefined && equal(await root_of(tile.value), due)) return tile;
    return fail('proof_mismatch', `${tile_path(id)} does not lead to the root`);
  }

  /** The entry at `index`, shown to stand there under the head. Errors: `out_of_range`,
   *  `proof_mismatch`, those of the source. */
  async entry(index: number): Promise<Result<Bytes>> {
    if (index < 0 || index >= this.size)
      return fail('out_of_range', `no entry ${index} under this head`);
    const n = Math.floor(index / tile_width);
    const hashes = await this.checked_tile(0, n);
    if (!hashes.ok) return hashes;
    const asked = this.bundles.get(n) ?? get_bundle(this.source, tile_at(this.size, 0, n));
    if (this.bundles.size > 16) this.bundles.clear();
    this.bundles.set(n, asked);
    const bundle = await asked;
    if (!bundle.ok) return bundle;
    const entry = bundle.value[index % tile_width] ?? new Uint8Array();
    const due = hashes.value[index % tile_width] ?? new Uint8Array();
    if (equal(await leaf_hash(entry), due)) return good(entry);
    return fail('proof_mismatch', `entry ${index} is not the one that the tree holds`);
  }

  /** The vkey of (name, key id) as genesis or the key record at `enrolled_at` has it, the latter
   *  signed by the party's root and standing in the tree. Errors: `unknown_key`, `bad_signature`,
   * those
   *  of entry() and of the source. */
  async key(
    genesis: Genesis,
    name: string,
    id: string,
    enrolled_at: number,
  ): Promise<Result<Vkey>> {
    const own = [genesis.secretary, ...genesis.parties.map((party) => party.root)];
    const found = own.find((vkey) => vkey.name === name && vkey.id === id);
    if (found !== undefined) return good(found);
    const entry = await this.entry(enrolled_at);
    if (!entry.ok) return entry;
    const record = await parse_record(entry.value);
    if (!record.ok) return within(record, `entry ${enrolled_at}`);
    return this.enrolled(genesis, record.value, name, id);
  }

  private async enrolled(
    genesis: Genesis,
    record: Record,
    name: string,
    id: string,
  ): Promise<Result<Vkey>> {
    const { author, key, kind, body } = record.header;
    const root = genesis.parties.find((party) => party.name === party_of(name))?.root;
    if (kind !== key_kind || root === undefined || author !== root.name || key !== root.id) {
      return fail('unknown_key', `no enrolment of ${name} by its party’s root stands there`);
    }
    if (!(await verify_line(record, 0, root.key))) {
      return fail('bad_signature', `the enrolment of ${name} is not signed by its party’s root`);
    }
    const bytes = await get_body(this.source, body);
    if (!bytes.ok) return bytes;
    if (bytes.value === null) return fail('incomplete', 'the body of the enrolment is missing');
    const parsed = await parse_body(kind, bytes.value);
    if (!parsed.ok) return parsed;
    const enrols = parsed.value.kind === key_kind && parsed.value.body;
    if (
      !enrols ||
      enrols.action !== 'enrol' ||
      enrols.vkey.name !== name ||
      enrols.vkey.id !== id
    ) {
      return fail('unknown_key', `the key record enrols another key than ${name} ${id}`);
    }
    return good(enrols.vkey);
  }
}
