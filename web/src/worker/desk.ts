// SPDX-License-Identifier: Apache-2.0
// The verifier at work on one register: heads, the audit or the spot check, and the answers to what
// the page asks. It runs in a worker of its own, so that the page stays quick; it is plain code, so
// that tests run it without one.
import { Audit, type Notice, type Progress } from '../verify/audit';
import { equal, utf8_bytes, type Bytes } from '../verify/bytes';
import {
  check_row,
  type Acting,
  type Claim,
  type Known,
  type RowCheck,
  type State,
} from '../verify/check';
import { explain, type Explained, type Shown } from '../verify/explain';
import type { Header } from '../verify/header';
import { type Genesis } from '../verify/kinds/genesis';
import { is_known_kind, parse_body, type Body } from '../verify/kinds/body';
import { retraction_kind } from '../verify/kinds/retraction';
import type { Held, Link } from '../verify/links';
import { leaf_hash, verify_consistency } from '../verify/merkle';
import { modes, read_head, type Head, type Mode } from '../verify/quorum';
import { parse_record, type Record } from '../verify/record';
import { fail, good, unreached, within, type Result } from '../verify/result';
import { get_body, get_bundle, type Source } from '../verify/source';
import { Spot } from '../verify/spot';
import { tile_path, tile_width, tiles_of } from '../verify/tile';
import {
  in_order,
  of_body,
  of_retraction,
  retraction_effect,
  type Irregularity,
} from '../verify/traffic';
import type { Vkey } from '../verify/vkey';
import { from_base64, to_base64 } from '../verify/base64';
import { parse_checkpoint } from '../verify/checkpoint';
import { parse_note } from '../verify/note';

export type HeadBrief = {
  readonly size: number;
  readonly root: string;
  readonly mode: Mode | null;
  readonly cosigned: readonly { readonly party: string; readonly time_utc: number }[];
};

/** A head that this browser verified earlier. */
export type Remembered = { readonly size: number; readonly root: string };

export type HeadsReport = {
  readonly genesis: Genesis;
  readonly accepted: HeadBrief;
  readonly counted: HeadBrief | null;
  /** Null: spot checks only. */
  readonly audited: { readonly size: number; readonly notices: readonly Notice[] } | null;
};

export type HeadsAsked = {
  readonly accepted: string;
  readonly counted: string | null;
  readonly audit: boolean;
  readonly remembered: Remembered | null;
  /**
   * The consistency proof from the remembered head to the accepted one, where there is no audit.
   */
  readonly consistency: readonly string[] | null;
};

export type KeyHint = { readonly name: string; readonly key: string; readonly enrolled_at: number };

function brief(head: Head): HeadBrief {
  const { size, root } = head.checkpoint;
  return { size: Number(size), root: to_base64(root), mode: head.mode, cosigned: head.cosigned };
}

function stated_size(note: Bytes): number {
  const parsed = parse_note(note);
  const stated = parsed.ok ? parse_checkpoint(parsed.value.text) : parsed;
  return stated.ok ? Number(stated.value.size) : 0;
}

export class Desk {
  private audit: Audit;
  /** Up to here the audit is complete. */
  private audited = 0;
  private genesis: Genesis | null = null;
  private heads: { accepted: Head; counted: Head | null } | null = null;
  private readonly spots = new Map<string, Spot>();
  private readonly bundles = new Map<string, Promise<Result<readonly Bytes[]>>>();

  constructor(
    private readonly source: Source,
    private readonly circle: string,
  ) {
    this.audit = new Audit(source, circle);
  }

  /**
   * Verifies the heads' lines; with `audit`, everything below them. After a failure it begins anew.
   */
  async check_heads(
    asked: HeadsAsked,
    report: (progress: Progress) => void,
  ): Promise<Result<HeadsReport>> {
    const checked = await this.read_heads(asked, report);
    if (!checked.ok) {
      this.audit = new Audit(this.source, this.circle);
      this.audited = 0;
      this.heads = null;
    }
    return checked;
  }

  private async read_heads(
    asked: HeadsAsked,
    report: (p: Progress) => void,
  ): Promise<Result<HeadsReport>> {
    const note = utf8_bytes(asked.accepted);
    const genesis = await this.audit.begin(stated_size(note));
    if (!genesis.ok) return genesis;
    const accepted = await this.read(genesis.value, note, asked.audit, report);
    if (!accepted.ok) return accepted;
    let counted: Head | null = null;
    if (asked.counted !== null) {
      const read = await this.read(genesis.value, utf8_bytes(asked.counted), asked.audit, report);
      if (!read.ok) return read;
      if (read.value.mode === null)
        return fail('unquorate', 'the head called counted reaches no mode');
      counted = read.value;
    }
    const follows = await this.follows(accepted.value, asked);
    if (!follows.ok) return follows;
    this.genesis = genesis.value;
    this.heads = { accepted: accepted.value, counted };
    if (asked.audit) this.audited = this.audit.size;
    const audited = asked.audit ? { size: this.audit.size, notices: this.audit.notices } : null;
    return good({
      genesis: genesis.value,
      accepted: brief(accepted.value),
      counted: counted === null ? null : brief(counted),
      audited,
    });
  }

  private async read(
    genesis: Genesis,
    note: Bytes,
    audit: boolean,
    report: (p: Progress) => void,
  ): Promise<Result<Head>> {
    if (audit) return this.audit.extend(note, report);
    const head = await read_head(genesis, note);
    return head.ok ? head : within(head, 'head');
  }

  // The register continues the one that this browser verified before.
  private async follows(head: Head, asked: HeadsAsked): Promise<Result<void>> {
    const { remembered } = asked;
    const root = remembered === null ? null : from_base64(remembered.root);
    if (remembered === null || root === null) return good(undefined);
    const { size } = head.checkpoint;
    if (BigInt(remembered.size) > size) {
      return fail(
        'rolled_back',
        `the register has ${size} entries; this browser has seen ${remembered.size}`,
      );
    }
    if (asked.audit) {
      if (equal(await this.audit.tree.root_at(remembered.size), root)) return good(undefined);
      return fail(
        'inconsistent',
        `at ${remembered.size} this browser has seen another root: a second history`,
      );
    }
    const proof = (asked.consistency ?? []).map((hash) => from_base64(hash) ?? new Uint8Array());
    const proved = await verify_consistency(
      BigInt(remembered.size),
      root,
      size,
      head.checkpoint.root,
      proof,
    );
    return proved.ok ? proved : fail('inconsistent', `since ${remembered.size}: ${proved.what}`);
  }

  /** Compares rows with what the register holds. */
  async check_rows(rows: readonly Claim[], rows_size: number): Promise<readonly RowCheck[]> {
    return Promise.all(rows.map((row) => this.check_one(row, rows_size)));
  }

  private async check_one(row: Claim, rows_size: number): Promise<RowCheck> {
    const { genesis } = this;
    const is = (state: State, what: string): RowCheck => {
      return { index: row.index, state, what, noticed: false };
    };
    if (genesis === null) return is('part', 'no head was verified yet');
    const entry = await this.entry(row.index);
    if (!entry.ok) {
      return entry.code === 'out_of_range'
        ? is('part', 'the head that covers it was not verified yet')
        : is(unreached.has(entry.code) ? 'part' : 'wrong', `${entry.code}: ${entry.what}`);
    }
    const record = await parse_record(entry.value);
    const known = await this.known(row.index, record.ok ? record.value : null);
    return known.ok
      ? check_row(row, known.value, genesis, rows_size)
      : is(unreached.has(known.code) ? 'part' : 'wrong', `${known.code}: ${known.what}`);
  }

  /** Checks one record step by step. `hints`: where the server says that keys were enrolled. */
  async explain(
    claim: Shown,
    rows_size: number,
    hints: readonly KeyHint[],
  ): Promise<Result<Explained>> {
    const { genesis } = this;
    if (genesis === null) return fail('incomplete', 'no head was verified yet');
    const entry = await this.entry(claim.index);
    const record = await parse_record(entry.ok ? entry.value : utf8_bytes(claim.entry));
    const known = await this.known(claim.index, record.ok ? record.value : null);
    const held = entry.ok ? await this.held(claim.index, record.ok ? record.value : null) : null;
    const empty: Known = {
      record: null,
      body: null,
      body_missing: false,
      audited: null,
      mode: null,
    };
    return good(
      await explain({
        claim,
        genesis,
        rows_size,
        entry,
        record,
        known: known.ok ? known.value : { ...empty, record: record.ok ? record.value : null },
        held,
        body_error: known.ok ? null : `${known.code}: ${known.what}`,
        key_of: (name, id) => this.key_of(name, id, claim.index, hints),
      }),
    );
  }

  private async key_of(
    name: string,
    id: string,
    index: number,
    hints: readonly KeyHint[],
  ): Promise<Result<Vkey>> {
    const enrolled = this.audited > index ? this.audit.state?.roster.find(name, id) : undefined;
    if (enrolled !== undefined) return good(enrolled.vkey);
    const hint = hints.find((one) => one.name === name && one.key === id);
    const spot = this.spot(index);
    if (spot === null || this.genesis === null) return fail('unknown_key', 'no head covers it');
    return spot.key(this.genesis, name, id, hint?.enrolled_at ?? 0);
  }

  private spot(index: number): Spot | null {
    const { heads } = this;
    const covering = [heads?.counted, heads?.accepted].find(
      (head) => head && head.checkpoint.size > BigInt(index),
    );
    if (!covering) return null;
    const name = to_base64(covering.checkpoint.root);
    const spot = this.spots.get(name) ?? new Spot(this.source, covering);
    if (this.spots.size > 4) this.spots.clear();
    this.spots.set(name, spot);
    return spot;
  }

  /** The entry at `index`, shown to stand there. Errors: `out_of_range` (no head covers it),
   *  `proof_mismatch`, those of the source. */
  private async entry(index: number): Promise<Result<Bytes>> {
    if (index >= this.audited || this.heads === null) {
      const spot = this.spot(index);
      return spot === null ? fail('out_of_range', 'no head covers it') : spot.entry(index);
    }
    const n = Math.floor(index / tile_width);
    const tile = tiles_of(this.audited, 'entries', n)[0];
    if (tile === undefined) return fail('out_of_range', 'no such entry');
    const path = tile_path(tile);
    const bundle = this.bundles.get(path) ?? get_bundle(this.source, tile);
    if (this.bundles.size > 16) this.bundles.clear();
    this.bundles.set(path, bundle);
    const entries = await bundle;
    if (!entries.ok) {
      this.bundles.delete(path);
      return entries;
    }
    const entry = entries.value[index % tile_width] ?? new Uint8Array();
    if (equal(await leaf_hash(entry), this.audit.tree.leaf(index))) return good(entry);
    return fail('inconsistent', `entry ${index} is another than it was when it was audited`);
  }

  // An audited entry that is known to be a record.
  private async record(index: number): Promise<Result<Record>> {
    const entry = await this.entry(index);
    return entry.ok ? parse_record(entry.value) : entry;
  }

  // The open body of a record as its kind reads it; null: not here, sealed, or of no known kind.
  private async body(record: Record): Promise<Result<Result<Body> | null>> {
    const { kind, body: ref } = record.header;
    if (ref.form !== 'open' || !is_known_kind(kind)) return good(null);
    const bytes = await get_body(this.source, ref);
    if (!bytes.ok) return bytes;
    return good(bytes.value === null ? null : await parse_body(kind, bytes.value));
  }

  private async known(index: number, record: Record | null): Promise<Result<Known>> {
    const mode = this.mode_of(index);
    const read = record === null ? good(null) : await this.body(record);
    if (!read.ok) return read;
    const audited = await this.judged(index, record, read.value);
    if (!audited.ok) return audited;
    const body = read.value?.ok ? read.value.value : null;
    const open = record?.header.body.form === 'open' && is_known_kind(record.header.kind);
    return good({
      record,
      body,
      body_missing: open && read.value === null,
      audited: audited.value,
      mode,
    });
  }

  // What only the whole register shows of an entry; null: not audited up to it.
  private async judged(
    index: number,
    record: Record | null,
    read: Result<Body> | null,
  ): Promise<Result<Known['audited']>> {
    if (index >= this.audited) return good(null);
    const retracted = record === null ? good([]) : await this.acting(index, record);
    if (!retracted.ok) return retracted;
    const irregularities = await this.irregularities(index, record, read);
    if (!irregularities.ok) return irregularities;
    return good({
      verdict: this.audit.judged[index]?.void ?? 'admitted',
      ...this.audit.bounds(index),
      retracted: retracted.value,
      irregularities: irregularities.value,
    });
  }

  // What was noticed about an entry, with what its body shows.
  private async irregularities(
    index: number,
    record: Record | null,
    read: Result<Body> | null,
  ): Promise<Result<readonly Irregularity[]>> {
    const by_audit = this.audit.irregularities(index);
    if (record === null || this.audit.judged[index]?.void !== null) return good(by_audit);
    const { header } = record;
    const by_body = [...of_body(header, read)];
    if (read?.ok && read.value.kind === retraction_kind) {
      const targets: (Header | null)[] = [];
      for (const id of header.refers) {
        const at = this.audit.stands(id);
        const target = at === null || at >= index ? null : await this.record(at);
        if (target?.ok === false) return target;
        targets.push(target?.value.header ?? null);
      }
      by_body.push(...of_retraction(header, this.audit.role_of(header), targets));
    }
    return good(in_order([...by_audit, ...by_body]));
  }

  // The retractions that act on a record: those that name it, by the same party, with a good body.
  private async acting(index: number, target: Record): Promise<Result<readonly Acting[]>> {
    if (this.audit.stands(target.id) !== index) return good([]);
    const out: Acting[] = [];
    for (const named of this.audit.referrers.get(target.id) ?? []) {
      if (named.index <= index || named.kind !== retraction_kind) continue;
      if (this.audit.judged[named.index]?.void !== null) continue;
      const by = await this.record(named.index);
      if (!by.ok) return by;
      const { header } = by.value;
      if (retraction_effect(header, target.header) !== 'acts') continue;
      if (this.audit.role_of(header) === 'root') continue;
      const read = await this.body(by.value);
      if (!read.ok) return read;
      const body = read.value?.ok ? read.value.value : null;
      if (body?.kind !== retraction_kind) continue;
      const { scope, passage } = body.body;
      out.push({ index: named.index, scope, passage });
    }
    return good(out);
  }

  // What a record refers to, what refers to it, and its neighbours; null: not audited up to it.
  private async held(index: number, record: Record | null): Promise<Held | null> {
    if (index >= this.audited) return null;
    const refers: Link[] = [];
    for (const id of record?.header.refers ?? []) {
      const at = this.audit.index_of.get(id) ?? null;
      const target = at === null ? null : await this.record(at);
      if (target?.ok === false) return null;
      const { kind = null, author = null } = target?.value.header ?? {};
      refers.push({ index: at, id, kind, author });
    }
    const beside = (step: bigint) =>
      record === null ? null : this.audit.neighbour(record.header, step);
    return {
      refers,
      referred_by: record === null ? [] : (this.audit.referrers.get(record.id) ?? []),
      previous_index: beside(-1n),
      next_index: beside(1n),
      size: this.audited,
    };
  }

  private mode_of(index: number): Mode | null {
    const counted = this.heads?.counted;
    const now = counted && counted.checkpoint.size > BigInt(index) ? counted.mode : null;
    const found = new Set([now, index < this.audited ? this.audit.mode_on_record(index) : null]);
    return modes.find((mode) => found.has(mode)) ?? null;
  }
}
