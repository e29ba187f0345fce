// SPDX-License-Identifier: Apache-2.0
// What a record says, in its own words and language, read from the body by the verifier's own
// reader.
import { useEffect, useState } from 'preact/hooks';
import { show_record } from '../api/client';
import type { RecordShown } from '../api/shapes';
import { say } from '../messages';
import { link_to } from '../store/route';
import { register } from '../store/session';
import { utf8_bytes } from '../verify/bytes';
import { parse_body, type Body } from '../verify/kinds/body';
import { fallback_words } from './row';
import { BodyFields, type Known } from './body_fields';
import { CopyText } from './notes';

/** The body of a record as its kind reads it; null while read, or where there is none to read. */
export function useBody(kind: string | null, text: string | null): Body | null {
  const [body, set_body] = useState<Body | null>(null);
  useEffect(() => {
    let gone = false;
    set_body(null);
    if (kind === null || text === null) return undefined;
    void parse_body(kind, utf8_bytes(text)).then((read) => {
      if (!gone && read.ok) set_body(read.value);
    });
    return () => {
      gone = true;
    };
  }, [kind, text]);
  return body;
}

type Said = {
  readonly shown: RecordShown;
  /** The passages taken back, as recomputed; null: not yet. */
  readonly passages: readonly string[] | null;
};
type NoteBody = Extract<Body, { kind: 'note/1' }>['body'];
type Piece = { readonly words: string; readonly taken_back: boolean };

/** Cuts a text at the passages that were taken back, wherever they stand in it. */
export function cut_at_passages(text: string, passages: readonly string[]): readonly Piece[] {
  const passage = passages.find((one) => one !== '' && text.includes(one));
  if (passage === undefined) return text === '' ? [] : [{ words: text, taken_back: false }];
  const at = text.indexOf(passage);
  return [
    ...cut_at_passages(text.slice(0, at), passages),
    { words: passage, taken_back: true },
    ...cut_at_passages(text.slice(at + passage.length), passages),
  ];
}

// The passages that retractions took back: as recomputed, or until then asked for one by one, since a
// row names only who did it.
function usePassages(shown: RecordShown, checked: readonly string[] | null): readonly string[] {
  const [passages, set_passages] = useState<readonly string[]>([]);
  const name = register.value?.name ?? '';
  const by = (shown.retracted ?? [])
    .filter((one) => one.scope === 'passage')
    .map((one) => one.index);
  useEffect(() => {
    let gone = false;
    const load = async (index: number): Promise<string> => {
      const answer = await show_record(name, String(index));
      const text = answer.ok ? answer.value.text : null;
      const body = text === null ? null : await parse_body('retraction/1', utf8_bytes(text));
      return body?.ok && body.value.kind === 'retraction/1' ? body.value.body.passage : '';
    };
    void Promise.all(by.map(load)).then((found) => {
      if (!gone) set_passages(found);
    });
    return () => {
      gone = true;
    };
  }, [by.join(), name]);
  return checked ?? passages;
}

function NoteWords({ shown, passages: checked, body }: Said & { readonly body: NoteBody }) {
  const named = say.languages[body.language] ?? body.language;
  const passages = usePassages(shown, checked);
  const whole = (shown.retracted ?? []).some((one) => one.scope === 'whole');
  const pieces = whole
    ? [{ words: body.text, taken_back: true }]
    : cut_at_passages(body.text, passages);
  return (
    <section class="sheet" aria-label={say.record.text}>
      <div class="document" lang={body.language} dir="auto">
        {pieces.map((piece, at) =>
          piece.taken_back ? (
            <s key={at} title={say.record.taken_back_words}>
              {piece.words}
            </s>
          ) : (
            piece.words
          ),
        )}
      </div>
      <p class="quiet sheet-foot">
        {say.record.language}: {named}
      </p>
    </section>
  );
}

function RetractionWords({
  shown,
  body,
}: {
  readonly shown: RecordShown;
  readonly body: Extract<Body, { kind: 'retraction/1' }>['body'];
}) {
  return (
    <section class="sheet" aria-label={say.record.text}>
      <h2>{say.record.retracts}</h2>
      <ul class="plain">
        {shown.refers.map((one) => (
          <li key={one.id}>
            <a href={link_to.record(one.index ?? one.id)}>
              {one.index === null ? say.record.not_here : say.record.at(one.index)}
            </a>
          </li>
        ))}
      </ul>
      {body.scope === 'passage' && (
        <>
          <h2>{say.record.passage}</h2>
          <blockquote class="document" dir="auto">
            <s>{body.passage}</s>
          </blockquote>
        </>
      )}
      <h2>{say.record.reason}</h2>
      {body.reason === '' ? (
        <p class="quiet">{say.record.no_reason}</p>
      ) : (
        <div class="document" dir="auto">
          {body.reason}
        </div>
      )}
    </section>
  );
}

/** Where the records stand that a record names: those that it refers to, and the one before it. */
export function known_ids(shown: RecordShown): Known {
  const refers = shown.refers.flatMap(({ id, index }): (readonly [string, number])[] =>
    index === null ? [] : [[id, index]],
  );
  const previous = /^previous (sha256:[0-9a-f]{64})$/m.exec(shown.entry)?.[1];
  const before = shown.previous_index;
  const pairs = previous === undefined || before === null ? [] : [[previous, before] as const];
  return new Map([...refers, ...pairs]);
}

/** The case that a record opens, or of which it is a step; null if it is of none that is here. */
export function case_of(shown: RecordShown, body: Body | null): number | null {
  if (body?.kind === 'allegation/1') return shown.index;
  const fields = body?.body as { readonly case?: unknown } | undefined;
  return typeof fields?.case === 'string' ? (known_ids(shown).get(fields.case) ?? null) : null;
}

/** The record's words: a document for notes and retractions, the body itself for the others. */
export function Words({ shown, passages }: Said) {
  const body = useBody(shown.kind, shown.text);
  if (body?.kind === 'note/1')
    return <NoteWords shown={shown} passages={passages} body={body.body} />;
  if (body?.kind === 'retraction/1') return <RetractionWords shown={shown} body={body.body} />;
  const missing = shown.body?.form === 'sealed' ? say.record.sealed : say.record.no_text;
  return (
    <section class="sheet" aria-label={say.record.text}>
      <p class="document">{fallback_words(shown)}</p>
      {shown.text === null ? (
        <p class="quiet">{missing}</p>
      ) : (
        <>
          {body !== null && <BodyFields body={body} known={known_ids(shown)} />}
          <CopyText text={indented(shown.text)} label={say.record.body} known={known_ids(shown)} />
        </>
      )}
    </section>
  );
}

// For reading only: what was signed is the body's own bytes.
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
