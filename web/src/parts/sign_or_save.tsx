// SPDX-License-Identifier: Apache-2.0
// A joint text that belongs to no case: handed in if every line can be made here; else signed by the
// keys that are here, and saved as a file for the others. What was saved is kept in this browser until
// it is on record.
import { signal } from '@preact/signals';
import { useEffect, useId, useState } from 'preact/hooks';
import type { AgreedRow } from '../api/shapes';
import { say } from '../messages';
import type { Composed } from '../sign/draft';
import { draft_file, missing_signers, read_draft_file, type DraftRead } from '../sign/joint';
import { sign_lines } from '../store/joint';
import { waiting_drafts, withdrawn_draft } from '../store/memory';
import { link_to } from '../store/route';
import { circle } from '../store/session';
import { from_base64, to_base64 } from '../verify/base64';
import { utf8_bytes, utf8_text, type Bytes } from '../verify/bytes';
import { digest_of } from '../verify/hash';
import type { Result } from '../verify/result';
import { full_time } from './format';
import { SignTogether } from './joint_step';
import { download } from './notes';
import { is_sound, is_working, SignsAs, WhyNot } from './sign_parts';
import { speakers_of } from './speakers';
import { first_lack } from './step_forms';
import { WithdrawForm } from './withdraw_form';
import { useBody } from './words';

/** Counts what was saved, so that the list of what waits is read again. */
const saved = signal(0);

const file_name = 'agreed-point.draft';
const file_type = 'application/octet-stream';

function keep(file: Bytes, text: string): void {
  const all = waiting_drafts.get(circle.value);
  const others = all.filter((one) => read_of(one)?.composed.text !== text);
  waiting_drafts.set(circle.value, [...others, to_base64(file)]);
  saved.value += 1;
}

function forget(text: string): void {
  const all = waiting_drafts.get(circle.value);
  const left = all.filter((one) => read_of(one)?.composed.text !== text);
  waiting_drafts.set(circle.value, left);
  saved.value += 1;
}

// The register knows no draft that waits as a file: who withdrew from it here is remembered here.
function withdraw(id: string): void {
  withdrawn_draft.set(id, true);
  saved.value += 1;
}

function read_of(kept: string): DraftRead | null {
  const bytes = from_base64(kept);
  const read = bytes === null ? null : read_draft_file(bytes);
  return read?.ok ? read.value : null;
}

type Props = {
  readonly composed: Result<Composed> | null;
  /** The lines that came with it, by signer. */
  readonly lines: ReadonlyMap<string, string>;
  readonly signers: readonly string[];
  /** What is missing from what is said; empty if nothing is. */
  readonly lacks: string;
  /** Told once it is on record, or saved. */
  readonly done: () => void;
};

type SaveProps = Props & { readonly missing: readonly string[] };

function SignAndSave({ composed, lines, signers, lacks, missing, done }: SaveProps) {
  const words = say.conference_forms;
  const speakers = speakers_of(signers.filter((name) => !lines.has(name)));
  const ready = composed?.ok && lacks === '' && speakers.length > 0 && is_sound() && !is_working();
  const why_id = useId();
  const why = first_lack(
    [lacks !== '', lacks],
    [speakers.length === 0, say.lacks.no_signer],
    [!is_sound(), say.lacks.unchecked],
  );
  const act = async () => {
    if (!composed?.ok) return;
    const all = await sign_lines({ composed: composed.value, lines }, speakers);
    if (all === null) return;
    const file = draft_file(composed.value, all);
    keep(file, composed.value.text);
    download(file_name, file, file_type);
    done();
  };
  return (
    <div class="sign-bar">
      <p class="quiet small">{words.waits_for(missing.join(', '))}</p>
      <SignsAs names={speakers.map(({ name }) => name)} />
      <WhyNot id={why_id} words={ready ? '' : why} />
      <button
        type="button"
        class="primary"
        disabled={!ready}
        aria-describedby={why_id}
        onClick={() => void act()}
      >
        {words.sign_and_save}
      </button>
    </div>
  );
}

export function SignOrSave(props: Props) {
  const { composed, lines, signers, lacks, done } = props;
  const due = missing_signers(signers, lines);
  const here = new Set(speakers_of(due).map(({ name }) => name));
  const missing = due.filter((name) => !here.has(name));
  const text = composed?.ok ? composed.value.text : '';
  if (missing.length > 0) return <SignAndSave {...props} missing={missing} />;
  return (
    <SignTogether
      composed={lacks === '' ? composed : null}
      lines={lines}
      case_id={null}
      signers={signers}
      lacks={lacks}
      done={() => {
        forget(text);
        done();
      }}
    />
  );
}

type WaitingProps = {
  readonly read: DraftRead;
  /** The id that its record has or will have. */
  readonly id: string;
  readonly agreed: readonly AgreedRow[];
};

function Waiting({ read, id, agreed }: WaitingProps) {
  const words = say.conference_forms;
  const { text } = read.composed;
  const body = useBody(read.header.kind, utf8_text(read.composed.body));
  const title = body?.kind === 'agreed-point/1' ? body.body.title : read.header.kind;
  const index = agreed.find((one) => one.id === id)?.index ?? null;
  const missing = missing_signers(read.header.signers, read.lines);
  const withdrawn = index === null && withdrawn_draft.get(id);
  return (
    <li class="asked">
      <p aria-live="polite">
        <b>{title}</b>{' '}
        {withdrawn ? (
          <span class="notice">{say.withdraw.done}</span>
        ) : index === null ? (
          words.waits_until(missing.join(', '), full_time(read.header.until?.text ?? ''))
        ) : (
          <a href={link_to.record(index)}>{words.is_signed}</a>
        )}
      </p>
      <p class="buttons">
        {index === null && !withdrawn && (
          <button
            type="button"
            class="small"
            onClick={() => download(file_name, draft_file(read.composed, read.lines), file_type)}
          >
            {words.save_again}
          </button>
        )}
        <button
          type="button"
          class="small"
          onClick={() => {
            forget(text);
            withdrawn_draft.set(id, false);
          }}
        >
          {words.forget}
        </button>
      </p>
      {index === null && (
        <WithdrawForm draft={id} signers={read.header.signers} signed={() => withdraw(id)} />
      )}
    </li>
  );
}

type Kept = { readonly read: DraftRead; readonly id: string };

// What this browser keeps of the circle shown, each with its id.
function useKeptDrafts(): readonly Kept[] {
  const [all, set_all] = useState<readonly Kept[]>([]);
  useEffect(() => {
    let gone = false;
    const reads = waiting_drafts.get(circle.value).map(read_of);
    const found = reads
      .filter((one) => one !== null)
      .map(async (read) => ({ read, id: await digest_of(utf8_bytes(read.composed.text)) }));
    void Promise.all(found).then((kept) => {
      if (!gone) set_all(kept);
    });
    return () => {
      gone = true;
    };
  }, [saved.value, circle.value]);
  return all;
}

/** What was signed here and waits for others' lines. */
export function WaitingDrafts({ agreed }: Pick<WaitingProps, 'agreed'>) {
  const all = useKeptDrafts();
  const words = say.conference_forms;
  if (all.length === 0) return null;
  return (
    <section class="waiting-drafts">
      <h2>{words.waiting}</h2>
      <p class="quiet">{words.was_saved}</p>
      <ul class="plain">
        {all.map((one) => (
          <Waiting key={one.id} {...one} agreed={agreed} />
        ))}
      </ul>
    </section>
  );
}
