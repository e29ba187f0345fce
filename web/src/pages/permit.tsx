// SPDX-License-Identifier: Apache-2.0
// Granting a permit: by one person, or by all members of a commission in one record.
import { useEffect, useState } from 'preact/hooks';
import { get_ground } from '../api/client';
import type { ObservationRow } from '../api/shapes';
import { say } from '../messages';
import { AsWhom } from '../parts/as_whom';
import { forget_form, useKept } from '../parts/kept';
import { SignTogether, Signers, Unsent, useJoint } from '../parts/joint_step';
import { LineField, SelectField } from '../parts/line_field';
import { OutboxNote, ReceiptNote, SendingFailure } from '../parts/outbox_parts';
import { circle_time_text, Preview, SignButton, useComposed } from '../parts/sign_parts';
import {
  Choice,
  first_lack,
  nothing_filled,
  TextField,
  useSaid,
  type Filled,
  type SetSaid,
} from '../parts/step_forms';
import { useView } from '../parts/use_view';
import type { StatementFields } from '../sign/statement';
import { choose_nobody, identity } from '../store/identities';
import { sending } from '../store/outbox';
import { organs_of, sides } from '../store/parties';
import { circle } from '../store/session';
import { parse_civil_time, utc_s } from '../verify/time';

type Act = StatementFields['permit/1']['act'];
const acts: readonly Act[] = ['crossing_line', 'entering_territory', 'entering_zone'];
const form = 'permit';
const day_s = 86_400;
const until_ahead_s = 3_600;
const none: ReadonlyMap<string, string> = new Map();

type Span = { readonly from: string; readonly to: string };

/** From the earliest to the latest that observations of one track tell of. */
function span_of(seen: readonly ObservationRow[]): Span {
  const times = seen
    .flatMap(({ earliest, latest, fixes }) => [earliest, latest, ...fixes.map((fix) => fix.time)])
    .sort((a, b) => (utc_s(a) || 0) - (utc_s(b) || 0));
  return { from: times[0] ?? '', to: times.at(-1) ?? '' };
}

/** Tracks that somebody observed, with when: a permit names one as observations do, byte for byte.
 *  Null until they are known. */
function useTracks(): ReadonlyMap<string, Span> | null {
  const { answer } = useView(get_ground);
  if (!answer?.ok) return null;
  const seen = answer.value.observations.filter((one) => one.track !== '' && !one.retracted);
  return new Map(
    seen.map(({ track }) => [track, span_of(seen.filter((one) => one.track === track))]),
  );
}

type Wrong = { readonly from: boolean; readonly to: boolean; readonly words: string };

/** What is wrong with two times, and with which of them. */
function wrong_times(from: string, to: string): Wrong {
  const [first, last] = [parse_civil_time(from), parse_civil_time(to)];
  if (!first.ok || !last.ok)
    return { from: !first.ok, to: !last.ok, words: say.permit.times_wrong };
  const turned = first.value.utc_s > last.value.utc_s;
  return { from: false, to: turned, words: turned ? say.permit.times_turned : '' };
}

function Times({
  span,
  set,
}: {
  readonly span: Span;
  readonly set: (written: Partial<Span>) => void;
}) {
  const wrong = wrong_times(span.from, span.to);
  return (
    <>
      <div class="fields">
        <LineField
          label={say.permit.from}
          value={span.from}
          set={(from) => set({ from })}
          wrong={wrong.from}
          described_by={wrong.from ? 'times-wrong' : undefined}
          trims
        />
        <LineField
          label={say.permit.to}
          value={span.to}
          set={(to) => set({ to })}
          wrong={wrong.to}
          described_by={wrong.to ? 'times-wrong' : undefined}
          trims
        />
      </div>
      {wrong.words !== '' && (
        <p id="times-wrong" class="bad-text small">
          {wrong.words}
        </p>
      )}
    </>
  );
}

type HolderProps = {
  readonly tracks: ReadonlyMap<string, Span> | null;
  readonly holder: string;
  readonly set: (name: string) => void;
};

// A warning forbids nothing: a permit may be granted before anything is seen.
function holder_warning({ tracks, holder }: Omit<HolderProps, 'set'>): string {
  if (holder === '') return '';
  if (holder.trim() !== holder) return say.permit.outer_space;
  return tracks !== null && !tracks.has(holder) ? say.permit.no_such_track : '';
}

function Holder({ tracks, holder, set }: HolderProps) {
  const warning = holder_warning({ tracks, holder });
  return (
    <>
      <LineField
        label={say.permit.holder}
        value={holder}
        set={set}
        length_max={128}
        known={[...(tracks?.keys() ?? [])]}
        described_by={warning === '' ? undefined : 'holder-warning'}
        block
      />
      {warning !== '' && (
        <p id="holder-warning" class="notice">
          {warning}
        </p>
      )}
    </>
  );
}

function PermitFields({ set_said }: { readonly set_said: SetSaid }) {
  const tracks = useTracks();
  const [act, set_act] = useState<Act | null>(null);
  const [holder, set_holder] = useKept(form, 'holder');
  const [entered, set_entered] = useState('');
  const [from_now] = useState(() => ({ from: circle_time_text(), to: circle_time_text(day_s) }));
  // A track that was seen is permitted what was seen of it, unless other times are written.
  const [written, set_written] = useState<Partial<Span>>({});
  const span = { ...from_now, ...tracks?.get(holder), ...written };
  const [text, set_text] = useKept(form, 'text');
  const enters = act === 'entering_territory';
  const territory = enters ? entered : '';
  const lacks = first_lack(
    [act === null, say.lacks_observe.act],
    [holder === '', say.lacks_observe.holder],
    [enters && territory === '', say.lacks_observe.territory],
    [wrong_times(span.from, span.to).words !== '', say.lacks_observe.times],
  );
  const fields = { act: act ?? 'crossing_line', holder, territory, ...span, text };
  useSaid({ kind: 'permit/1', fields }, set_said, lacks);
  return (
    <section>
      <Choice label={say.permit.what} words={acts} shown={say.map.acts} value={act} set={set_act} />
      <Holder tracks={tracks} holder={holder} set={set_holder} />
      {enters && (
        <SelectField
          label={say.permit.territory}
          words={sides()}
          value={entered}
          set={set_entered}
          block
        />
      )}
      <Times span={span} set={(change) => set_written({ ...written, ...change })} />
      <TextField label={say.permit.text} value={text} set={set_text} />
    </section>
  );
}

type GrantProps = { readonly filled: Filled; readonly done: () => void };

function ByOne({ filled: { said, lacks }, done }: GrantProps) {
  const composed = useComposed(said, identity.value);
  return (
    <>
      <Preview composed={composed} />
      <SignButton composed={composed} now={identity.value} lacks={lacks} done={done} />
    </>
  );
}

type JointProps = GrantProps & {
  readonly organ: string;
  readonly members: readonly string[];
};

function ByOrgan({ filled: { said, lacks }, organ, members, done }: JointProps) {
  const [until] = useState(() => circle_time_text(until_ahead_s));
  const together = { circle: circle.value, organ, signers: members, until };
  const composed = useJoint(said, together);
  return (
    <>
      <Unsent />
      <Preview composed={composed} />
      <SignTogether
        composed={composed}
        lines={none}
        case_id={null}
        signers={members}
        lacks={lacks}
        done={done}
      />
    </>
  );
}

export function PermitPage() {
  // A commission of the sides grants for line and zone.
  const organs = organs_of('sides');
  const [by, set_by] = useState(organs[0]?.name ?? '');
  const [filled, set_filled] = useState<Filled>(nothing_filled);
  const [turn, set_turn] = useState(0);
  useEffect(() => {
    choose_nobody();
    if (sending.value.state === 'received') sending.value = { state: 'idle' };
  }, []);
  const organ = organs.find(({ name }) => name === by);
  const done = () => {
    forget_form(form);
    set_turn(turn + 1);
  };
  const received = sending.value.state === 'received';
  return (
    <div class="page compose-page permit-page">
      <h1>{say.permit.title}</h1>
      <p class="quiet">{say.permit.says}</p>
      <OutboxNote now={identity.value} />
      <SendingFailure />
      <ReceiptNote again={() => (sending.value = { state: 'idle' })} />
      <div class={received ? 'compose-columns unshown' : 'compose-columns'}>
        <div class="compose-main">
          <SelectField
            label={say.permit.by}
            words={[...organs.map(({ name }) => name), '']}
            shown={{ '': say.permit.by_one }}
            value={by}
            set={set_by}
            block
          />
          {organ === undefined ? (
            <AsWhom />
          ) : (
            <Signers members={organ.members} signers={organ.members} set_signers={null} />
          )}
          <PermitFields key={turn} set_said={(said, lacks) => set_filled({ said, lacks })} />
        </div>
        <div class="compose-side">
          {organ === undefined ? (
            <ByOne filled={filled} done={done} />
          ) : (
            <ByOrgan
              key={by}
              filled={filled}
              organ={organ.name}
              members={organ.members}
              done={done}
            />
          )}
        </div>
      </div>
    </div>
  );
}
