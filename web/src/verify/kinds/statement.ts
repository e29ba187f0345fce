// SPDX-License-Identifier: Apache-2.0
// statement/1: somebody said this at a sitting, or did it.
// Spec: kinds/statement.md.
import { label_bytes_max, sessions_max, statement_bytes_max } from '../limits';
import {
  digest,
  digest_or_none,
  integer,
  list_reader,
  name_or_none,
  text,
  time,
  word,
  type Listed,
} from './field_list';

export const statement_kind = 'statement/1';

const fields = {
  sitting: digest,
  number: integer(1, sessions_max),
  side: name_or_none,
  speaker: text(label_bytes_max),
  at: time,
  sort: word([
    'statement',
    'question',
    'answer',
    'postponement',
    'interruption',
    'direction',
    'document',
    'withdrawal',
    'partial_withdrawal',
  ]),
  wording: word(['verbatim', 'abridged']),
  language: text(label_bytes_max),
  reply_to: digest_or_none,
  issue: name_or_none,
  source: text(label_bytes_max),
  text: text(statement_bytes_max),
};

export type Utterance = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_statement = list_reader(statement_kind, fields, (body, malformed) => {
  if (body.text === '') malformed('text: what was said');
});
