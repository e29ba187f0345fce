// SPDX-License-Identifier: Apache-2.0
// Where a case stands besides: a form beside its way, for whoever may say so. What the neutrals
// attribute they sign together; the rest one person says. Spec: kinds/case-status.md.
import { useState } from 'preact/hooks';
import type { CaseRow, Docket, StepRow } from '../api/shapes';
import { say } from '../messages';
import type { Statement, StatementFields } from '../sign/statement';
import { organs_of, sides } from '../store/parties';
import { circle } from '../store/session';
import { party_of } from '../verify/vkey';
import { Enrolment } from './as_whom';
import { kind_word } from './format';
import { forget_form, useKept } from './kept';
import { LineField, SelectField } from './line_field';
import { Author } from './marks';
import { OutboxNote } from './outbox_parts';
import { Signers, SignTogether, useJoint } from './joint_step';
import { circle_time_text, Preview, SignButton, useComposed } from './sign_parts';
import { key_of, MakeKey } from './speakers';
import { first_lack, TextField } from './step_forms';

type Status = StatementFields['case-status/1']['status'];
const statuses: readonly Status[] = [
  'registered',
  'screened',
  'attributed',
  'not_attributable',
  'disputed',
  'recurring',
  'closed_without_agreement',
];
const by_neutrals: ReadonlySet<Status> = new Set(['attributed', 'not_attributable']);
const until_ahead_s = 3_600;
const none: ReadonlyMap<string, string> = new Map();

/** Who may say this of a case, each alone; for what the neutrals say, together. */
export function may_mark(status: Status, side_names: readonly string[]): readonly string[] {
  if (by_neutrals.has(status)) return organs_of('neutrals')[0]?.members ?? [];
  const seniors = organs_of('sides')[0]?.members ?? [];
  return status === 'disputed' ? [...new Set([...seniors, ...side_names])] : seniors;
}

type Fields = {
  readonly party: string;
  readonly about: string;
  readonly number: string;
  readonly text: string;
};

function lacks_of(status: Status | null, fields: Fields): string {
  const { about } = fields;
  return first_lack(
    [status === null, say.mark.lacks_status],
    [status === 'attributed' && fields.party === '', say.mark.lacks_party],
    [status === 'disputed' && about === '', say.mark.lacks_disputed],
    [status === 'recurring' && about === '', say.mark.lacks_earlier],
    [status !== 'registered' && fields.text.trim() === '', say.lacks.text],
  );
}

type SignProps = {
  readonly said: Statement | null;
  readonly lacks: string;
  readonly names: readonly string[];
  readonly done: () => void;
};

function SignAlone({ said, lacks, names, done }: SignProps) {
  const [chosen, set_chosen] = useState('');
  const held = names.find((one) => key_of(one) !== null);
  const name = names.includes(chosen) ? chosen : (held ?? names[0] ?? '');
  const now = key_of(name);
  const composed = useComposed(said, now);
  return (
    <>
      <SelectField label={say.form.as} words={names} value={name} set={set_chosen} block />
      {now === null ? (
        <p class="buttons">
          <MakeKey name={name} />
        </p>
      ) : (
        <>
          <Enrolment now={now} />
          <OutboxNote now={now} />
          {said !== null && <Preview composed={composed} />}
          <SignButton composed={composed} now={now} lacks={lacks} done={done} />
        </>
      )}
    </>
  );
}

function SignAsNeutrals({ said, lacks, case_id, done }: SignProps & { readonly case_id: string }) {
  const [organ] = organs_of('neutrals');
  const members = organ?.members ?? [];
  const [signers, set_signers] = useState<readonly string[]>(members);
  const [until] = useState(() => circle_time_text(until_ahead_s));
  const author = organ?.name ?? '';
  const composed = useJoint(said, { circle: circle.value, organ: author, signers, until });
  return (
    <>
      <p class="as">
        <span class="quiet">{say.form.as}</span> <Author name={author} />
      </p>
      <Signers members={members} signers={signers} set_signers={set_signers} />
      {said !== null && <Preview composed={composed} />}
      <SignTogether
        composed={composed}
        lines={none}
        case_id={case_id}
        signers={signers}
        lacks={lacks}
        done={done}
      />
    </>
  );
}

function step_label(step: StepRow): string {
  const word = say.step_done[step.step] ?? kind_word(step.step);
  return `${say.one.record(step.index)}: ${word}, ${step.by}`;
}

type AboutProps = {
  readonly status: Status;
  readonly docket: Docket;
  readonly earlier: readonly CaseRow[];
  readonly about: string;
  readonly set: (id: string) => void;
};

// What is disputed, or which case this one repeats.
function About({ status, docket, earlier, about, set }: AboutProps) {
  const options: readonly (readonly [string, string])[] =
    status === 'disputed'
      ? docket.steps
          .filter((step) => step.acts && !step.retracted)
          .map((step) => [step.id, step_label(step)])
      : earlier.map((one) => [one.id, `${say.docket.case_no(one.case)}: ${one.text}`]);
  return (
    <label class="block">
      <span>{status === 'disputed' ? say.mark.disputed : say.mark.earlier}</span>
      <select value={about} onChange={(event) => set(event.currentTarget.value)}>
        <option value="">{say.mark.choose}</option>
        {options.map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

type MarkProps = {
  readonly one: CaseRow;
  readonly docket: Docket;
  readonly earlier: readonly CaseRow[];
};

function Details({
  status,
  fields,
  set,
  docket,
  earlier,
}: Omit<MarkProps, 'one'> & {
  readonly status: Status;
  readonly fields: Fields;
  readonly set: (change: Partial<Fields>) => void;
}) {
  const asks_about = status === 'disputed' || status === 'recurring';
  return (
    <>
      {status === 'attributed' && (
        <SelectField
          label={say.mark.party}
          words={['', ...sides()]}
          shown={{ '': say.mark.choose }}
          value={fields.party}
          set={(party) => set({ party })}
          block
        />
      )}
      {status === 'registered' && (
        <LineField
          label={say.mark.number}
          value={fields.number}
          set={(number) => set({ number })}
          length_max={64}
          block
        />
      )}
      {asks_about && (
        <About
          status={status}
          docket={docket}
          earlier={earlier}
          about={fields.about}
          set={(about) => set({ about })}
        />
      )}
    </>
  );
}

function Form({ one, docket, earlier, close }: MarkProps & { readonly close: () => void }) {
  const form = `${one.id} mark`;
  const [status, set_status] = useState<Status | null>(null);
  const [more, set_more] = useState({ party: '', about: '', number: '' });
  const [text, set_text] = useKept(form, 'text');
  const fields: Fields = { ...more, text };
  const lacks = lacks_of(status, fields);
  const said: Statement | null =
    status === null || lacks !== ''
      ? null
      : { kind: 'case-status/1', fields: { case: one.id, status, ...fields } };
  const side_names = docket.steps.map((step) => step.by);
  const of_sides = side_names.filter((name) => sides().includes(party_of(name)));
  const done = () => {
    forget_form(form);
    close();
  };
  const signs = { said, lacks, done, names: status === null ? [] : may_mark(status, of_sides) };
  return (
    <div class="step-form">
      <label class="block">
        <span>{say.mark.status}</span>
        <select
          value={status ?? ''}
          onChange={(event) => {
            const word = statuses.find((one_word) => one_word === event.currentTarget.value);
            set_status(word ?? null);
            set_more({ party: '', about: '', number: '' });
          }}
        >
          <option value="">{say.mark.choose}</option>
          {statuses.map((word) => (
            <option key={word} value={word}>
              {say.status[word] ?? word}
            </option>
          ))}
        </select>
      </label>
      {status !== null && (
        <>
          <p class="quiet small">{say.mark.who[status]}</p>
          <Details
            status={status}
            fields={fields}
            set={(change) => set_more({ ...more, ...change })}
            docket={docket}
            earlier={earlier}
          />
          <TextField label={say.mark.text} value={text} set={set_text} />
          {by_neutrals.has(status) ? (
            <SignAsNeutrals key={status} {...signs} case_id={one.id} />
          ) : (
            <SignAlone key={status} {...signs} />
          )}
        </>
      )}
    </div>
  );
}

/** The form, out of the way until somebody wants it. */
export function MarkPart(props: MarkProps) {
  const [open, set_open] = useState(false);
  return (
    <details class="mark-part" open={open} onToggle={(event) => set_open(event.currentTarget.open)}>
      <summary>{say.mark.title}</summary>
      {open && <Form {...props} close={() => set_open(false)} />}
    </details>
  );
}
