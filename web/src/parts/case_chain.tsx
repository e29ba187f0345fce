// SPDX-License-Identifier: Apache-2.0
// The steps of a case from top to bottom: what was done, by whom, on which record; what others said
// of it; what the terms say. What was taken back stays, struck.
import type { CaseRow, Docket, DraftRow, StepRow, StrayRow } from '../api/shapes';
import { say } from '../messages';
import { link_to } from '../store/route';
import type { Body } from '../verify/kinds/body';
import { degrees_text } from './body_fields';
import { group_steps, judged_now, open_vote, type OpenVote, type StepNode } from './case_steps';
import { Judged } from './finding';
import { duration, full_time, kind_word } from './format';
import { Author } from './marks';
import { outcome_words } from './outcome';
import { noticed_words } from './row';
import { TakeBack } from './take_back';

// Joint records are taken back jointly, and what becomes of a draft is no record of its own.
const not_taken_back: ReadonlySet<string> = new Set(['lapsed', 'signed', 'withdrawn']);

function StepTakeBack({ step }: { readonly step: StepRow }) {
  if (step.retracted || step.signers.length > 0 || not_taken_back.has(step.step)) return null;
  return (
    <>
      {' '}
      <TakeBack id={step.id} author={step.by} />
    </>
  );
}

// The time that its author claims, said to be that; else the clock of the register.
function step_time({ written, after }: StepRow): string {
  if (written !== null) return `, ${say.time.written} ${full_time(written)}`;
  return after === null ? '' : `, ${say.time.by_clock(full_time(after))}`;
}

function Byline({ step }: { readonly step: StepRow }) {
  return (
    <p class="byline quiet">
      <Author name={step.by} />
      {step.signers.length > 0 && (
        <>
          {' '}
          ({say.one.signed_by.toLowerCase()} {step.signers.join(', ')})
        </>
      )}
      {step_time(step)}
      {step.elapsed_s !== null && `, ${say.one.after_request(duration(step.elapsed_s))}`} ·{' '}
      <a href={link_to.record(step.index)}>{say.one.record(step.index)}</a>
      <StepTakeBack step={step} />
    </p>
  );
}

// Of a request the place, as its record gives it.
function Where({ body }: { readonly body: Body | undefined }) {
  if (body?.kind !== 'request/1') return null;
  const { place, latitude_e7, longitude_e7 } = body.body;
  return (
    <p class="step-names">
      <span class="quiet">{say.one.place}:</span> {place !== '' && `${place}, `}
      {say.one.degrees(degrees_text(latitude_e7), degrees_text(longitude_e7))}
    </p>
  );
}

const of_team: ReadonlySet<string> = new Set([
  'dispatched',
  'on_site',
  'access_denied',
  'returned',
  'reported',
]);

const said_alone: ReadonlySet<string> = new Set([
  'registered',
  'screened',
  'attributed',
  'not_attributable',
  'disputed',
  'recurring',
  'closed_without_agreement',
]);

function names_label(word: string): string {
  if (word === 'tasked') return say.one.members;
  return of_team.has(word) ? say.one.team : say.one.to;
}

function Names({ step }: { readonly step: StepRow }) {
  const names = step.names ?? [];
  const label = names_label(step.step);
  // Who said where a case stands is its author, and stands above.
  if (names.length === 0 || step.step === 'drafted' || said_alone.has(step.step)) return null;
  return (
    <p class="step-names">
      <span class="quiet">{label}:</span>{' '}
      {names.map((name) => (
        <span key={name} class="member">
          <Author name={name} />
        </span>
      ))}
    </p>
  );
}

function Ballots({
  ballots,
  silent,
  vote,
}: {
  readonly ballots: readonly StepRow[];
  readonly silent: readonly string[];
  readonly vote: OpenVote | null;
}) {
  if (ballots.length + silent.length === 0) return null;
  return (
    <section class="ballots">
      <h4>{vote === null ? say.one.ballots : say.one.ballots_open(vote.cast, vote.of)}</h4>
      <ul class="plain">
        {ballots.map((ballot) => (
          <li key={ballot.index} class={ballot.retracted ? 'is-retracted' : ''}>
            <p>
              <Author name={ballot.by} /> <b>{say.detail[ballot.detail] ?? ballot.detail}</b>{' '}
              <a class="quiet" href={link_to.record(ballot.index)}>
                {say.one.record(ballot.index)}
              </a>
              <StepTakeBack step={ballot} />
              {ballot.retracted && <span class="quiet"> {say.one.retracted}</span>}
            </p>
            {ballot.detail !== 'in_favour' && (
              <blockquote class="dissent">
                <span class="quiet">{say.one.dissent}:</span>{' '}
                {ballot.text === '' ? <span class="quiet">{say.one.no_dissent}</span> : ballot.text}
              </blockquote>
            )}
          </li>
        ))}
        {silent.map((name) => (
          <li key={name}>
            <Author name={name} /> <span class="quiet">{say.one.no_vote}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Received({
  received,
  silent,
}: {
  readonly received: readonly StepRow[];
  readonly silent: readonly string[];
}) {
  if (received.length + silent.length === 0) return null;
  return (
    <ul class="plain received">
      {received.map((step) => (
        <li key={step.index} class={step.retracted ? 'is-retracted' : ''}>
          <Author name={step.by} /> {say.one.acknowledged}{' '}
          <a class="quiet" href={link_to.record(step.index)}>
            {say.one.record(step.index)}
          </a>
          {step.text !== '' && <span class="quiet">: {step.text}</span>}
        </li>
      ))}
      {silent.map((name) => (
        <li key={name}>
          <Author name={name} /> <b class="notice">{say.one.not_acknowledged}</b>
        </li>
      ))}
    </ul>
  );
}

function DraftState({
  draft,
  lapsed,
}: {
  readonly draft: DraftRow;
  readonly lapsed: StepRow | null;
}) {
  return (
    <div class="draft-state">
      <ul class="plain">
        {draft.signers.map((name) => (
          <li key={name}>
            <Author name={name} />{' '}
            <span class="quiet">
              {draft.signed.includes(name) || draft.state === 'signed'
                ? say.one.signed
                : say.one.not_signed}
            </span>
          </li>
        ))}
      </ul>
      <p class="quiet">
        {say.one.until}: {full_time(draft.until)}
      </p>
      {draft.state === 'lapsed' && (
        <p class="notice">
          {say.one.lapsed}{' '}
          {lapsed !== null && (
            <a href={link_to.record(lapsed.index)}>{say.one.record(lapsed.index)}</a>
          )}
        </p>
      )}
      {draft.state === 'withdrawn' && <p class="notice">{say.one.withdrawn}</p>}
      {draft.state === 'signed' && <p class="quiet">{say.one.draft_signed}</p>}
    </div>
  );
}

function title_of(step: StepRow): string {
  return say.step_done[step.step] ?? step.step;
}

function detail_of(step: StepRow): string {
  if (step.step === 'drafted') return kind_word(step.detail);
  // A language says nothing to a reader of the chain.
  if (/^[a-z]{2,3}$/.test(step.detail)) return '';
  return say.detail[step.detail] ?? step.detail;
}

/** What the records of steps say, by index. */
export type Told = ReadonlyMap<number, Body>;

// A determination is told in words where its body was read; until then by its outcome alone.
function step_words(step: StepRow, told: Told): string {
  return outcome_words(told.get(step.index)) ?? detail_of(step);
}

type Silent = {
  readonly votes: readonly string[];
  readonly receipts: readonly string[];
  readonly vote: OpenVote | null;
};

function Node({
  node,
  draft,
  silent,
  told,
}: {
  readonly node: StepNode;
  readonly draft: DraftRow | null;
  readonly silent: Silent;
  readonly told: Told;
}) {
  const { step } = node;
  const detail = step_words(step, told);
  const judged = judged_now(step, silent.vote);
  const bad = judged.some((one) => !one.good && one.reading === '') || step.notices.length > 0;
  const classes = ['link', step.retracted ? 'is-retracted' : '', bad ? 'is-noticed' : ''];
  return (
    <li class={classes.join(' ')} tabIndex={bad ? -1 : undefined}>
      <h3>
        {title_of(step)}
        {detail !== '' && <span class="step-detail">{detail}</span>}
      </h3>
      <Byline step={step} />
      {step.retracted && <p class="taken-back">{say.one.retracted}</p>}
      {!step.acts && <p class="notice">{say.one.no_force}</p>}
      <Names step={step} />
      <Where body={told.get(step.index)} />
      {step.text !== '' && step.step !== 'drafted' && (
        <p class="said" dir="auto">
          {step.text}
        </p>
      )}
      {draft !== null && <DraftState draft={draft} lapsed={node.lapsed} />}
      <Ballots ballots={node.ballots} silent={silent.votes} vote={silent.vote} />
      <Received received={node.received} silent={silent.receipts} />
      {step.notices.map(({ word, detail: what }) => (
        <p key={word} class="notice">
          {noticed_words(word)}: {what}
        </p>
      ))}
      <Judged judged={judged} />
    </li>
  );
}

/** Records that name the case and are no step of it, with why. */
export function Strays({ strays }: { readonly strays: readonly StrayRow[] }) {
  if (strays.length === 0) return null;
  return (
    <section class="strays">
      <h2>{say.one.strays}</h2>
      <ul class="plain">
        {strays.map((one) => (
          <li key={`${one.index} ${one.word}`}>
            <p>
              <a href={link_to.record(one.index)}>{say.one.record(one.index)}</a>{' '}
              {kind_word(one.kind)} <Author name={one.author} />
            </p>
            <p class="notice">
              {noticed_words(one.word)}
              {one.detail !== '' && `: ${one.detail}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The chain without what is due. `children` is the last link. */
export function Chain({
  one,
  docket,
  told,
  children,
}: {
  readonly one: CaseRow;
  readonly docket: Docket;
  readonly told: Told;
  readonly children: preact.ComponentChildren;
}) {
  const nodes = group_steps(docket.steps);
  const newest = (word: string) =>
    nodes.findLast(({ step }) => step.step === word && !step.retracted)?.step ?? null;
  const vote = open_vote(one, docket.steps);
  const silent_of = (step: StepRow): Silent => ({
    vote: step === vote?.report ? vote : null,
    votes: one.next === 'ballot' && step === newest('reported') ? one.next_by : [],
    receipts: one.next === 'acknowledge' && step === newest('notified') ? one.next_by : [],
  });
  return (
    <ol class="chain">
      {nodes.map((node) => (
        <Node
          key={`${node.step.index} ${node.step.step}`}
          node={node}
          draft={
            node.step.step === 'drafted'
              ? (docket.drafts.find((draft) => draft.index === node.step.index) ?? null)
              : null
          }
          silent={silent_of(node.step)}
          told={told}
        />
      ))}
      {children}
    </ol>
  );
}
