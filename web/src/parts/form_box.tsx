// SPDX-License-Identifier: Apache-2.0
// A form that stands where it is needed, closed until it is opened; one at a time, since one key
// speaks. What was signed stands in its place, with the receipt.
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from '../messages';
import { choose_identity, choose_nobody, identities, identity } from '../store/identities';
import { sending } from '../store/outbox';
import { AsWhom } from './as_whom';
import { forget_form } from './kept';
import { Received } from './next_step';
import { OutboxNote, SendingFailure } from './outbox_parts';
import { Preview, SignButton, useComposed } from './sign_parts';
import { key_of, MakeKey } from './speakers';
import { nothing_filled, type Filled, type SetSaid } from './step_forms';

const open_form = signal('');
const signed_form = signal('');

export type FieldsProps = {
  /** Under which name its texts are kept. */
  readonly form: string;
  /** Who speaks; empty: nobody yet. */
  readonly speaker: string;
  readonly set_said: SetSaid;
};

type Props = {
  /** Another form has another name. */
  readonly name: string;
  readonly title: string;
  readonly says: string;
  /** Whose word it would be: a key of theirs is one click away in an exercise. */
  readonly by: readonly string[];
  readonly fields: (props: FieldsProps) => ComponentChildren;
};

/** All forms of a page closed, as it opens. */
export function useClosedForms(): void {
  useEffect(() => {
    open_form.value = '';
    signed_form.value = '';
  }, []);
}

/** Whether the record of this form was the last one signed here. */
export function was_signed(name: string): boolean {
  return signed_form.value === name;
}

// Of several keys that may, none speaks by itself.
function choose_only(by: readonly string[]): void {
  const held = by.map(key_of).filter((key) => key !== null);
  const [only, another] = held;
  if (only === undefined || another !== undefined) choose_nobody();
  else choose_identity(only.id);
}

function OpenForm({ name, says, by, fields }: Omit<Props, 'title'>) {
  const [{ said, lacks }, set_form] = useState<Filled>(nothing_filled);
  const now = identity.value;
  const composed = useComposed(said, now);
  const held = new Set(identities.value.map((key) => key.name));
  useEffect(() => {
    choose_only(by);
    sending.value = { state: 'idle' };
  }, []);
  const done = () => {
    forget_form(name);
    signed_form.value = name;
    // Whoever has opened another one meanwhile keeps it.
    if (open_form.value === name) open_form.value = '';
  };
  return (
    <div class="form-box-in">
      <p class="quiet">{says}</p>
      <AsWhom />
      <p class="buttons">
        {by
          .filter((one) => !held.has(one))
          .map((one) => (
            <MakeKey key={one} name={one} />
          ))}
      </p>
      <OutboxNote now={now} />
      <SendingFailure />
      {fields({
        form: name,
        speaker: now?.name ?? '',
        set_said: (next, why) => set_form({ said: next, lacks: why }),
      })}
      {said === null ? (
        <p class="quiet small">{say.form.preview}</p>
      ) : (
        <Preview composed={composed} />
      )}
      <SignButton composed={composed} now={now} lacks={lacks} done={done} />
    </div>
  );
}

export function FormBox({ name, title, ...rest }: Props) {
  const open = open_form.value === name;
  const toggle = (shown: boolean) => {
    if (shown !== open) open_form.value = shown ? name : '';
  };
  return (
    <>
      <details class="form-box" open={open} onToggle={(event) => toggle(event.currentTarget.open)}>
        <summary>{title}</summary>
        {open && <OpenForm name={name} {...rest} />}
      </details>
      {!open && was_signed(name) && <Received />}
    </>
  );
}
