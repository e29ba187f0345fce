// SPDX-License-Identifier: Apache-2.0
// Granting a permit: by one person, or by all members of a commission in one record.
import { useEffect, useState } from 'preact/hooks';
import { get_ground } from '../api/client';
import { say } from '../messages';
import { AsWhom } from '../parts/as_whom';
import { forget_form, useKept } from '../parts/kept';
import { SignTogether, Signers, Unsent, useJoint } from '../parts/joint_step';
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
import { circle, register } from '../store/session';
import { parse_civil_time } from '../verify/time';

type Act = StatementFields['permit/1']['act'];
const acts: readonly Act[] = ['crossing_line', 'entering_territory', 'entering_zone'];
const form = 'permit';
const day_s = 86_400;
const until_ahead_s = 3_600;
const none: ReadonlyMap<string, string> = new Map();

function sides(): readonly string[] {
  const parties = register.value?.parties ?? [];
  return parties.filter((party) => party.group === 'sides').map((party) => party.name);
}

// Tracks that somebody observed: a permit names one as observations do, byte for byte.
function useTracks(): readonly string[] {
  const { answer } = useView(get_ground);
  const observations = answer?.ok ? answer.value.observations : [];
  return [...new Set(observations.map((one) => one.track))].filter((track) => track !== '');
}

type TimeProps = {
  readonly label: string;
  readonly value: string;
  readonly set: (text: string) => void;
};

function TimeField({ label, value, set }: TimeProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        value={value}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={!parse_civil_time(value).ok}
        onInput={(event) => set(event.currentTarget.value.trim())}
      />
    </label>
  );
}

function in_order(from: string, to: string): boolean {
  const [first, last] = [parse_civil_time(from), parse_civil_time(to)];
  return first.ok && last.ok && first.value.utc_s <= last.value.utc_s;
}

function PermitFields({ set_said }: { readonly set_said: SetSaid }) {
  const tracks = useTracks();
  const [act, set_act] = useState<Act | null>(null);
  const [holder, set_holder] = useKept(form, 'holder');
  const [entered, set_entered] = useState('');
  const [from, set_from] = useState(() => circle_time_text());
  const [to, set_to] = useState(() => circle_time_text(day_s));
  const [text, set_text] = useKept(form, 'text');
  const enters = act === 'entering_territory';
  const territory = enters ? entered : '';
  const lacks = first_lack(
    [act === null, say.lacks_observe.act],
    [holder === '', say.lacks_observe.holder],
    [enters && territory === '', say.lacks_observe.territory],
    [!in_order(from, to), say.lacks_observe.times],
  );
  const fields = { act: act ?? 'crossing_line', holder, territory, from, to, text };
  useSaid({ kind: 'permit/1', fields }, set_said, lacks);
  return (
    <section>
      <Choice label={say.permit.what} words={acts} shown={say.map.acts} value={act} set={set_act} />
      <div class="fields">
        <label>
          <span>{say.permit.holder}</span>
          <input
            value={holder}
            maxLength={128}
            list="known-tracks"
            autocomplete="off"
            onInput={(event) => set_holder(event.currentTarget.value)}
          />
          <datalist id="known-tracks">
            {tracks.map((track) => (
              <option key={track} value={track}>
                {track}
              </option>
            ))}
          </datalist>
        </label>
        {enters && (
          <label>
            <span>{say.permit.territory}</span>
            <select value={entered} onChange={(event) => set_entered(event.currentTarget.value)}>
              <option value="" disabled>
                {say.form.choose}
              </option>
              {sides().map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <TimeField label={say.permit.from} value={from} set={set_from} />
        <TimeField label={say.permit.to} value={to} set={set_to} />
      </div>
      <TextField label={say.permit.text} value={text} set={set_text} />
    </section>
  );
}

// A commission of the sides grants for line and zone.
function granting_organs() {
  const of_sides = new Set(sides());
  const organs = register.value?.organs ?? [];
  return organs.filter(({ members }) =>
    members.every((name) => of_sides.has(name.split('/')[0] ?? '')),
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
  const organs = granting_organs();
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
          <label class="block">
            <span>{say.permit.by}</span>
            <select value={by} onChange={(event) => set_by(event.currentTarget.value)}>
              {organs.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
              <option value="">{say.permit.by_one}</option>
            </select>
          </label>
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
