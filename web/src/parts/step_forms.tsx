// SPDX-License-Identifier: Apache-2.0
// The forms of the steps that one person takes. Each says what would be signed whenever it changes,
// and null with what is missing while something is. No verdict is chosen beforehand.
import { useEffect, useState } from 'preact/hooks';
import type { CaseRow, Docket } from '../api/shapes';
import { degrees_e7 } from '../ground/plane';
import { say } from '../messages';
import type { Identity } from '../sign/identity';
import type { Statement } from '../sign/statement';
import { organs_of } from '../store/parties';
import { register } from '../store/session';
import { is_name } from '../verify/vkey';
import { useKept } from './kept';
import { last_step, parse_names, type NextStep, type TeamWord } from './case_steps';
import { LineField, SelectField } from './line_field';
import { screened_lacks, ScreenedNote, useScreened } from './screened';
import { circle_time_text } from './sign_parts';

export type StepProps = {
  readonly one: CaseRow;
  readonly docket: Docket;
  readonly next: NextStep;
};

export type FormProps = StepProps & {
  /** Who speaks. */
  readonly now: Identity;
  readonly set_said: SetSaid;
};

/** Under which name a form keeps what is typed into it. */
export function form_name(one: CaseRow, next: NextStep, speaker: string): string {
  return `${one.id} ${next.form} ${speaker}`;
}

/** Told what would be signed, or null and in words what is missing. */
export type SetSaid = (said: Statement | null, lacks: string) => void;

/** What a form holds. */
export type Filled = { readonly said: Statement | null; readonly lacks: string };
export const nothing_filled: Filled = { said: null, lacks: '' };

/** Says `said` whenever it changes; null as long as something is lacking. */
export function useSaid(said: Statement | null, set_said: SetSaid, lacks: string): void {
  useEffect(() => set_said(lacks === '' ? said : null, lacks), [JSON.stringify(said), lacks]);
}

/** The words of the first that is lacking; empty if nothing is. */
export function first_lack(...lacks: readonly (readonly [boolean, string])[]): string {
  return lacks.find(([lacking]) => lacking)?.[1] ?? '';
}

type TextProps = {
  readonly label: string;
  readonly value: string;
  readonly set: (text: string) => void;
  readonly rows?: number;
  readonly language?: string;
};

export function TextField({ label, value, set, rows = 3, language }: TextProps) {
  return (
    <label class="block">
      <span>{label}</span>
      <textarea
        rows={rows}
        dir="auto"
        lang={language}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
}

type ChoiceProps<W extends string> = {
  readonly label: string;
  readonly words: readonly W[];
  readonly shown: { readonly [word: string]: string };
  /** Null until somebody chooses. */
  readonly value: W | null;
  readonly set: (word: W) => void;
};

/** A few words, one of them to be chosen. */
export function Choice<W extends string>({ label, words, shown, value, set }: ChoiceProps<W>) {
  return (
    <fieldset class="choices">
      <legend>{label}</legend>
      {words.map((word) => (
        <label key={word}>
          <input type="radio" name={label} checked={word === value} onChange={() => set(word)} />{' '}
          {shown[word] ?? word}
        </label>
      ))}
    </fieldset>
  );
}

export function LanguageField({
  value,
  set,
}: {
  readonly value: string;
  readonly set: (code: string) => void;
}) {
  return (
    <label>
      <span>{say.form.language}</span>
      <select value={value} onChange={(event) => set(event.currentTarget.value)}>
        {Object.entries(say.languages).map(([code, word]) => (
          <option key={code} value={code}>
            {word} ({code})
          </option>
        ))}
      </select>
    </label>
  );
}

/** A list of names in a text field; says which is none. */
export function NamesField({ label, value, set }: TextProps) {
  const wrong = parse_names(value).some((name) => !is_name(name));
  return (
    <label class="block">
      <span>{label}</span>
      <textarea
        class="names-field"
        rows={4}
        spellcheck={false}
        value={value}
        aria-invalid={wrong}
        onInput={(event) => set(event.currentTarget.value)}
      />
      {wrong && <span class="bad-text">{say.form.names_wrong}</span>}
    </label>
  );
}

/** The names if each is one and there is any; null otherwise. */
export function sound_names(text: string): readonly string[] | null {
  const names = parse_names(text);
  return names.length > 0 && names.every(is_name) ? names : null;
}

function DegreesField({ label, value, set, max }: TextProps & { readonly max: number }) {
  const wrong = value !== '' && degrees_e7(value, max) === null;
  return (
    <LineField label={label} value={value} set={set} wrong={wrong} described_by="degrees-hint" />
  );
}

/** A commission is asked to have a place looked at. By itself the place of the last fix. */
export function RequestForm({ one, docket, next, now, set_said }: FormProps) {
  const form = form_name(one, next, now.name);
  const organs = register.value?.organs ?? [];
  const [of_neutrals] = organs_of('neutrals');
  const fix = docket.observations.at(-1)?.fixes.at(-1);
  const [to, set_to] = useState(of_neutrals?.name ?? organs[0]?.name ?? '');
  const [latitude, set_latitude] = useKept(form, 'latitude', fix?.latitude ?? '');
  const [longitude, set_longitude] = useKept(form, 'longitude', fix?.longitude ?? '');
  const [place, set_place] = useKept(form, 'place');
  const [text, set_text] = useKept(form, 'text');
  const [north, east] = [degrees_e7(latitude, 90), degrees_e7(longitude, 180)];
  const wrong = (latitude !== '' && north === null) || (longitude !== '' && east === null);
  const lacks = first_lack(
    [to === '', say.lacks.addressee],
    [north === null, say.lacks.latitude],
    [east === null, say.lacks.longitude],
    [text.trim() === '', say.lacks.why],
  );
  const fields = {
    case: one.id,
    to,
    latitude_e7: north ?? 0,
    longitude_e7: east ?? 0,
    place,
    text,
  };
  useSaid({ kind: 'request/1', fields }, set_said, lacks);
  return (
    <>
      <div class="fields">
        <SelectField
          label={say.form.to}
          words={organs.map(({ name }) => name)}
          value={to}
          set={set_to}
        />
        <DegreesField label={say.form.latitude} value={latitude} set={set_latitude} max={90} />
        <DegreesField label={say.form.longitude} value={longitude} set={set_longitude} max={180} />
        <label>
          <span>{say.form.place}</span>
          <input value={place} maxLength={64} onInput={(e) => set_place(e.currentTarget.value)} />
        </label>
      </div>
      <p id="degrees-hint" class={wrong ? 'bad-text small' : 'quiet small'}>
        {wrong ? say.form.degrees_wrong : say.form.degrees_hint}
      </p>
      <TextField label={say.form.why} value={text} set={set_text} />
    </>
  );
}

function words_due(next: string): readonly TeamWord[] {
  return next === 'dispatch' ? ['dispatched'] : ['on_site', 'access_denied'];
}

/** How far the team that was tasked has come. */
export function TeamStepForm({ one, docket, next, now, set_said }: FormProps) {
  const words = next.words ?? words_due(one.next);
  const team = team_of(docket);
  // What alone is possible is no choice.
  const [step, set_step] = useState<TeamWord | null>(
    words.length === 1 ? (words[0] ?? null) : null,
  );
  const [at] = useState(() => circle_time_text());
  const [text, set_text] = useKept(form_name(one, next, now.name), 'text');
  const denied = step === 'access_denied';
  const screened = useScreened({ team }, text);
  const stopped = screened_lacks(screened);
  const lacks = first_lack(
    [team === '', say.lacks.team],
    [step === null, say.lacks.step],
    [denied && text.trim() === '', say.lacks.denied],
    [stopped !== '', stopped],
  );
  const said: Statement | null =
    step === null ? null : { kind: 'team-step/1', fields: { case: one.id, team, step, at, text } };
  useSaid(said, set_said, lacks);
  return (
    <>
      <p>
        {say.form.team} <code>{team}</code>
      </p>
      {words.length > 1 && (
        <Choice
          label={say.form.progress}
          words={words}
          shown={say.step_done}
          value={step}
          set={set_step}
        />
      )}
      <TextField
        label={denied ? say.form.denied_text : say.form.text_optional}
        value={text}
        set={set_text}
      />
      <ScreenedNote {...screened} />
    </>
  );
}

/** The team that was tasked last; empty: none was. */
export function team_of(docket: Docket): string {
  return last_step(docket.steps, 'tasked')?.detail ?? '';
}

export const outcomes = ['confirmed', 'not_confirmed', 'undetermined'] as const;
export type OutcomeWord = (typeof outcomes)[number];

export function ReportForm({ one, docket, next, now, set_said }: FormProps) {
  const team = team_of(docket);
  const [outcome, set_outcome] = useState<OutcomeWord | null>(null);
  const [language, set_language] = useState('en');
  const [text, set_text] = useKept(form_name(one, next, now.name), 'text');
  const screened = useScreened({ team }, text);
  const stopped = screened_lacks(screened);
  const lacks = first_lack(
    [team === '', say.lacks.team],
    [outcome === null, say.lacks.outcome],
    [text.trim() === '', say.lacks.text],
    [stopped !== '', stopped],
  );
  const said: Statement | null =
    outcome === null
      ? null
      : { kind: 'report/1', fields: { case: one.id, team, language, outcome, text } };
  useSaid(said, set_said, lacks);
  return (
    <>
      <Choice
        label={say.form.outcome}
        words={outcomes}
        shown={say.detail}
        value={outcome}
        set={set_outcome}
      />
      <TextField
        label={say.form.report_text}
        value={text}
        set={set_text}
        rows={5}
        language={language}
      />
      <ScreenedNote {...screened} />
      <div class="fields">
        <LanguageField value={language} set={set_language} />
      </div>
    </>
  );
}

const votes = ['in_favour', 'against', 'abstaining'] as const;

export function BallotForm({ one, docket, next, now, set_said }: FormProps) {
  const report = last_step(docket.steps, 'reported')?.id ?? '';
  const [vote, set_vote] = useState<(typeof votes)[number] | null>(null);
  const [dissent, set_dissent] = useKept(form_name(one, next, now.name), 'dissent');
  const may_dissent = vote === 'against' || vote === 'abstaining';
  const screened = useScreened({ team: team_of(docket) }, may_dissent ? dissent : '');
  const stopped = screened_lacks(screened);
  const lacks = first_lack(
    [report === '', say.lacks.report],
    [vote === null, say.lacks.vote],
    [stopped !== '', stopped],
  );
  const fields = { case: one.id, report, dissent: may_dissent ? dissent : '' };
  const said: Statement | null =
    vote === null ? null : { kind: 'ballot/1', fields: { ...fields, vote } };
  useSaid(said, set_said, lacks);
  return (
    <>
      <Choice label={say.form.vote} words={votes} shown={say.detail} value={vote} set={set_vote} />
      {may_dissent && <TextField label={say.form.dissent} value={dissent} set={set_dissent} />}
      <ScreenedNote {...screened} />
    </>
  );
}

/** A report goes to the other commission, a determination to the commanders. */
export function ForwardingForm({ one, docket, next, now, set_said }: FormProps) {
  const notifies = next.form === 'notification';
  const passed = last_step(docket.steps, notifies ? 'determined' : 'reported')?.id ?? '';
  const [to, set_to] = useState(() => one.next_to.join('\n'));
  const [language, set_language] = useState('en');
  const [text, set_text] = useKept(form_name(one, next, now.name), 'text');
  const names = sound_names(to);
  const step = notifies ? ('notified' as const) : ('forwarded' as const);
  const fields = { case: one.id, passed, step, to: names ?? [], language, text };
  const screened = useScreened({ team: team_of(docket) }, text);
  const stopped = screened_lacks(screened);
  const lacks = first_lack(
    [passed === '', notifies ? say.lacks.determination : say.lacks.report],
    [names === null, say.lacks.addressees],
    [stopped !== '', stopped],
  );
  useSaid({ kind: 'forwarding/1', fields }, set_said, lacks);
  return (
    <>
      <NamesField label={say.form.addressees} value={to} set={set_to} />
      <TextField label={say.form.translation} value={text} set={set_text} language={language} />
      <ScreenedNote {...screened} />
      <div class="fields">
        <LanguageField value={language} set={set_language} />
      </div>
    </>
  );
}

export function AcknowledgementForm({ one, docket, next, now, set_said }: FormProps) {
  const received = last_step(docket.steps, 'notified')?.id ?? '';
  const [text, set_text] = useKept(form_name(one, next, now.name), 'text');
  const fields = { case: one.id, received, text };
  const lacks = first_lack([received === '', say.lacks.notice]);
  useSaid({ kind: 'acknowledgement/1', fields }, set_said, lacks);
  return <TextField label={say.form.received} value={text} set={set_text} />;
}
