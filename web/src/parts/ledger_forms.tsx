// SPDX-License-Identifier: Apache-2.0
// The forms at the ledger's desk: a side reports what came in and went out, a neutral what it counted.
import type { Port } from '../api/shapes';
import { say } from '../messages';
import type { Said } from '../sign/draft';
import type { Basis } from '../sign/ledger_fields';
import { FormBox } from './form_box';
import { speakers } from './ledger_parts';
import { MovementFields } from './movement_form';
import { ShipmentFields } from './shipment_form';

type Props = {
  readonly ports: readonly Port[];
  readonly signed: (said: Said) => void;
};

const bases: readonly Basis[] = ['reported', 'inspected'];

export function LedgerForms({ ports, signed }: Props) {
  const words = say.ledger_forms;
  return (
    <div class="ledger-forms">
      {bases.map((basis) => (
        <FormBox
          key={`movement ${basis}`}
          name={`movement ${basis}`}
          title={words.movement[basis]}
          says={words.says[basis]}
          by={speakers(basis)}
          signed={signed}
          fields={(props) => (
            <MovementFields {...props} basis={basis} ports={ports} before={null} />
          )}
        />
      ))}
      {bases.map((basis) => (
        <FormBox
          key={`shipment ${basis}`}
          name={`shipment ${basis}`}
          title={words.shipment[basis]}
          says={words.says[basis]}
          by={speakers(basis)}
          signed={signed}
          fields={(props) => (
            <ShipmentFields {...props} basis={basis} ports={ports} before={null} />
          )}
        />
      ))}
    </div>
  );
}

/** The month in which what was signed stands; null: it is nothing of the ledger. */
export function month_of(said: Said): string | null {
  if (said.kind === 'movement/1') return said.fields.day.slice(0, 7);
  return said.kind === 'shipment/1' ? said.fields.at.slice(0, 7) : null;
}
