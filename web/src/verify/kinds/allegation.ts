// SPDX-License-Identifier: Apache-2.0
// allegation/1: we say that a paragraph was broken. It opens a case, which bears its id.
// Spec: kinds/allegation.md.
import { statement_bytes_max } from '../limits';
import { digest_or_none, list_reader, name, name_or_none, text, type Listed } from './field_list';

export const allegation_kind = 'allegation/1';

const fields = {
  term: name,
  paragraph: text(8),
  finding: digest_or_none,
  against: name_or_none,
  text: text(statement_bytes_max),
};

export type Allegation = Listed<typeof fields>;

/** Reads an allegation's body. Errors: `malformed`, `too_large`. */
export const read_allegation = list_reader(allegation_kind, fields);
