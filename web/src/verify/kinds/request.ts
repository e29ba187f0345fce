// SPDX-License-Identifier: Apache-2.0
// request/1: we ask a commission to have this place looked at. Spec: kinds/request.md.
import { label_bytes_max, statement_bytes_max } from '../limits';
import { digest, integer, list_reader, name, text, type Listed } from './field_list';

export const request_kind = 'request/1';

const fields = {
  case: digest,
  to: name,
  latitude_e7: integer(-900_000_000, 900_000_000),
  longitude_e7: integer(-1_800_000_000, 1_800_000_000),
  place: text(label_bytes_max),
  text: text(statement_bytes_max),
};

export type InspectionRequest = Listed<typeof fields>;

/** Reads a request's body. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_request = list_reader(request_kind, fields);
