// SPDX-License-Identifier: Apache-2.0
// A signer takes a signature back from a joint draft before it is on record: for whoever holds the key of
// one who signs it. Spec: kinds/withdrawal.md.
import { say } from '../messages';
import { FormBox, type FieldsProps } from './form_box';
import { useKept } from './kept';
import { key_of } from './speakers';
import { TextField, useSaid } from './step_forms';

type DraftProps = {
  /** The id that the joint record would have. */
  readonly draft: string;
  readonly signers: readonly string[];
};

function WithdrawFields({ form, speaker, set_said, draft, signers }: FieldsProps & DraftProps) {
  const words = say.withdraw;
  const [reason, set_reason] = useKept(form, 'reason');
  const may = speaker === '' || signers.includes(speaker);
  useSaid(
    { kind: 'withdrawal/1', fields: { reason }, refers: [draft] },
    set_said,
    may ? '' : words.not_signer(signers.join(', ')),
  );
  return <TextField label={words.reason} value={reason} set={set_reason} rows={2} />;
}

type Props = DraftProps & {
  /** Told once the withdrawal is on record. */
  readonly signed?: () => void;
};

/** Nothing where no signer's key is here. */
export function WithdrawForm({ draft, signers, signed }: Props) {
  const words = say.withdraw;
  const held = signers.filter((name) => key_of(name) !== null);
  if (held.length === 0) return null;
  return (
    <FormBox
      name={`withdraw ${draft}`}
      title={words.title}
      says={words.says}
      by={held}
      signed={signed}
      fields={(props) => <WithdrawFields {...props} draft={draft} signers={signers} />}
    />
  );
}
