// SPDX-License-Identifier: Apache-2.0
// The audit: walks a register from its static files alone, as an opponent's auditor would, and
// names the first thing that is wrong. Every entry is hashed and admitted again; every hash tile of
// every level, the root of the head and every cosignature are compared with what comes out. It
// holds 32 bytes and a few words an entry, never the entries, and goes on from where it stands when
// the register grows. Spec: register.md §2, §3, §5, §9.
import { Admission, type Effect } from './admission';
import { equal, type Bytes } from './bytes';
import { is_register_kind } from './kinds/body';
import type { Header } from './header';
import { genesis_kind, type Genesis } from './kinds/genesis';
import type { KeyRole } from './kinds/key';
import { leaf_hash } from './merkle';
import { parse_checkpoint } from './checkpoint';
import { parse_note } from './note';
import { modes, read_head, type Head, type Mode } from './quorum';
import { parse_record, verify_line, type Record } from './record';
import { done, fail, good, within, type Code, type Failure, type Result } from './result';
import { get_body, get_bundle, get_tile, type Source } from './source';
import { hashes_at, tile_path, tile_width, tiles_of, type TileId } from './tile';
import {
  clock_elsewhere,
  in_order,
  seen_elsewhere,
  Traffic,
  type Irregularity,
  type IrregularityWord,
} from './traffic';
import { Tree } from './tree';

export type Stage = 'entries' | 'tiles';
export type Progress = { readonly stage: Stage; readonly done: number; readonly total: number };

/** Something noticed that is no damage. */
export type Notice = {
  readonly index: number;
  readonly word: IrregularityWord;
  /** For people: a verifier's sentence, or the irregularity's detail. */
  readonly what: string;
};

/** What the audit keeps of an entry. */
export type Judged = {
  /** Null: admitted. */
  readonly void: Code | null;
  readonly what: string;
  /** The register's clock where it stands; null before it started. */
  readonly clock: number | null;
};

/** A clock record that acts. */
export type ClockHead = {
  readonly index: number;
  readonly size: number;
  readonly mode: Mode;
  readonly clock: number;
};

/** A record that refers to another. */
export type Referrer = {
  readonly index: number;
  readonly id: string;
  readonly kind: string;
  readonly author: string;
};

// A root that an entry names, and what it means if the tree has another.
type Due = {
  readonly index: number;
  readonly size: number;
  readonly root: Bytes;
  readonly otherwise: Irregularity;
};

const tiles_at_once = 8;

export class Audit {
  readonly tree = new Tree();
  readonly notices: Notice[] = [];
  readonly judged: Judged[] = [];
  readonly clock_heads: ClockHead[] = [];
  /** The entry with this id: the one admitted, else the first. */
  readonly index_of = new Map<string, number>();
  /** [id]: the records that refer to it, void ones too, in order. */
  readonly referrers = new Map<string, Referrer[]>();
  /** [index]: what was noticed there, but for what hangs on bodies. */
  private readonly irregular = new Map<number, Irregularity[]>();
  private readonly traffic = new Traffic();
  private readonly due: Due[] = [];
  private admission: Admission | null = null;

  constructor(
    private readonly source: Source,
    readonly circle: string,
  ) {}

  get size(): number {
    return this.tree.size;
  }
  /** Null before the first entry was read. */
  get state(): Admission | null {
    return this.admission;
  }

  /** Reads on up to the head that `note` states, checks its lines and its root, and gives it. May be
   *  asked for a smaller head: then only its root and lines are checked. After an error an audit is
   * not
   *  to be asked again: begin another. Errors: `wrong_circle`, those
   *  of read_head, `proof_mismatch` (tile or root), `inconsistent` (an entry has changed since),
   *  `incomplete` (an open body is missing), `digest_mismatch`, `malformed`, `not_found`, `io`. */
  async extend(
    note: Bytes,
    report: (progress: Progress) => void = () => {},
  ): Promise<Result<Head>> {
    const parsed = parse_note(note);
    if (!parsed.ok) return within(parsed, 'head');
    const stated = parse_checkpoint(parsed.value.text);
    if (!stated.ok) return within(stated, 'head');
    const size = Number(stated.value.size);
    const begun = await this.begin(size);
    if (!begun.ok) return begun;
    const head = await read_head(begun.value, note);
    if (!head.ok) return within(head, 'head');
    const from = this.size;
    if (size > from) {
      const read = await this.read_entries(size, report);
      if (!read.ok) return read;
      const compared = await this.compare_tiles(from, size, report);
      if (!compared.ok) return compared;
    }
    const root = await this.tree.root_at(size);
    if (equal(root, head.value.checkpoint.root)) return head;
    return fail(
      'proof_mismatch',
      `the entries lead to another root at ${size} than the head states`,
    );
  }

  /** Reads record 0, which must be the genesis that the circle's id names, from a register of `size`
   *  entries; once. Errors: `wrong_circle`, `incomplete`, those of Admission.start and the source.
   * */
  async begin(size: number): Promise<Result<Genesis>> {
    if (this.admission !== null) return good(this.admission.genesis);
    if (size < 1 || !Number.isSafeInteger(size)) return fail('out_of_range', 'head: no such size');
    const tile = tiles_of(size, 'entries')[0] as TileId;
    const bundle = await get_bundle(this.source, tile);
    if (!bundle.ok) return bundle;
    const entry = bundle.value[0] as Bytes;
    const record = await parse_record(entry);
    if (!record.ok) return within(record, 'record 0');
    if (record.value.id !== this.circle) {
      return fail(
        'wrong_circle',
        `record 0 is ${record.value.id}, the circle asked for is ${this.circle}`,
      );
    }
    const body = await get_body(this.source, record.value.header.body);
    if (!body.ok) return within(body, 'genesis');
    if (body.value === null) return fail('incomplete', 'the body of genesis is missing');
    const started = await Admission.start(record.value, body.value);
    if (!started.ok) return within(started, 'genesis');
    this.admission = started.value;
    this.index_of.set(record.value.id, 0);
    this.judged.push({ void: null, what: '', clock: null });
    await this.tree.append([await leaf_hash(entry)]);
    return good(started.value.genesis);
  }

  private async read_entries(size: number, report: (p: Progress) => void): Promise<Result<void>> {
    for (const tile of tiles_of(size, 'entries', Math.floor(this.size / tile_width))) {
      const bundle = await get_bundle(this.source, tile);
      if (!bundle.ok) return bundle;
      const taken = await this.take_bundle(tile, bundle.value);
      if (!taken.ok) return taken;
      report({ stage: 'entries', done: this.size, total: size });
    }
    return done;
  }

  private async take_bundle(tile: TileId, entries: readonly Bytes[]): Promise<Result<void>> {
    const first = tile.n * tile_width;
    const leaves = await Promise.all(entries.map(leaf_hash));
    const known = this.size - first;
    for (let i = 0; i < known; ++i) {
      if (!equal(this.tree.leaf(first + i), leaves[i] as Bytes)) {
        return fail('inconsistent', `entry ${first + i} is another than it was`);
      }
    }
    const records = await Promise.all(entries.slice(known).map(parse_record));
    for (const record of records) if (record.ok) this.ask_ahead(record.value);
    const bodies = await this.get_bodies(records);
    for (const [i, record] of records.entries()) {
      const index = first + known + i;
      const taken = await this.take_entry(index, record, bodies[i] ?? good(null));
      if (!taken.ok) return within(taken, `entry ${index}`);
    }
    await this.tree.append(leaves.slice(known));
    await this.compare_roots();
    return done;
  }

  // The lines of a bundle are verified at once; admission then finds the answers.
  private ask_ahead(record: Record): void {
    for (const [i, line] of record.lines.entries()) {
      const key = this.admission?.roster.find(line.name, line.key);
      if (key !== undefined) void verify_line(record, i, key.vkey.key);
    }
  }

  private get_bodies(records: readonly Result<Record>[]): Promise<readonly Result<Bytes | null>[]> {
    return Promise.all(
      records.map((record) => {
        if (!record.ok) return good(null);
        const { kind, body } = record.value.header;
        const needed = is_register_kind(kind) && kind !== genesis_kind && body.form === 'open';
        return needed ? get_body(this.source, body) : good(null);
      }),
    );
  }

  private async take_entry(
    index: number,
    record: Result<Record>,
    body: Result<Bytes | null>,
  ): Promise<Result<void>> {
    const admission = this.admission;
    if (admission === null) return fail('wrong_circle', 'no genesis');
    const clock = admission.clock;
    const verdict = record.ok ? await admission.judge(record.value) : record;
    if (!verdict.ok || !record.ok) {
      this.take_void(index, record.ok ? record.value : null, verdict as Failure, clock);
      admission.pass();
      return done;
    }
    // A body of the register's own kinds that was served is needed; a wrong one is damage.
    if (!body.ok) return body;
    const effect = await admission.admit(record.value, body.value);
    if (!effect.ok) return effect;
    this.judged.push({ void: null, what: '', clock });
    this.take_admitted(index, record.value, effect.value);
    return done;
  }

  private take_void(
    index: number,
    record: Record | null,
    failure: Failure,
    clock: number | null,
  ): void {
    const { code, what } = failure;
    this.judged.push({ void: code, what, clock });
    const by = { void: code, role: null, inert: null };
    const found = this.traffic.take(index, record, by, (id) => this.stands(id));
    this.notice(index, found, `${code}: ${what}`);
    if (record !== null) this.refer(index, record);
  }

  private take_admitted(index: number, record: Record, { inert, head }: Effect): void {
    const by = { void: null, role: this.role_of(record.header), inert: inert?.code ?? null };
    const found = this.traffic.take(index, record, by, (id) => this.stands(id));
    this.notice(index, found, inert === null ? '' : `${inert.code}: ${inert.what}`);
    this.refer(index, record);
    const { seen } = record.header;
    const seen_size = Number(seen.size);
    if (seen.root !== null && seen.size <= BigInt(index)) {
      const otherwise = seen_elsewhere(seen_size, seen.root);
      this.due.push({ index, size: seen_size, root: seen.root, otherwise });
    }
    if (head === null || head.mode === null) return;
    const { root } = head.checkpoint;
    const size = Number(head.checkpoint.size);
    const clock = this.admission?.clock ?? 0;
    this.clock_heads.push({ index, size, mode: head.mode, clock });
    this.due.push({ index, size, root, otherwise: clock_elsewhere(size) });
  }

  private notice(index: number, found: readonly Irregularity[], sentence: string): void {
    if (found.length === 0) return;
    this.irregular.set(index, [...(this.irregular.get(index) ?? []), ...found]);
    const explained: ReadonlySet<string> = new Set(['void', 'key_inert', 'clock_inert']);
    for (const { word, detail } of found) {
      this.notices.push({ index, word, what: explained.has(word) ? sentence : detail });
    }
  }

  private refer(index: number, { id, header }: Record): void {
    const { kind, author } = header;
    const admitted = this.judged[index]?.void === null;
    if (admitted || !this.index_of.has(id)) this.index_of.set(id, index);
    for (const target of header.refers) {
      const list = this.referrers.get(target) ?? [];
      list.push({ index, id, kind, author });
      this.referrers.set(target, list);
    }
  }

  /** The role of a record's one author; null if it is joint or its key is not known. */
  role_of({ author, key }: Header): KeyRole | null {
    const known = key === null ? undefined : this.admission?.roster.find(author, key);
    return known?.role ?? null;
  }

  /** Where the admitted record with an id stands; null if none was read yet. */
  stands(id: string): number | null {
    const at = this.index_of.get(id);
    return at !== undefined && this.judged[at]?.void === null ? at : null;
  }

  /** What was noticed about an entry, but for what hangs on its body. */
  irregularities(index: number): readonly Irregularity[] {
    return in_order(this.irregular.get(index) ?? []);
  }

  /** Where the admitted record stands that is `step` numbers on in the chain of a record's key. */
  neighbour({ author, key, number }: Header, step: bigint): number | null {
    const id = key === null ? null : this.traffic.id_of(author, key, number + step);
    return id === null ? null : this.stands(id);
  }

  // Roots of sizes up to an index are compared once the tree has grown past it.
  private async compare_roots(): Promise<void> {
    for (const { index, size, root, otherwise } of this.due.splice(0)) {
      if (!equal(await this.tree.root_at(size), root)) this.notice(index, [otherwise], '');
    }
  }

  private async compare_tiles(
    from: number,
    size: number,
    report: (p: Progress) => void,
  ): Promise<Result<void>> {
    const due: TileId[] = [];
    for (let level = 0; level < Tree.levels_of(size); ++level) {
      due.push(...tiles_of(size, level, Math.floor(hashes_at(from, level) / tile_width)));
    }
    for (let at = 0; at < due.length; at += tiles_at_once) {
      const some = due.slice(at, at + tiles_at_once);
      const compared = await Promise.all(some.map((tile) => this.compare_tile(tile)));
      const wrong = compared.find((one) => !one.ok);
      if (wrong !== undefined) return wrong;
      report({ stage: 'tiles', done: Math.min(due.length, at + tiles_at_once), total: due.length });
    }
    return done;
  }

  private async compare_tile(tile: TileId): Promise<Result<void>> {
    const served = await get_tile(this.source, tile);
    if (!served.ok) return served;
    const ours = this.tree.tile(tile);
    if (equal(served.value, ours)) return done;
    const at = served.value.findIndex((byte, i) => byte !== ours[i]) >> 5;
    return fail('proof_mismatch', `${tile_path(tile)}: hash ${at} is not that of the entries`);
  }

  /**
   * The clock after which, and before which, the entry was written, in Unix seconds; null is open.
   */
  bounds(index: number): { readonly after: number | null; readonly before: number | null } {
    const covering = this.clock_heads.find((head) => head.index > index && head.size > index);
    return { after: this.judged[index]?.clock ?? null, before: covering?.clock ?? null };
  }

  /** The best mode of a head on record that covers the entry; null if none does. */
  mode_on_record(index: number): Mode | null {
    const covering = new Set(
      this.clock_heads.filter((head) => head.size > index).map((head) => head.mode),
    );
    return modes.find((mode) => covering.has(mode)) ?? null;
  }
}
