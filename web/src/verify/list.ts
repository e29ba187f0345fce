// SPDX-License-Identifier: Apache-2.0
// Whether a list of rows leaves something out. Rows asked for without a filter are every entry from
// the newest verified one, or from the place asked for, down: none is missing, none stands twice.
// Spec: api.md §5.

export type ListAsked = {
  /** The rows lie below this index. */
  readonly before: number;
  readonly count: number;
  /** A filter is applied by the server: what it leaves out cannot be seen. */
  readonly filtered: boolean;
};

const range = (first: number, last: number) =>
  first === last ? `record ${first}` : `records ${first} to ${last}`;

/** What is wrong with a list of rows as a whole; null if nothing is. */
export function check_list(indices: readonly number[], asked: ListAsked): string | null {
  const { before, count, filtered } = asked;
  let due = before - 1;
  for (const index of indices) {
    if (index > due) return `record ${index} stands where none above ${due} is due`;
    if (index < due && !filtered) return `${range(index + 1, due)} left out`;
    due = index - 1;
  }
  if (filtered || due < 0 || indices.length >= count) return null;
  return `${range(Math.max(0, before - count), due)} left out`;
}
