// SPDX-License-Identifier: Apache-2.0
// The form that says what became of an arrangement, right at its row.
import { useEffect, useState } from 'preact/hooks';
import type { ArrangementRow } from '../api/shapes';
import { say } from '../messages';
import { choose_nobody, identity } from '../store/identities';
import { is_digest } from '../verify/hash';
import { moment_s, next_steps, parse_amount, type StepWord } from './arrangement_words';
import { AsWhom } from './as_whom';
import { LineField } from './line_field';
import { circle_time_text, Preview, SignButton, useComposed } from './sign_parts';
import { Choice, first_lack, nothing_filled, TextField, useSaid, type Filled } from './step_forms';

type Props = { readonly one: ArrangementRow; readonly close: () => void };

export function AnswerForm({ one, close }: Props) {
  const words = say.arrangements;
  const [{ said, lacks }, set_form] = useState<Filled>(nothing_filled);
  const [step, set_step] = useState<StepWord | null>(null);
  const [at, set_at] = useState(() => circle_time_text());
  const [amount, set_amount] = useState(String(one.quantity));
  const [about, set_about] = useState('');
  const [text, set_text] = useState('');
  const composed = useComposed(said, identity.value);
  const counted = one.quantity > 0 && step === 'done';
  const quantity = counted ? parse_amount(amount) : 0;
  useSaid(
    step === null
      ? null
      : {
          kind: 'arrangement-step/1',
          fields: { arrangement: one.id, step, at, quantity: quantity ?? 0, about, text },
        },
    (next, why) => set_form({ said: next, lacks: why }),
    first_lack(
      [step === null, words.lacks.step],
      [Number.isNaN(moment_s(at)), words.lacks.time],
      [quantity === null, words.lacks.quantity],
      [about !== '' && !is_digest(about), words.lacks.about],
    ),
  );
  useEffect(() => choose_nobody(), []);
  return (
    <section class="due-form" aria-label={words.answer_form(one.index)}>
      <h4>{words.answer_form(one.index)}</h4>
      <div class="compose-columns">
        <div class="compose-main">
          <AsWhom />
          <Choice
            label={words.step}
            words={next_steps(one)}
            shown={words.states}
            value={step}
            set={set_step}
          />
          <div class="fields">
            <LineField label={words.when} value={at} set={set_at} />
            {counted && <LineField label={words.amount} value={amount} set={set_amount} />}
          </div>
          <LineField label={words.came_id} value={about} set={set_about} />
          <TextField label={words.text} value={text} set={set_text} />
          <button type="button" class="quiet-button" onClick={close}>
            {words.cancel}
          </button>
        </div>
        <div class="compose-side">
          <Preview composed={composed} />
          <SignButton composed={composed} now={identity.value} lacks={lacks} done={close} />
        </div>
      </div>
    </section>
  );
}
