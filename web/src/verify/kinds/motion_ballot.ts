// SPDX-License-Identifier: Apache-2.0
// motion-ballot/1: a member’s vote on a motion.
// Spec: kinds/motion-ballot.md.
import { statement_bytes_max } from '../limits';
import { digest, list_reader, text, word, type Listed } from './field_list';

export const motion_ballot_kind = 'motion-ballot/1';

const fields = {
  motion: digest,
  vote: word(['in_favour', 'against', 'abstaining']),
  dissent: text(statement_bytes_max),
};

export type MotionBallot = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_motion_ballot = list_reader(motion_ballot_kind, fields);
