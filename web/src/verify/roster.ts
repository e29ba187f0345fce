// SPDX-License-Identifier: Apache-2.0
// The roster: which keys may sign for whom, and from which index on; folded from genesis and key
// records alone. Spec: register.md §3, kinds/key.md.
import type { Genesis } from './kinds/genesis';
import type { Key, KeyRole } from './kinds/key';
import { fail, type Failure } from './result';
import { is_below, party_of, type Vkey } from './vkey';

export type RosterKey = {
  readonly vkey: Vkey;
  readonly role: KeyRole;
  readonly enrolled_at: number;
  /** The first index at which it may author; null for roles that author nothing, and while a
   *  contested register holds it back. */
  from: number | null;
  /** The numbers that its admitted records have taken. */
  readonly numbers: Set<bigint>;
};

export class Roster {
  private readonly by_name = new Map<string, RosterKey>();
  private readonly public_keys = new Set<string>();

  constructor(genesis: Genesis) {
    this.add(genesis.log, 'log', 0, null);
    this.add(genesis.secretary, 'author', 0, 1);
    for (const party of genesis.parties) {
      this.add(party.root, 'root', 0, 1);
      this.add(party.cosigner, 'cosigner', 0, null);
      // It signs nothing here, and has its role all the same.
      if (party.own_register !== null) this.public_keys.add(party.own_register.key.join());
    }
  }

  /** Every key ever enrolled, in the order of enrolment. */
  keys(): readonly RosterKey[] {
    return [...this.by_name.values()];
  }

  /** The key of a name and id, of whatever role. */
  find(name: string, id: string): RosterKey | undefined {
    return this.by_name.get(`${name}+${id}`);
  }

  /** Why a key record by `author` does not act; null if it does. */
  inert(author: RosterKey, key: Key): Failure | null {
    if (author.role !== 'root') return fail('unknown_key', 'only a party’s root key enrols keys');
    if (key.action !== 'enrol' || key.role !== 'author' || key.vkey.type !== 1) {
      return fail('unsupported', 'only the enrolment of an author has force');
    }
    if (!is_below(key.vkey.name, party_of(author.vkey.name))) {
      return fail('wrong_signers', 'a root enrols names below its own party');
    }
    if (this.public_keys.has(key.vkey.key.join()) || this.find(key.vkey.name, key.vkey.id)) {
      return fail('exists', 'a key is enrolled once, in one role');
    }
    return null;
  }

  /** Takes a key in that inert() does not refuse. */
  enrol(key: Key, index: number, from: number | null): void {
    this.add(key.vkey, 'author', index, from);
  }

  /** Lets the keys held back that were enrolled below `size` author from `from` on. */
  release(size: bigint, from: number): void {
    for (const key of this.by_name.values()) {
      const held_back = key.role === 'author' && key.from === null;
      if (held_back && BigInt(key.enrolled_at) < size) key.from = from;
    }
  }

  private add(vkey: Vkey, role: KeyRole, enrolled_at: number, from: number | null): void {
    this.by_name.set(`${vkey.name}+${vkey.id}`, {
      vkey,
      role,
      enrolled_at,
      from,
      numbers: new Set(),
    });
    this.public_keys.add(vkey.key.join());
  }
}
