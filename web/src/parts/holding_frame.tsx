// SPDX-License-Identifier: Apache-2.0
// What the forms of holdings share: who speaks, the exact text, the button, and fields of one line.
import { useEffect, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { say } from '../messages';
import type { Statement } from '../sign/statement';
import { choose_nobody, identity } from '../store/identities';
import { parse_civil_time } from '../verify/time';
import { AsWhom } from './as_whom';
import { Preview, SignButton, useComposed } from './sign_parts';
import { nothing_filled, useSaid, type Filled } from './step_forms';

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly set: (text: string) => void;
};

export function Field({ label, value, set }: FieldProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        value={value}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
}

export function is_time(text: string): boolean {
  return parse_civil_time(text).ok;
}

type FrameProps = {
  readonly title: string;
  readonly says?: string;
  readonly said: Statement | null;
  /** What is missing; empty if nothing is. */
  readonly lacks: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
};

/** Signs what is said once nothing is lacking. Nobody speaks until somebody is chosen. */
export function FormFrame({ title, says, said, lacks, close, children }: FrameProps) {
  const [filled, set_filled] = useState<Filled>(nothing_filled);
  const composed = useComposed(filled.said, identity.value);
  useSaid(said, (next, why) => set_filled({ said: next, lacks: why }), lacks);
  useEffect(() => choose_nobody(), []);
  return (
    <section class="due-form holding-form" aria-label={title}>
      <h2>{title}</h2>
      {says !== undefined && <p class="quiet">{says}</p>}
      <div class="compose-columns">
        <div class="compose-main">
          <AsWhom />
          {children}
          <button type="button" class="quiet-button" onClick={close}>
            {say.holdings.cancel}
          </button>
        </div>
        <div class="compose-side">
          <Preview composed={composed} />
          <SignButton composed={composed} now={identity.value} lacks={filled.lacks} done={close} />
        </div>
      </div>
    </section>
  );
}
