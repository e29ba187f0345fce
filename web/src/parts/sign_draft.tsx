// SPDX-License-Identifier: Apache-2.0
// A joint record that waits on the register for signatures: its text as it was lodged, whose lines it
// bears, and a button for those whose line is missing.
import { useEffect, useState } from 'preact/hooks';
import type { DraftRow, StepRow } from '../api/shapes';
import { say } from '../messages';
import type { Composed } from '../sign/draft';
import { lines_by_signer, lodged_text } from '../sign/joint';
import { utf8_text } from '../verify/bytes';
import { parse_header } from '../verify/header';
import type { Result } from '../verify/result';
import { utc_s } from '../verify/time';
import { BodyFields } from './body_fields';
import { full_time, kind_word } from './format';
import { SignTogether, Unsent } from './joint_step';
import { Author } from './marks';
import { circle_time_text, Preview } from './sign_parts';
import { key_of, MakeKey } from './speakers';
import type { StepProps } from './step_forms';
import { WithdrawForm } from './withdraw_form';
import { useBody } from './words';

function useLodged(draft: DraftRow | null): Result<Composed> | null {
  const [composed, set_composed] = useState<Result<Composed> | null>(null);
  useEffect(() => {
    let gone = false;
    set_composed(null);
    if (draft === null) return undefined;
    void lodged_text(draft).then((read) => {
      if (!gone) set_composed(read);
    });
    return () => {
      gone = true;
    };
  }, [draft?.draft]);
  return composed;
}

function is_over(until: string): boolean {
  return utc_s(until) <= utc_s(circle_time_text());
}

function Names({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return <span class="quiet">{say.form.draft_none}</span>;
  return (
    <>
      {names.map((name) => (
        <span key={name} class="member">
          <Author name={name} />
        </span>
      ))}
    </>
  );
}

// What would be signed, field by field, as the verifier reads it: the text's own kind, not the row's.
function InWords({
  composed,
  steps,
}: {
  readonly composed: Result<Composed> | null;
  readonly steps: readonly StepRow[];
}) {
  const header = composed?.ok ? parse_header(composed.value.text) : null;
  const kind = header?.ok ? header.value.kind : null;
  const body = useBody(kind, composed?.ok ? utf8_text(composed.value.body) : null);
  if (body === null) return null;
  const known = new Map(steps.map((step) => [step.id, step.index]));
  return (
    <section class="draft-words">
      <h4>
        {say.form.draft_says}: {kind_word(kind)}
      </h4>
      <BodyFields body={body} known={known} />
    </section>
  );
}

export function SignDraft({ one, docket, next }: StepProps) {
  const { draft } = next;
  const composed = useLodged(draft);
  if (draft === null) return null;
  const over = is_over(draft.until);
  const away = next.by.filter((name) => key_of(name) === null);
  return (
    <div class="step-form">
      <Unsent />
      <dl class="pairs">
        <dt>{say.form.draft_by}</dt>
        <dd>
          <Author name={draft.by} />
        </dd>
        <dt>{say.form.draft_lines}</dt>
        <dd>
          <Names names={draft.signed} />
        </dd>
        <dt>{say.one.may_act}</dt>
        <dd>
          <Names names={next.by} />
        </dd>
        <dt>{say.one.until}</dt>
        <dd>
          {full_time(draft.until)} {over && <span class="notice">{say.form.draft_over}</span>}
        </dd>
      </dl>
      <InWords composed={composed} steps={docket.steps} />
      <Preview composed={composed} />
      {!over && away.length > 0 && (
        <p class="buttons">
          {away.map((name) => (
            <MakeKey key={name} name={name} />
          ))}
        </p>
      )}
      {!over && next.held.length > 0 && (
        <SignTogether
          composed={composed}
          lines={lines_by_signer(draft.lines)}
          case_id={one.id}
          signers={draft.signers}
          lacks=""
        />
      )}
      {!over && <WithdrawForm draft={draft.draft} signers={draft.signers} />}
    </div>
  );
}
