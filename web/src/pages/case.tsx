// SPDX-License-Identifier: Apache-2.0
// One case: its steps, the one that is due with its form, and the evidence beside them.
import { useMemo } from 'preact/hooks';
import type { CaseRow, Docket, Ground, ObservationRow, StepRow } from '../api/shapes';
import { get_docket, get_ground } from '../api/client';
import { points_with_line, scene_of, tracks_of } from '../ground/scene';
import { say } from '../messages';
import { ByNode } from '../parts/by_node';
import { Chain, Strays, type Told } from '../parts/case_chain';
import { notice_count, steps_ahead, waiting_draft } from '../parts/case_steps';
import { Finding, FixTable, Observation, observation_title, Paragraph } from '../parts/finding';
import { useClosedForms } from '../parts/form_box';
import { full_time } from '../parts/format';
import { MapView } from '../parts/map_view';
import { Author, ModeMark, PartyName } from '../parts/marks';
import { ErrorNote, Loading } from '../parts/notes';
import { MarkPart } from '../parts/mark_form';
import { NextStepPart, TeamPart } from '../parts/next_step';
import { determination_of, outcome_words, told_in_full } from '../parts/outcome';
import { useView } from '../parts/use_view';
import { link_to } from '../store/route';
import { bodies_of } from '../store/said';
import { wait_for_fold } from '../store/session';
import { fail, good, type Result } from '../verify/result';

type HeadProps = { readonly one: CaseRow; readonly docket: Docket; readonly told: Told };

// The first step of a sort, brought into view.
function go_to(selector: string): void {
  const step = document.querySelector<HTMLElement>(selector);
  step?.scrollIntoView({ block: 'start' });
  step?.focus({ preventScroll: true });
}

// The step that made something due by its own hour, beside the clock, which may stand before it.
function since_words({ last_index, since }: CaseRow, steps: readonly StepRow[]): string {
  const by_clock = since === null ? '' : say.time.by_clock(full_time(since));
  const written = steps.findLast((step) => step.index === last_index)?.written ?? null;
  if (written === null) return say.docket.since(by_clock);
  return `${say.docket.since_record(say.one.record(last_index), full_time(written))}; ${by_clock}`;
}

// What the case came to, where it has come to it.
function Outcome({ docket, told }: Omit<HeadProps, 'one'>) {
  const step = determination_of(docket.steps);
  if (step === null) return null;
  const words = outcome_words(told.get(step.index)) ?? say.detail[step.detail] ?? step.detail;
  return (
    <p class="case-outcome">
      <b>{say.step_done.determined}:</b> {words}{' '}
      <a class="quiet" href={link_to.record(step.index)}>
        {say.one.record(step.index)}
      </a>
    </p>
  );
}

/** What else stands of a case. */
function Marks({ one }: { readonly one: CaseRow }) {
  const more = one.marks.filter((word) => word !== one.status);
  if (more.length === 0) return null;
  return (
    <span class="case-marks">
      {more.map((word) => (
        <span key={word} class="case-mark">
          {say.status[word] ?? word}
        </span>
      ))}
    </span>
  );
}

function Head({ one, docket, told }: HeadProps) {
  const notices = notice_count(one, docket.steps);
  return (
    <header class="case-head">
      <p class="quiet">
        <a href={link_to.docket}>{say.docket.all}</a> / {say.docket.case_no(one.case)}
      </p>
      <h1>
        <Paragraph of={one.paragraph} /> {one.text}
      </h1>
      <p class="quiet">
        <Author name={one.by} /> {say.docket.against}{' '}
        {one.against === '' ? say.docket.nobody : <PartyName party={one.against} />}
        {one.opened !== null && `, ${say.one.opened} ${say.time.by_clock(full_time(one.opened))}`}
      </p>
      <p class="case-standing">
        <b>{say.status[one.status] ?? one.status}</b>
        <Marks one={one} />
        <ModeMark mode={one.mode} />
        {notices > 0 && (
          <button type="button" class="small notice" onClick={() => go_to('.link.is-noticed')}>
            {say.docket.notices(notices)}
          </button>
        )}
        {one.next !== '' && (
          <button type="button" class="small" onClick={() => go_to('.link.is-due')}>
            {say.one.due}: {say.step_due[one.next] ?? one.next}
          </button>
        )}
      </p>
      <Outcome docket={docket} told={told} />
      {one.next !== '' && one.since !== null && (
        <p class="quiet">{since_words(one, docket.steps)}</p>
      )}
    </header>
  );
}

type DueProps = {
  readonly one: CaseRow;
  readonly docket: Docket;
  readonly earlier: readonly CaseRow[];
};

function Due({ one, docket, earlier }: DueProps) {
  const ahead = steps_ahead(one.next, waiting_draft(one.case, docket.drafts)?.kind ?? null);
  return (
    <>
      <li class={one.next === '' ? 'link is-closed' : 'link is-due'} tabIndex={-1}>
        {one.next === '' ? (
          <p class="quiet">{say.one.nothing}</p>
        ) : (
          <>
            <h3>
              <span class="due-mark">{say.one.due}</span> {say.step_due[one.next] ?? one.next}
            </h3>
            <NextStepPart one={one} docket={docket} />
          </>
        )}
        <TeamPart one={one} docket={docket} />
        <MarkPart one={one} docket={docket} earlier={earlier} />
      </li>
      {ahead.length > 0 && (
        <li class="link is-ahead">
          <p class="quiet">
            {say.one.ahead}: {ahead.map((word) => say.step_due[word] ?? word).join(' · ')}
          </p>
        </li>
      )}
    </>
  );
}

function Picture({
  observation,
  ground,
}: {
  readonly observation: ObservationRow;
  readonly ground: Ground;
}) {
  const key = JSON.stringify([observation.id, ground.digest]);
  const scene = useMemo(() => scene_of({ ...ground, observations: [observation] }), [key]);
  const tracks = useMemo(() => tracks_of([observation], scene.plane), [scene]);
  const focus = useMemo(() => points_with_line(tracks, scene), [tracks]);
  return (
    <MapView scene={scene} tracks={tracks} chosen={null} choose={() => {}} focus={focus} small />
  );
}

function Evidence({ docket, ground }: { readonly docket: Docket; readonly ground: Ground | null }) {
  // What the terms say of a step stands beside the step.
  const steps = new Set(docket.steps.map((step) => step.index));
  const findings = docket.findings.filter((one) => one.reading === '' && !steps.has(one.index));
  if (docket.observations.length + findings.length === 0) return null;
  return (
    <aside class="case-side" aria-label={say.one.evidence}>
      <h2>{say.one.evidence}</h2>
      {findings.map((finding) => (
        <Finding key={finding.finding} finding={finding} />
      ))}
      {docket.observations.map((one) => (
        <section key={one.index} class="evidence">
          <h3 class={one.retracted ? 'struck' : ''}>{observation_title(one)}</h3>
          {ground !== null && <Picture observation={one} ground={ground} />}
          <Observation one={one} />
          <details>
            <summary>{say.observation.fixes(one.fixes.length)}</summary>
            <div class="scrolls" tabIndex={0} role="region" aria-label={say.observation.one}>
              <FixTable one={one} />
            </div>
          </details>
          <p>
            <a href={link_to.observation(one.index)}>{say.observation.on_map}</a>
          </p>
        </section>
      ))}
    </aside>
  );
}

type Loaded = {
  readonly docket: Docket;
  readonly one: CaseRow;
  readonly ground: Ground | null;
  readonly told: Told;
  /** Cases before this one, which it may repeat. */
  readonly earlier: readonly CaseRow[];
};

async function load(register: string, of: number, waits = true): Promise<Result<Loaded>> {
  const [docket, ground, all] = await Promise.all([
    get_docket(register, of),
    get_ground(register),
    get_docket(register, null),
  ]);
  if (!docket.ok) return docket;
  const one = docket.value.cases.find((row) => row.case === of);
  if (one === undefined && waits) {
    // Just alleged, it may not have been folded yet.
    await wait_for_fold(register, of + 1);
    return load(register, of, false);
  }
  if (one === undefined) return fail('not_found', say.docket.no_case);
  const told = await bodies_of(register, told_in_full(docket.value.steps));
  const earlier = all.ok ? all.value.cases.filter((row) => row.case < of) : [];
  const drawn = ground.ok ? ground.value : null;
  return good({ docket: docket.value, one, ground: drawn, told, earlier });
}

function Shown({ docket, one, ground, told, earlier }: Loaded) {
  return (
    <>
      <Head one={one} docket={docket} told={told} />
      <div class="case-columns">
        <section class="case-main" aria-label={say.one.chain}>
          <h2 class="unseen">{say.one.chain}</h2>
          <Chain one={one} docket={docket} told={told}>
            <Due one={one} docket={docket} earlier={earlier} />
          </Chain>
          <Strays strays={docket.strays} />
        </section>
        <Evidence docket={docket} ground={ground} />
      </div>
    </>
  );
}

export function CasePage({ of }: { readonly of: number }) {
  const { answer, again } = useView((register) => load(register, of), String(of));
  useClosedForms();
  return (
    <article class="page case-page">
      {answer === null && <Loading lines={10} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Shown {...answer.value} />}
      <ByNode views={['docket', 'ground', 'bodies', 'compliance']} />
    </article>
  );
}
