// SPDX-License-Identifier: Apache-2.0
// The form that says what became of an arrangement, right at its row.
import { useState } from 'preact/hooks';
import type { ArrangementRow } from '../api/shapes';
import { say } from '../messages';
import type { Statement } from '../sign/statement';
import { is_digest } from '../verify/hash';
import { utc_s } from '../verify/time';
import { next_steps, parse_amount, type StepWord } from './arrangement_words';
import { FormFrame } from './form_frame';
import { LineField } from './line_field';
import { circle_time_text } from './sign_parts';
import { Choice, first_lack, TextField } from './step_forms';

type Props = { readonly one: ArrangementRow; readonly close: () => void };

export function AnswerForm({ one, close }: Props) {
  const words = say.arrangements;
  const [step, set_step] = useState<StepWord | null>(null);
  const [at, set_at] = useState(() => circle_time_text());
  const [amount, set_amount] = useState(String(one.quantity));
  const [about, set_about] = useState('');
  const [text, set_text] = useState('');
  const counted = one.quantity > 0 && step === 'done';
  const quantity = counted ? parse_amount(amount) : 0;
  const fields = { arrangement: one.id, at, quantity: quantity ?? 0, about, text };
  const said: Statement | null =
    step === null ? null : { kind: 'arrangement-step/1', fields: { ...fields, step } };
  const lacks = first_lack(
    [step === null, words.lacks.step],
    [Number.isNaN(utc_s(at)), words.lacks.time],
    [quantity === null, words.lacks.quantity],
    [about !== '' && !is_digest(about), words.lacks.about],
  );
  return (
    <FormFrame
      title={words.answer_form(one.index)}
      level="h4"
      said={said}
      lacks={lacks}
      close={close}
    >
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
    </FormFrame>
  );
}
