// SPDX-License-Identifier: Apache-2.0
// evaluation/1: what the neutral commission makes of a report. Spec: kinds/evaluation.md.
import { statement_bytes_max } from '../limits';
import { digest, list_reader, text, type Listed } from './field_list';
import { outcome } from './report';

export const evaluation_kind = 'evaluation/1';

const fields = { case: digest, report: digest, outcome, text: text(statement_bytes_max) };

export type Evaluation = Listed<typeof fields>;

/** Reads an evaluation's body. Errors: `malformed`, `too_large`. */
export const read_evaluation = list_reader(evaluation_kind, fields);
