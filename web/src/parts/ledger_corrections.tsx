// SPDX-License-Identifier: Apache-2.0
// What the ledger says wrongly is taken back as a whole by whoever said it, and said anew: offered
// beside the record's first row to who holds a key of its party.
import { show_record } from '../api/client';
import type { Port } from '../api/shapes';
import { say } from '../messages';
import type { Said } from '../sign/draft';
import type { Body } from '../verify/kinds/body';
import { FormAt, FormButton, type FieldsProps } from './form_box';
import type { Kept } from './ledger_effect';
import { MovementFields } from './movement_form';
import { ErrorNote, Loading } from './notes';
import { RetractFields } from './retract_fields';
import { ShipmentFields } from './shipment_form';
import { key_speaking_for } from './take_back';
import { useView } from './use_view';
import { useBody } from './words';

const name_of = (step: 'correct' | 'anew', index: number) => `ledger ${step} ${index}`;

/** The way to the form, for who may. */
export function CorrectButton({ one }: { readonly one: Kept }) {
  const words = say.ledger_forms;
  if (key_speaking_for(one.author) === null) return null;
  if (!one.retracted)
    return <FormButton name={name_of('correct', one.index)} title={words.correct} />;
  return one.stands ? null : <FormButton name={name_of('anew', one.index)} title={words.anew} />;
}

type AnewProps = FieldsProps & {
  readonly one: Kept;
  readonly ports: readonly Port[];
  readonly body: Body;
};

function AnewFields({ one, ports, body, ...props }: AnewProps) {
  const rest = { ...props, basis: one.basis, ports };
  if (body.kind === 'movement/1') return <MovementFields {...rest} before={body.body} />;
  return body.kind === 'shipment/1' ? <ShipmentFields {...rest} before={body.body} /> : null;
}

type FormProps = FieldsProps & {
  readonly one: Kept;
  readonly ports: readonly Port[];
  readonly anew: boolean;
};

// The record itself is asked for: a row of the ledger has neither its id nor all that it says.
function RecordFields({ one, ports, anew, ...props }: FormProps) {
  const { answer, again } = useView(
    (register) => show_record(register, String(one.index)),
    String(one.index),
  );
  const shown = answer?.ok ? answer.value : null;
  const body = useBody(shown?.kind ?? null, shown?.text ?? null);
  if (answer?.ok === false) return <ErrorNote failure={answer} retry={again} />;
  if (shown === null || shown.id === null || body === null) return <Loading lines={3} />;
  if (anew) return <AnewFields {...props} one={one} ports={ports} body={body} />;
  return <RetractFields {...props} id={shown.id} author={one.author} />;
}

type Props = {
  readonly kept: readonly Kept[];
  readonly ports: readonly Port[];
  readonly signed: (said: Said) => void;
};

/** The forms that the buttons open, where none of them is in the way of the tables. */
export function CorrectForms({ kept, ports, signed }: Props) {
  const words = say.ledger_forms;
  return (
    <>
      {kept.map((one) => {
        const by = [key_speaking_for(one.author)?.name ?? one.author];
        const anew = name_of('anew', one.index);
        return (
          <div key={one.index}>
            <FormAt
              name={name_of('correct', one.index)}
              title={words.correct_title(one.index)}
              says={words.correct_says}
              by={by}
              then={anew}
              fields={(props) => <RecordFields {...props} one={one} ports={ports} anew={false} />}
            />
            <FormAt
              name={anew}
              title={words.anew_title(one.index)}
              says={words.says[one.basis]}
              by={by}
              signed={signed}
              fields={(props) => <RecordFields {...props} one={one} ports={ports} anew />}
            />
          </div>
        );
      })}
    </>
  );
}
