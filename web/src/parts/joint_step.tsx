// SPDX-License-Identifier: Apache-2.0
// A step of a commission: its form, who signs, until when; the text that all of them sign.
import { useEffect, useId, useState } from 'preact/hooks';
import { say } from '../messages';
import { new_salt, type Composed } from '../sign/draft';
import type { Identity } from '../sign/identity';
import { compose_joint, type Together } from '../sign/joint';
import type { Statement } from '../sign/statement';
import { send_together, sign_together, unsent } from '../store/joint';
import { organ_with } from '../store/parties';
import { circle, report } from '../store/session';
import type { Result } from '../verify/result';
import { may_author } from './as_whom';
import { DeterminationForm, EvaluationForm, TaskingForm, type JointFormProps } from './joint_forms';
import { forget_form } from './kept';
import { Author } from './marks';
import { OutboxNote } from './outbox_parts';
import {
  circle_time_text,
  is_sound,
  is_working,
  preview_after_ms,
  Preview,
  sign_label,
  SignsAs,
  WhyNot,
} from './sign_parts';
import { key_of, MakeKey, speakers_of } from './speakers';
import {
  first_lack,
  form_name,
  nothing_filled,
  type Filled,
  type SetSaid,
  type StepProps,
} from './step_forms';

const until_ahead_s = 3_600;

/** The joint text, made anew whenever something changes; null while there is nothing to sign. */
export function useJoint(said: Statement | null, together: Together): Result<Composed> | null {
  const [composed, set_composed] = useState<Result<Composed> | null>(null);
  const counted = report.value?.counted ?? null;
  const key = JSON.stringify([said, together, counted?.size]);
  useEffect(() => {
    if (said === null || together.signers.length < 2) {
      set_composed(null);
      return undefined;
    }
    let gone = false;
    const timer = setTimeout(() => {
      void compose_joint(together, said, counted, circle_time_text(), new_salt()).then((made) => {
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

function key_words(key: Identity | null, all: boolean): string {
  if (key === null) return all ? say.form.signer_must : say.form.signer_away;
  return may_author(key) ? say.form.signer_here : say.form.signer_waits;
}

/** Which members sign; those whose keys are elsewhere can be made here. */
export function Signers({
  members,
  signers,
  set_signers,
}: {
  readonly members: readonly string[];
  readonly signers: readonly string[];
  /** Null: all of them sign, and nobody can be left out. */
  readonly set_signers: ((names: readonly string[]) => void) | null;
}) {
  const turn = (name: string) => members.filter((one) => (one === name) !== signers.includes(one));
  return (
    <fieldset class="signers">
      <legend>{say.form.signers}</legend>
      {members.map((name) => (
        <div key={name} class="signer">
          <label>
            <input
              type="checkbox"
              checked={signers.includes(name)}
              disabled={set_signers === null}
              onChange={() => set_signers?.(turn(name))}
            />{' '}
            <Author name={name} />
          </label>{' '}
          <span class="quiet small">{key_words(key_of(name), set_signers === null)}</span>
          {key_of(name) === null && signers.includes(name) && <MakeKey name={name} />}
        </div>
      ))}
    </fieldset>
  );
}

function JointForm({ kind, ...props }: JointFormProps & { readonly kind: string }) {
  if (kind === 'tasking') return <TaskingForm {...props} />;
  if (kind === 'evaluation') return <EvaluationForm {...props} />;
  return <DeterminationForm {...props} />;
}

/** A joint record that bears every line and did not arrive. */
export function Unsent() {
  if (unsent.value === null || is_working()) return null;
  return (
    <div class="note note-warn">
      <p>{say.form.unsent}</p>
      <p class="buttons">
        <button type="button" class="primary" onClick={() => void send_together()}>
          {say.compose.send_again}
        </button>
        <button type="button" onClick={() => (unsent.value = null)}>
          {say.compose.set_aside}
        </button>
      </p>
    </div>
  );
}

/** Signs with the keys that are here; says what becomes of it if others are missing. */
export function SignTogether({
  composed,
  lines,
  case_id,
  signers,
  lacks,
  done,
}: {
  readonly composed: Result<Composed> | null;
  readonly lines: ReadonlyMap<string, string>;
  /** Null: it belongs to no case, and cannot wait as a draft of one. */
  readonly case_id: string | null;
  readonly signers: readonly string[];
  /** What is missing from what is said; empty if nothing is. */
  readonly lacks: string;
  /** Told once the register has taken it. */
  readonly done?: () => void;
}) {
  const due = signers.filter((name) => !lines.has(name));
  const speakers = speakers_of(due);
  const missing = due.filter((name) => !speakers.some((key) => key.name === name));
  const busy = speakers[0]?.outbox !== null && missing.length > 0;
  const waits = missing.length > 0 && case_id === null;
  const free = speakers.length > 0 && !busy && !waits;
  const ready = composed?.ok && free && is_sound() && !is_working();
  const act = () => {
    if (composed?.ok)
      void sign_together(
        { composed: composed.value, lines, case_id: case_id ?? '' },
        speakers,
        circle_time_text(),
      ).then((taken) => {
        if (taken) done?.();
      });
  };
  const why_id = useId();
  const why = first_lack(
    [lacks !== '', lacks],
    [signers.length < 2, say.lacks.signers],
    [speakers.length === 0, say.lacks.no_signer],
    [waits, say.lacks_observe.all_here],
    [busy, say.lacks.outbox],
    [!is_sound(), say.lacks.unchecked],
  );
  const label = missing.length === 0 || waits ? say.form.together : say.form.lodge;
  return (
    <div class="sign-bar">
      {missing.length > 0 && <OutboxNote now={speakers[0] ?? null} />}
      <p class="quiet small">
        {missing.length > 0 && !waits && say.form.lodge_says(missing.join(', '))}
        {missing.length === 0 && say.form.complete_says}
      </p>
      <SignsAs names={speakers.map((key) => key.name)} />
      <WhyNot id={why_id} words={ready || is_working() ? '' : why} />
      <button
        type="button"
        class="primary"
        disabled={!ready}
        aria-describedby={why_id}
        onClick={act}
      >
        {is_working() ? sign_label() : label}
      </button>
    </div>
  );
}

const none: ReadonlyMap<string, string> = new Map();

export function JointStep({ one, docket, next }: StepProps) {
  const organ = organ_with(next.by);
  const members = organ?.members ?? next.by;
  const [{ said, lacks }, set_form] = useState<Filled>(nothing_filled);
  const set_said: SetSaid = (next_said, next_lacks) =>
    set_form({ said: next_said, lacks: next_lacks });
  const [signers, set_signers] = useState<readonly string[]>(members);
  const [until, set_until] = useState(() => circle_time_text(until_ahead_s));
  const author = organ?.name ?? '';
  const form = form_name(one, next, author);
  const composed = useJoint(said, { circle: circle.value, organ: author, signers, until });
  return (
    <div class="step-form">
      <Unsent />
      <p class="as">
        <span class="quiet">{say.form.as}</span> <Author name={author} />
      </p>
      <JointForm
        kind={next.form}
        one={one}
        docket={docket}
        organ={author}
        form={form}
        set_said={set_said}
      />
      <Signers members={members} signers={signers} set_signers={set_signers} />
      <label class="block until">
        <span>{say.form.until}</span>
        <input
          value={until}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => set_until(event.currentTarget.value.trim())}
        />
      </label>
      {said === null ? (
        <p class="quiet small">{say.form.preview}</p>
      ) : (
        <Preview composed={composed} />
      )}
      <SignTogether
        composed={composed}
        lines={none}
        case_id={one.id}
        signers={signers}
        lacks={lacks}
        done={() => forget_form(form)}
      />
    </div>
  );
}
