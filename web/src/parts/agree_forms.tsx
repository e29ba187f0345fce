// SPDX-License-Identifier: Apache-2.0
// The forms of an agreed point, which both delegations sign: it is written and signed here, and waits as
// a file for the lines of those whose keys are elsewhere; or such a file is read, and signed.
import { useEffect, useState } from 'preact/hooks';
import type { Conference } from '../api/shapes';
import { say } from '../messages';
import type { Composed } from '../sign/draft';
import { read_draft_file, type DraftRead } from '../sign/joint';
import type { Statement } from '../sign/statement';
import { sending } from '../store/outbox';
import { delegates, organ_with, organs_of, sides } from '../store/parties';
import { circle } from '../store/session';
import { utf8_text } from '../verify/bytes';
import { good, type Result } from '../verify/result';
import { utc_s } from '../verify/time';
import { is_name, party_of } from '../verify/vkey';
import { is_day, today } from './agenda_forms';
import { BodyFields } from './body_fields';
import { issues_of, next_point, small_number } from './conference_lines';
import { FormFold, form_done } from './form_box';
import { full_time, kind_word } from './format';
import { Signers, Unsent, useJoint } from './joint_step';
import { useKeptTexts } from './kept';
import { LineField, SelectField } from './line_field';
import { Author } from './marks';
import { ErrorNote } from './notes';
import { SendingFailure } from './outbox_parts';
import { circle_time_text, Preview } from './sign_parts';
import { SignOrSave } from './sign_or_save';
import { first_lack, TextField } from './step_forms';
import { useBody } from './words';

const until_ahead_s = 7 * 86_400;
const form = 'agree';
const read_form = 'agree-read';
const none: ReadonlyMap<string, string> = new Map();

function first_texts() {
  const start = { issue: '', number: '', points: '', day: today(), title: '', wording: '' };
  const until = circle_time_text(until_ahead_s);
  return { ...start, paragraph: '', source: '', text: '', organ: '', until };
}

type Texts = ReturnType<typeof first_texts>;
type SetText = (field: keyof Texts) => (text: string) => void;

function point_of(texts: Texts, signers: readonly string[]): readonly [Statement | null, string] {
  const { lacks } = say.conference_forms;
  const { issue, day, title, wording, paragraph, source, text, until } = texts;
  const [number, points] = [small_number(texts.number), small_number(texts.points)];
  const parties = new Set(signers.map(party_of));
  const lacking = first_lack(
    [!is_name(issue), lacks.on_issue],
    [number === null || number === 0, lacks.number],
    [points === null || points < (number ?? 0), lacks.points],
    [!is_day(day), lacks.day],
    [title.trim() === '', lacks.title],
    [!sides().every((side) => parties.has(side)), lacks.every_side],
    [!(utc_s(until) > utc_s(circle_time_text())), lacks.until],
  );
  if (number === null || points === null) return [null, lacking];
  const fields = { issue, number, points, day, title, wording, paragraph, source, text };
  return [{ kind: 'agreed-point/1', fields }, lacking];
}

type PartProps = {
  readonly texts: Texts;
  readonly set: SetText;
  readonly all: Conference;
};

function PointFields({ texts, set, all }: PartProps) {
  const words = say.conference_forms;
  return (
    <>
      <div class="fields">
        <LineField
          label={words.on_issue}
          value={texts.issue}
          set={set('issue')}
          known={issues_of(all)}
          trims
        />
        <LineField label={words.point_number} value={texts.number} set={set('number')} trims />
        <LineField label={words.of_points} value={texts.points} set={set('points')} trims />
        <LineField label={words.day} value={texts.day} set={set('day')} type="date" />
      </div>
      <LineField label={words.agreed_title} value={texts.title} set={set('title')} block />
      <TextField
        label={words.agreed_wording}
        value={texts.wording}
        set={set('wording')}
        rows={4}
      />
      <div class="fields">
        <LineField label={words.paragraph} value={texts.paragraph} set={set('paragraph')} />
        <LineField label={words.source} value={texts.source} set={set('source')} />
      </div>
      <TextField label={words.text} value={texts.text} set={set('text')} rows={2} />
    </>
  );
}

function AgreeFields({ all }: { readonly all: Conference }) {
  const words = say.conference_forms;
  const [typed, set] = useKeptTexts(form, first_texts);
  const organs = organs_of('sides');
  const own = organs.find(({ name }) => name === typed.organ) ?? organ_with(delegates());
  const members = own?.members ?? [];
  const [left_out, leave_out] = useState<readonly string[]>([]);
  const signers = members.filter((name) => !left_out.includes(name));
  const next = is_name(typed.issue) ? String(next_point(all.agreed, typed.issue)) : '';
  const texts = { ...typed, number: typed.number === '' ? next : typed.number };
  const [statement, lacks] = point_of(texts, signers);
  const said = lacks === '' ? statement : null;
  const organ = own?.name ?? '';
  const together = { circle: circle.value, organ, signers, until: texts.until };
  const composed = useJoint(said, together);
  return (
    <div class="form-box-in">
      <p class="quiet">{words.agree_says}</p>
      <Unsent />
      <SendingFailure />
      <PointFields texts={texts} set={set} all={all} />
      <SelectField
        label={words.organ}
        words={organs.map(({ name }) => name)}
        value={organ}
        set={set('organ')}
        block
      />
      <Signers
        members={members}
        signers={signers}
        set_signers={(names) => leave_out(members.filter((name) => !names.includes(name)))}
      />
      <LineField label={say.form.until} value={texts.until} set={set('until')} block trims />
      {said === null ? (
        <p class="quiet small">{say.form.preview}</p>
      ) : (
        <Preview composed={composed} />
      )}
      <SignOrSave
        composed={composed}
        lines={none}
        signers={signers}
        lacks={lacks}
        done={() => form_done(form)}
      />
    </div>
  );
}

/** Writes a point that both delegations sign. */
export function AgreeForm({ all }: { readonly all: Conference }) {
  return (
    <FormFold name={form} title={say.conference_forms.agree}>
      <AgreeFields all={all} />
    </FormFold>
  );
}

// Of another delegation's file, what it says, as our own reader reads it.
function InWords({ read }: { readonly read: DraftRead }) {
  const { kind, author, signers, until } = read.header;
  const body = useBody(kind, utf8_text(read.composed.body));
  const names = (list: readonly string[]) =>
    list.map((name) => (
      <span key={name} class="member">
        <Author name={name} />
      </span>
    ));
  return (
    <section class="draft-words">
      <h4>
        {say.form.draft_says}: {kind_word(kind)}
      </h4>
      <dl class="pairs">
        <dt>{say.form.as}</dt>
        <dd>
          <Author name={author} />
        </dd>
        <dt>{say.form.draft_lines}</dt>
        <dd>{names(signers.filter((name) => read.lines.has(name)))}</dd>
        <dt>{say.conference_forms.still_to_sign}</dt>
        <dd>{names(signers.filter((name) => !read.lines.has(name)))}</dd>
        <dt>{say.one.until}</dt>
        <dd>{full_time(until?.text ?? '')}</dd>
      </dl>
      {body !== null && <BodyFields body={body} known={new Map()} />}
    </section>
  );
}

function lack_of(read: DraftRead): string {
  const { lacks } = say.conference_forms;
  const { kind, until, circle: of } = read.header;
  return first_lack(
    [of !== circle.value, lacks.other_circle],
    [kind !== 'agreed-point/1', lacks.other_kind],
    [until === null || until.utc_s <= utc_s(circle_time_text()), lacks.until],
  );
}

function SignRead({ read }: { readonly read: DraftRead }) {
  const composed: Result<Composed> = good(read.composed);
  const { signers } = read.header;
  return (
    <>
      <InWords read={read} />
      <Preview composed={composed} />
      <Signers members={signers} signers={signers} set_signers={null} />
      <SignOrSave
        composed={composed}
        lines={read.lines}
        signers={signers}
        lacks={lack_of(read)}
        done={() => form_done(read_form)}
      />
    </>
  );
}

function ReadFields() {
  const words = say.conference_forms;
  const [read, set_read] = useState<Result<DraftRead> | null>(null);
  useEffect(() => {
    sending.value = { state: 'idle' };
  }, []);
  const take = (file: File | undefined) => {
    if (file === undefined) return set_read(null);
    void file.arrayBuffer().then((bytes) => set_read(read_draft_file(new Uint8Array(bytes))));
  };
  return (
    <div class="form-box-in">
      <p class="quiet">{words.sign_read_says}</p>
      <Unsent />
      <SendingFailure />
      <label class="block">
        <span>{words.file}</span>
        <input type="file" onChange={(event) => take(event.currentTarget.files?.[0])} />
      </label>
      {read?.ok === false && <ErrorNote failure={read} />}
      {read?.ok && <SignRead key={read.value.composed.text} read={read.value} />}
    </div>
  );
}

/** Signs a point that another delegation wrote and signed. */
export function SignReadForm() {
  return (
    <FormFold name={read_form} title={say.conference_forms.sign_read}>
      <ReadFields />
    </FormFold>
  );
}
