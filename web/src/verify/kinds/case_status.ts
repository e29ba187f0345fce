// SPDX-License-Identifier: Apache-2.0
// case-status/1: where a case stands besides what is found and determined.
// Spec: kinds/case-status.md.
import { label_bytes_max, statement_bytes_max } from '../limits';
import {
  digest,
  digest_or_none,
  list_reader,
  name_or_none,
  text,
  word,
  type Listed,
} from './field_list';

export const case_status_kind = 'case-status/1';

const fields = {
  case: digest,
  status: word([
    'registered',
    'screened',
    'attributed',
    'not_attributable',
    'disputed',
    'recurring',
    'closed_without_agreement',
  ]),
  party: name_or_none,
  about: digest_or_none,
  number: text(label_bytes_max),
  text: text(statement_bytes_max),
};

export type CaseStatus = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_case_status = list_reader(case_status_kind, fields, (body, malformed) => {
  if ((body.status === 'attributed') === (body.party === ''))
    malformed('party: given exactly if attributed');
  if ((body.status === 'recurring' || body.status === 'disputed') && body.about === '')
    malformed('about: the earlier case, or what is disputed');
});
