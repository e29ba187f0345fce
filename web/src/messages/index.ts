// SPDX-License-Identifier: Apache-2.0
// The words that the page uses.
import { en, type Messages } from './en';

export const say: Messages = en;
