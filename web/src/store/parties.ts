// SPDX-License-Identifier: Apache-2.0
// Who takes part in the register shown: its parties by their group, and the organs they sit in.
import type { RegisterInfo } from '../api/shapes';
import { party_of } from '../verify/vkey';
import { register } from './session';

type Group = 'sides' | 'neutrals';
type Organ = RegisterInfo['organs'][number];

/** The names of a group's parties. */
export function parties_of(group: Group): readonly string[] {
  const parties = register.value?.parties ?? [];
  return parties.filter((party) => party.group === group).map((party) => party.name);
}

export function sides(): readonly string[] {
  return parties_of('sides');
}

/** The organs whose members are all of one group. */
export function organs_of(group: Group): readonly Organ[] {
  const of_group = parties_of(group);
  const organs = register.value?.organs ?? [];
  return organs.filter((organ) => organ.members.every((name) => of_group.includes(party_of(name))));
}

/** The organ in which all of these sit; of nobody there is none. */
export function organ_with(names: readonly string[]): Organ | undefined {
  const organs = register.value?.organs ?? [];
  return organs.find(({ members }) => names.length > 0 && names.every((n) => members.includes(n)));
}

/** Whether the register shown is a side's own, which no other party shares. */
export function is_own(): boolean {
  return (register.value?.own_side ?? '') !== '';
}

/** Those who speak for the sides at a conference: the members of the organ of their delegations, by its
 *  name; else of the first in which the sides sit. */
export function delegates(): readonly string[] {
  const organs = organs_of('sides');
  const own = organs.find(({ name }) => name.endsWith('/delegations'));
  return (own ?? organs[0])?.members ?? [];
}
