// SPDX-License-Identifier: Apache-2.0
// What can be said, as the fields of its kind's page, in their order. The verifier's own
// readers read every body back before anything is signed. Spec: kinds/*.md.
import type { AppointmentRow, ProposedFix, ProposedObservation } from '../api/shapes';
import {
  conference_order,
  type AgendaItem,
  type ConferenceFields,
  type Present,
} from './conference_fields';
import type { CheckedItem, CountLine } from './holding_lines';
import {
  ledger_order,
  type LedgerFields,
  type PersonsCount,
  type ShippedItem,
} from './ledger_fields';
import { is_digest } from '../verify/hash';

export type ReplyWord = 'accepts' | 'declines' | 'objects' | 'no_objection';

type Outcome = 'confirmed' | 'not_confirmed' | 'undetermined';

/** A holder of a pass, in the order of its page. */
export type PassHolder = {
  readonly number: string;
  readonly person: string;
  readonly sort: string;
  readonly arms: 'unarmed' | 'armed';
};

/** A line of a gate's log, in the order of its page. */
export type GateEntry = {
  readonly time: string;
  readonly passing: 'in' | 'out';
  readonly number: string;
  readonly persons: number;
};

type NamedElsewhere = ConferenceFields & LedgerFields;

/** The fields of each kind, without the salt. */
export type StatementFields = NamedElsewhere & {
  'observation/1': ProposedObservation;
  'permit/1': {
    readonly act: 'crossing_line' | 'entering_territory' | 'entering_zone';
    readonly holder: string;
    readonly territory: string;
    readonly from: string;
    readonly to: string;
    readonly text: string;
  };
  'allegation/1': {
    readonly term: string;
    readonly paragraph: string;
    readonly finding: string;
    readonly against: string;
    readonly text: string;
  };
  'request/1': {
    readonly case: string;
    readonly to: string;
    readonly latitude_e7: number;
    readonly longitude_e7: number;
    readonly place: string;
    readonly text: string;
  };
  'tasking/1': {
    readonly case: string;
    readonly request: string;
    readonly team: string;
    readonly members: readonly string[];
    readonly text: string;
  };
  'team-step/1': {
    readonly case: string;
    readonly team: string;
    readonly step: 'dispatched' | 'on_site' | 'access_denied' | 'returned';
    readonly at: string;
    readonly text: string;
  };
  'report/1': {
    readonly case: string;
    readonly team: string;
    readonly language: string;
    readonly outcome: Outcome;
    readonly text: string;
  };
  'ballot/1': {
    readonly case: string;
    readonly report: string;
    readonly vote: 'in_favour' | 'against' | 'abstaining';
    readonly dissent: string;
  };
  'forwarding/1': {
    readonly case: string;
    readonly passed: string;
    readonly step: 'forwarded' | 'translated' | 'notified';
    readonly to: readonly string[];
    readonly language: string;
    readonly text: string;
  };
  'acknowledgement/1': { readonly case: string; readonly received: string; readonly text: string };
  'evaluation/1': {
    readonly case: string;
    readonly report: string;
    readonly outcome: Outcome;
    readonly text: string;
  };
  'determination/1': {
    readonly case: string;
    readonly evaluation: string;
    readonly outcome: 'violation' | 'no_violation' | 'corrected';
    readonly paragraph: string;
    readonly responsible: string;
    readonly text: string;
  };
  'amendment/1': {
    readonly number: number;
    readonly agreement: string;
    readonly takes_effect: string;
    readonly title: string;
    readonly changes: string;
    readonly text: string;
  };
  'case-status/1': {
    readonly case: string;
    readonly status:
      | 'registered'
      | 'screened'
      | 'attributed'
      | 'not_attributable'
      | 'disputed'
      | 'recurring'
      | 'closed_without_agreement';
    readonly party: string;
    readonly about: string;
    readonly number: string;
    readonly text: string;
  };
  'fulfilment/1': {
    readonly term: string;
    readonly occasion: string;
    readonly at: string;
    readonly text: string;
  };
  'pass/1': {
    readonly zone: string;
    readonly side: string;
    readonly from: string;
    readonly to: string;
    readonly holders: readonly PassHolder[];
    readonly text: string;
  };
  'gate-log/1': {
    readonly gate: string;
    readonly zone: string;
    readonly side: string;
    readonly from: string;
    readonly to: string;
    readonly entries: readonly GateEntry[];
    readonly inside: number;
    readonly text: string;
  };
  'invitation/1': {
    readonly body: string;
    readonly state: string;
    readonly seat: string;
    readonly text: string;
  };
  'reply/1': { readonly invitation: string; readonly reply: ReplyWord; readonly text: string };
  'appointment/1': {
    readonly body: string;
    readonly seat: string;
    readonly part: AppointmentRow['part'];
    readonly person: string;
    readonly nationality: string;
    readonly grade: AppointmentRow['grade'];
    readonly rank: string;
    readonly from: string;
    readonly replaces: string;
    readonly text: string;
  };
  'session/1': {
    readonly body: string;
    readonly number: number;
    readonly opened: string;
    readonly closed: string;
    readonly present: readonly string[];
    readonly next: string;
    readonly text: string;
  };
  'motion/1': { readonly body: string; readonly text: string };
  'motion-ballot/1': {
    readonly motion: string;
    readonly vote: 'in_favour' | 'against' | 'abstaining';
    readonly dissent: string;
  };
  'arrangement/1': {
    readonly sort: string;
    readonly number: string;
    readonly by: string;
    readonly to: readonly string[];
    readonly about: string;
    readonly place: string;
    readonly from: string;
    readonly until: string;
    readonly quantity: number;
    readonly unit: string;
    readonly language: string;
    readonly text: string;
  };
  'arrangement-step/1': {
    readonly arrangement: string;
    readonly step:
      'granted' | 'refused' | 'received' | 'done' | 'not_done' | 'certified' | 'disputed';
    readonly at: string;
    readonly quantity: number;
    readonly about: string;
    readonly text: string;
  };
  'sighting/1': {
    readonly what: string;
    readonly number: number;
    readonly means: 'patrol' | 'camera' | 'uav' | 'told';
    readonly perceived: 'seen' | 'heard';
    readonly certainty: 'observed' | 'assessed' | 'undetermined' | 'unconfirmed';
    readonly bearing: 'incoming' | 'outgoing' | 'undetermined' | 'none';
    readonly side: string;
    readonly place: string;
    readonly latitude_e7: number;
    readonly longitude_e7: number;
    readonly error_mm: number;
    readonly line_distance_mm: number;
    readonly from: string;
    readonly until: string;
    readonly text: string;
  };
  'commitment/1': {
    readonly subject: string;
    readonly term: string;
    readonly as_of: string;
    readonly slot: number;
    readonly slots: number;
    readonly list: string;
    readonly bytes: number;
    readonly text: string;
  };
  'opening/1': { readonly commitment: string; readonly list: string; readonly text: string };
  'count/1': {
    readonly of: string;
    readonly side: string;
    readonly place: string;
    readonly basis: 'reported' | 'inspected';
    readonly at: string;
    readonly lines: readonly CountLine[];
    readonly total: number;
    readonly text: string;
  };
  'site-check/1': {
    readonly site: string;
    readonly side: string;
    readonly at: string;
    readonly access: 'given' | 'partial' | 'denied';
    readonly criteria: 'met' | 'not_met' | 'not_judged';
    readonly items: readonly CheckedItem[];
    readonly text: string;
  };
  'draft/1': {
    readonly case: string;
    readonly draft: string;
    readonly lines: string;
    readonly body: string;
  };
  'withdrawal/1': { readonly reason: string };
};

export type StatementKind = keyof StatementFields;
export type Statement = {
  readonly [K in StatementKind]: {
    readonly kind: K;
    readonly fields: StatementFields[K];
    /** Ids besides those that the fields name. */
    readonly refers?: readonly string[];
  };
}[StatementKind];

type FieldNames = { readonly [K in StatementKind]: readonly (keyof StatementFields[K])[] };
const order: FieldNames = {
  ...conference_order,
  ...ledger_order,
  'observation/1': [
    'event',
    'track',
    'sort',
    'affiliation',
    'claimed_by',
    'ground',
    'boundary',
    'from',
    'to',
    'earliest',
    'latest',
    'edge_distance_mm',
    'fix_error_mm',
    'edge_error_mm',
    'basis',
    'fixes',
    'text',
  ],
  'permit/1': ['act', 'holder', 'territory', 'from', 'to', 'text'],
  'allegation/1': ['term', 'paragraph', 'finding', 'against', 'text'],
  'request/1': ['case', 'to', 'latitude_e7', 'longitude_e7', 'place', 'text'],
  'tasking/1': ['case', 'request', 'team', 'members', 'text'],
  'team-step/1': ['case', 'team', 'step', 'at', 'text'],
  'report/1': ['case', 'team', 'language', 'outcome', 'text'],
  'ballot/1': ['case', 'report', 'vote', 'dissent'],
  'forwarding/1': ['case', 'passed', 'step', 'to', 'language', 'text'],
  'acknowledgement/1': ['case', 'received', 'text'],
  'evaluation/1': ['case', 'report', 'outcome', 'text'],
  'determination/1': ['case', 'evaluation', 'outcome', 'paragraph', 'responsible', 'text'],
  'amendment/1': ['number', 'agreement', 'takes_effect', 'title', 'changes', 'text'],
  'case-status/1': ['case', 'status', 'party', 'about', 'number', 'text'],
  'fulfilment/1': ['term', 'occasion', 'at', 'text'],
  'pass/1': ['zone', 'side', 'from', 'to', 'holders', 'text'],
  'gate-log/1': ['gate', 'zone', 'side', 'from', 'to', 'entries', 'inside', 'text'],
  'invitation/1': ['body', 'state', 'seat', 'text'],
  'reply/1': ['invitation', 'reply', 'text'],
  'appointment/1': [
    'body',
    'seat',
    'part',
    'person',
    'nationality',
    'grade',
    'rank',
    'from',
    'replaces',
    'text',
  ],
  'session/1': ['body', 'number', 'opened', 'closed', 'present', 'next', 'text'],
  'motion/1': ['body', 'text'],
  'motion-ballot/1': ['motion', 'vote', 'dissent'],
  'arrangement/1': [
    'sort',
    'number',
    'by',
    'to',
    'about',
    'place',
    'from',
    'until',
    'quantity',
    'unit',
    'language',
    'text',
  ],
  'arrangement-step/1': ['arrangement', 'step', 'at', 'quantity', 'about', 'text'],
  'sighting/1': [
    ...(['what', 'number', 'means', 'perceived', 'certainty', 'bearing', 'side', 'place'] as const),
    ...(['latitude_e7', 'longitude_e7', 'error_mm', 'line_distance_mm'] as const),
    ...(['from', 'until', 'text'] as const),
  ],
  'commitment/1': ['subject', 'term', 'as_of', 'slot', 'slots', 'list', 'bytes', 'text'],
  'opening/1': ['commitment', 'list', 'text'],
  'count/1': ['of', 'side', 'place', 'basis', 'at', 'lines', 'total', 'text'],
  'site-check/1': ['site', 'side', 'at', 'access', 'criteria', 'items', 'text'],
  'draft/1': ['case', 'draft', 'lines', 'body'],
  'withdrawal/1': ['reason'],
};

// The fields that name a record. A finding's id names none.
const id_fields = [
  'case',
  'about',
  'request',
  'report',
  'passed',
  'received',
  'evaluation',
  'invitation',
  'motion',
  'arrangement',
  'commitment',
  'sitting',
  'reply_to',
  'agenda',
  'of',
];

type Value =
  | string
  | number
  | readonly string[]
  | readonly ProposedFix[]
  | readonly PassHolder[]
  | readonly GateEntry[]
  | readonly CountLine[]
  | readonly CheckedItem[]
  | readonly PersonsCount[]
  | readonly ShippedItem[]
  | readonly Present[]
  | readonly AgendaItem[];
type Values = { readonly [name: string]: Value };

/** The body, salt first. */
export function write_statement(salt: string, { kind, fields }: Statement): string {
  const values = fields as Values;
  const pairs = (order[kind] as readonly string[]).map((name) => [name, values[name]]);
  return JSON.stringify(Object.fromEntries([['salt', salt], ...pairs]));
}

/** The ids that the record's text must refer to, in ascending order: those that its body names. */
export function refers_of({ fields, refers = [] }: Statement): readonly string[] {
  const values = fields as Values;
  const named = id_fields.map((name) => values[name]);
  const ids = [...named, ...refers].filter((id) => typeof id === 'string' && is_digest(id));
  return [...new Set(ids as string[])].sort();
}
