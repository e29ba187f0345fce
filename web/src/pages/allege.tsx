// SPDX-License-Identifier: Apache-2.0
// Saying that a paragraph was broken: from a finding, from an observation, or on its words alone. It
// opens a case.
import { useEffect, useState } from 'preact/hooks';
import type { FindingRow, ObservationRow } from '../api/shapes';
import { get_ground, list_findings } from '../api/client';
import { say } from '../messages';
import { AsWhom } from '../parts/as_whom';
import { Finding, Observation, observation_title } from '../parts/finding';
import { forget_form, useKept } from '../parts/kept';
import { SelectField } from '../parts/line_field';
import { ErrorNote, Loading } from '../parts/notes';
import { OutboxNote, SendingFailure } from '../parts/outbox_parts';
import { Preview, SignButton, useComposed } from '../parts/sign_parts';
import {
  first_lack,
  nothing_filled,
  TextField,
  useSaid,
  type Filled,
  type SetSaid,
} from '../parts/step_forms';
import { useView } from '../parts/use_view';
import { choose_nobody, identity } from '../store/identities';
import { sending } from '../store/outbox';
import { sides } from '../store/parties';
import { go, link_to } from '../store/route';
import { fail, good, type Result } from '../verify/result';
import { is_name } from '../verify/vkey';

type Named = { readonly finding: string | null; readonly observation: number | null };
type Grounds = {
  readonly finding: FindingRow | null;
  readonly observation: ObservationRow | null;
  /** Every term that some finding names, with its paragraph. */
  readonly terms: ReadonlyMap<string, string>;
};

async function load(name: string, named: Named): Promise<Result<Grounds>> {
  const [findings, ground] = await Promise.all([list_findings(name, true), get_ground(name)]);
  if (!findings.ok) return findings;
  const { observation: index, finding: id } = named;
  const seen = ground.ok ? ground.value.observations : [];
  const observation = seen.find((one) => one.index === index) ?? null;
  // An observation without more: the finding that was made of it, if there is one.
  const finding =
    findings.value.find((one) => one.finding === id) ??
    findings.value.find(
      (one) => id === null && !one.good && one.reading === '' && one.index === index,
    ) ??
    null;
  const asked = id !== null || index !== null;
  if (asked && finding === null && observation === null)
    return fail('not_found', say.allege.not_found);
  const terms = new Map(findings.value.map((one) => [one.term, one.paragraph]));
  return good({ finding, observation, terms });
}

function RestsOn({ finding, observation }: Grounds) {
  return (
    <section class="rests-on">
      <h2>{say.allege.rests_on}</h2>
      {finding === null && observation === null && <p class="quiet">{say.allege.nothing}</p>}
      {finding !== null && <Finding finding={finding} says_case />}
      {observation !== null && (
        <section class="evidence">
          <h3>{observation_title(observation)}</h3>
          <Observation one={observation} />
        </section>
      )}
    </section>
  );
}

// No term’s name.
const other_term = '?';

function TermFields({
  terms,
  term,
  set_term,
  paragraph,
  set_paragraph,
}: {
  readonly terms: ReadonlyMap<string, string>;
  readonly term: string;
  readonly set_term: (term: string) => void;
  readonly paragraph: string;
  readonly set_paragraph: (paragraph: string) => void;
}) {
  // A term of which nothing was found yet can be alleged all the same.
  const [other, set_other] = useState(term !== '' && !terms.has(term));
  const wrong = term !== '' && !is_name(term);
  const take = (text: string) => {
    set_term(text);
    const of = terms.get(text);
    if (of !== undefined) set_paragraph(of);
  };
  return (
    <>
      <label>
        <span>{say.allege.term}</span>
        <select
          value={other ? other_term : term}
          onChange={({ currentTarget: { value } }) => {
            set_other(value === other_term);
            take(value === other_term ? '' : value);
          }}
        >
          <option value="" disabled>
            {say.form.choose}
          </option>
          {[...terms].toSorted().map(([one, of]) => (
            <option key={one} value={one}>
              {`§${of} ${one}`}
            </option>
          ))}
          <option value={other_term}>{say.allege.other_term}</option>
        </select>
      </label>
      {other && (
        <label>
          <span>{say.allege.term_name}</span>
          <input
            value={term}
            autocomplete="off"
            spellcheck={false}
            placeholder={say.allege.term_hint}
            aria-invalid={wrong}
            onInput={(event) => take(event.currentTarget.value.trim())}
          />
          {wrong && <span class="bad-text">{say.allege.term_wrong}</span>}
        </label>
      )}
      <label>
        <span>{say.allege.paragraph}</span>
        <input
          class="paragraph-field"
          value={paragraph}
          maxLength={8}
          autocomplete="off"
          onInput={(event) => set_paragraph(event.currentTarget.value.trim())}
        />
      </label>
    </>
  );
}

type FieldsProps = Grounds & {
  /** Under which what is typed is kept. */
  readonly form: string;
  readonly set_said: SetSaid;
};

function AllegationFields({ form, finding, observation, terms, set_said }: FieldsProps) {
  const claimed = observation?.affiliation ?? '';
  const [term, set_term] = useState(finding?.term ?? '');
  const [paragraph, set_paragraph] = useState(finding?.paragraph ?? '');
  const [against, set_against] = useState(sides().includes(claimed) ? claimed : '');
  const [text, set_text] = useKept(form, 'text');
  const record = finding?.record ?? observation?.id;
  const fields = { term, paragraph, finding: finding?.finding ?? '', against, text };
  const lacks = first_lack(
    [!is_name(term), say.lacks.term],
    [paragraph === '', say.lacks.paragraph],
    [text.trim() === '', say.lacks.words],
  );
  const refers = record === undefined ? [] : [record];
  useSaid({ kind: 'allegation/1', fields, refers }, set_said, lacks);
  return (
    <section>
      <h2>{say.compose.what}</h2>
      <div class="fields">
        <TermFields {...{ terms, term, set_term, paragraph, set_paragraph }} />
        <SelectField
          label={say.allege.against}
          words={['', ...sides()]}
          shown={{ '': say.allege.not_known }}
          value={against}
          set={set_against}
        />
      </div>
      <TextField label={say.allege.text} value={text} set={set_text} rows={5} />
    </section>
  );
}

function Writing({ grounds, form }: { readonly grounds: Grounds; readonly form: string }) {
  const [{ said, lacks }, set_form] = useState<Filled>(nothing_filled);
  const composed = useComposed(said, identity.value);
  const done = () => {
    forget_form(form);
    const now = sending.value;
    if (now.state === 'received') go(link_to.one_case(now.receipt.index));
  };
  return (
    <div class="compose-columns">
      <div class="compose-main">
        <RestsOn {...grounds} />
        <AsWhom />
        <AllegationFields
          {...grounds}
          form={form}
          set_said={(next, why) => set_form({ said: next, lacks: why })}
        />
      </div>
      <div class="compose-side">
        <Preview composed={composed} />
        <SignButton composed={composed} now={identity.value} lacks={lacks} done={done} />
      </div>
    </div>
  );
}

export function AllegePage(named: Named) {
  const key = JSON.stringify(named);
  const { answer, again } = useView((name) => load(name, named), key);
  useEffect(choose_nobody, []);
  return (
    <div class="page compose-page allege-page">
      <h1>{say.allege.title}</h1>
      <p class="quiet">{say.allege.opens}</p>
      <OutboxNote now={identity.value} />
      <SendingFailure />
      {answer === null && <Loading lines={8} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Writing key={key} grounds={answer.value} form={`allegation ${key}`} />}
    </div>
  );
}
