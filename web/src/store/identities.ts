// SPDX-License-Identifier: Apache-2.0
// The keys of this browser in the circle shown, and which of them speaks.
import { batch, computed, signal } from '@preact/signals';
import { list_keys } from '../api/client';
import type { KeyRow } from '../api/shapes';
import { list_identities, type Identity } from '../sign/identity';
import type { Failure } from '../verify/result';
import { last_identity } from './memory';
import { circle, register } from './session';

export const identities = signal<readonly Identity[]>([]);
export const chosen_id = signal<string | null>(null);
export const roster = signal<readonly KeyRow[]>([]);
export const store_failure = signal<Failure | null>(null);

/** The key that speaks; null if this browser has none. */
export const identity = computed<Identity | null>(() => {
  const all = identities.value;
  return all.find((one) => one.id === chosen_id.value) ?? all.at(-1) ?? null;
});

/** Reads the keys again, and the roster. */
export async function load_identities(): Promise<void> {
  const info = register.value;
  if (info === null) return;
  const [here, keys] = await Promise.all([list_identities(circle.value), list_keys(info.name)]);
  batch(() => {
    store_failure.value = here.ok ? null : here;
    if (here.ok) identities.value = here.value;
    if (keys.ok) roster.value = keys.value;
    chosen_id.value ??= last_identity.get(circle.value);
  });
}

/** Lets a key speak. */
export function choose_identity(id: string): void {
  chosen_id.value = id;
  last_identity.set(circle.value, id);
}
