// SPDX-License-Identifier: Apache-2.0
// team-step/1: how far a team has come. Spec: kinds/team-step.md.
import { statement_bytes_max } from '../limits';
import { digest, list_reader, name, text, time, word, type Listed } from './field_list';

export const team_step_kind = 'team-step/1';

const fields = {
  case: digest,
  team: name,
  step: word(['dispatched', 'on_site', 'access_denied', 'returned']),
  at: time,
  text: text(statement_bytes_max),
};

export type TeamStep = Listed<typeof fields>;

/** Reads the body of a team's step. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_team_step = list_reader(team_step_kind, fields);
