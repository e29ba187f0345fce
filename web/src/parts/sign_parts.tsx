// SPDX-License-Identifier: Apache-2.0
// The exact text before it is signed, and the button that signs it: the same on every page that
// writes.
import { useEffect, useId, useState } from 'preact/hooks';
import { say } from '../messages';
import { compose, new_salt, written_text, type Composed, type Said } from '../sign/draft';
import type { Identity } from '../sign/identity';
import { sending, sign_and_send } from '../store/outbox';
import { register, report, verification } from '../store/session';
import { utf8_text } from '../verify/bytes';
import type { Result } from '../verify/result';
import { parse_offset } from '../verify/time';
import { may_author } from './as_whom';
import { Author } from './marks';
import { ErrorNote } from './notes';

export const preview_after_ms = 250;

/** Circle time now, moved by `ahead_s`, as a record writes it; empty before there is a register. */
export function circle_time_text(ahead_s = 0): string {
  const info = register.value;
  if (info === null) return '';
  const offset = parse_offset(info.civil_offset);
  const offset_s = offset.ok ? offset.value : 0;
  return written_text(Date.now() + ahead_s * 1000, info.scenario_offset_s, offset_s);
}

/** The text of what is said, made anew whenever it changes; null while there is nothing to sign. */
export function useComposed(said: Said | null, now: Identity | null): Result<Composed> | null {
  const [composed, set_composed] = useState<Result<Composed> | null>(null);
  const counted = report.value?.counted ?? null;
  const info = register.value;
  const key = JSON.stringify([said, now?.id, now?.number, counted?.size]);
  useEffect(() => {
    if (said === null || now === null || info === null) {
      set_composed(null);
      return undefined;
    }
    let gone = false;
    const timer = setTimeout(() => {
      void compose(now, said, counted, circle_time_text(), new_salt()).then((made) => {
        if (!gone) set_composed(made);
      });
    }, preview_after_ms);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [key]);
  return composed;
}

/** What will be signed, word for word. */
export function Preview({ composed }: { readonly composed: Result<Composed> | null }) {
  return (
    <section class="preview">
      <h2>{say.compose.preview}</h2>
      <p class="quiet">
        {composed === null ? say.compose.preview_empty : say.compose.preview_says}
      </p>
      {composed?.ok === false && <ErrorNote failure={composed} />}
      {composed?.ok && (
        <>
          <pre tabIndex={0} class="exact">
            {composed.value.text}
          </pre>
          <h3>{say.compose.body}</h3>
          <pre tabIndex={0} class="exact">
            {utf8_text(composed.value.body)}
          </pre>
        </>
      )}
      {report.value?.counted === null && <p class="quiet">{say.compose.seen_none}</p>}
    </section>
  );
}

/** Whether something is on its way, so that nothing else may be signed. */
export function is_working(): boolean {
  const { state } = sending.value;
  return state === 'signing' || state === 'sending' || state === 'making';
}

/** Whether the heads verify: nothing is signed on top of a register that does not. */
export function is_sound(): boolean {
  return verification.value.state === 'good' || verification.value.state === 'part';
}

/** The word of a button that signs. */
export function sign_label(): string {
  const { state } = sending.value;
  if (state === 'signing') return say.compose.signing;
  return state === 'sending' ? say.compose.handing_in : say.compose.sign;
}

/** Why a button does not sign; empty if it does, or if the page says so elsewhere. */
function why_not(now: Identity | null, lacks: string): string {
  if (is_working()) return '';
  if (now === null) return say.lacks.speaker;
  if (!may_author(now)) return say.lacks.may_not;
  if (now.outbox !== null) return say.lacks.outbox;
  if (lacks !== '') return lacks;
  return is_sound() || verification.value.state === 'wrong' ? '' : say.lacks.unchecked;
}

/** Whose signature the button gives, and what is asked before. */
export function SignsAs({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p class="signs-as">
      {register.value?.held_against_own === true && (
        <span class="quiet small">{say.own.held_first} </span>
      )}
      {say.form.signs_as}{' '}
      {names.map((name) => (
        <span key={name} class="member">
          <Author name={name} />
        </span>
      ))}
    </p>
  );
}

/** The words beside a button that does not sign yet. */
export function WhyNot({ id, words }: { readonly id: string; readonly words: string }) {
  return (
    <p id={id} class={words === '' ? 'why-not unshown' : 'why-not'} aria-live="polite">
      {words}
    </p>
  );
}

export function SignButton({
  composed,
  now,
  lacks,
  done,
}: {
  readonly composed: Result<Composed> | null;
  /** Who speaks. */
  readonly now: Identity | null;
  /** What is missing from what is said; empty if nothing is. */
  readonly lacks: string;
  readonly done: () => void;
}) {
  const free = now !== null && now.outbox === null && may_author(now);
  const ready = composed?.ok && free && is_sound() && !is_working();
  const why = useId();
  const act = () => {
    if (composed?.ok && now !== null) {
      void sign_and_send(now, composed.value).then((on_record) => {
        if (on_record) done();
      });
    }
  };
  return (
    <div class="sign-bar">
      {verification.value.state === 'wrong' && <p class="bad-text">{say.compose.not_verified}</p>}
      {now !== null && <SignsAs names={[now.name]} />}
      <WhyNot id={why} words={ready ? '' : why_not(now, lacks)} />
      <button type="button" class="primary" disabled={!ready} aria-describedby={why} onClick={act}>
        {sign_label()}
      </button>
    </div>
  );
}
