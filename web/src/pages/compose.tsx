// SPDX-License-Identifier: Apache-2.0
// Writing: the page composes the text itself, shows it, and signs exactly that.
import { useEffect, useState } from 'preact/hooks';
import { show_record } from '../api/client';
import type { RecordShown } from '../api/shapes';
import { say } from '../messages';
import { AsWhom } from '../parts/as_whom';
import { Author } from '../parts/marks';
import { ErrorNote, Loading } from '../parts/notes';
import { OutboxNote, ReceiptNote, SendingFailure } from '../parts/outbox_parts';
import { Preview, SignButton, useComposed } from '../parts/sign_parts';
import { key_speaking_for } from '../parts/take_back';
import { useBody, Words } from '../parts/words';
import type { Said } from '../sign/draft';
import { choose_identity, choose_nobody, identities, identity } from '../store/identities';
import { kept_draft } from '../store/memory';
import { sending } from '../store/outbox';
import { link_to } from '../store/route';
import { circle, register } from '../store/session';
import { utf8_bytes } from '../verify/bytes';
import { note_text_bytes_max } from '../verify/limits';
import type { Result } from '../verify/result';
import { party_of } from '../verify/vkey';

function NoteFields({
  set_said,
  clears,
}: {
  readonly set_said: (said: Said | null) => void;
  readonly clears: number;
}) {
  const name = `${circle.value} note`;
  const [text, set_text] = useState(() => kept_draft.get(name));
  const [language, set_language] = useState('en');
  useEffect(() => {
    if (clears > 0) set_text('');
  }, [clears]);
  useEffect(() => {
    kept_draft.set(name, text);
    set_said(text.trim() === '' ? null : { kind: 'note/1', note: { language, text } });
  }, [text, language]);
  return (
    <section>
      <h2>{say.compose.what}</h2>
      <label class="block">
        <span>{say.compose.text}</span>
        <textarea
          class="document"
          rows={10}
          lang={language}
          dir="auto"
          value={text}
          onInput={(event) => set_text(event.currentTarget.value)}
        />
      </label>
      <div class="fields">
        <label>
          <span>{say.compose.language}</span>
          <select value={language} onChange={(event) => set_language(event.currentTarget.value)}>
            {Object.entries(say.languages).map(([code, word]) => (
              <option key={code} value={code}>
                {word} ({code})
              </option>
            ))}
          </select>
        </label>
        <p class="quiet count">
          {say.compose.bytes_left(utf8_bytes(text).length, note_text_bytes_max)}
          {text !== '' && `. ${say.compose.draft_kept}`}
        </p>
      </div>
    </section>
  );
}

type RetractionProps = {
  readonly target: RecordShown;
  readonly set_said: (said: Said | null) => void;
};

function RetractionFields({ target, set_said }: RetractionProps) {
  const [scope, set_scope] = useState<'whole' | 'passage'>('whole');
  const [passage, set_passage] = useState('');
  const [reason, set_reason] = useState('');
  const body = useBody(target.kind, target.text);
  const words = body?.kind === 'note/1' ? body.body.text : null;
  const absent =
    scope === 'passage' && passage !== '' && words !== null && !words.includes(passage);
  useEffect(() => {
    const complete = target.id !== null && (scope === 'whole' || (passage !== '' && !absent));
    const retraction = { scope, passage: scope === 'whole' ? '' : passage, reason };
    set_said(complete ? { kind: 'retraction/1', retraction, refers: [target.id ?? ''] } : null);
  }, [scope, passage, reason, absent, target.id]);
  return (
    <section>
      <h2>
        {say.compose.retracting}{' '}
        <a href={link_to.record(target.index)}>{say.record.at(target.index)}</a>
      </h2>
      <p class="quiet">{say.compose.nothing_removed}</p>
      <Words shown={target} passages={null} />
      <fieldset class="choices">
        <legend>{say.compose.scope}</legend>
        {(['whole', 'passage'] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="scope"
              checked={scope === one}
              onChange={() => set_scope(one)}
            />{' '}
            {say.compose[one]}
          </label>
        ))}
      </fieldset>
      {scope === 'passage' && (
        <label class="block">
          <span>{say.compose.passage_words}</span>
          <textarea
            rows={3}
            dir="auto"
            value={passage}
            aria-invalid={absent}
            onInput={(event) => set_passage(event.currentTarget.value)}
          />
          {absent && <span class="bad-text">{say.compose.passage_absent}</span>}
        </label>
      )}
      <label class="block">
        <span>{say.compose.reason}</span>
        <textarea
          rows={3}
          dir="auto"
          value={reason}
          onInput={(event) => set_reason(event.currentTarget.value)}
        />
      </label>
    </section>
  );
}

function useTarget(retract: string | null): Result<RecordShown> | null {
  const [target, set_target] = useState<Result<RecordShown> | null>(null);
  const name = register.value?.name;
  useEffect(() => {
    set_target(null);
    if (retract !== null && name !== undefined) void show_record(name, retract).then(set_target);
  }, [retract, name]);
  return target;
}

function Retraction({
  retract,
  set_said,
}: {
  readonly retract: string;
  readonly set_said: (said: Said | null) => void;
}) {
  const target = useTarget(retract);
  const author = target?.ok ? (target.value.author ?? '') : '';
  useEffect(() => {
    const chosen = identity.value;
    const key = author === '' ? null : key_speaking_for(author);
    const fits = chosen !== null && party_of(chosen.name) === party_of(author);
    if (key !== null && !fits) choose_identity(key.id);
  }, [author, identities.value.length]);
  if (target === null) return <Loading lines={5} />;
  if (!target.ok) return <ErrorNote failure={target} />;
  const now = identity.value;
  const other = now !== null && party_of(now.name) !== party_of(author);
  return (
    <>
      {other && (
        <p class="note note-warn">
          {say.compose.from_other} <Author name={author} />
        </p>
      )}
      <RetractionFields target={target.value} set_said={other ? () => set_said(null) : set_said} />
    </>
  );
}

export function ComposePage({ retract }: { readonly retract: string | null }) {
  const [said, set_said] = useState<Said | null>(null);
  const [clears, set_clears] = useState(0);
  const composed = useComposed(said, identity.value);
  const missing = retract === null ? say.lacks.text : say.lacks.passage;
  const lacks = said === null ? missing : '';
  const received = sending.value.state === 'received';
  useEffect(() => {
    // A retraction finds its key by itself.
    if (retract === null) choose_nobody();
    if (sending.value.state === 'received' || sending.value.state === 'failed')
      sending.value = { state: 'idle' };
  }, [retract]);
  return (
    <div class="page compose-page">
      <h1>{retract === null ? say.compose.title : say.compose.retraction}</h1>
      <OutboxNote now={identity.value} />
      <SendingFailure />
      <ReceiptNote again={() => (sending.value = { state: 'idle' })} />
      <div class={received ? 'compose-columns unshown' : 'compose-columns'}>
        <div class="compose-main">
          <AsWhom />
          {retract === null ? (
            <NoteFields set_said={set_said} clears={clears} />
          ) : (
            <Retraction retract={retract} set_said={set_said} />
          )}
        </div>
        <div class="compose-side">
          <Preview composed={composed} />
          <SignButton
            composed={composed}
            now={identity.value}
            lacks={lacks}
            done={() => set_clears(clears + 1)}
          />
        </div>
      </div>
    </div>
  );
}
