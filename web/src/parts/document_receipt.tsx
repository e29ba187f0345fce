// SPDX-License-Identifier: Apache-2.0
// A document that was handed over at the table is signed for as anything else that is asked: by a step
// of the arrangement about it, in the same form. Where nobody asked for that yet, it is asked here.
import { get_arrangements } from '../api/client';
import type { Arrangements, StatementRow } from '../api/shapes';
import { say } from '../messages';
import { identity } from '../store/identities';
import { AnswerForm } from './answer_arrangement';
import { AskForm } from './ask_arrangement';
import { FormButton, OwnFormAt } from './form_box';
import { ErrorNote, Loading } from './notes';
import { OutboxNote, SendingFailure } from './outbox_parts';
import { useView } from './use_view';

type Props = { readonly document: StatementRow };

const name_of = (document: StatementRow) => `receipt ${document.id}`;

export function ReceiptButton({ document }: Props) {
  return <FormButton name={name_of(document)} title={say.conference.sign_for} />;
}

type OpenProps = Props & { readonly all: Arrangements; readonly close: () => void };

// The one that waits longest first: of several, each is opened once the one before is signed.
function Open({ document, all, close }: OpenProps) {
  const about = all.rows.filter((one) => one.about === document.index && one.waiting.length > 0);
  const first = about.toSorted((a, b) => a.index - b.index)[0];
  return first === undefined ? (
    <AskForm sorts={all.sorts} about={document.id} close={close} />
  ) : (
    <AnswerForm one={first} close={close} />
  );
}

function Asked({ document, close }: Props & { readonly close: () => void }) {
  const { answer, again } = useView((register) => get_arrangements(register, '', ''));
  return (
    <>
      <OutboxNote now={identity.value} />
      <SendingFailure />
      {answer === null && <Loading lines={3} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Open document={document} all={answer.value} close={close} />}
    </>
  );
}

export function ReceiptForm({ document }: Props) {
  return (
    <OwnFormAt
      name={name_of(document)}
      form={(close) => <Asked document={document} close={close} />}
    />
  );
}
