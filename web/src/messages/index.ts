// SPDX-License-Identifier: Apache-2.0
// The words that the page uses.
import { en_bodies, type BodyMessages } from './bodies';
import { en_case, type CaseMessages } from './case';
import { en, type Messages } from './en';
import { en_holdings, type HoldingsMessages } from './holdings';
import { en_ledger, type LedgerMessages } from './ledger';
import { en_observe, type ObserveMessages } from './observe';
import { en_passes, type PassesMessages } from './passes';

export const say: Messages &
  CaseMessages &
  LedgerMessages &
  ObserveMessages &
  BodyMessages &
  PassesMessages &
  HoldingsMessages = {
  ...en,
  ...en_case,
  ...en_ledger,
  ...en_observe,
  ...en_bodies,
  ...en_passes,
  ...en_holdings,
};
