// SPDX-License-Identifier: Apache-2.0
// motion/1: a body is asked to decide something.
// Spec: kinds/motion.md.
import { statement_bytes_max } from '../limits';
import { list_reader, name, text, type Listed } from './field_list';

export const motion_kind = 'motion/1';

const fields = {
  body: name,
  text: text(statement_bytes_max),
};

export type Motion = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_motion = list_reader(motion_kind, fields, (body, malformed) => {
  if (body.text === '') malformed('text: what is to be decided');
});
