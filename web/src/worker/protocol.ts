// SPDX-License-Identifier: Apache-2.0
// What the page and its verifier say to each other.
import type { RecordRow, RecordShown } from '../api/shapes';
import type { Progress } from '../verify/audit';
import type { RowCheck } from '../verify/check';
import type { Explained } from '../verify/explain';
import type { Result } from '../verify/result';
import type { HeadsAsked, HeadsReport, KeyHint } from './desk';

export type Task =
  | { readonly task: 'open'; readonly prefix: string; readonly circle: string }
  | { readonly task: 'heads'; readonly asked: HeadsAsked }
  | { readonly task: 'rows'; readonly rows: readonly RecordRow[]; readonly rows_size: number }
  | {
      readonly task: 'explain';
      readonly shown: RecordShown;
      readonly rows_size: number;
      readonly hints: readonly KeyHint[];
    };

export type Answers = {
  open: null;
  heads: Result<HeadsReport>;
  rows: readonly RowCheck[];
  explain: Result<Explained>;
};

export type ToWorker = { readonly call: number; readonly task: Task };
export type FromWorker =
  | { readonly call: number; readonly answer: Answers[keyof Answers] }
  | { readonly progress: Progress };
