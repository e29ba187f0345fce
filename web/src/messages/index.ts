// SPDX-License-Identifier: Apache-2.0
// The words that the page uses.
import { en_bodies, type BodyMessages } from './bodies';
import { en_case, type CaseMessages } from './case';
import { en, type Messages } from './en';
import { en_ledger, type LedgerMessages } from './ledger';
import { en_observe, type ObserveMessages } from './observe';
import { en_passes, type PassesMessages } from './passes';
import { en_sightings, type SightingMessages } from './sightings';

export const say: Messages &
  CaseMessages &
  LedgerMessages &
  ObserveMessages &
  BodyMessages &
  PassesMessages &
  SightingMessages = {
  ...en,
  ...en_case,
  ...en_ledger,
  ...en_observe,
  ...en_bodies,
  ...en_passes,
  ...en_sightings,
};
