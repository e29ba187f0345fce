// SPDX-License-Identifier: Apache-2.0
// This browser's durable memory of keys and chains. A write is durable when its transaction has
// completed with strict durability; only then may what it holds leave the page.
import { fail, good, type Result } from '../verify/result';

const name = 'armistice-keys';
const version = 1;

export type StoreName = 'identities' | 'texts';

let opened: Promise<Result<IDBDatabase>> | null = null;

function refused(what: string, error: DOMException | null): Result<never> {
  return fail('io', `${what}: ${error?.message ?? 'refused'}`);
}

function open(): Promise<Result<IDBDatabase>> {
  opened ??= new Promise((resolve) => {
    const request = indexedDB.open(name, version);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('identities', { keyPath: 'id' });
      request.result.createObjectStore('texts', { keyPath: ['identity', 'number'] });
    });
    request.addEventListener('success', () => resolve(good(request.result)));
    request.addEventListener('error', () => resolve(refused('the browser’s store', request.error)));
    request.addEventListener('blocked', () =>
      resolve(fail('busy', 'another page holds an older store')),
    );
  });
  return opened;
}

/** Every value of a store. Errors: `io`, `busy`. */
export async function read_all<T>(store: StoreName): Promise<Result<readonly T[]>> {
  const db = await open();
  if (!db.ok) return db;
  return new Promise((resolve) => {
    const request = db.value.transaction(store, 'readonly').objectStore(store).getAll();
    request.addEventListener('success', () => resolve(good(request.result as readonly T[])));
    request.addEventListener('error', () => resolve(refused('reading', request.error)));
  });
}

/** The value under a key; null if there is none. Errors: `io`, `busy`. */
export async function read_one<T>(store: StoreName, key: IDBValidKey): Promise<Result<T | null>> {
  const db = await open();
  if (!db.ok) return db;
  return new Promise((resolve) => {
    const request = db.value.transaction(store, 'readonly').objectStore(store).get(key);
    request.addEventListener('success', () =>
      resolve(good((request.result as T | undefined) ?? null)),
    );
    request.addEventListener('error', () => resolve(refused('reading', request.error)));
  });
}

/** Puts values in one transaction, and answers once it is on disk. Errors: `io`, `busy`. */
export async function write_all(
  values: readonly (readonly [store: StoreName, value: unknown])[],
): Promise<Result<void>> {
  const db = await open();
  if (!db.ok) return db;
  return new Promise((resolve) => {
    const stores = [...new Set(values.map(([store]) => store))];
    const write = db.value.transaction(stores, 'readwrite', { durability: 'strict' });
    write.addEventListener('complete', () => resolve(good(undefined)));
    write.addEventListener('abort', () => resolve(refused('writing', write.error)));
    for (const [store, value] of values) write.objectStore(store).put(value);
  });
}
