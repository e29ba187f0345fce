// SPDX-License-Identifier: Apache-2.0
// The forms of what a body does: it met, it is asked to decide something, a member votes.
import { useState } from 'preact/hooks';
import type { Bodies, BodyRow, MotionRow } from '../api/shapes';
import { say } from '../messages';
import { utc_s } from '../verify/time';
import { names_in, next_number, vote_left } from './body_steps';
import { FormBox, was_signed, type FieldsProps } from './form_box';
import { useKept } from './kept';
import { LineField } from './line_field';
import { Author } from './marks';
import { Received } from './received';
import { circle_time_text } from './sign_parts';
import { Choice, first_lack, TextField, useSaid } from './step_forms';

const day_form = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const number_form = /^[1-9][0-9]{0,6}$/;
const votes = ['in_favour', 'against', 'abstaining'] as const;

type OfBody = { readonly body: BodyRow; readonly all: Bodies };

// Whether a speaker has no word in a body; nobody is no stranger.
function is_strange(speaker: string, names: readonly string[]): boolean {
  return speaker !== '' && !names.includes(speaker);
}

/** Whether two times are ones, the second not before the first. */
export function in_order(first: string, second: string): boolean {
  return utc_s(first) <= utc_s(second);
}

type PresentProps = {
  readonly names: readonly string[];
  readonly present: readonly string[];
  readonly set: (names: readonly string[]) => void;
};

// Those that sit there, in the body's order; nobody is there by himself.
function Present({ names, present, set }: PresentProps) {
  return (
    <fieldset class="choices">
      <legend>{say.organ.forms.present}</legend>
      {names.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={present.includes(name)}
            onChange={(event) => {
              const there = event.currentTarget.checked;
              set(names.filter((one) => (one === name ? there : present.includes(one))));
            }}
          />{' '}
          <Author name={name} />
        </label>
      ))}
    </fieldset>
  );
}

function SessionFields({ body, all, form, speaker, set_said }: FieldsProps & OfBody) {
  const words = say.organ.forms;
  const names = names_in(body, all);
  const [number, set_number] = useState(() =>
    String(next_number(all.sessions.filter((one) => one.body === body.name))),
  );
  const [opened, set_opened] = useState(() => circle_time_text());
  const [closed, set_closed] = useState(() => circle_time_text());
  const [present, set_present] = useState<readonly string[]>([]);
  const [next, set_next] = useState('');
  const [text, set_text] = useKept(form, 'text');
  const fields = { body: body.name, number: Number(number), opened, closed, present, next, text };
  useSaid(
    { kind: 'session/1', fields },
    set_said,
    first_lack(
      [!number_form.test(number) || Number(number) > 1_000_000, words.lacks.number],
      [!in_order(opened, closed), words.lacks.times],
      [present.length === 0, words.lacks.present],
      [!day_form.test(next), words.lacks.next],
    ),
  );
  return (
    <>
      {is_strange(speaker, names) && <p class="notice">{words.sits_not}</p>}
      <div class="fields">
        <LineField label={words.number} value={number} set={set_number} trims />
        <LineField label={words.opened} value={opened} set={set_opened} trims />
        <LineField label={words.closed} value={closed} set={set_closed} trims />
        <LineField label={words.next} value={next} set={set_next} type="date" />
      </div>
      <Present names={names} present={present} set={set_present} />
      <TextField label={words.protocol} value={text} set={set_text} rows={5} />
    </>
  );
}

export function SessionForm({ body, all }: OfBody) {
  const { meet, meet_says } = say.organ.forms;
  return (
    <FormBox
      name={`meet ${body.name}`}
      title={meet}
      says={meet_says}
      by={body.members}
      fields={(props) => <SessionFields {...props} body={body} all={all} />}
    />
  );
}

function MotionFields({ body, all, form, speaker, set_said }: FieldsProps & OfBody) {
  const words = say.organ.forms;
  const [text, set_text] = useKept(form, 'text');
  useSaid(
    { kind: 'motion/1', fields: { body: body.name, text } },
    set_said,
    text.trim() === '' ? words.lacks.motion : '',
  );
  return (
    <>
      {is_strange(speaker, names_in(body, all)) && <p class="notice">{words.sits_not}</p>}
      <TextField label={words.motion} value={text} set={set_text} />
    </>
  );
}

export function MotionForm({ body, all }: OfBody) {
  const { move, move_says } = say.organ.forms;
  return (
    <FormBox
      name={`move ${body.name}`}
      title={move}
      says={move_says}
      by={body.members}
      fields={(props) => <MotionFields {...props} body={body} all={all} />}
    />
  );
}

type VoteProps = FieldsProps & { readonly motion: MotionRow; readonly members: readonly string[] };

function VoteFields({ motion, members, form, speaker, set_said }: VoteProps) {
  const words = say.organ.forms;
  const [vote, set_vote] = useState<(typeof votes)[number] | null>(null);
  const [written, set_dissent] = useKept(form, 'dissent');
  const may_dissent = vote === 'against' || vote === 'abstaining';
  const dissent = may_dissent ? written : '';
  useSaid(
    vote === null
      ? null
      : { kind: 'motion-ballot/1', fields: { motion: motion.id, vote, dissent } },
    set_said,
    vote === null ? say.lacks.vote : '',
  );
  return (
    <>
      {is_strange(speaker, members) && <p class="notice">{words.votes_not}</p>}
      <Choice label={say.form.vote} words={votes} shown={say.detail} value={vote} set={set_vote} />
      {may_dissent && <TextField label={say.form.dissent} value={written} set={set_dissent} />}
    </>
  );
}

/** None once the motion is decided and nobody may vote on it any more. */
export function VoteForm({
  motion,
  members,
}: {
  readonly motion: MotionRow;
  readonly members: readonly string[];
}) {
  const words = say.organ.forms;
  const name = `vote ${motion.id}`;
  const left = vote_left(motion);
  if (left === null) return was_signed(name) ? <Received /> : null;
  return (
    <FormBox
      name={name}
      title={left === 'dissent' ? words.dissent : words.vote}
      says={left === 'dissent' ? words.dissent_says : words.vote_says}
      by={members}
      fields={(props) => <VoteFields {...props} motion={motion} members={members} />}
    />
  );
}
