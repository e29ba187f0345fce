// SPDX-License-Identifier: Apache-2.0
// A report, and what is said of it, that speaks of what no inspection may study is stopped before it
// is signed (42c).
import { useEffect, useState } from 'preact/hooks';
import { screen_report } from '../api/client';
import type { StudiedWord } from '../api/shapes';
import { say } from '../messages';
import { register } from '../store/session';
import { Paragraph } from './finding';

const asked_after_ms = 400;

export type Screened = {
  /** What was found; null while it is not known. */
  readonly found: readonly StudiedWord[] | null;
  readonly anyway: boolean;
  readonly set_anyway: (anyway: boolean) => void;
};

/** Asks the node of one's own party what a report holds, whenever its text rests. */
export function useScreened(team: string, text: string): Screened {
  const [found, set_found] = useState<readonly StudiedWord[] | null>(null);
  const [anyway, set_anyway] = useState(false);
  const name = register.value?.name ?? '';
  useEffect(() => {
    if (text.trim() === '') {
      set_found([]);
      return undefined;
    }
    set_found(null);
    let gone = false;
    const timer = setTimeout(() => {
      void screen_report(name, team, text).then((answer) => {
        if (!gone) set_found(answer.ok ? answer.value : []);
      });
    }, asked_after_ms);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [name, team, text]);
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
