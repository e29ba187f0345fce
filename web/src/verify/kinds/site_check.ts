// SPDX-License-Identifier: Apache-2.0
// site-check/1: a named site was looked at: what was listed, what stood there.
// Spec: kinds/site-check.md.
import { counted_max, label_bytes_max, ledger_lines_max, statement_bytes_max } from '../limits';
import { integer, list_reader, name, objects, text, time, word, type Listed } from './field_list';

export const site_check_kind = 'site-check/1';

const fields = {
  site: name,
  side: name,
  at: time,
  access: word(['given', 'partial', 'denied']),
  criteria: word(['met', 'not_met', 'not_judged']),
  items: objects(ledger_lines_max, {
    what: text(label_bytes_max),
    recorded: integer(0, counted_max),
    seen: integer(0, counted_max),
    serials: word(['matched', 'not_shown', 'differ', 'none']),
    reason: text(label_bytes_max),
  }),
  text: text(statement_bytes_max),
};

export type SiteCheck = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_site_check = list_reader(site_check_kind, fields, (body, malformed) => {
  for (const { what } of body.items) {
    if (what === '') malformed('what: type and model');
  }
});
