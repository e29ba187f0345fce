// SPDX-License-Identifier: Apache-2.0
// What a record says, in its own words and language, read from the body by the verifier's own reader.
import { useEffect, useState } from 'preact/hooks';
import type { RecordShown } from '../api/shapes';
import { say } from '../messages';
import { link_to } from '../store/route';
import { utf8_bytes } from '../verify/bytes';
import { parse_body, type Body } from '../verify/kinds/body';
import { fallback_words } from './row';
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

function NoteWords({ body }: { readonly body: Extract<Body, { kind: 'note/1' }>['body'] }) {
  const named = say.languages[body.language] ?? body.language;
  return (
    <section class="sheet" aria-label={say.record.text}>
      <div class="document" lang={body.language} dir="auto">
        {body.text}
      </div>
      <p class="quiet sheet-foot">
        {say.record.language}: {named}
      </p>
    </section>
  );
}

function RetractionWords({ shown, body }: { readonly shown: RecordShown; readonly body: Extract<Body, { kind: 'retraction/1' }>['body'] }) {
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
      {body.reason === '' ? <p class="quiet">{say.record.no_reason}</p> : <div class="document" dir="auto">{body.reason}</div>}
    </section>
  );
}

/** The record's words: a document for notes and retractions, the body itself for the others. */
export function Words({ shown }: { readonly shown: RecordShown }) {
  const body = useBody(shown.kind, shown.text);
  if (body?.kind === 'note/1') return <NoteWords body={body.body} />;
  if (body?.kind === 'retraction/1') return <RetractionWords shown={shown} body={body.body} />;
  const missing = shown.body?.form === 'sealed' ? say.record.sealed : say.record.no_text;
  return (
    <section class="sheet" aria-label={say.record.text}>
      <p class="document">{fallback_words(shown)}</p>
      {shown.text === null ? <p class="quiet">{missing}</p> : <CopyText text={indented(shown.text)} label={say.record.body} />}
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
