// SPDX-License-Identifier: Apache-2.0
// forwarding/1: a record is passed on: forwarded, translated, notified. Spec: kinds/forwarding.md.
import { addressees_max, statement_bytes_max } from '../limits';
import { digest, is_language, list_reader, names, text, word, type Listed } from './field_list';

export const forwarding_kind = 'forwarding/1';

const fields = {
  case: digest,
  passed: digest,
  step: word(['forwarded', 'translated', 'notified']),
  to: names(addressees_max),
  language: text(3),
  text: text(statement_bytes_max),
};

export type Forwarding = Listed<typeof fields>;

/** Reads a forwarding's body. Errors: `malformed`, `too_large`. */
export const read_forwarding = list_reader(forwarding_kind, fields, (body, malformed) => {
  if (!is_language(body.language)) malformed('language: two or three letters');
});
