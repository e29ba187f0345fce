// SPDX-License-Identifier: Apache-2.0
// The words that the page uses.
import { en_agreement, type AgreementMessages } from './agreement';
import { en_arrangements, type ArrangementMessages } from './arrangements';
import { en_bodies, type BodyMessages } from './bodies';
import { en_case, type CaseMessages } from './case';
import { en_conference, type ConferenceMessages } from './conference';
import { en_conference_forms, type ConferenceFormMessages } from './conference_forms';
import { en_drafts, type DraftMessages } from './drafts';
import { en, type Messages } from './en';
import { en_holdings, type HoldingsMessages } from './holdings';
import { en_ledger, type LedgerMessages } from './ledger';
import { en_ledger_forms, type LedgerFormMessages } from './ledger_forms';
import { en_mark, type MarkMessages } from './mark';
import { en_observe, type ObserveMessages } from './observe';
import { en_pages, type PageMessages } from './pages';
import { en_own, type OwnMessages } from './own';
import { en_passes, type PassesMessages } from './passes';
import { en_sightings, type SightingMessages } from './sightings';

export const say: Messages &
  CaseMessages &
  AgreementMessages &
  LedgerMessages &
  LedgerFormMessages &
  MarkMessages &
  PageMessages &
  ObserveMessages &
  BodyMessages &
  DraftMessages &
  ArrangementMessages &
  PassesMessages &
  SightingMessages &
  ConferenceMessages &
  OwnMessages &
  ConferenceFormMessages &
  HoldingsMessages = {
  ...en,
  ...en_case,
  ...en_agreement,
  ...en_ledger,
  ...en_ledger_forms,
  ...en_mark,
  ...en_pages,
  ...en_observe,
  ...en_bodies,
  ...en_drafts,
  ...en_passes,
  ...en_arrangements,
  ...en_sightings,
  ...en_holdings,
  ...en_conference,
  ...en_own,
  ...en_conference_forms,
};
