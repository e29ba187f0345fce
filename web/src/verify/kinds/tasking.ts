// SPDX-License-Identifier: Apache-2.0
// tasking/1: a commission sends a team, these members of it. Spec: kinds/tasking.md.
import { statement_bytes_max, team_members_max } from '../limits';
import { digest, digest_or_none, list_reader, name, names, text, type Listed } from './field_list';

export const tasking_kind = 'tasking/1';

const fields = {
  case: digest,
  request: digest_or_none,
  team: name,
  members: names(team_members_max),
  text: text(statement_bytes_max),
};

export type Tasking = Listed<typeof fields>;

/** Reads a tasking's body. Errors: `malformed`, `too_large`. */
export const read_tasking = list_reader(tasking_kind, fields);
