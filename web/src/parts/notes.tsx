// SPDX-License-Identifier: Apache-2.0
// What stands where content is not: loading, nothing, an error with its next step.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../messages';
import { link_to } from '../store/route';
import { code_meanings, type Failure } from '../verify/result';

/** Waiting: quiet lines where text will stand. */
export function Loading({ lines = 6 }: { readonly lines?: number }) {
  return (
    <div class="loading" role="status">
      <span class="unseen">{say.loading}</span>
      {Array.from({ length: lines }, (_, i) => (
        <i key={i} class={`bar bar-${i % 3}`} />
      ))}
    </div>
  );
}

/** Nothing to show, and why. */
export function Empty({ children }: { readonly children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}

/** What went wrong: the meaning, the particulars, what would be right; and a way to try again. */
export function ErrorNote({
  failure,
  retry,
  title = say.error.title,
  next = say.error.next[failure.code],
}: {
  readonly failure: Failure;
  readonly retry?: () => void;
  readonly title?: string;
  /** What would be right here, where that is not what is right of its code elsewhere. */
  readonly next?: string | undefined;
}) {
  return (
    <div class="note note-bad" role="alert">
      <h3>{title}</h3>
      <p>
        {failure.what} <code class="word">{failure.code}</code>
      </p>
      <p class="quiet">
        {code_meanings[failure.code]}
        {next !== undefined && <b>{`. ${next}`}</b>}
      </p>
      {retry && (
        <button type="button" onClick={retry}>
          {say.again}
        </button>
      )}
    </div>
  );
}

/** A text whose ids of records lead to them. */
function linked(text: string, known: ReadonlyMap<string, number>): ComponentChildren {
  return text.split(/(sha256:[0-9a-f]{64})/).map((piece, at) => {
    const index = known.get(piece);
    if (index === undefined) return piece;
    return (
      <a key={at} href={link_to.record(index)}>
        {piece}
      </a>
    );
  });
}

/** A text in its own type, with a button that copies it. */
export function CopyText({
  text,
  label,
  file,
  known,
}: {
  readonly text: string;
  readonly label: string;
  readonly file?: string;
  /** Where the records that it names stand: their ids are links. */
  readonly known?: ReadonlyMap<string, number>;
}) {
  const [copied, set_copied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => {
        set_copied(true);
        setTimeout(() => set_copied(false), 2_000);
      },
      () => set_copied(false),
    );
  };
  return (
    <div class="copy-text">
      <div class="copy-bar">
        <span>{label}</span>
        <button type="button" class="small" onClick={copy}>
          {copied ? say.copied : say.copy}
        </button>
        {file !== undefined && (
          <button type="button" class="small" onClick={() => download(file, text)}>
            {say.download}
          </button>
        )}
      </div>
      <pre tabIndex={0}>{known === undefined ? text : linked(text, known)}</pre>
    </div>
  );
}

const plain_text = 'text/plain;charset=utf-8';

/** Gives a file to whoever reads the page. */
export function download(name: string, content: BlobPart, type = plain_text): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
