// SPDX-License-Identifier: Apache-2.0
// What waits for its receipt, and the receipt that came.
import { say } from '../messages';
import type { Identity } from '../sign/identity';
import { held_back } from '../sign/held';
import { send, sending, set_aside } from '../store/outbox';
import { link_to } from '../store/route';
import { utf8_text } from '../verify/bytes';
import { Tick } from './icons';
import { CopyText, ErrorNote } from './notes';

/** The record of a key that has no receipt yet. */
export function OutboxNote({ now }: { readonly now: Identity | null }) {
  const { state } = sending.value;
  if (now === null || now.outbox === null || state === 'signing' || state === 'sending')
    return null;
  return (
    <section class="note note-warn">
      <h2>{say.compose.outbox}</h2>
      <p>{say.compose.outbox_says(now.outbox.number)}</p>
      <details>
        <summary>{say.record.raw}</summary>
        <CopyText text={utf8_text(now.outbox.entry) ?? ''} label={say.record.raw} />
      </details>
      <p class="buttons">
        <button type="button" class="primary" onClick={() => void send(now)}>
          {say.compose.send_again}
        </button>
        <button
          type="button"
          onClick={() => void set_aside(now)}
          title={say.compose.set_aside_says}
        >
          {say.compose.set_aside}
        </button>
      </p>
      <p class="quiet">
        {say.compose.set_aside}: {say.compose.set_aside_says}
      </p>
    </section>
  );
}

/** Why the last attempt failed. */
export function SendingFailure() {
  const now = sending.value;
  if (now.state !== 'failed') return null;
  if (now.failure !== held_back) return <ErrorNote failure={now.failure} />;
  return (
    <div class="note note-bad" role="alert">
      <h3>{say.own.held_title}</h3>
      <p>{now.failure.what}</p>
      <p class="quiet">{say.own.held_why}</p>
    </div>
  );
}

/** The receipt, once it was verified here. */
export function ReceiptNote({ again }: { readonly again: () => void }) {
  const now = sending.value;
  if (now.state !== 'received') return null;
  const { index, size } = now.receipt;
  return (
    <section class="note note-good" aria-live="polite">
      <h2>
        <Tick /> {say.compose.receipt_good}
      </h2>
      <p>{say.compose.receipt_is(index, size)}</p>
      <p class="buttons">
        <a class="button primary" href={link_to.record(index)}>
          {say.compose.show}
        </a>
        <button type="button" onClick={again}>
          {say.compose.write_next}
        </button>
      </p>
      <CopyText text={now.text} label={say.compose.receipt} file={`record-${index}.tlog-proof`} />
    </section>
  );
}
