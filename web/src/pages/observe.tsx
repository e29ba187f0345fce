// SPDX-License-Identifier: Apache-2.0
// Lodging an observation: a file of fixes is judged by this machine's own node; of what happened one
// event is chosen and signed, with the fixes it rests on and no others.
import { useEffect, useState } from 'preact/hooks';
import type { Proposed, ProposedObservation } from '../api/shapes';
import { say } from '../messages';
import { AsWhom } from '../parts/as_whom';
import { FixesFile } from '../parts/fixes_file';
import { forget_form, useKept } from '../parts/kept';
import { ErrorNote } from '../parts/notes';
import { OutboxNote, SendingFailure } from '../parts/outbox_parts';
import { Proposals, type Chosen } from '../parts/proposals';
import { ScreenedNote, screened_lacks, useInspected } from '../parts/screened';
import { is_working, Preview, SignButton, useComposed } from '../parts/sign_parts';
import {
  first_lack,
  nothing_filled,
  TextField,
  useSaid,
  type Filled,
  type SetSaid,
} from '../parts/step_forms';
import { choose_nobody, identity } from '../store/identities';
import { sending } from '../store/outbox';
import { link_to } from '../store/route';
import { register } from '../store/session';
import { is_name } from '../verify/vkey';
import type { Failure, Result } from '../verify/result';

// Under which name the words to an event are kept: the same for each event of a file.
const form = 'observation';

function WhoseField({
  affiliation,
  set_affiliation,
  names,
  of_none,
}: {
  readonly affiliation: string;
  readonly set_affiliation: (name: string) => void;
  readonly names: readonly string[];
  readonly of_none: boolean;
}) {
  return (
    <label>
      <span>{say.observe.whose}</span>
      <select
        value={affiliation}
        aria-describedby={of_none ? 'claim-of-none' : undefined}
        onChange={(event) => set_affiliation(event.currentTarget.value)}
      >
        <option value="">{say.observe.unknown}</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function ClaimFields({
  proposed,
  claim,
  set_said,
}: {
  readonly proposed: ProposedObservation;
  /** Whose the fixes claim it to be, in their words; empty: they claim nothing. */
  readonly claim: string;
  readonly set_said: SetSaid;
}) {
  const parties = (register.value?.parties ?? []).map((party) => party.name);
  const claimed = is_name(proposed.affiliation) ? proposed.affiliation : '';
  const [affiliation, set_affiliation] = useState(claimed);
  const speaker = identity.value?.name ?? '';
  // Whoever signs claims it, unless the fixes or the signer name another.
  const [named, set_named] = useState<string | null>(null);
  const claimed_by = named ?? (proposed.claimed_by || speaker);
  const [text, set_text] = useKept(form, 'text');
  const names = parties.includes(claimed) || claimed === '' ? parties : [claimed, ...parties];
  const of_none = claim !== '' && !parties.includes(claimed);
  const unnamed = claimed_by === '' && speaker !== '';
  const said = {
    kind: 'observation/1',
    fields: { ...proposed, affiliation, claimed_by, text },
  } as const;
  const inspected = useInspected(said, speaker);
  const lacks = first_lack(
    [unnamed, say.lacks_observe.claimed_by],
    [true, screened_lacks(inspected)],
  );
  useSaid(said, set_said, lacks);
  return (
    <section>
      <h2>{say.compose.what}</h2>
      <div class="fields">
        <WhoseField {...{ affiliation, set_affiliation, names, of_none }} />
        <label>
          <span>{say.observe.claimed_by}</span>
          <input
            value={claimed_by}
            maxLength={128}
            autocomplete="off"
            spellcheck={false}
            aria-invalid={unnamed}
            onInput={(event) => set_named(event.currentTarget.value)}
          />
        </label>
      </div>
      {of_none && (
        <p id="claim-of-none" class="notice">
          {say.observe.claim_of_none(claim)}
        </p>
      )}
      <TextField label={say.observe.text} value={text} set={set_text} />
      <ScreenedNote {...inspected} />
    </section>
  );
}

function Lodged({ index }: { readonly index: number }) {
  return (
    <section class="note note-good" aria-live="polite">
      <h2>{say.observe.lodged}</h2>
      <p>{say.observe.lodged_says}</p>
      <p class="buttons">
        <a class="button primary" href={link_to.docket}>
          {say.observe.see_docket}
        </a>
        <a class="button" href={link_to.observation(index)}>
          {say.observe.see_map}
        </a>
      </p>
    </section>
  );
}

// A file that is too large is cut; of a text elsewhere several records are made.
function Refused({ failure }: { readonly failure: Failure }) {
  if (failure.code !== 'too_large') return <ErrorNote failure={failure} />;
  return <ErrorNote failure={failure} next={say.observe.too_large_next} />;
}

type JudgedProps = Chosen & {
  readonly answer: Result<Proposed> | null;
  readonly take: (next: Result<Proposed> | null) => void;
};

// The fixes and what happened; they stay as they are while one of the events is signed.
function Judged({ answer, take, ...chosen }: JudgedProps) {
  return (
    <fieldset class="judged-fixes" disabled={is_working()}>
      <FixesFile tell={take} />
      {answer?.ok === false && <Refused failure={answer} />}
      {answer?.ok && <Proposals proposed={answer.value} {...chosen} />}
    </fieldset>
  );
}

export function ObservePage() {
  const [answer, set_answer] = useState<Result<Proposed> | null>(null);
  const [chosen, set_chosen] = useState<number | null>(null);
  const [lodged, set_lodged] = useState<ReadonlyMap<number, number>>(new Map());
  const [newest, set_newest] = useState<number | null>(null);
  const [{ said, lacks }, set_form] = useState<Filled>(nothing_filled);
  const composed = useComposed(said, identity.value);
  useEffect(choose_nobody, []);
  const proposed = answer?.ok ? answer.value : null;
  const one = chosen === null ? undefined : proposed?.observations[chosen];
  const take = (next: Result<Proposed> | null) => {
    set_answer(next);
    set_chosen(null);
    set_lodged(new Map());
    set_newest(null);
    set_form(nothing_filled);
  };
  const choose = (event: number | null) => {
    set_chosen(event);
    set_newest(null);
    set_form(nothing_filled);
  };
  const done = () => {
    const now = sending.value;
    if (now.state !== 'received' || chosen === null) return;
    set_lodged(new Map([...lodged, [chosen, now.receipt.index]]));
    set_newest(now.receipt.index);
    set_chosen(null);
    set_form(nothing_filled);
    forget_form(form);
  };
  const again = chosen === null ? undefined : lodged.get(chosen);
  const missing = proposed === null ? say.lacks_observe.fixes : say.lacks_observe.event;
  return (
    <div class="page compose-page observe-page">
      <h1>{say.observe.title}</h1>
      <p class="quiet">{say.observe.says}</p>
      <OutboxNote now={identity.value} />
      <SendingFailure />
      {newest !== null && <Lodged index={newest} />}
      <div class="compose-columns">
        <div class="compose-main">
          <Judged answer={answer} take={take} chosen={chosen} choose={choose} lodged={lodged} />
          {one !== undefined && (
            <>
              {again !== undefined && <p class="note note-warn">{say.observe.again(again)}</p>}
              <AsWhom />
              <ClaimFields
                key={chosen}
                proposed={one}
                claim={proposed?.watched.events[chosen ?? 0]?.affiliation ?? ''}
                set_said={(next, why) => set_form({ said: next, lacks: why })}
              />
            </>
          )}
        </div>
        <div class="compose-side">
          {one === undefined ? (
            <p class="note">{missing}</p>
          ) : (
            <>
              <Preview composed={composed} />
              <SignButton composed={composed} now={identity.value} lacks={lacks} done={done} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}
