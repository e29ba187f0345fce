// SPDX-License-Identifier: Apache-2.0
// Published vectors and the project's own, where they are.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** A path below the shared data; null when it is not there (tests then skip, and do not pass). */
export function shared_data(path: string): string | null {
  const base = process.env['ARMISTICE_SHARED_DATA'] ?? resolve(project, '../shared/data');
  const full = join(base, path);
  return existsSync(full) ? full : null;
}

/** A path below the project's spec; null when it is not there. */
export function spec_folder(path: string): string | null {
  const full = join(project, 'spec', path);
  return existsSync(full) ? full : null;
}

/** Every file below a folder, in order. */
export function files_below(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files_below(path) : [path];
    });
}

export function read_json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
