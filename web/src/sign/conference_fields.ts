// SPDX-License-Identifier: Apache-2.0
// What can be said of a conference, as the fields of its kinds' pages, in their order.
// Spec: kinds/sitting.md, statement.md, agenda.md, agenda-answer.md, proposal.md, agreed-point.md.
import type { PositionRow, SittingPresent, SittingRow, StatementRow } from '../api/shapes';

/** Somebody at a sitting, in the order of its page. */
export type Present = Readonly<SittingPresent>;

/** A point of an agenda, in the order of its page. */
export type AgendaItem = {
  readonly number: number;
  readonly issue: string;
  readonly wording: string;
};

export type AnswerWord =
  'accepted' | 'refused' | 'reserved' | 'postponed' | 'beyond_mandate' | 'withdrawn';

/** The fields of each kind, without the salt. */
export type ConferenceFields = {
  'sitting/1': {
    readonly forum: string;
    readonly number: number;
    readonly place: string;
    readonly opened: string;
    readonly closed: string;
    readonly end: SittingRow['ended'];
    readonly present: readonly Present[];
    readonly resumes: string;
    readonly conditions: string;
    readonly source: string;
    readonly text: string;
  };
  'statement/1': {
    readonly sitting: string;
    readonly number: number;
    readonly side: string;
    readonly speaker: string;
    readonly at: string;
    readonly sort: StatementRow['sort'];
    readonly wording: StatementRow['wording'];
    readonly language: string;
    readonly reply_to: string;
    readonly issue: string;
    readonly source: string;
    readonly text: string;
  };
  'agenda/1': {
    readonly side: string;
    readonly version: number;
    readonly day: string;
    readonly items: readonly AgendaItem[];
    readonly source: string;
    readonly text: string;
  };
  'agenda-answer/1': {
    readonly agenda: string;
    readonly number: number;
    readonly side: string;
    readonly answer: AnswerWord;
    readonly day: string;
    readonly referred_to: string;
    readonly source: string;
    readonly text: string;
  };
  'proposal/1': {
    readonly issue: string;
    readonly side: string;
    readonly act: PositionRow['act'];
    readonly day: string;
    readonly of: string;
    readonly alternative: number;
    readonly value: string;
    readonly condition: string;
    readonly linked: string;
    readonly source: string;
    readonly text: string;
  };
  'agreed-point/1': {
    readonly issue: string;
    readonly number: number;
    readonly points: number;
    readonly day: string;
    readonly title: string;
    readonly wording: string;
    readonly paragraph: string;
    readonly source: string;
    readonly text: string;
  };
};

type Names = {
  readonly [K in keyof ConferenceFields]: readonly (keyof ConferenceFields[K])[];
};

export const conference_order: Names = {
  'sitting/1': [
    ...(['forum', 'number', 'place', 'opened', 'closed', 'end', 'present'] as const),
    ...(['resumes', 'conditions', 'source', 'text'] as const),
  ],
  'statement/1': [
    ...(['sitting', 'number', 'side', 'speaker', 'at', 'sort', 'wording'] as const),
    ...(['language', 'reply_to', 'issue', 'source', 'text'] as const),
  ],
  'agenda/1': ['side', 'version', 'day', 'items', 'source', 'text'],
  'agenda-answer/1': [
    ...(['agenda', 'number', 'side', 'answer', 'day'] as const),
    ...(['referred_to', 'source', 'text'] as const),
  ],
  'proposal/1': [
    ...(['issue', 'side', 'act', 'day', 'of', 'alternative', 'value'] as const),
    ...(['condition', 'linked', 'source', 'text'] as const),
  ],
  'agreed-point/1': [
    ...(['issue', 'number', 'points', 'day', 'title'] as const),
    ...(['wording', 'paragraph', 'source', 'text'] as const),
  ],
};
