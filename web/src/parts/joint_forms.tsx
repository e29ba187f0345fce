// SPDX-License-Identifier: Apache-2.0
// The forms of the steps that a commission takes as one: it tasks a team, evaluates a report,
// determines a case.
import { useState } from 'preact/hooks';
import type { CaseRow, Docket, TeamRow } from '../api/shapes';
import { get_bodies } from '../api/client';
import { say } from '../messages';
import type { Statement } from '../sign/statement';
import { roster } from '../store/identities';
import { parties_of, sides } from '../store/parties';
import { register } from '../store/session';
import { party_of } from '../verify/vkey';
import { last_step } from './case_steps';
import { useKept } from './kept';
import { ErrorNote, Loading } from './notes';
import { screened_lacks, ScreenedNote, useScreened } from './screened';
import {
  Choice,
  first_lack,
  NamesField,
  outcomes,
  sound_names,
  team_of,
  TextField,
  useSaid,
  type OutcomeWord,
  type SetSaid,
} from './step_forms';
import { useView } from './use_view';

export type JointFormProps = {
  readonly one: CaseRow;
  readonly docket: Docket;
  /** Author of the joint record. */
  readonly organ: string;
  /** Under which what is typed is kept. */
  readonly form: string;
  readonly set_said: SetSaid;
};

// The officers of the neutrals: those of their names on the roster that sit in no commission.
function officers(): readonly string[] {
  const neutral = parties_of('neutrals');
  const seated = new Set(register.value?.organs.flatMap((organ) => organ.members));
  const authors = roster.value.filter((row) => row.role === 'author').map((row) => row.name);
  return [...new Set(authors)].filter(
    (name) => neutral.includes(party_of(name)) && !seated.has(name),
  );
}

const free: ReadonlySet<string> = new Set(['ready']);

function TaskingFields({
  one,
  docket,
  teams,
  form,
  set_said,
}: JointFormProps & { readonly teams: readonly TeamRow[] }) {
  const first = teams.find((team) => free.has(team.state)) ?? teams[0];
  const [team, set_team] = useState(first?.team ?? '');
  const [members, set_members] = useState(() => officers().join('\n'));
  const [text, set_text] = useKept(form, 'text');
  const names = sound_names(members);
  const request = last_step(docket.steps, 'requested')?.id ?? '';
  const fields = { case: one.id, request, team, members: names ?? [], text };
  const lacks = first_lack([team === '', say.lacks.team], [names === null, say.lacks.members]);
  useSaid({ kind: 'tasking/1', fields }, set_said, lacks);
  return (
    <>
      <label class="block">
        <span>{say.form.team}</span>
        <select value={team} onChange={(event) => set_team(event.currentTarget.value)}>
          {teams.map((one_team) => (
            <option key={one_team.team} value={one_team.team}>
              {one_team.team} ({say.bodies.states[one_team.state] ?? one_team.state})
            </option>
          ))}
        </select>
      </label>
      <NamesField label={say.form.members} value={members} set={set_members} />
      <TextField label={say.form.team_text} value={text} set={set_text} />
      {request !== '' && <p class="quiet small">{say.form.from_request}</p>}
    </>
  );
}

export function TaskingForm(props: JointFormProps) {
  const { answer, again } = useView(get_bodies);
  if (answer === null) return <Loading lines={3} />;
  if (!answer.ok) return <ErrorNote failure={answer} retry={again} />;
  // Those in reserve first: they are what a tasking is for.
  const own = answer.value.teams.filter((team) => team.of === props.organ);
  // A team in reserve before one that is stationed at a port.
  const rank = ({ state, port }: TeamRow) => Number(!free.has(state)) * 2 + Number(port !== '');
  const teams = [...own].sort((a, b) => rank(a) - rank(b));
  return <TaskingFields {...props} teams={teams} />;
}

export function EvaluationForm({ one, docket, form, set_said }: JointFormProps) {
  const report = last_step(docket.steps, 'reported');
  const [outcome, set_outcome] = useState<OutcomeWord | null>(null);
  const [text, set_text] = useKept(form, 'text');
  const screened = useScreened({ team: team_of(docket) }, text);
  const stopped = screened_lacks(screened);
  const lacks = first_lack(
    [report === null, say.lacks.report],
    [outcome === null, say.lacks.outcome],
    [text.trim() === '', say.lacks.text],
    [stopped !== '', stopped],
  );
  const fields = { case: one.id, report: report?.id ?? '', text };
  const said: Statement | null =
    outcome === null ? null : { kind: 'evaluation/1', fields: { ...fields, outcome } };
  useSaid(said, set_said, lacks);
  return (
    <>
      {report !== null && (
        <p>
          {say.form.report_says} <b>{say.detail[report.detail] ?? report.detail}</b>
        </p>
      )}
      <Choice
        label={say.form.outcome}
        words={outcomes}
        shown={say.detail}
        value={outcome}
        set={set_outcome}
      />
      <TextField label={say.form.evaluation_text} value={text} set={set_text} />
      <ScreenedNote {...screened} />
    </>
  );
}

// No party's name.
const unnamed = '?';
const determined = ['violation', 'no_violation', 'corrected'] as const;

export function DeterminationForm({ one, docket, form, set_said }: JointFormProps) {
  const evaluation = last_step(docket.steps, 'evaluated')?.id ?? '';
  const [outcome, set_outcome] = useState<(typeof determined)[number] | null>(null);
  // Null until somebody is named, or it is said that nobody is.
  const [named, set_named] = useState<string | null>(null);
  const [text, set_text] = useKept(form, 'text');
  const { paragraph } = one;
  const none = outcome === 'no_violation';
  const responsible = none ? '' : (named ?? '');
  const lacks = first_lack(
    [outcome === null, say.lacks.outcome],
    [!none && named === null, say.lacks.responsible],
    [text.trim() === '', say.lacks.text],
  );
  const fields = { case: one.id, evaluation, paragraph, responsible, text };
  const said: Statement | null =
    outcome === null ? null : { kind: 'determination/1', fields: { ...fields, outcome } };
  useSaid(said, set_said, lacks);
  return (
    <>
      <Choice
        label={say.form.outcome}
        words={determined}
        shown={say.detail}
        value={outcome}
        set={(word) => {
          set_outcome(word);
          if (word === 'no_violation') set_named(null);
        }}
      />
      <label class="block">
        <span>{say.form.responsible}</span>
        <select
          value={none ? '' : (named ?? unnamed)}
          disabled={none}
          onChange={(event) => set_named(event.currentTarget.value)}
        >
          <option value={unnamed} disabled>
            {say.form.choose}
          </option>
          <option value="">{say.form.nobody}</option>
          {sides().map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <TextField label={say.form.determination_text} value={text} set={set_text} />
    </>
  );
}
