// SPDX-License-Identifier: Apache-2.0
// appointment/1: this person takes a part in a body from then on.
// Spec: kinds/appointment.md.
import { label_bytes_max, statement_bytes_max } from '../limits';
import { list_reader, name, text, time, word, type Listed } from './field_list';

export const appointment_kind = 'appointment/1';

const fields = {
  body: name,
  seat: name,
  part: word(['member', 'alternate', 'assistant', 'officer', 'secretary']),
  person: text(label_bytes_max),
  nationality: text(label_bytes_max),
  grade: word(['general_or_flag', 'field', 'junior']),
  rank: text(label_bytes_max),
  from: time,
  replaces: text(label_bytes_max),
  text: text(statement_bytes_max),
};

export type Appointment = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_appointment = list_reader(appointment_kind, fields, (body, malformed) => {
  if (body.person === '') malformed('person: who is appointed');
});
