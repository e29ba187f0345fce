// SPDX-License-Identifier: Apache-2.0
// The words that the page uses.
import { en_case, type CaseMessages } from './case';
import { en, type Messages } from './en';

export const say: Messages & CaseMessages = { ...en, ...en_case };
