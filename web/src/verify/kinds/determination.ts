// SPDX-License-Identifier: Apache-2.0
// determination/1: the commission of both sides determines a case. Spec: kinds/determination.md.
import { statement_bytes_max } from '../limits';
import {
  digest,
  digest_or_none,
  list_reader,
  name_or_none,
  text,
  word,
  type Listed,
} from './field_list';

export const determination_kind = 'determination/1';

const fields = {
  case: digest,
  evaluation: digest_or_none,
  outcome: word(['violation', 'no_violation', 'corrected']),
  paragraph: text(8),
  responsible: name_or_none,
  text: text(statement_bytes_max),
};

export type Determination = Listed<typeof fields>;

/** Reads a determination's body. Errors: `malformed`, `too_large`. */
export const read_determination = list_reader(determination_kind, fields);
