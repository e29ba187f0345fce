// SPDX-License-Identifier: Apache-2.0
// Where a reader's bytes come from: the static files of a register below its prefix. Nothing that
// it gives is believed before it is hashed. Spec: register.md §2.
import type { Bytes } from './bytes';
import { check_body } from './admission';
import type { BodyRef } from './header';
import { body_bytes_max, bundle_bytes_max } from './limits';
import { fail, good, type Result } from './result';
import { split_bundle, tile_path, type TileId } from './tile';

export interface Source {
  /** The bytes at a path below the register's prefix. Errors: `not_found`, `too_large`, `io`. */
  get(path: string, bytes_max: number): Promise<Result<Bytes>>;
}

/** The entries of a bundle. Errors: those of get, `malformed`. */
export async function get_bundle(source: Source, tile: TileId): Promise<Result<readonly Bytes[]>> {
  const path = tile_path({ ...tile, level: 'entries' });
  const bytes = await source.get(path, bundle_bytes_max);
  if (!bytes.ok) return fail(bytes.code, `${path}: ${bytes.what}`);
  const entries = split_bundle(bytes.value, tile.width);
  return entries.ok ? entries : fail(entries.code, `${path}: ${entries.what}`);
}

/** The bytes of a hash tile. Errors: those of get, `malformed` (another length). */
export async function get_tile(source: Source, tile: TileId): Promise<Result<Bytes>> {
  const path = tile_path(tile);
  const bytes = await source.get(path, 8192);
  if (!bytes.ok) return fail(bytes.code, `${path}: ${bytes.what}`);
  if (bytes.value.length === tile.width * 32) return bytes;
  return fail('malformed', `${path}: ${bytes.value.length} bytes, ${tile.width * 32} expected`);
}

/** An open body, checked against the text that names it; null if the register does not have it.
 *  Errors: `digest_mismatch`, `too_large`, `io`. */
export async function get_body(source: Source, ref: BodyRef): Promise<Result<Bytes | null>> {
  const bytes = await source.get(`body/${ref.digest.slice(7)}`, body_bytes_max);
  if (!bytes.ok) return bytes.code === 'not_found' ? good(null) : bytes;
  const checked = await check_body(ref, bytes.value);
  return checked.ok ? bytes : fail(checked.code, `body ${ref.digest}: ${checked.what}`);
}
