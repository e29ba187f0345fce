// SPDX-License-Identifier: Apache-2.0
// The one step that is due, for whoever holds a key that may take it; and for everybody else who
// that would be.
import { useEffect, useState } from 'preact/hooks';
import { say } from '../messages';
import type { Identity } from '../sign/identity';
import { choose_identity, chosen_id, identities } from '../store/identities';
import { sending } from '../store/outbox';
import { register } from '../store/session';
import { Enrolment } from './as_whom';
import { joint_forms, next_step, team_out, type NextStep, type TeamOut } from './case_steps';
import { is_form_open } from './form_box';
import { JointStep } from './joint_step';
import { forget_form } from './kept';
import { Author } from './marks';
import { OutboxNote, SendingFailure } from './outbox_parts';
import { Received } from './received';
import { Preview, SignButton, useComposed } from './sign_parts';
import { SignDraft } from './sign_draft';
import { key_of, MakeKey } from './speakers';
import {
  AcknowledgementForm,
  BallotForm,
  ForwardingForm,
  ReportForm,
  RequestForm,
  TeamStepForm,
  form_name,
  nothing_filled,
  type Filled,
  type FormProps,
  type SetSaid,
  type StepProps,
} from './step_forms';

// Who may act, when no key of theirs is here.
function Others({ next }: { readonly next: NextStep }) {
  const exercise = register.value?.conduct === 'exercise';
  return (
    <div class="others">
      <p>
        {say.one.may_act}:{' '}
        {next.by.map((name) => (
          <span key={name} class="member">
            <Author name={name} />
          </span>
        ))}
      </p>
      <p class="quiet small">
        {say.form.no_key} {exercise ? say.form.make_key_says : say.form.no_key_live}
      </p>
      <p class="buttons">
        {next.by.map((name) => (
          <MakeKey key={name} name={name} />
        ))}
      </p>
    </div>
  );
}

function Form(props: FormProps) {
  switch (props.next.form) {
    case 'request':
      return <RequestForm {...props} />;
    case 'team_step':
      return <TeamStepForm {...props} />;
    case 'report':
      return <ReportForm {...props} />;
    case 'ballot':
      return <BallotForm {...props} />;
    case 'forwarding':
    case 'notification':
      return <ForwardingForm {...props} />;
    case 'acknowledgement':
      return <AcknowledgementForm {...props} />;
    default:
      return null;
  }
}

function As({ held, now }: { readonly held: readonly string[]; readonly now: Identity }) {
  const choose = (name: string) => {
    const key = key_of(name);
    if (key !== null) choose_identity(key.id);
  };
  return (
    <p class="as">
      <span class="quiet">{say.form.as}</span>{' '}
      {held.length === 1 ? (
        <Author name={now.name} />
      ) : (
        <select
          aria-label={say.form.as}
          value={now.name}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {held.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
    </p>
  );
}

// The step of one person. The chosen key speaks if it may, else the first that does.
function SingleStep({ one, docket, next }: StepProps) {
  const [{ said, lacks }, set_form] = useState<Filled>(nothing_filled);
  const set_said: SetSaid = (next_said, next_lacks) =>
    set_form({ said: next_said, lacks: next_lacks });
  const chosen = identities.value.find(
    (key) => key.id === chosen_id.value && next.held.includes(key.name),
  );
  const now = chosen ?? key_of(next.held[0] ?? '');
  const composed = useComposed(said, now);
  if (now === null) return null;
  return (
    <div class="step-form">
      <As held={next.held} now={now} />
      <Enrolment now={now} />
      <OutboxNote now={now} />
      <Form key={now.name} one={one} docket={docket} next={next} now={now} set_said={set_said} />
      {said === null ? (
        <p class="quiet small">{say.form.preview}</p>
      ) : (
        <Preview composed={composed} />
      )}
      <SignButton
        composed={composed}
        now={now}
        lacks={lacks}
        done={() => {
          forget_form(form_name(one, next, now.name));
          set_form(nothing_filled);
        }}
      />
    </div>
  );
}

// In a list of its own: what is due comes first.
function TeamForm({ one, docket, out }: Omit<StepProps, 'next'> & { readonly out: TeamOut }) {
  const names = new Set(identities.value.map((key) => key.name));
  const { by, words } = out;
  const held = by.filter((name) => names.has(name));
  const next: NextStep = { form: 'team_step', by, held, draft: null, words };
  if (held.length === 0) return <Others next={next} />;
  return (
    <>
      {one.next === '' && <SendingFailure />}
      <SingleStep one={one} docket={docket} next={next} />
    </>
  );
}

/** The team that is still out, and the step that brings it home. */
export function TeamPart({ one, docket }: Omit<StepProps, 'next'>) {
  const out = team_out(docket.steps);
  const [open, set_open] = useState(false);
  const words = out?.words.join();
  // Once it was said, it is out of the way again.
  useEffect(() => set_open(false), [words]);
  if (out === null) return null;
  return (
    <details class="team-out" open={open} onToggle={(event) => set_open(event.currentTarget.open)}>
      <summary>
        {say.one.team_out} <code>{out.team}</code>
        <span class="more">
          {out.words.length > 1 ? say.one.returned_or_again : say.one.returned}
        </span>
      </summary>
      {open && <TeamForm key={words} one={one} docket={docket} out={out} />}
    </details>
  );
}

export function NextStepPart({ one, docket }: Omit<StepProps, 'next'>) {
  const names = identities.value.map((key) => key.name);
  const next = next_step(one, docket, names);
  useEffect(() => {
    // Of the allegation that opened this case the receipt stays in sight.
    const now = sending.value;
    const of_this = now.state === 'received' && now.receipt.index === one.case;
    if (now.state === 'failed' || (now.state === 'received' && !of_this))
      sending.value = { state: 'idle' };
  }, [one.case]);
  if (next === null) return <Received />;
  const step = { one, docket, next };
  // Another step is another form; the same step after a new head keeps what was typed.
  const key = `${one.case} ${next.form} ${next.draft?.draft ?? ''}`;
  return (
    <div class="next-step">
      <Received />
      {!is_form_open() && <SendingFailure />}
      {next.form === 'sign' ? (
        <SignDraft key={key} {...step} />
      ) : next.held.length === 0 ? (
        <Others next={next} />
      ) : joint_forms.has(next.form) ? (
        <JointStep key={key} {...step} />
      ) : (
        <SingleStep key={key} {...step} />
      )}
    </div>
  );
}
