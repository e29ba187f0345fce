// SPDX-License-Identifier: Apache-2.0
// Rows of a form that are added and taken away, and how rows of texts are kept as one text.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ledger_lines_max } from '../verify/limits';

export type RowProps<T> = {
  /** From 0. */
  readonly at: number;
  readonly row: T;
  readonly set: (row: T) => void;
  readonly remove: () => void;
};

type Props<T> = {
  readonly rows: readonly T[];
  readonly set: (rows: readonly T[]) => void;
  /** A row as it begins, after the one before it. */
  readonly fresh: (before: T | undefined) => T;
  /** The words of the button that adds one. */
  readonly add: string;
  readonly row: (props: RowProps<T>) => ComponentChildren;
};

/** Each row is a fieldset; the focus goes to one that was added, and to the button once one is gone. */
export function FormRows<T>({ rows, set, fresh, add, row }: Props<T>) {
  const list = useRef<HTMLDivElement>(null);
  const [turn, set_turn] = useState<'none' | 'added' | 'removed'>('none');
  useEffect(() => {
    const where = { none: null, added: 'fieldset:last-of-type input', removed: 'button.add-row' };
    const place = where[turn];
    if (place !== null) list.current?.querySelector<HTMLElement>(place)?.focus();
    if (turn !== 'none') set_turn('none');
  }, [turn]);
  return (
    <div ref={list} class="form-rows">
      {rows.map((one, at) =>
        row({
          at,
          row: one,
          set: (next) => set(rows.with(at, next)),
          remove: () => {
            set(rows.toSpliced(at, 1));
            set_turn('removed');
          },
        }),
      )}
      <button
        type="button"
        class="add-row"
        disabled={rows.length >= ledger_lines_max}
        onClick={() => {
          set([...rows, fresh(rows.at(-1))]);
          set_turn('added');
        }}
      >
        {add}
      </button>
    </div>
  );
}
