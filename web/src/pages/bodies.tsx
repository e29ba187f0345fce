// SPDX-License-Identifier: Apache-2.0
// Who there is to act: the commissions with their members, the teams, where they are and for which
// case. Whoever may say something of a body says it here: invite, appoint, meet, move, vote.
import type { Bodies, BodyRow, CaseRow, TeamRow } from '../api/shapes';
import { get_bodies, get_docket } from '../api/client';
import { say } from '../messages';
import { ByNode } from '../parts/by_node';
import {
  BodyNotices,
  HolderList,
  MotionList,
  of_body,
  SeatList,
  SessionList,
} from '../parts/body_parts';
import { voters_in } from '../parts/body_steps';
import { Finding, Paragraph } from '../parts/finding';
import { Author } from '../parts/marks';
import { useClosedForms } from '../parts/form_box';
import { Empty, ErrorNote, Loading } from '../parts/notes';
import { AppointForm, InviteForm } from '../parts/seat_forms';
import { MotionForm, SessionForm } from '../parts/session_forms';
import { useView } from '../parts/use_view';
import { link_to } from '../store/route';
import { good, type Result } from '../verify/result';

type Loaded = { readonly bodies: Bodies; readonly cases: readonly CaseRow[] };

async function load(register: string): Promise<Result<Loaded>> {
  const [bodies, docket] = await Promise.all([get_bodies(register), get_docket(register, null)]);
  if (!bodies.ok) return bodies;
  return good({ bodies: bodies.value, cases: docket.ok ? docket.value.cases : [] });
}

function Commission({
  body,
  all,
  cases,
}: {
  readonly body: BodyRow;
  readonly all: Bodies;
  readonly cases: readonly CaseRow[];
}) {
  const own = of_body(all, body.name);
  const waiting = cases.filter((one) => one.next_by.some((name) => body.members.includes(name)));
  return (
    <section class="commission">
      <h2>{body.title}</h2>
      <p class="quiet">
        <Paragraph of={body.paragraph} /> <code>{body.name}</code>
      </p>
      <h3>{say.bodies.members}</h3>
      <ul class="plain">
        {body.members.map((name) => (
          <li key={name}>
            <Author name={name} />
          </li>
        ))}
      </ul>
      <SeatList seats={own.seats} />
      <HolderList all={own.appointments} />
      <SessionList sessions={own.sessions} />
      <MotionList motions={own.motions} voters={voters_in(body, all)} />
      <div class="body-forms">
        <InviteForm body={body} />
        <AppointForm body={body} all={all} />
        <SessionForm body={body} all={all} />
        <MotionForm body={body} all={all} />
      </div>
      <h3>{say.bodies.waits}</h3>
      {waiting.length === 0 && <p class="quiet">{say.bodies.no_wait}</p>}
      <ul class="plain">
        {waiting.map((one) => (
          <li key={one.case}>
            <a href={link_to.one_case(one.case)}>{say.docket.case_no(one.case)}</a>{' '}
            <span class="quiet">{say.step_due[one.next] ?? one.next}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const at_rest: ReadonlySet<string> = new Set(['ready']);

function state_word(state: string): string {
  return say.bodies.states[state] ?? state;
}

function TeamLine({ team }: { readonly team: TeamRow }) {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <code>{team.team}</code>
      </th>
      <td role="cell">
        {state_word(team.state)}
        {team.port !== '' && <span class="quiet"> ({team.port})</span>}
      </td>
      <td role="cell">
        {team.case !== null && (
          <a href={link_to.one_case(team.case)}>{say.docket.case_no(team.case)}</a>
        )}
      </td>
      <td role="cell">
        {team.members.map((name) => (
          <span key={name} class="member">
            <Author name={name} />
          </span>
        ))}
      </td>
    </tr>
  );
}

// The teams that are out one by one; those that only wait in a line.
function Group({ teams }: { readonly teams: readonly TeamRow[] }) {
  const out = teams.filter((team) => !at_rest.has(team.state) || team.members.length > 0);
  const rest = teams.filter((team) => !out.includes(team));
  const { columns } = say.bodies;
  return (
    <section class="team-group">
      <h2>{teams[0]?.title ?? ''}</h2>
      <p class="quiet">
        {say.bodies.sent_by} <code>{teams[0]?.of}</code>
      </p>
      {out.length > 0 && (
        <table class="teams" role="table">
          <thead role="rowgroup">
            <tr role="row">
              {(['team', 'state', 'of', 'members'] as const).map((name) => (
                <th key={name} scope="col" role="columnheader">
                  {columns[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {out.map((team) => (
              <TeamLine key={team.team} team={team} />
            ))}
          </tbody>
        </table>
      )}
      {[...new Set(rest.map((team) => team.state))].map((state) => {
        const same = rest.filter((team) => team.state === state);
        return (
          <p key={state} class="team-rest">
            {say.bodies.rest(same.length, state_word(state))}:{' '}
            <span class="quiet">
              {same.map((team) => (
                <code key={team.team}>{team.team} </code>
              ))}
            </span>
          </p>
        );
      })}
    </section>
  );
}

function Findings({ bodies }: { readonly bodies: Bodies }) {
  if (bodies.findings.length === 0) return null;
  return (
    <section class="open-findings">
      <h2>{say.organ.findings}</h2>
      <div class="finding-grid">
        {bodies.findings.map((one) => (
          <Finding key={one.finding} finding={one} says_case />
        ))}
      </div>
    </section>
  );
}

function Shown({ bodies: all, cases }: Loaded) {
  const { bodies, teams } = all;
  const groups = [...new Set(teams.map((team) => team.group))];
  return (
    <>
      {bodies.length === 0 && <Empty>{say.bodies.no_bodies}</Empty>}
      <div class="commissions">
        {bodies.map((body) => (
          <Commission key={body.name} body={body} all={all} cases={cases} />
        ))}
      </div>
      <Findings bodies={all} />
      <BodyNotices notices={all.notices} />
      {teams.length === 0 && <Empty>{say.bodies.no_teams}</Empty>}
      {groups.map((group) => (
        <Group key={group} teams={teams.filter((team) => team.group === group)} />
      ))}
    </>
  );
}

export function BodiesPage() {
  const { answer, again } = useView(load);
  useClosedForms();
  return (
    <div class="page bodies-page">
      <h1>{say.bodies.title}</h1>
      {answer === null && <Loading lines={8} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Shown {...answer.value} />}
      <ByNode views={['bodies', 'docket']} />
    </div>
  );
}
