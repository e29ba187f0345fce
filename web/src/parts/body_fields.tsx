// SPDX-License-Identifier: Apache-2.0
// The fields of a body in words, above its raw text: nobody should have to read JSON to know what a
// signature says.
import { Fragment } from 'preact';
import { say } from '../messages';
import { link_to } from '../store/route';
import type { Body } from '../verify/kinds/body';
import { field_word, full_time, short_digest } from './format';
import { Author } from './marks';

/** Where a record named in a body stands, by its id. */
export type Known = ReadonlyMap<string, number>;

type Value = string | number | readonly string[] | { readonly text: string };

// Fields whose value is a word of ours, a name or names: all others are shown as they are.
const words: ReadonlySet<string> = new Set(['outcome', 'vote', 'step']);
const names: ReadonlySet<string> = new Set(['responsible', 'against', 'to', 'members']);
const digest_form = /^sha256:[0-9a-f]{64}$/;

/** `38.3526°`, of units of 1e-7. */
export function degrees_text(e7: number): string {
  return `${e7 / 1e7}°`;
}

type DigestProps = {
  readonly id: string;
  readonly index: number | undefined;
  readonly is_case: boolean;
};

function Digest({ id, index, is_case }: DigestProps) {
  if (index === undefined) return <code title={id}>{short_digest(id)}</code>;
  if (is_case) return <a href={link_to.one_case(index)}>{say.docket.case_no(index)}</a>;
  return <a href={link_to.record(index)}>{say.one.record(index)}</a>;
}

type FieldProps = { readonly name: string; readonly value: Value; readonly known: Known };

function Field({ name, value, known }: FieldProps) {
  if (typeof value === 'number')
    return <>{name.endsWith('_e7') ? degrees_text(value) : value.toLocaleString('en')}</>;
  if (typeof value === 'object' && 'text' in value) {
    // A time, or a key in the text form of its line.
    return 'utc_s' in value ? <>{full_time(value.text)}</> : <code class="wrap">{value.text}</code>;
  }
  const list = typeof value === 'string' ? [value] : value;
  if (list.length === 0 || list[0] === '') {
    return <span class="quiet">{name === 'responsible' ? say.form.nobody : say.field_empty}</span>;
  }
  if (names.has(name)) {
    return (
      <>
        {list.map((one) => (
          <span key={one} class="member">
            <Author name={one} />
          </span>
        ))}
      </>
    );
  }
  const [text = ''] = list;
  if (words.has(name)) return <b>{say.detail[text] ?? say.step_done[text] ?? text}</b>;
  if (digest_form.test(text)) {
    return <Digest id={text} index={known.get(text)} is_case={name === 'case'} />;
  }
  if (name === 'paragraph') return <b>{`§${text}`}</b>;
  if (name === 'language') return <>{say.languages[text] ?? text}</>;
  return name === 'text' ? (
    <span class="said" dir="auto">
      {list.join('\n')}
    </span>
  ) : (
    <>{list.join(', ')}</>
  );
}

function is_shown(name: string, value: unknown): value is Value {
  if (name === 'salt') return false;
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string');
  if (typeof value === 'object') return value !== null && 'text' in value;
  return typeof value === 'string' || typeof value === 'number';
}

type Row = { readonly [name: string]: unknown };

const is_row = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !('text' in value && 'utc_s' in value);

/** Whether a field holds rows, each with fields of its own. */
function are_rows(value: unknown): value is readonly Row[] {
  return Array.isArray(value) && value.length > 0 && value.every(is_row);
}

type ListProps = {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly known: Known;
};

// A body's list row by row, a column a field.
function ListTable({ name, rows, known }: ListProps) {
  const columns = Object.keys(rows[0] ?? {});
  return (
    <div class="scrolls body-list" tabIndex={0} role="region" aria-label={field_word(name)}>
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column} scope="col" role="columnheader">
                {field_word(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, i) => (
            <tr key={i} role="row">
              {columns.map((column) => {
                const value = row[column];
                return (
                  <td key={column} role="cell">
                    {is_shown(column, value) ? (
                      <Field name={column} value={value} known={known} />
                    ) : (
                      '…'
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One line a field, but for the salt, which says nothing. Lists stand below them. */
export function BodyFields({ body, known }: { readonly body: Body; readonly known: Known }) {
  const fields = Object.entries(body.body as { readonly [name: string]: unknown });
  const shown = fields.flatMap(([name, value]) =>
    is_shown(name, value) ? [[name, value] as const] : [],
  );
  return (
    <>
      <dl class="pairs body-fields">
        {shown.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{field_word(name)}</dt>
            <dd>
              <Field name={name} value={value} known={known} />
            </dd>
          </Fragment>
        ))}
      </dl>
      {fields.map(([name, value]) =>
        are_rows(value) ? <ListTable key={name} name={name} rows={value} known={known} /> : null,
      )}
    </>
  );
}
