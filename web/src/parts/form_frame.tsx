// SPDX-License-Identifier: Apache-2.0
// The frame of a form that opens where it is asked for: who speaks, what is filled in, the exact text
// beside it, and the button that signs it.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from '../messages';
import type { Statement } from '../sign/statement';
import { choose_identity, choose_nobody, identity } from '../store/identities';
import { AsWhom } from './as_whom';
import { Preview, SignButton, useComposed } from './sign_parts';
import { ScreenedNote, screened_lacks, useInspected } from './screened';
import { first_lack, nothing_filled, useSaid, type Filled } from './step_forms';
import { key_speaking_for } from './take_back';

type FrameProps = {
  readonly title: string;
  /** Under which headings it stands. */
  readonly level?: 'h2' | 'h4';
  /** What the form is about, above what it says of itself. */
  readonly about?: ComponentChildren;
  readonly says?: string;
  readonly said: Statement | null;
  /** What is missing; empty if nothing is. */
  readonly lacks: string;
  /** Whose word it would be: a key of theirs speaks until another is chosen. */
  readonly by?: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
};

/** Signs what is said once nothing is lacking. Unless it is known `by` whom, nobody speaks until
 *  somebody is chosen. */
export function FormFrame(props: FrameProps) {
  const { title, level: Heading = 'h2', about, says, said, lacks, by, close, children } = props;
  const [filled, set_filled] = useState<Filled>(nothing_filled);
  const composed = useComposed(filled.said, identity.value);
  const inspected = useInspected(said, identity.value?.name ?? '');
  const lacking = first_lack([lacks !== '', lacks], [true, screened_lacks(inspected)]);
  useSaid(said, (next, why) => set_filled({ said: next, lacks: why }), lacking);
  useEffect(() => {
    const key = by === undefined ? null : key_speaking_for(by);
    if (key === null) choose_nobody();
    else choose_identity(key.id);
  }, []);
  return (
    <section class="due-form" aria-label={title}>
      <Heading>{title}</Heading>
      {about !== undefined && <p>{about}</p>}
      {says !== undefined && <p class="quiet">{says}</p>}
      <div class="compose-columns">
        <div class="compose-main">
          <AsWhom />
          {children}
          <ScreenedNote {...inspected} />
          <button type="button" class="quiet-button" onClick={close}>
            {say.form.not_now}
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
