// SPDX-License-Identifier: Apache-2.0
// The answers of the API, under the names that the desks use. Their shapes are made from the table of
// commands by the build (types.ts). Spec: api.md §4, §5.
import type { Mode } from '../verify/quorum';
import type { Commands, RecordRow } from './types';

export type {
  AgreementShown,
  AmendmentRow,
  StudiedWord,
  TermOption,
  TermRow,
  AgreementDrafts,
  AppointmentRow,
  ArrangedStep,
  ArrangementNotice,
  ArrangementRow,
  ArrangementSort,
  Arrangements,
  Bodies,
  BodyNotice,
  BodyRef as BodyInfo,
  CaseRow,
  Commission as BodyRow,
  AgendaPoint,
  AgreedRow,
  Conference,
  ConferenceNotice,
  MovedRow,
  PositionRow,
  QuestionRow,
  SittingRow,
  StatementRow,
  CountRecord,
  DigestLine,
  DispositionSeries,
  Docket,
  DraftRow,
  FindingRow,
  FoundPair,
  FoundUnderBoth,
  Ground,
  Due,
  DueAsked,
  DutyRow,
  GateLogRow,
  Head as HeadInfo,
  Heads as HeadAnswer,
  HoldingNotice,
  Holdings,
  KeyRow,
  Ledger,
  LedgerCount,
  LedgerDay,
  LedgerItem,
  LedgerSide,
  ListedUnit,
  LodgedList,
  MotionRow,
  NamedAgreement,
  NewestCount,
  ObservationRow,
  ObservedFix as Fix,
  ParagraphPair,
  PassNotice,
  PassRow,
  Passes,
  PermitRow,
  Port,
  Proposed,
  ProposedFix,
  ProposedObservation,
  RecordDetail as RecordShown,
  RecordRow,
  Reference,
  RegisterInfo,
  SayingPair,
  SideBySide,
  SiteCheckRow,
  StepRow,
  StrayRow,
  SeatRow,
  SessionRow,
  QuietRow,
  SightingDay,
  SightingNotice,
  SightingRow,
  Sightings,
  Stretch,
  Submitted,
  TeamRow,
  TermPair,
  ZoneSide,
} from './types';

export type ModeWord = RecordRow['mode'];

/** What `record list` may be asked, but for the register. */
export type ListQuery = Omit<Commands['record/list']['arguments'], 'register'>;

/** One event of the feed. */
export type FeedState = {
  readonly register: string;
  readonly size: number;
  readonly counted: number;
  readonly mode: Mode | null;
  readonly folded: number;
};
