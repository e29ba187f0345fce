// SPDX-License-Identifier: Apache-2.0
// The keys of this browser in the circle shown, and which of them speaks.
import { batch, computed, signal } from '@preact/signals';
import { list_keys } from '../api/client';
import type { KeyRow } from '../api/shapes';
import { list_identities, type Identity } from '../sign/identity';
import type { Failure } from '../verify/result';
import { circle, register } from './session';

export const identities = signal<readonly Identity[]>([]);
export const chosen_id = signal<string | null>(null);
export const roster = signal<readonly KeyRow[]>([]);
export const store_failure = signal<Failure | null>(null);

/** The key that speaks: the one chosen, or the only one there is. Of several none speaks by itself, since
 *  the one last used may be another party's. */
export const identity = computed<Identity | null>(() => {
  const all = identities.value;
  const only = all.length === 1 ? all[0] : undefined;
  return all.find((one) => one.id === chosen_id.value) ?? only ?? null;
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
  });
}

/** Lets nobody speak until somebody is chosen. */
export function choose_nobody(): void {
  chosen_id.value = null;
}

/** Lets a key speak. */
export function choose_identity(id: string): void {
  chosen_id.value = id;
}
