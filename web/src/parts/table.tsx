// SPDX-License-Identifier: Apache-2.0
// A table that a phone reads too: there each row is a sheet, and each cell says its column's name.
import type { ComponentChildren } from 'preact';

export type Head = { readonly name: string; readonly number?: boolean };

export type Row = {
  readonly key: string;
  readonly dim?: boolean;
  readonly cells: readonly ComponentChildren[];
};

type Props = {
  readonly title: string;
  readonly heads: readonly Head[];
  readonly rows: readonly Row[];
};

const style = (head: Head) => (head.number === true ? 'number' : '');

/** Nothing without rows. */
export function Table({ title, heads, rows }: Props) {
  if (rows.length === 0) return null;
  return (
    <section class="ledger-table">
      <h2>{title}</h2>
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            {heads.map((head) => (
              <th key={head.name} scope="col" role="columnheader" class={style(head)}>
                {head.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.key} role="row" class={row.dim === true ? 'dim' : ''}>
              {row.cells.map((cell, i) => {
                const head = heads[i];
                return head === undefined ? null : (
                  <td key={head.name} role="cell" data-name={head.name} class={style(head)}>
                    <div>{cell}</div>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
