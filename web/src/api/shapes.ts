// SPDX-License-Identifier: Apache-2.0
// The answers of the API, by hand, until `types.ts` is made from the table. Spec: api.md §4, §5.
import type { Mode } from '../verify/quorum';

export type ModeWord = Mode | 'accepted';

export type RegisterInfo = {
  readonly name: string;
  readonly origin: string;
  readonly vkey: string;
  readonly prefix: string;
  readonly circle: string;
  readonly conduct: 'exercise' | 'live';
  readonly scenario_offset_s: number;
  readonly civil_offset: string;
  readonly cosigners: readonly string[];
  readonly parties: readonly {
    readonly name: string;
    readonly group: 'sides' | 'neutrals';
    readonly root: string;
    readonly cosigner: string;
  }[];
  readonly neutrals_quorum: number;
};

export type BodyInfo = {
  readonly digest: string;
  readonly bytes: number;
  readonly form: 'open' | 'sealed';
};

export type RecordRow = {
  readonly index: number;
  readonly id: string | null;
  readonly kind: string | null;
  readonly author: string | null;
  readonly key: string | null;
  readonly number: number | null;
  readonly signers: readonly string[] | null;
  readonly written: string | null;
  readonly body: BodyInfo | null;
  /** `admitted`, or the word of why it is void. */
  readonly verdict: string;
  readonly mode: ModeWord | null;
  readonly after: string | null;
  readonly before: string | null;
  readonly summary: string | null;
  readonly retracted:
    | readonly {
        readonly index: number;
        readonly id: string;
        readonly scope: 'whole' | 'passage';
      }[]
    | null;
  readonly irregularities:
    | readonly { readonly word: string; readonly detail: string; readonly about: string | null }[]
    | null;
};

export type Reference = {
  readonly index: number | null;
  readonly id: string;
  readonly kind: string | null;
  readonly author: string | null;
};

export type RecordShown = RecordRow & {
  readonly entry: string;
  readonly text: string | null;
  readonly refers: readonly Reference[];
  readonly referred_by: readonly Reference[];
  readonly proof: string;
};

export type HeadInfo = {
  readonly size: number;
  readonly root: string;
  readonly note: string;
  readonly mode: Mode | null;
  readonly cosigned: readonly { readonly party: string; readonly time_utc: number }[];
};

export type HeadAnswer = {
  readonly accepted: HeadInfo;
  readonly counted: HeadInfo | null;
  readonly clock: {
    readonly utc: number;
    readonly circle_time: string;
    readonly size: number;
  } | null;
};

export type KeyRow = {
  readonly name: string;
  readonly key: string;
  readonly vkey: string;
  readonly role: 'author' | 'cosigner' | 'log' | 'root';
  readonly enrolled_at: number;
  readonly from: number | null;
};

export type Submitted = {
  readonly index: number;
  readonly id: string;
  readonly repeated: boolean;
  readonly receipt: string;
};

export type FeedState = {
  readonly register: string;
  readonly size: number;
  readonly counted: number;
  readonly mode: Mode | null;
  readonly folded: number;
};

export type ListQuery = {
  readonly before?: number;
  readonly count?: number;
  readonly author?: string;
  readonly kind?: string;
  readonly party?: string;
};
