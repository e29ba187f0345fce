// SPDX-License-Identifier: Apache-2.0
// ballot/1: one member's vote on a report, with what it says when it does not agree.
// Spec: kinds/ballot.md.
import { statement_bytes_max } from '../limits';
import { digest, list_reader, text, word, type Listed } from './field_list';

export const ballot_kind = 'ballot/1';

const fields = {
  case: digest,
  report: digest,
  vote: word(['in_favour', 'against', 'abstaining']),
  dissent: text(statement_bytes_max),
};

export type Ballot = Listed<typeof fields>;

/** Reads a ballot's body. Errors: `malformed`, `too_large`. */
export const read_ballot = list_reader(ballot_kind, fields, (body, malformed) => {
  if (body.vote === 'in_favour' && body.dissent !== '') malformed('dissent: empty when in favour');
});
