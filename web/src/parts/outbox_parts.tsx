// SPDX-License-Identifier: Apache-2.0
// What waits for its receipt, and the receipt that came.
import { useEffect, useRef } from 'preact/hooks';
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
  const place = useRef<HTMLDivElement>(null);
  const failure = now.state === 'failed' ? now.failure : null;
  // Whoever signs at the foot of a long form sees why nothing came of it.
  useEffect(() => place.current?.scrollIntoView({ block: 'center' }), [failure]);
  if (failure === null) return null;
  return (
    <div ref={place}>
      {failure === held_back ? (
        <div class="note note-bad" role="alert">
          <h3>{say.own.held_title}</h3>
          <p>{failure.what}</p>
          <p class="quiet">{say.own.held_why}</p>
        </div>
      ) : (
        <ErrorNote failure={failure} />
      )}
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
