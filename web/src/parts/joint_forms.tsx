// SPDX-License-Identifier: Apache-2.0
// The forms of the steps that a commission takes as one: it tasks a team, evaluates a report,
// determines a case.
import { useEffect, useState } from 'preact/hooks';
import type { CaseRow, Docket, TeamRow } from '../api/shapes';
import { get_bodies } from '../api/client';
import { say } from '../messages';
import type { Statement } from '../sign/statement';
import { roster } from '../store/identities';
import { register } from '../store/session';
import { party_of } from '../verify/vkey';
import { last_step } from './case_steps';
import { ErrorNote, Loading } from './notes';
import {
  Choice,
  NamesField,
  outcomes,
  sound_names,
  TextField,
  useSaid,
  type OutcomeWord,
} from './step_forms';
import { useView } from './use_view';

export type JointFormProps = {
  readonly one: CaseRow;
  readonly docket: Docket;
  /** Author of the joint record. */
  readonly organ: string;
  readonly set_said: (said: Statement | null) => void;
};

// The officers of the neutrals: those of their names on the roster that sit in no commission.
function officers(): readonly string[] {
  const info = register.value;
  const neutral = new Set(info?.parties.filter((p) => p.group === 'neutrals').map((p) => p.name));
  const seated = new Set(info?.organs.flatMap((organ) => organ.members));
  const authors = roster.value.filter((row) => row.role === 'author').map((row) => row.name);
  return [...new Set(authors)].filter((name) => neutral.has(party_of(name)) && !seated.has(name));
}

const free: ReadonlySet<string> = new Set(['ready']);

function TaskingFields({
  one,
  docket,
  teams,
  set_said,
}: JointFormProps & { readonly teams: readonly TeamRow[] }) {
  const first = teams.find((team) => free.has(team.state)) ?? teams[0];
  const [team, set_team] = useState(first?.team ?? '');
  const [members, set_members] = useState(() => officers().join('\n'));
  const [text, set_text] = useState('');
  const names = sound_names(members);
  const request = last_step(docket.steps, 'requested')?.id ?? '';
  const fields = { case: one.id, request, team, members: names ?? [], text };
  useSaid(team !== '' && names !== null ? { kind: 'tasking/1', fields } : null, set_said);
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

export function EvaluationForm({ one, docket, set_said }: JointFormProps) {
  const report = last_step(docket.steps, 'reported');
  const [outcome, set_outcome] = useState<OutcomeWord>('undetermined');
  const [text, set_text] = useState('');
  // By itself what the report says.
  useEffect(() => {
    const said = outcomes.find((word) => word === report?.detail);
    if (said !== undefined) set_outcome(said);
  }, [report?.id]);
  const fields = { case: one.id, report: report?.id ?? '', outcome, text };
  const whole = report !== null && text.trim() !== '';
  useSaid(whole ? { kind: 'evaluation/1', fields } : null, set_said);
  return (
    <>
      <Choice
        label={say.form.outcome}
        words={outcomes}
        shown={say.detail}
        value={outcome}
        set={set_outcome}
      />
      <TextField label={say.form.evaluation_text} value={text} set={set_text} />
    </>
  );
}

const determined = ['violation', 'no_violation', 'corrected'] as const;

export function DeterminationForm({ one, docket, set_said }: JointFormProps) {
  const evaluation = last_step(docket.steps, 'evaluated')?.id ?? '';
  const sides = (register.value?.parties ?? []).filter((party) => party.group === 'sides');
  const [outcome, set_outcome] = useState<(typeof determined)[number]>('violation');
  const [responsible, set_responsible] = useState(one.against);
  const [text, set_text] = useState('');
  const { paragraph } = one;
  const fields = { case: one.id, evaluation, outcome, paragraph, responsible, text };
  useSaid(text.trim() === '' ? null : { kind: 'determination/1', fields }, set_said);
  return (
    <>
      <Choice
        label={say.form.outcome}
        words={determined}
        shown={say.detail}
        value={outcome}
        set={set_outcome}
      />
      <label class="block">
        <span>{say.form.responsible}</span>
        <select
          value={responsible}
          onChange={(event) => set_responsible(event.currentTarget.value)}
        >
          <option value="">{say.form.nobody}</option>
          {sides.map(({ name }) => (
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
