// SPDX-License-Identifier: Apache-2.0
// A report, and what is said of it, that speaks of what no inspection may study is stopped before it
// is signed (42c).
import { useEffect, useState } from 'preact/hooks';
import { screen_report, type Reporter } from '../api/client';
import type { StudiedWord } from '../api/shapes';
import { say } from '../messages';
import type { Said } from '../sign/draft';
import type { StatementKind } from '../sign/statement';
import { register } from '../store/session';
import { Paragraph } from './finding';

const asked_after_ms = 400;

export type Screened = {
  /** What was found; null while it is not known. */
  readonly found: readonly StudiedWord[] | null;
  readonly anyway: boolean;
  readonly set_anyway: (anyway: boolean) => void;
};

// Kinds that say what was seen and counted, whoever's case it is in.
const told_kinds: ReadonlySet<string> = new Set([
  'movement/1',
  'shipment/1',
  'count/1',
  'site-check/1',
  'sighting/1',
  'observation/1',
] satisfies readonly StatementKind[]);

const line_words: ReadonlySet<string> = new Set(['what', 'designation', 'reason', 'replaces']);

// What a record says in words of its author's own: its text, and what its lines are called.
function told_in(value: unknown, names: ReadonlySet<string>): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (Array.isArray(inner)) return inner.flatMap((line: unknown) => told_in(line, line_words));
    return typeof inner === 'string' && inner !== '' && names.has(name) ? [inner] : [];
  });
}

/** The words of a record that are read for what no inspection studies; of other kinds none. */
export function inspected_text(said: Said | null): string {
  if (said === null || !told_kinds.has(said.kind) || !('fields' in said)) return '';
  return told_in(said.fields, new Set(['text', 'what', 'shipment', 'place'])).join('\n');
}

/** The same as useScreened, of whatever an inspector says in no case. */
export function useInspected(said: Said | null, author: string): Screened {
  return useScreened({ as: author }, author === '' ? '' : inspected_text(said));
}

/** Asks the node of one's own party what a report holds, whenever its text rests. */
export function useScreened(by: Reporter, text: string): Screened {
  const [found, set_found] = useState<readonly StudiedWord[] | null>(null);
  const [anyway, set_anyway] = useState(false);
  const name = register.value?.name ?? '';
  const whose = JSON.stringify(by);
  useEffect(() => {
    set_anyway(false); // it was said of other words
    if (text.trim() === '') {
      set_found([]);
      return undefined;
    }
    set_found(null);
    let gone = false;
    const timer = setTimeout(() => {
      void screen_report(name, by, text).then((answer) => {
        // What could not be asked is not known, and not signed.
        if (!gone) set_found(answer.ok ? answer.value : null);
      });
    }, asked_after_ms);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [name, whose, text]);
  return { found, anyway, set_anyway };
}

/** In words what is lacking until it may be signed; empty: nothing. */
export function screened_lacks({ found, anyway }: Screened): string {
  if (found === null) return say.screened.reading;
  return found.length > 0 && !anyway ? say.screened.lacks : '';
}

export function ScreenedNote({ found, anyway, set_anyway }: Screened) {
  if (found === null || found.length === 0) return null;
  return (
    <div class="note note-warn" role="status">
      <ul class="plain">
        {found.map((one) => (
          <li key={one.term}>
            {say.screened.speaks(one.word)} <Paragraph of={one.paragraph} /> <q>{one.phrase}</q>
          </li>
        ))}
      </ul>
      <p>{say.screened.says}</p>
      <label>
        <input
          type="checkbox"
          checked={anyway}
          onChange={(event) => set_anyway(event.currentTarget.checked)}
        />{' '}
        {say.screened.anyway}
      </label>
    </div>
  );
}
