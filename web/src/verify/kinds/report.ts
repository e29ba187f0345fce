// SPDX-License-Identifier: Apache-2.0
// report/1: what a team found, as one of its members drafts it. Spec: kinds/report.md.
import { statement_bytes_max } from '../limits';
import { digest, is_language, list_reader, name, text, word, type Listed } from './field_list';

export const report_kind = 'report/1';

/** What was found; of an evaluation, too. */
export const outcome = word(['confirmed', 'not_confirmed', 'undetermined']);

const fields = {
  case: digest,
  team: name,
  language: text(3),
  outcome,
  text: text(statement_bytes_max),
};

export type Report = Listed<typeof fields>;

/** Reads a report's body. Errors: `malformed`, `too_large`. */
export const read_report = list_reader(report_kind, fields, (body, malformed) => {
  if (!is_language(body.language)) malformed('language: two or three letters');
});
