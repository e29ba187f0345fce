// SPDX-License-Identifier: Apache-2.0
// The fields that take back a record as a whole, before it is said anew.
import { useEffect } from 'preact/hooks';
import { say } from '../messages';
import { party_of } from '../verify/vkey';
import type { FieldsProps } from './form_box';
import { useKept } from './kept';
import { LineField } from './line_field';

type Props = FieldsProps & {
  /** Of the record. */
  readonly id: string;
  readonly author: string;
  /** Why, until something else is typed. */
  readonly why?: string;
};

export function RetractFields({ form, speaker, set_said, id, author, why = '' }: Props) {
  const words = say.conference_forms;
  const [reason, set_reason] = useKept(form, 'reason', why);
  const party = party_of(author);
  const lacks = speaker !== '' && party_of(speaker) !== party ? words.not_the_party(party) : '';
  useEffect(() => {
    const retraction = { scope: 'whole', passage: '', reason } as const;
    const said = { kind: 'retraction/1', retraction, refers: [id] } as const;
    set_said(lacks === '' ? said : null, lacks);
  }, [id, reason, lacks]);
  return <LineField label={words.reason} value={reason} set={set_reason} block />;
}
