// SPDX-License-Identifier: Apache-2.0
// A view's rows for a page: asked for when the page opens and with every new head, the old rows kept
// until the new ones are there.
import { useEffect, useState } from 'preact/hooks';
import { head, head_turn, register, wait_for_fold } from '../store/session';
import type { Result } from '../verify/result';

type Ask<T> = (register: string) => Promise<Result<T>>;

async function load<T>(name: string, ask: Ask<T>): Promise<Result<T>> {
  const size = head.value?.ok ? head.value.value.accepted.size : 0;
  if (size > 0) await wait_for_fold(name, size);
  return ask(name);
}

export type Shown<T> = { readonly answer: Result<T> | null; readonly again: () => void };

/** What `ask` answers; null while it is first asked. `key` says when it is another question. */
export function useView<T>(ask: Ask<T>, key = ''): Shown<T> {
  const [answer, set_answer] = useState<Result<T> | null>(null);
  const [turn, set_turn] = useState(0);
  const name = register.value?.name;
  useEffect(() => set_answer(null), [key, name]);
  useEffect(() => {
    if (name === undefined) return undefined;
    let gone = false;
    void load(name, ask).then((found) => {
      if (!gone) set_answer(found);
    });
    return () => {
      gone = true;
    };
  }, [key, name, turn, head_turn.value]);
  return { answer, again: () => set_turn(turn + 1) };
}
