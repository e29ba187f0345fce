// SPDX-License-Identifier: Apache-2.0
// proposal/1: where a side stands on an issue, in its words, and what became of what it said before.
// Spec: kinds/proposal.md.
import {
  label_bytes_max,
  ledger_lines_max,
  reason_bytes_max,
  statement_bytes_max,
} from '../limits';
import {
  day,
  digest_or_none,
  integer,
  list_reader,
  name,
  name_or_none,
  text,
  word,
  type Listed,
} from './field_list';

export const proposal_kind = 'proposal/1';

const fields = {
  issue: name,
  side: name,
  act: word(['proposes', 'restates', 'changes', 'drops', 'accepts', 'refuses', 'defines']),
  day,
  of: digest_or_none,
  alternative: integer(0, ledger_lines_max),
  value: text(label_bytes_max),
  condition: text(reason_bytes_max),
  linked: name_or_none,
  source: text(label_bytes_max),
  text: text(statement_bytes_max),
};

export type Proposal = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_proposal = list_reader(proposal_kind, fields, (body, malformed) => {
  if (body.value === '') malformed('value: where it stands, in a few words');
});
