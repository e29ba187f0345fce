// SPDX-License-Identifier: Apache-2.0
// acknowledgement/1: we have received what was passed on to us. Spec: kinds/acknowledgement.md.
import { statement_bytes_max } from '../limits';
import { digest, list_reader, text, type Listed } from './field_list';

export const acknowledgement_kind = 'acknowledgement/1';

const fields = { case: digest, received: digest, text: text(statement_bytes_max) };

export type Acknowledgement = Listed<typeof fields>;

/** Reads an acknowledgement's body. Errors: `malformed`, `too_large`. */
export const read_acknowledgement = list_reader(acknowledgement_kind, fields);
