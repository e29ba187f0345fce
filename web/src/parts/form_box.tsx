// SPDX-License-Identifier: Apache-2.0
// A form that stands where it is needed, closed until it is opened; one at a time, since one key
// speaks. What was signed stands in its place, with the receipt.
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../messages';
import type { Said } from '../sign/draft';
import { choose_identity, choose_nobody, identities, identity } from '../store/identities';
import { sending } from '../store/outbox';
import { AsWhom } from './as_whom';
import { forget_form } from './kept';
import { OutboxNote, SendingFailure } from './outbox_parts';
import { Received } from './received';
import { ScreenedNote, screened_lacks, useInspected } from './screened';
import { Preview, SignButton, useComposed } from './sign_parts';
import { key_of, MakeKey } from './speakers';

const open_form = signal('');
const signed_form = signal('');

export type FieldsProps = {
  /** Under which name its texts are kept. */
  readonly form: string;
  /** Who speaks; empty: nobody yet. */
  readonly speaker: string;
  readonly set_said: (said: Said | null, lacks: string) => void;
};

type Filled = { readonly said: Said | null; readonly lacks: string };
const nothing_filled: Filled = { said: null, lacks: '' };

type Props = {
  /** Another form has another name. */
  readonly name: string;
  readonly title: string;
  readonly says: string;
  /** Whose word it would be: a key of theirs is one click away in an exercise. */
  readonly by: readonly string[];
  readonly fields: (props: FieldsProps) => ComponentChildren;
  /** Which form opens once this one is signed. */
  readonly then?: string;
  /** Told what was signed, once it is on record. */
  readonly signed?: ((said: Said) => void) | undefined;
};

/** All forms of a page closed, as it opens. */
export function useClosedForms(): void {
  useEffect(() => {
    open_form.value = '';
    signed_form.value = '';
  }, []);
}

/** Whether some form of the page is open, which then says itself what became of its record. */
export function is_form_open(): boolean {
  return open_form.value !== '';
}

/** Whether the record of this form was the last one signed here. */
export function was_signed(name: string): boolean {
  return signed_form.value === name;
}

/** A form's record is signed: what was typed is forgotten, the receipt stands in its place, and `then`
 *  opens, if any. Whoever has opened another one meanwhile keeps it. */
export function form_done(name: string, then = ''): void {
  forget_form(name);
  signed_form.value = name;
  if (open_form.value === name) open_form.value = then;
}

// Of several keys that may, none speaks by itself.
function choose_only(by: readonly string[]): void {
  const held = by.map(key_of).filter((key) => key !== null);
  const [only, another] = held;
  if (only === undefined || another !== undefined) choose_nobody();
  else choose_identity(only.id);
}

function OpenForm({ name, says, by, fields, then = '', signed }: Omit<Props, 'title'>) {
  const [{ said, lacks }, set_form] = useState<Filled>(nothing_filled);
  const now = identity.value;
  const composed = useComposed(said, now);
  const inspected = useInspected(said, now?.name ?? '');
  const held = new Set(identities.value.map((key) => key.name));
  useEffect(() => {
    choose_only(by);
    sending.value = { state: 'idle' };
  }, []);
  const done = () => {
    form_done(name, then);
    if (said !== null) signed?.(said);
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
      <ScreenedNote {...inspected} />
      {said === null ? (
        <p class="quiet small">{say.form.preview}</p>
      ) : (
        <Preview composed={composed} />
      )}
      <SignButton
        composed={composed}
        now={now}
        lacks={lacks || screened_lacks(inspected)}
        done={done}
      />
    </div>
  );
}

type FoldProps = {
  readonly name: string;
  readonly title: string;
  readonly children: ComponentChildren;
};

/** The fold of a form that brings its own way to sign. */
export function FormFold({ name, title, children }: FoldProps) {
  const open = open_form.value === name;
  const toggle = (shown: boolean) => {
    if (shown !== open) open_form.value = shown ? name : '';
  };
  return (
    <>
      <details class="form-box" open={open} onToggle={(event) => toggle(event.currentTarget.open)}>
        <summary>{title}</summary>
        {open && children}
      </details>
      {!open && was_signed(name) && <Received />}
    </>
  );
}

export function FormBox({ title, ...rest }: Props) {
  return (
    <FormFold name={rest.name} title={title}>
      <OpenForm {...rest} />
    </FormFold>
  );
}

/** Opens a form that stands elsewhere on the page, as a FormAt. */
export function FormButton({ name, title }: { readonly name: string; readonly title: string }) {
  return (
    <button
      type="button"
      class="small quiet-button form-button"
      aria-expanded={open_form.value === name}
      onClick={() => (open_form.value = open_form.value === name ? '' : name)}
    >
      {title}
    </button>
  );
}

type OwnFormProps = {
  readonly name: string;
  readonly form: (close: () => void) => ComponentChildren;
};

function OwnFormThere({ name, form }: OwnFormProps) {
  useEffect(() => {
    sending.value = { state: 'idle' };
  }, []);
  const close = () => {
    if (sending.value.state === 'received') form_done(name);
    else open_form.value = '';
  };
  return <>{form(close)}</>;
}

/** A form that a button of the page opens here, and that brings its own way to sign. */
export function OwnFormAt(props: OwnFormProps) {
  if (open_form.value === props.name) return <OwnFormThere {...props} />;
  return was_signed(props.name) ? <Received /> : null;
}

function FormThere({ title, ...rest }: Props) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section class="form-box form-at" aria-label={title} tabIndex={-1} ref={place}>
      <h3>{title}</h3>
      <OpenForm {...rest} />
      <button type="button" class="quiet-button" onClick={() => (open_form.value = '')}>
        {say.form.not_now}
      </button>
    </section>
  );
}

/** A form that a button of the page opens here, and nothing before that. */
export function FormAt(props: Props) {
  if (open_form.value === props.name) return <FormThere key={props.name} {...props} />;
  return was_signed(props.name) ? <Received /> : null;
}
