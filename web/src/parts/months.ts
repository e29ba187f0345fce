// SPDX-License-Identifier: Apache-2.0
// Months and days of the calendar, as the ledger and the due list count them. Pure.

const two = (n: number) => String(n).padStart(2, '0');

/** `1953-07` of `1953-08`. */
export function month_before(month: string): string {
  const [year = 0, of_year = 1] = month.split('-').map(Number);
  return of_year === 1 ? `${year - 1}-12` : `${year}-${two(of_year - 1)}`;
}

/** `1953-09` of `1953-08`. */
export function month_after(month: string): string {
  const [year = 0, of_year = 1] = month.split('-').map(Number);
  return of_year === 12 ? `${year + 1}-01` : `${year}-${two(of_year + 1)}`;
}

/** The day so many days after `1953-08-05`. */
export function day_after(day: string, days: number): string {
  const [year = 0, month = 1, of_month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, of_month + days)).toISOString().slice(0, 10);
}
