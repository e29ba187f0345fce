// SPDX-License-Identifier: Apache-2.0
// The forms of who sits in a body: a state is invited, an invitation answered, a person appointed.
import { useState } from 'preact/hooks';
import type { AppointmentRow, Bodies, BodyRow, SeatRow } from '../api/shapes';
import { say } from '../messages';
import type { ReplyWord } from '../sign/statement';
import { parties_of, sides } from '../store/parties';
import { register } from '../store/session';
import { is_name, party_of } from '../verify/vkey';
import { parse_civil_time } from '../verify/time';
import { names_in, reply_words } from './body_steps';
import { FormBox, type FieldsProps } from './form_box';
import { useKept } from './kept';
import { LineField, SelectField } from './line_field';
import { circle_time_text } from './sign_parts';
import { Choice, first_lack, TextField, useSaid } from './step_forms';

const parts = ['member', 'alternate', 'assistant', 'officer', 'secretary'] as const;
const grades = ['general_or_flag', 'field', 'junior'] as const;

function InviteFields({ body, form, speaker, set_said }: FieldsProps & { readonly body: BodyRow }) {
  const words = say.organ.forms;
  const [state, set_state] = useState('');
  const [seat, set_seat] = useState<string | null>(null);
  const [text, set_text] = useKept(form, 'text');
  const offered = seat ?? (state === '' ? '' : `${state}/member`);
  useSaid(
    { kind: 'invitation/1', fields: { body: body.name, state, seat: offered, text } },
    set_said,
    first_lack(
      [!is_name(state) || state.includes('/'), words.lacks.state],
      [!is_name(offered), words.lacks.seat],
    ),
  );
  const strange = speaker !== '' && !sides().includes(party_of(speaker));
  return (
    <>
      {strange && <p class="notice">{words.invites_not}</p>}
      <div class="fields">
        <LineField
          label={words.state}
          value={state}
          set={set_state}
          known={parties_of('neutrals')}
          trims
        />
        <LineField label={words.seat} value={offered} set={set_seat} trims />
      </div>
      <TextField label={words.text} value={text} set={set_text} />
    </>
  );
}

export function InviteForm({ body }: { readonly body: BodyRow }) {
  const { invite, invite_says } = say.organ.forms;
  return (
    <FormBox
      name={`invite ${body.name}`}
      title={invite}
      says={invite_says}
      by={sides().map((side) => `${side}/delegation`)}
      fields={(props) => <InviteFields {...props} body={body} />}
    />
  );
}

type ReplyProps = FieldsProps & { readonly seat: SeatRow; readonly invitation: string };

function ReplyFields({ seat, invitation, form, speaker, set_said }: ReplyProps) {
  const words = say.organ.forms;
  const parties = register.value?.parties.map((one) => one.name) ?? [];
  const may = reply_words(seat, speaker, sides(), parties);
  const [chosen, set_chosen] = useState<ReplyWord | null>(null);
  const [text, set_text] = useKept(form, 'text');
  // Another speaker has other words: what was chosen as somebody else is chosen no longer.
  const reply = chosen !== null && may.includes(chosen) ? chosen : null;
  useSaid(
    reply === null ? null : { kind: 'reply/1', fields: { invitation, reply, text } },
    set_said,
    first_lack([may.length === 0, words.lacks.replier], [reply === null, words.lacks.reply]),
  );
  return (
    <>
      {may.length === 0 ? (
        <p class="notice">{words.replies_not(seat.state)}</p>
      ) : (
        <Choice
          label={words.reply_word}
          words={may}
          shown={words.replies}
          value={reply}
          set={set_chosen}
        />
      )}
      <TextField label={words.text} value={text} set={set_text} />
    </>
  );
}

/** None where the invitation's own record is not here to be answered. */
export function ReplyForm({ seat }: { readonly seat: SeatRow }) {
  const { invitation } = seat;
  const { reply, reply_says } = say.organ.forms;
  if (invitation === null) return null;
  const others = sides().filter((side) => side !== seat.invited_by);
  return (
    <FormBox
      name={`reply ${seat.seat} ${invitation}`}
      title={reply}
      says={reply_says(seat.state)}
      by={[seat.seat, ...others.map((side) => `${side}/delegation`)]}
      fields={(props) => <ReplyFields {...props} seat={seat} invitation={invitation} />}
    />
  );
}

type AppointProps = FieldsProps & { readonly body: BodyRow; readonly all: Bodies };

// Who holds a part there now, and can be replaced.
function held_in(all: Bodies, where: string): readonly AppointmentRow[] {
  return all.appointments.filter((one) => one.body === where && one.ended_at === null);
}

type Person = Pick<AppointmentRow, 'person' | 'nationality' | 'rank'>;

function PersonFields({
  person,
  set,
}: {
  readonly person: Person;
  readonly set: (change: Partial<Person>) => void;
}) {
  const words = say.organ.forms;
  const field = (name: keyof Person) => ({
    label: words[name],
    value: person[name],
    set: (text: string) => set({ [name]: text }),
  });
  return (
    <div class="fields">
      <LineField {...field('person')} />
      <LineField {...field('nationality')} />
      <LineField {...field('rank')} />
    </div>
  );
}

type Place = { readonly where: string; readonly seat: string; readonly replaces: string };
type Sort = {
  readonly part: AppointmentRow['part'] | null;
  readonly grade: AppointmentRow['grade'] | null;
};

type PlaceProps = {
  readonly body: BodyRow;
  readonly all: Bodies;
  readonly place: Place;
  readonly set: (place: Place) => void;
};

// In the body or in a team that assists it; whom it replaces holds a part there now.
function PlaceFields({ body, all, place, set }: PlaceProps) {
  const words = say.organ.forms;
  const teams = all.teams.filter((one) => one.of === body.name).map((one) => one.team);
  const there = held_in(all, place.where).map((one) => one.person);
  return (
    <div class="fields">
      <SelectField
        label={words.where}
        words={[body.name, ...teams]}
        value={place.where}
        set={(where) => set({ ...place, where, replaces: '' })}
      />
      <LineField
        label={words.seat}
        value={place.seat}
        set={(seat) => set({ ...place, seat })}
        known={names_in(body, all)}
        trims
      />
      <SelectField
        label={words.replaces}
        words={['', ...there]}
        shown={{ '': words.nobody }}
        value={place.replaces}
        set={(replaces) => set({ ...place, replaces })}
      />
    </div>
  );
}

function SortFields({ sort, set }: { readonly sort: Sort; readonly set: (sort: Sort) => void }) {
  const { forms, parts: shown_parts, grades: shown_grades } = say.organ;
  return (
    <>
      <Choice
        label={forms.part}
        words={parts}
        shown={shown_parts}
        value={sort.part}
        set={(part) => set({ ...sort, part })}
      />
      <Choice
        label={forms.grade}
        words={grades}
        shown={shown_grades}
        value={sort.grade}
        set={(grade) => set({ ...sort, grade })}
      />
    </>
  );
}

function AppointFields({ body, all, form, speaker, set_said }: AppointProps) {
  const words = say.organ.forms;
  const [place, set_place] = useState<Place>({ where: body.name, seat: '', replaces: '' });
  const [{ part, grade }, set_sort] = useState<Sort>({ part: null, grade: null });
  const [person, set_person] = useState<Person>({ person: '', nationality: '', rank: '' });
  const [from, set_from] = useState(() => circle_time_text());
  const [text, set_text] = useKept(form, 'text');
  const { where, seat, replaces } = place;
  const rest = { ...person, from, replaces, text };
  useSaid(
    part === null || grade === null
      ? null
      : { kind: 'appointment/1', fields: { body: where, seat, part, grade, ...rest } },
    set_said,
    first_lack(
      [!is_name(seat), words.lacks.seat],
      [person.person.trim() === '', words.lacks.person],
      [part === null, words.lacks.part],
      [grade === null, words.lacks.grade],
      [!parse_civil_time(from).ok, words.lacks.from],
    ),
  );
  const strange = speaker !== '' && seat !== '' && party_of(speaker) !== party_of(seat);
  return (
    <>
      {strange && <p class="notice">{words.appoints_not(party_of(seat))}</p>}
      <PlaceFields body={body} all={all} place={place} set={set_place} />
      <PersonFields person={person} set={(change) => set_person({ ...person, ...change })} />
      <SortFields sort={{ part, grade }} set={set_sort} />
      <div class="fields">
        <LineField label={words.from} value={from} set={set_from} trims />
      </div>
      <TextField label={words.text} value={text} set={set_text} />
    </>
  );
}

export function AppointForm({ body, all }: { readonly body: BodyRow; readonly all: Bodies }) {
  const { appoint, appoint_says } = say.organ.forms;
  return (
    <FormBox
      name={`appoint ${body.name}`}
      title={appoint}
      says={appoint_says}
      by={body.members}
      fields={(props) => <AppointFields {...props} body={body} all={all} />}
    />
  );
}
