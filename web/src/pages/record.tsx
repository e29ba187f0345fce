// SPDX-License-Identifier: Apache-2.0
// One record: what it says, what was checked, and everything a stranger needs to check it again.
import { useEffect, useState } from 'preact/hooks';
import { list_keys, show_record } from '../api/client';
import type { KeyRow, RecordShown } from '../api/shapes';
import { say } from '../messages';
import { full_time, kind_word } from '../parts/format';
import { Author, CheckMark } from '../parts/marks';
import { ErrorNote, Loading } from '../parts/notes';
import { Irregularities, NoticedByViews, Retracted } from '../parts/row';
import { Annexes, Checks, Chain, References, Signatures, Standing } from '../parts/record_parts';
import { TakeBack } from '../parts/take_back';
import { case_of, known_ids, useBody, Words } from '../parts/words';
import { link_to } from '../store/route';
import {
  head,
  head_turn,
  register,
  report,
  verification,
  verifier,
  wait_for_fold,
  wrong_record,
} from '../store/session';
import type { State } from '../verify/check';
import type { Explained } from '../verify/explain';
import { fail, good, type Result } from '../verify/result';

type Loaded = {
  readonly shown: RecordShown;
  readonly keys: readonly KeyRow[];
  readonly rows_size: number;
};

async function load(name: string, record: string): Promise<Result<Loaded>> {
  const rows_size = head.value?.ok ? head.value.value.accepted.size : 0;
  if (rows_size > 0) await wait_for_fold(name, rows_size);
  const shown = await show_record(name, record);
  if (!shown.ok) return shown;
  const keys = await list_keys(name);
  return good({ shown: shown.value, keys: keys.ok ? keys.value : [], rows_size });
}

function useRecord(record: string): {
  readonly loaded: Result<Loaded> | null;
  readonly again: () => void;
} {
  const [loaded, set_loaded] = useState<Result<Loaded> | null>(null);
  const [turn, set_turn] = useState(0);
  const name = register.value?.name;
  useEffect(() => set_loaded(null), [record, name]);
  useEffect(() => {
    if (name === undefined) return undefined;
    let gone = false;
    void load(name, record).then((answer) => {
      if (!gone) set_loaded(answer);
    });
    return () => {
      gone = true;
    };
  }, [record, name, turn, head_turn.value]);
  return { loaded, again: () => set_turn(turn + 1) };
}

function useExplained(loaded: Loaded | null): Result<Explained> | null {
  const [explained, set_explained] = useState<Result<Explained> | null>(null);
  const { state } = verification.value;
  const reported = report.value;
  useEffect(() => {
    if (loaded === null || state === 'checking') return undefined;
    let gone = false;
    const { shown, keys, rows_size } = loaded;
    const hints = keys.map(({ name, key, enrolled_at }) => ({ name, key, enrolled_at }));
    void verifier()
      .ask({ task: 'explain', shown, rows_size, hints })
      .then((answer) => {
        if (!gone) set_explained(answer);
      });
    return () => {
      gone = true;
    };
  }, [loaded, state, reported]);
  return explained;
}

function overall(explained: Result<Explained> | null): State | 'checking' {
  if (explained === null) return 'checking';
  return explained.ok ? explained.value.state : 'part';
}

function Title({
  shown,
  of,
  explained,
}: {
  readonly shown: RecordShown;
  /** The case that it is a step of. */
  readonly of: number | null;
  readonly explained: Result<Explained> | null;
}) {
  return (
    <header class="record-head">
      <p class="quiet">
        <a href={link_to.register}>{say.record.back}</a> / {say.record.at(shown.index)}
        {of !== null && (
          <>
            {' · '}
            <a href={link_to.one_case(of)}>{say.docket.case_no(of)}</a>
          </>
        )}
      </p>
      <h1>
        {say.record.title(kind_word(shown.kind), shown.number)}
        <CheckMark state={overall(explained)} />
      </h1>
      <p class="byline">
        {shown.author !== null && (
          <>
            {say.record.by} <Author name={shown.author} />
          </>
        )}
        {shown.written !== null && (
          <span class="quiet">
            , {say.time.written} {full_time(shown.written)}
          </span>
        )}
      </p>
      <Retracted row={shown} />
      <Irregularities row={shown} checked={explained?.ok ? explained.value.noticed : false} />
      <NoticedByViews row={shown} />
    </header>
  );
}

// A party can take back what it said itself; joint records have their own way.
function RetractLink({ shown }: { readonly shown: RecordShown }) {
  const kind = shown.kind?.split('/')[0] ?? '';
  const can = kind !== '' && !['genesis', 'key', 'clock', 'withdrawal'].includes(kind);
  const joint = (shown.signers ?? []).length > 0;
  if (!can || joint || shown.verdict !== 'admitted') return null;
  if (shown.id === null || shown.author === null) return null;
  return <TakeBack id={shown.id} author={shown.author} button />;
}

function Record({ loaded }: { readonly loaded: Loaded }) {
  const { shown } = loaded;
  const explained = useExplained(loaded);
  const body = useBody(shown.kind, shown.text);
  useEffect(() => {
    const wrong = explained?.ok && explained.value.state === 'wrong' ? explained.value.steps : [];
    const step = wrong.find((one) => one.state === 'wrong');
    wrong_record.value = step === undefined ? null : `${say.step[step.name]}: ${step.what}`;
    return () => {
      wrong_record.value = null;
    };
  }, [explained]);
  return (
    <article class="page record-page">
      <Title shown={shown} of={case_of(shown, body)} explained={explained} />
      <div class="record-columns">
        <div class="record-main">
          <Words shown={shown} passages={explained?.ok ? explained.value.passages : null} />
          <RetractLink shown={shown} />
          <Checks explained={explained} />
          <Signatures explained={explained} />
        </div>
        <div class="record-side">
          <Standing shown={shown} explained={explained} />
          <Chain shown={shown} explained={explained} />
          <References shown={shown} explained={explained} />
        </div>
      </div>
      <Annexes shown={shown} known={known_ids(shown)} />
    </article>
  );
}

export function RecordPage({ record }: { readonly record: string }) {
  const { loaded, again } = useRecord(record);
  if (loaded === null) {
    return (
      <div class="page">
        <Loading lines={8} />
      </div>
    );
  }
  if (!loaded.ok) {
    const failure = loaded.code === 'not_found' ? fail('not_found', say.record.not_found) : loaded;
    return (
      <div class="page">
        <ErrorNote failure={failure} retry={again} />
      </div>
    );
  }
  return <Record loaded={loaded.value} />;
}
