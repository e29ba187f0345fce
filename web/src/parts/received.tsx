// SPDX-License-Identifier: Apache-2.0
// What was handed in last, in the place of the form that signed it.
import { say } from '../messages';
import { sending } from '../store/outbox';
import { link_to } from '../store/route';
import { Tick } from './icons';
import { CopyText } from './notes';

/** What was handed in last, and its receipt. */
export function Received() {
  const now = sending.value;
  if (now.state !== 'received') return null;
  return (
    <details class="received-note" aria-live="polite">
      <summary>
        <Tick /> {say.compose.receipt_good}{' '}
        <a href={link_to.record(now.receipt.index)}>{say.one.record(now.receipt.index)}</a>
      </summary>
      <CopyText text={now.text} label={say.compose.receipt} />
    </details>
  );
}
