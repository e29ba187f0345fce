// SPDX-License-Identifier: Apache-2.0
// draft/1: a joint record waits for signatures until its last hour. Spec: kinds/draft.md.
import { draft_body_bytes_max, draft_lines_bytes_max, text_bytes_max } from '../limits';
import { digest, list_reader, text, type Listed } from './field_list';

export const draft_kind = 'draft/1';

const fields = {
  case: digest,
  draft: text(text_bytes_max),
  lines: text(draft_lines_bytes_max),
  body: text(draft_body_bytes_max),
};

export type Draft = Listed<typeof fields>;

/** Reads a draft's body. Errors: `malformed`, `too_large`. */
export const read_draft = list_reader(draft_kind, fields);
