// SPDX-License-Identifier: Apache-2.0
// genesis/1: the parties agree to share a register. Spec: kinds/genesis.md.
import type { Json } from '../json';
import { fail, good, within, type Failure, type Result } from '../result';
import { parse_offset } from '../time';
import { is_below, is_name, parse_vkey, party_of, type Vkey } from '../vkey';
import { Fields, read_fields } from './fields';

export type Group = 'sides' | 'neutrals';
export type Party = {
  readonly name: string;
  readonly group: Group;
  readonly root: Vkey;
  readonly root_next: string;
  readonly cosigner: Vkey;
  readonly cosigner_next: string;
  /** The log that the party anchors here, if there is one. */
  readonly own_register: Vkey | null;
};
export type Organ = { readonly name: string; readonly members: readonly string[] };
export type Genesis = {
  readonly conduct: 'exercise' | 'live';
  readonly scenario_offset_s: number;
  readonly origin: string;
  readonly log: Vkey;
  readonly secretary: Vkey;
  readonly parties: readonly Party[];
  readonly neutrals_quorum: number;
  readonly organs: readonly Organ[];
  readonly civil_offsets: readonly string[];
  readonly agreement: string;
  readonly spec: string;
};

export const genesis_kind = 'genesis/1';
/** With the log's, a head then has at most 16 lines. */
const parties_max = 15;

/** How many parties of a group there are. */
export function count_group(genesis: Genesis, group: Group): number {
  return genesis.parties.filter((party) => party.group === group).length;
}

async function read_party(json: Json, at: number): Promise<Result<Party>> {
  const object = Fields.of_object(json, `party ${at + 1}`);
  if (!object.ok) return object;
  const fields = object.value;
  const name = fields.name('name');
  if (name.includes('/')) fields.refuse('malformed', `${name}: a party’s name is one segment`);
  const group = fields.word('group', ['sides', 'neutrals']);
  const root = await fields.vkey('root', 1);
  const root_next = fields.digest('root_next');
  const cosigner = await fields.vkey('cosigner', 4);
  const cosigner_next = fields.digest('cosigner_next');
  const own_register = fields.text('own_register', 160);
  const own = own_register === '' ? null : await parse_vkey(own_register);
  if (own?.ok === false) fields.refuse(own.code, `own_register: ${own.what}`);
  if (own?.ok && own.value.type !== 1) fields.refuse('unsupported', 'own_register: a log’s key');
  for (const key of [root, cosigner]) {
    if (key !== null && !is_below(key.name, name)) {
      fields.refuse('malformed', `${key.name}: a party’s keys are named below it`);
    }
  }
  const wrong = fields.closed();
  if (wrong !== null) return wrong;
  if (root === null || cosigner === null) return fail('malformed', 'a party has two keys');
  const own_key = own?.ok ? own.value : null;
  return good({ name, group, root, root_next, cosigner, cosigner_next, own_register: own_key });
}

function read_organ(json: Json, at: number): Result<Organ> {
  const object = Fields.of_object(json, `organ ${at + 1}`);
  if (!object.ok) return object;
  const fields = object.value;
  const name = fields.name('name');
  const members: string[] = [];
  for (const member of fields.list('members')) {
    if (typeof member !== 'string' || !is_name(member))
      fields.refuse('malformed', 'a member is a name');
    else if (members.includes(member)) fields.refuse('exists', `${member} stands twice`);
    else members.push(member);
  }
  if (members.length < 2 || members.length > 16) {
    fields.refuse('out_of_range', 'an organ has 2 to 16 members');
  }
  return fields.closed() ?? good({ name, members });
}

async function read_all<T>(
  items: readonly Json[],
  read: (json: Json, at: number) => Result<T> | Promise<Result<T>>,
): Promise<Result<readonly T[]>> {
  const out: T[] = [];
  for (const [at, item] of items.entries()) {
    const one = await read(item, at);
    if (!one.ok) return one;
    out.push(one.value);
  }
  return good(out);
}

/** Whose own register it is, if one side alone has made it. */
export function own_side_of(genesis: Genesis): string | null {
  const [first, ...others] = genesis.parties;
  const alone = first?.group === 'sides' && others.length === 0;
  return alone ? first.name : null;
}

// All names and all public keys differ; joint names stay clear of the parties'.
function check_distinct(fields: Fields, genesis: Genesis): void {
  const keys = [
    genesis.log,
    genesis.secretary,
    ...genesis.parties.flatMap((party) => [party.root, party.cosigner]),
    ...genesis.parties.flatMap((party) => party.own_register ?? []),
  ];
  const once = (texts: readonly string[], what: string) => {
    const twice = texts.find((text, at) => texts.indexOf(text) !== at);
    if (twice !== undefined) fields.refuse('exists', `${what} ${twice} stands twice`);
  };
  const organs = genesis.organs.map((organ) => organ.name);
  once([...keys.map((key) => key.name), ...organs], 'the name');
  once(
    keys.map((key) => key.key.join()),
    'a public key:',
  );
  const parties = genesis.parties.map((party) => party.name);
  once(parties, 'the party');
  for (const name of [genesis.log.name, genesis.secretary.name, ...organs]) {
    if (parties.includes(party_of(name))) {
      fields.refuse('malformed', `${name}: a joint name does not lie below a party’s`);
    }
  }
}

function check_rules(fields: Fields, genesis: Genesis): void {
  const { origin, neutrals_quorum: quorum } = genesis;
  if (genesis.log.name !== origin)
    fields.refuse('malformed', 'the log’s key is named as its origin');
  if (genesis.conduct === 'live' && genesis.scenario_offset_s !== 0) {
    fields.refuse('out_of_range', 'scenario_offset_s is 0 when live');
  }
  if (count_group(genesis, 'sides') < 2 && own_side_of(genesis) === null) {
    fields.refuse('out_of_range', 'at least two sides, or one side alone: its own register');
  }
  const neutrals = count_group(genesis, 'neutrals');
  if (quorum < Math.min(1, neutrals) || quorum > neutrals) {
    fields.refuse(
      'out_of_range',
      'neutrals_quorum lies within 1 and their number, or is 0 for none',
    );
  }
  check_distinct(fields, genesis);
}

function read_civil_offsets(fields: Fields): readonly string[] {
  const out: string[] = [];
  for (const item of fields.list('civil_offsets')) {
    const offset = parse_offset(typeof item === 'string' ? item : '');
    if (!offset.ok) fields.refuse(offset.code, `civil_offsets: ${offset.what}`);
    if (typeof item === 'string') out.push(item);
  }
  if (out.length === 0 || out.length > 16) fields.refuse('out_of_range', 'civil_offsets: 1 to 16');
  return out;
}

async function read_genesis_fields(fields: Fields): Promise<Genesis | null> {
  const keep = (failure: Failure) => fields.refuse(failure.code, failure.what);
  const conduct = fields.word('conduct', ['exercise', 'live']);
  const scenario_offset_s = fields.integer('scenario_offset_s');
  const origin = fields.name('origin');
  if (/^(?:armistice|cosignature)\//.test(origin)) {
    fields.refuse('malformed', 'an origin does not begin with armistice/ or cosignature/');
  }
  const log = await fields.vkey('log', 1);
  const secretary = await fields.vkey('secretary', 1);
  const parties = await read_all(fields.list('parties'), read_party);
  if (!parties.ok) keep(parties);
  if (parties.ok && (parties.value.length < 1 || parties.value.length > parties_max)) {
    fields.refuse('out_of_range', `1 to ${parties_max} parties`);
  }
  const neutrals_quorum = fields.integer('neutrals_quorum');
  const organs = await read_all(fields.list('organs'), read_organ);
  if (!organs.ok) keep(organs);
  const civil_offsets = read_civil_offsets(fields);
  const agreement = fields.digest('agreement');
  const spec = fields.digest('spec');
  if (log === null || secretary === null || !parties.ok || !organs.ok) return null;
  const genesis: Genesis = {
    conduct,
    scenario_offset_s,
    origin,
    log,
    secretary,
    parties: parties.value,
    neutrals_quorum,
    organs: organs.value,
    civil_offsets,
    agreement,
    spec,
  };
  check_rules(fields, genesis);
  return genesis;
}

/** Reads a genesis body. Errors: `malformed`, `too_large`, `unsupported`, `bad_signature` (a key that
 *  the strict rule refuses), `out_of_range`, `exists` (a name or key that stands twice). */
export async function read_genesis(json: Json): Promise<Result<Genesis>> {
  const read = await read_fields(json, genesis_kind, read_genesis_fields);
  return read.ok ? read : within(read, 'genesis');
}
