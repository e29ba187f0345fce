// SPDX-License-Identifier: Apache-2.0
// The audit: walks a register from its static files alone, as an opponent's auditor would, and
// names the first thing that is wrong. Every entry is hashed and admitted again; every hash tile of
// every level, the root of the head and every cosignature are compared with what comes out. It
// holds 32 bytes and a few words an entry, never the entries, and goes on from where it stands when
// the register grows. Spec: register.md §2, §3, §5, §9.
import { Admission } from './admission';
import { equal, type Bytes } from './bytes';
import { is_register_kind } from './kinds/body';
import { genesis_kind, type Genesis } from './kinds/genesis';
import { retraction_kind } from './kinds/retraction';
import { leaf_hash } from './merkle';
import { parse_checkpoint } from './checkpoint';
import { parse_note } from './note';
import { modes, read_head, type Head, type Mode } from './quorum';
import { parse_record, verify_line, type Record } from './record';
import { done, fail, good, within, type Code, type Failure, type Result } from './result';
import { get_body, get_bundle, get_tile, type Source } from './source';
import { hashes_at, tile_path, tile_width, tiles_of, type TileId } from './tile';
import { Tree } from './tree';

export type Stage = 'entries' | 'tiles';
export type Progress = { readonly stage: Stage; readonly done: number; readonly total: number };

/** Something noticed that is no damage. */
export type Notice = {
  readonly index: number;
  readonly word: 'void' | 'key_inert' | 'clock_inert' | 'clock_elsewhere' | 'seen_elsewhere';
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

/** What names one entry as retracted, by its header; its body decides whether it acts. */
export type Retractor = { readonly index: number; readonly id: string };

const tiles_at_once = 8;

export class Audit {
  readonly tree = new Tree();
  readonly notices: Notice[] = [];
  readonly judged: Judged[] = [];
  readonly clock_heads: ClockHead[] = [];
  /** The first entry with this id. */
  readonly index_of = new Map<string, number>();
  /** [id retracted]: admitted retractions that refer to it. */
  readonly retractors = new Map<string, Retractor[]>();
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
    await this.check_seen(first + known, records);
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
    if (record.ok && !this.index_of.has(record.value.id)) this.index_of.set(record.value.id, index);
    if (!verdict.ok || !record.ok) {
      const failure = verdict as Failure;
      this.judged.push({ void: failure.code, what: failure.what, clock });
      this.notices.push({ index, word: 'void', what: `${failure.code}: ${failure.what}` });
      admission.pass();
      return done;
    }
    // A body of the register's own kinds that was served is needed; a wrong one is damage.
    if (!body.ok) return body;
    const effect = await admission.admit(record.value, body.value);
    if (!effect.ok) return effect;
    this.judged.push({ void: null, what: '', clock });
    this.note_effect(index, record.value, effect.value.inert, effect.value.head);
    return done;
  }

  private note_effect(
    index: number,
    record: Record,
    inert: Failure | null,
    head: Head | null,
  ): void {
    const { kind, refers } = record.header;
    if (inert !== null) {
      const word = kind.startsWith('key/') ? 'key_inert' : 'clock_inert';
      this.notices.push({ index, word, what: `${inert.code}: ${inert.what}` });
    }
    if (head !== null && head.mode !== null) {
      const { size } = head.checkpoint;
      const clock = this.admission?.clock ?? 0;
      this.clock_heads.push({ index, size: Number(size), mode: head.mode, clock });
      this.check_root(index, 'clock_elsewhere', size, head.checkpoint.root);
    }
    if (kind !== retraction_kind) return;
    for (const id of refers) {
      const list = this.retractors.get(id) ?? [];
      list.push({ index, id: record.id });
      this.retractors.set(id, list);
    }
  }

  private readonly due: { index: number; word: Notice['word']; size: number; root: Bytes }[] = [];

  // Roots of sizes up to an index are compared once the tree has grown past it.
  private check_root(index: number, word: Notice['word'], size: bigint, root: Bytes): void {
    if (size > 0n && size <= BigInt(index))
      this.due.push({ index, word, size: Number(size), root });
  }

  private async check_seen(first: number, records: readonly Result<Record>[]): Promise<void> {
    for (const [i, record] of records.entries()) {
      if (!record.ok || this.judged[first + i]?.void !== null) continue;
      const { size, root } = record.value.header.seen;
      if (root !== null) this.check_root(first + i, 'seen_elsewhere', size, root);
    }
    for (const { index, word, size, root } of this.due.splice(0)) {
      if (equal(await this.tree.root_at(size), root)) continue;
      this.notices.push({
        index,
        word,
        what: `it names another root at ${size}: a second history`,
      });
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
