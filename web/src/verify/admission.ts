// SPDX-License-Identifier: Apache-2.0
// Admission: which entries count, judged by lines, roster, chain and clock alone and never by what
// is said. A pure function of the entries in order and of the open bodies of genesis, key and clock
// records: the same verdicts here as at every node. Spec: register.md §3, §7.
import { utf8_bytes, type Bytes } from './bytes';
import { sha256, digest_text } from './hash';
import { clock_kind, type Clock } from './kinds/clock';
import { genesis_kind, type Genesis } from './kinds/genesis';
import { key_kind, type Key } from './kinds/key';
import { is_register_kind, parse_body, type Body } from './kinds/body';
import { withdrawal_kind } from './kinds/withdrawal';
import { has_every_side, lower_median, read_head, type Head, type Mode } from './quorum';
import { is_joint, verify_line, type Record } from './record';
import { done, fail, good, within, type Failure, type Result } from './result';
import { Roster, type RosterKey } from './roster';
import type { BodyRef } from './header';

/** What a record that was admitted did. */
export type Effect = {
  /** Why a key or clock record does not act; null otherwise. */
  readonly inert: Failure | null;
  /** The head that a clock record put on record. */
  readonly head: Head | null;
};

/** Checks a body against the text that names it. Errors: `digest_mismatch`. */
export async function check_body(ref: BodyRef, body: Bytes): Promise<Result<void>> {
  if (body.length !== ref.bytes) {
    return fail('digest_mismatch', `a body of ${body.length} bytes, the text says ${ref.bytes}`);
  }
  const digest = digest_text(await sha256(body));
  if (digest === ref.digest) return done;
  return fail('digest_mismatch', `a body with digest ${digest}, the text says ${ref.digest}`);
}

// Genesis is signed by every root, in the order of the parties, and by nobody else.
async function check_genesis_lines(record: Record, genesis: Genesis): Promise<Failure | null> {
  const { signers } = record.header;
  if (signers.length !== genesis.parties.length) {
    return fail('wrong_signers', 'genesis is signed by the root of every party');
  }
  for (const [i, { root }] of genesis.parties.entries()) {
    if (signers[i] !== root.name || record.lines[i]?.key !== root.id) {
      return fail('wrong_signers', `signer ${i + 1} is ${root.text}`);
    }
    if (!(await verify_line(record, i, root.key))) {
      return fail('bad_signature', `${root.name}: its line does not verify`);
    }
  }
  return null;
}

export class Admission {
  readonly roster: Roster;
  /** The index that is judged next. */
  next = 1;
  /** The register's clock in Unix seconds; null before the first clock record that acts. */
  clock: number | null = null;
  /** The mode of the last head on record. */
  mode: Mode | null = null;
  /** The size of the last head on record. */
  clock_size = 0n;
  private readonly joint_ids = new Set<string>();
  private readonly withdrawn = new Set<string>();

  private constructor(
    readonly circle: string,
    readonly genesis: Genesis,
  ) {
    this.roster = new Roster(genesis);
  }

  /** Starts a circle from record 0. Errors: `wrong_circle` (no genesis), `digest_mismatch`, those of
   *  parse_body, `wrong_signers`, `bad_signature`. */
  static async start(record: Record, body: Bytes): Promise<Result<Admission>> {
    if (record.header.kind !== genesis_kind) {
      return fail('wrong_circle', 'record 0 is not a genesis record');
    }
    const checked = await check_body(record.header.body, body);
    if (!checked.ok) return checked;
    const parsed = await parse_body(record.header.kind, body);
    if (!parsed.ok) return parsed;
    if (parsed.value.kind !== genesis_kind) return fail('wrong_circle', 'no genesis body');
    const genesis = parsed.value.body;
    const wrong = await check_genesis_lines(record, genesis);
    return wrong ?? good(new Admission(record.id, genesis));
  }

  /** The clock plus the scenario's offset; null before the clock has started. */
  circle_time(): number | null {
    return this.clock === null ? null : this.clock + this.genesis.scenario_offset_s;
  }

  /** The verdict on the record at next: good, or the first rule of register.md §3 that it fails. What
   *  does not even parse as a record has its verdict from parse_record. */
  async judge(record: Record): Promise<Result<void>> {
    const { header } = record;
    if (header.circle !== this.circle)
      return fail('wrong_circle', `the circle here is ${this.circle}`);
    const joint = is_joint(header);
    if (joint && !this.genesis.organs.some((organ) => organ.name === header.author)) {
      return fail('unknown_key', `${header.author} is no joint organ of this circle`);
    }
    const keys: RosterKey[] = [];
    for (let i = 0; i < record.lines.length; ++i) {
      const key = this.signing_key(record, i);
      if (!key.ok) return key;
      keys.push(key.value);
    }
    const verified = await Promise.all(keys.map((key, i) => verify_line(record, i, key.vkey.key)));
    const bad = keys[verified.indexOf(false)];
    if (bad !== undefined)
      return fail('bad_signature', `${bad.vkey.name}: its line does not verify`);
    return joint ? this.judge_joint(record) : this.judge_chain(record, keys[0]);
  }

  // The enrolled key of a line, if it may sign this record here.
  private signing_key(record: Record, line: number): Result<RosterKey> {
    const { name = '', key: id = '' } = record.lines[line] ?? {};
    const key = this.roster.find(name, id);
    const may_author = key !== undefined && key.from !== null && key.from <= this.next;
    const has_role = key?.role === 'author' || (key?.role === 'root' && !is_joint(record.header));
    if (may_author && has_role) return good(key);
    return fail('unknown_key', `${name} ${id} is not enrolled to author at ${this.next}`);
  }

  private judge_chain(record: Record, key: RosterKey | undefined): Result<void> {
    const { author, number } = record.header;
    if (key === undefined || !key.numbers.has(number)) return done;
    return fail('number_taken', `${author} ${key.vkey.id} has a record ${number} already`);
  }

  private judge_joint(record: Record): Result<void> {
    if (this.joint_ids.has(record.id))
      return fail('number_taken', 'this joint record stands already');
    const now = this.circle_time();
    const { until, signers } = record.header;
    if (now === null) return fail('expired', 'the register’s clock has not started');
    if (until === null || now >= until.utc_s) {
      return fail('expired', 'the register’s clock has passed `until`');
    }
    const by = signers.find((name) => this.withdrawn.has(`${record.id} ${name}`));
    return by === undefined ? done : fail('withdrawn', `${by} withdrew before`);
  }

  /** Takes the record at next in. REQUIRES: judge() is good. `body` is needed if the kind is the
   *  register's own. Errors: `incomplete` (the body is missing), `digest_mismatch`: nothing
   * changed. */
  async admit(record: Record, body: Bytes | null): Promise<Result<Effect>> {
    const { header } = record;
    let parsed: Result<Body> | null = null;
    if (is_register_kind(header.kind)) {
      const read = await this.register_body(record, body);
      if (!read.ok) return read;
      parsed = read.value;
    }
    if (is_joint(header)) this.joint_ids.add(record.id);
    else this.roster.find(header.author, header.key ?? '')?.numbers.add(header.number);
    if (header.kind === withdrawal_kind) {
      for (const draft of header.refers) this.withdrawn.add(`${draft} ${header.author}`);
    }
    const effect = await this.act(record, parsed);
    this.next += 1;
    return good(effect);
  }

  /** Passes over the void entry at next. */
  pass(): void {
    this.next += 1;
  }

  // The outer result stops the fold; the inner one only makes the record inert.
  private async register_body(record: Record, body: Bytes | null): Promise<Result<Result<Body>>> {
    const ref = record.header.body;
    // Whoever holds the bytes of a sealed body and whoever does not must come to the same roster.
    if (ref.form === 'sealed') {
      return good(fail('malformed', 'a body from which the register is folded is open'));
    }
    if (body === null) {
      return fail('incomplete', `the body of ${record.header.kind} at ${this.next} is missing`);
    }
    const checked = await check_body(ref, body);
    return checked.ok ? good(await parse_body(record.header.kind, body)) : checked;
  }

  private async act(record: Record, parsed: Result<Body> | null): Promise<Effect> {
    const inert = (failure: Failure): Effect => ({ inert: failure, head: null });
    if (parsed === null) return { inert: null, head: null };
    if (!parsed.ok) return inert(parsed);
    if (is_joint(record.header)) {
      return inert(fail('unknown_key', 'key and clock records have one author'));
    }
    if (parsed.value.kind === key_kind) {
      return { inert: this.act_key(record, parsed.value.body), head: null };
    }
    if (parsed.value.kind === clock_kind) {
      const head = await this.act_clock(record, parsed.value.body);
      return head.ok ? { inert: null, head: head.value } : inert(head);
    }
    return { inert: null, head: null };
  }

  private act_key(record: Record, key: Key): Failure | null {
    const author = this.roster.find(record.header.author, record.header.key ?? '');
    if (author === undefined) return fail('unknown_key', 'no such author');
    const inert = this.roster.inert(author, key);
    if (inert !== null) return inert;
    this.roster.enrol(key, this.next, this.mode === 'contested' ? null : this.next + 1);
    return null;
  }

  private async act_clock(record: Record, clock: Clock): Promise<Result<Head>> {
    const { secretary } = this.genesis;
    if (record.header.author !== secretary.name || record.header.key !== secretary.id) {
      return fail('unknown_key', 'only the secretary’s clock records act');
    }
    const read = await read_head(this.genesis, utf8_bytes(clock.checkpoint));
    if (!read.ok) return within(read, 'checkpoint');
    const head = read.value;
    if (head.mode === null) return fail('unquorate', 'the head on record does not count');
    const { size } = head.checkpoint;
    if (size <= this.clock_size) return fail('out_of_range', 'the head on record does not grow');
    if (size > BigInt(this.next)) {
      return fail('out_of_range', 'the head on record is larger than the register');
    }
    this.clock = Math.max(this.clock ?? 0, lower_median(head.cosigned));
    this.clock_size = size;
    this.mode = head.mode;
    if (has_every_side(this.genesis, head)) this.roster.release(size, this.next + 1);
    return good(head);
  }
}
