// SPDX-License-Identifier: Apache-2.0
// A case as the page tells it: which steps stand, what belongs to which, what is due and who of this
// browser may take it. Pure functions of the rows. Spec: views.md §9.
import type { CaseRow, Docket, DraftRow, FindingRow, StepRow } from '../api/shapes';

/** A step with what others said of it. */
export type StepNode = {
  readonly step: StepRow;
  /** Votes on a report, in the order cast. */
  readonly ballots: readonly StepRow[];
  /** Who has acknowledged what was passed on. */
  readonly received: readonly StepRow[];
  /** What became of a draft: that it lapsed. */
  readonly lapsed: StepRow | null;
};

const said_of: { readonly [step: string]: readonly string[] } = {
  ballot: ['reported'],
  acknowledged: ['notified', 'forwarded'],
  lapsed: ['drafted'],
  signed: ['drafted'],
  withdrawn: ['drafted'],
};

// The step that `step` speaks of; null if it stands by itself, or speaks of nothing here.
function owner_of(step: StepRow, steps: readonly StepRow[]): StepRow | null {
  const words = said_of[step.step] ?? [];
  // What becomes of a draft speaks of the joint record that it would be.
  const of_draft = words.includes('drafted');
  const of = (one: StepRow) => (of_draft ? one.about : one.id) === step.about;
  return steps.find((one) => words.includes(one.step) && of(one)) ?? null;
}

/** The steps in their order, ballots under their report, acknowledgements under what was passed on. */
export function group_steps(steps: readonly StepRow[]): readonly StepNode[] {
  const owners = new Map(steps.map((step) => [step, owner_of(step, steps)]));
  const under = (owner: StepRow, word: string) =>
    steps.filter((step) => step.step === word && owners.get(step) === owner);
  return steps
    .filter((step) => owners.get(step) === null)
    .map((step) => ({
      step,
      ballots: under(step, 'ballot'),
      received: under(step, 'acknowledged'),
      lapsed: under(step, 'lapsed')[0] ?? null,
    }));
}

/** The newest step of a word that stands. */
export function last_step(steps: readonly StepRow[], word: string): StepRow | null {
  return steps.findLast((step) => step.step === word && step.acts && !step.retracted) ?? null;
}

/** The way of a case when nothing goes wrong. */
const way = [
  'request',
  'task',
  'dispatch',
  'on_site',
  'report',
  'ballot',
  'forward',
  'evaluate',
  'determine',
  'notify',
  'acknowledge',
] as const;

export const way_length = way.length + 1;

// The step of the way that a draft would be.
const drafted: { readonly [kind: string]: (typeof way)[number] } = {
  'request/1': 'request',
  'tasking/1': 'task',
  'forwarding/1': 'forward',
  'evaluation/1': 'evaluate',
  'determination/1': 'determine',
};

function place_on_way(next: string, draft_kind: string | null): number {
  const step = next === 'sign' ? drafted[draft_kind ?? ''] : next;
  return (way as readonly string[]).indexOf(step ?? '');
}

/** What comes after the step that is due; `draft_kind` is that of the draft that waits. */
export function steps_ahead(next: string, draft_kind: string | null = null): readonly string[] {
  const at = place_on_way(next, draft_kind);
  return at < 0 ? [] : way.slice(at + 1);
}

/** How many steps of the way are behind, the allegation included; null: nobody can say yet. */
export function steps_behind(next: string, draft_kind: string | null = null): number | null {
  if (next === '') return way_length;
  const at = place_on_way(next, draft_kind);
  return at < 0 ? null : at + 1;
}

/** The draft of a case that waits for lines; null if none does. */
export function waiting_draft(of: number, drafts: readonly DraftRow[]): DraftRow | null {
  return drafts.find((draft) => draft.case === of && draft.state === 'waits') ?? null;
}

export type FormName =
  | 'request'
  | 'tasking'
  | 'team_step'
  | 'report'
  | 'ballot'
  | 'forwarding'
  | 'evaluation'
  | 'determination'
  | 'notification'
  | 'acknowledgement'
  | 'sign';

const form_of: { readonly [next: string]: FormName } = {
  request: 'request',
  task: 'tasking',
  dispatch: 'team_step',
  on_site: 'team_step',
  report: 'report',
  ballot: 'ballot',
  forward: 'forwarding',
  evaluate: 'evaluation',
  determine: 'determination',
  notify: 'notification',
  acknowledge: 'acknowledgement',
  sign: 'sign',
};

/** Forms whose record is signed by several together. */
export const joint_forms: ReadonlySet<FormName> = new Set([
  'tasking',
  'evaluation',
  'determination',
]);

export type TeamWord = 'dispatched' | 'on_site' | 'access_denied' | 'returned';

/** A team that is out, and what it may say of itself besides what is due. */
export type TeamOut = {
  readonly team: string;
  /** Its members, as it was tasked. */
  readonly by: readonly string[];
  readonly words: readonly TeamWord[];
};

const team_words: ReadonlySet<string> = new Set(['dispatched', 'on_site', 'access_denied']);

/** The team that went out for a case and has not come home; null if none has. Whatever the case has come
 *  to: a closed case does not bring anybody home. */
export function team_out(steps: readonly StepRow[]): TeamOut | null {
  const tasked = last_step(steps, 'tasked');
  if (tasked === null) return null;
  const own = steps.filter(
    (step) =>
      step.index > tasked.index && step.detail === tasked.detail && step.acts && !step.retracted,
  );
  const last = own.findLast(({ step }) => team_words.has(step) || step === 'returned')?.step;
  if (last === undefined || last === 'returned') return null;
  // Who was turned back may try again.
  const again: readonly TeamWord[] = last === 'access_denied' ? ['on_site', 'access_denied'] : [];
  return { team: tasked.detail, by: tasked.names, words: ['returned', ...again] };
}

export type NextStep = {
  readonly form: FormName;
  /** Who may take it. */
  readonly by: readonly string[];
  /** Those of them whose keys are in this browser. */
  readonly held: readonly string[];
  /** The draft to sign; null unless one waits. */
  readonly draft: DraftRow | null;
  /** What a team may say of itself, where it is not what is due. */
  readonly words?: readonly TeamWord[];
};

/** The one next step of a case; null if none is due. A draft that waits for lines comes first. */
export function next_step(
  one: CaseRow,
  docket: Pick<Docket, 'drafts'>,
  names_here: readonly string[],
): NextStep | null {
  const waits = waiting_draft(one.case, docket.drafts);
  if (waits !== null) {
    const by = waits.signers.filter((name) => !waits.signed.includes(name));
    return { form: 'sign', by, held: by.filter((name) => names_here.includes(name)), draft: waits };
  }
  const form = form_of[one.next];
  if (form === undefined || form === 'sign') return null;
  const held = one.next_by.filter((name) => names_here.includes(name));
  return { form, by: one.next_by, held, draft: null };
}

/** A report on which its team still votes. */
export type OpenVote = {
  readonly report: StepRow;
  readonly cast: number;
  readonly of: number;
};

/** The vote that is open in a case; null if none is. */
export function open_vote(one: CaseRow, steps: readonly StepRow[]): OpenVote | null {
  const report = one.next === 'ballot' ? last_step(steps, 'reported') : null;
  if (report === null) return null;
  const of = report.names.length;
  return { report, cast: of - one.next_by.length, of };
}

/** What is said of a step that is worth saying: while votes are out it is no news that a report without
 *  all of them is not official. */
export function judged_now(step: StepRow, vote: OpenVote | null): readonly FindingRow[] {
  if (vote === null || step.index !== vote.report.index) return step.judged;
  return step.judged.filter((finding) => finding.verdict !== 'reference_only');
}

/** How many notices a case has, but for those of a vote that is open. */
export function notice_count(one: CaseRow, steps: readonly StepRow[]): number {
  const all = notices_of(steps).length;
  const vote = open_vote(one, steps);
  const now = notices_of(steps.map((step) => ({ ...step, judged: judged_now(step, vote) }))).length;
  return Math.max(one.notices - (all - now), now);
}

/** What the terms say of the steps, the bad first, each once. */
export function notices_of(steps: readonly StepRow[]): readonly FindingRow[] {
  const all = steps.filter((step) => !step.retracted).flatMap((step) => step.judged);
  const once = new Map(all.map((finding) => [finding.finding, finding]));
  return [...once.values()].filter((finding) => !finding.good && finding.reading === '');
}

/** What the readings that are not in use give, where it is another verdict. */
export function other_readings(
  one: FindingRow,
  judged: readonly FindingRow[],
): readonly FindingRow[] {
  return judged.filter(
    ({ term, index, reading, verdict }) =>
      term === one.term && index === one.index && reading !== '' && verdict !== one.verdict,
  );
}

/** Names one a line, or between commas or spaces; each once. */
export function parse_names(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((name) => name !== ''))];
}

/** Whether one of these names may take the next step of a case. */
export function is_due_by(one: CaseRow, names: readonly string[]): boolean {
  return one.next !== '' && one.next_by.some((name) => names.includes(name));
}

/** Cases whose next step one of these names may take come first, then those that are open, the newest
 *  of each kind on top. */
export function in_order(
  cases: readonly CaseRow[],
  names_here: readonly string[],
): readonly CaseRow[] {
  const rank = (one: CaseRow) => (one.next === '' ? 2 : is_due_by(one, names_here) ? 0 : 1);
  return [...cases].sort((a, b) => rank(a) - rank(b) || b.case - a.case);
}

export type CaseFilter = { readonly waits_for: string; readonly text: string };

/** The cases that a filter leaves. */
export function filter_cases(
  cases: readonly CaseRow[],
  { waits_for, text }: CaseFilter,
): readonly CaseRow[] {
  const words = text.trim().toLowerCase();
  return cases.filter((one) => {
    const said = `${one.case} §${one.paragraph} ${one.term} ${one.text}`.toLowerCase();
    return (waits_for === '' || one.next_by.includes(waits_for)) && said.includes(words);
  });
}
