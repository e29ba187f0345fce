// SPDX-License-Identifier: Apache-2.0
// The parts of a record's page around its words: checks, signatures, standing, chain, annexes.
import type { RecordShown, Reference } from '../api/shapes';
import { say } from '../messages';
import { link_to } from '../store/route';
import { register, report } from '../store/session';
import type { Explained, Step } from '../verify/explain';
import type { Result } from '../verify/result';
import { civil_text, parse_offset } from '../verify/time';
import type { Known } from './body_fields';
import { full_time, interval_text, kind_word, short_digest } from './format';
import { Author, CheckMark, ModeMark, PartyName, Time } from './marks';
import { CopyText, ErrorNote, Loading } from './notes';

type Checked = { readonly explained: Result<Explained> | null };

function step_words(step: Step): string {
  if (step.name === 'admission' && step.state === 'part') return say.step_open.admission;
  if (step.name === 'admission' && step.what === 'admitted') return say.step_open.admitted;
  if (step.name === 'admission')
    return say.step_open.void(say.void_because[step.what] ?? step.what);
  if (step.name === 'head' && step.state === 'good')
    return (say.mode as { readonly [mode: string]: string })[step.what] ?? step.what;
  return step.what;
}

/** Step by step, each with a tick or a cross and the reason. */
export function Checks({ explained }: Checked) {
  return (
    <section class="checks">
      <h2>{say.record.checks}</h2>
      {explained === null && <Loading lines={4} />}
      {explained?.ok === false && <ErrorNote failure={explained} />}
      {explained?.ok && (
        <ol>
          {explained.value.steps.map((step) => (
            <li key={step.name} class={`step step-${step.state}`}>
              <CheckMark state={step.state} />
              <span>
                {say.step[step.name]}
                {step_words(step) !== '' && <span class="quiet">: {step_words(step)}</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Each signature line, and the key that verifies it. */
export function Signatures({ explained }: Checked) {
  if (!explained?.ok || explained.value.lines.length === 0) return null;
  return (
    <section class="signatures">
      <h2>{say.record.signatures}</h2>
      <ul class="plain">
        {explained.value.lines.map((line) => (
          <li key={`${line.name} ${line.key}`}>
            <p>
              <CheckMark state={line.verified ? 'good' : 'wrong'} /> <Author name={line.name} />{' '}
              <code>{line.key}</code>{' '}
              <span class="quiet">
                {line.verified ? say.record.verifies : say.record.verifies_not}
              </span>
            </p>
            <code class="wrap small">{line.vkey ?? say.record.no_key}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

function circle_time(utc: number): string {
  const info = register.value;
  const offset = parse_offset(info?.civil_offset ?? '');
  return full_time(civil_text(utc + (info?.scenario_offset_s ?? 0), offset.ok ? offset.value : 0));
}

function Cosigners({ explained }: Checked) {
  const covering = explained?.ok ? explained.value.head : null;
  if (covering === null) return null;
  const parties = report.value?.genesis.parties ?? [];
  return (
    <>
      <h3>
        {say.record.head}: {say.record.head_of(covering.size)}
      </h3>
      <ul class="cosigner-list">
        {parties.map(({ name }) => {
          const by = covering.cosigned.find((one) => one.party === name);
          return (
            <li key={name} class={by ? '' : 'absent'}>
              <PartyName party={name} />
              <span class="quiet">{by ? circle_time(by.time_utc) : say.record.not_cosigned}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** How far it has come, when it was, who cosigned. */
export function Standing({ shown, explained }: Checked & { readonly shown: RecordShown }) {
  const mode = shown.verdict === 'admitted' ? (shown.mode ?? 'accepted') : 'void';
  const means = say.mode_means as { readonly [mode: string]: string };
  return (
    <section class="standing">
      <h2>{say.record.standing}</h2>
      <p class="standing-mode">
        <ModeMark mode={mode} />
        <span class="quiet">{means[mode]}</span>
      </p>
      <h3>{say.record.time}</h3>
      <dl class="pairs">
        <dt>{say.time.interval}</dt>
        <dd>{interval_text(shown.after, shown.before, true)}</dd>
        {shown.written !== null && (
          <>
            <dt>{say.time.claimed}</dt>
            <dd>
              <Time at={shown.written} />
            </dd>
          </>
        )}
      </dl>
      <Cosigners explained={explained} />
    </section>
  );
}

type Links = Checked & { readonly shown: RecordShown };

// What the server alone says of links, until the register was audited.
function ByServer({ explained }: Checked) {
  const step = explained?.ok ? explained.value.steps.find((one) => one.name === 'links') : null;
  return step?.state === 'good' ? null : <p class="quiet by-server">{say.by_server}</p>;
}

function Neighbour({ index, none }: { readonly index: number | null; readonly none: string }) {
  if (index === null) return <>{none}</>;
  return <a href={link_to.record(index)}>{say.record.at(index)}</a>;
}

/** What the same key said before and after. */
export function Chain({ shown, explained }: Links) {
  if (shown.key === null) return null;
  const none_before = shown.number === 1 ? say.record.first : say.record.not_here;
  return (
    <section>
      <h2>{say.record.chain}</h2>
      <dl class="pairs">
        <dt>{say.record.previous}</dt>
        <dd>
          <Neighbour index={shown.previous_index} none={none_before} />
        </dd>
        <dt>{say.record.next}</dt>
        <dd>
          <Neighbour index={shown.next_index} none={say.record.no_next} />
        </dd>
      </dl>
      <ByServer explained={explained} />
    </section>
  );
}

/** A record named elsewhere; by its id alone where it is not here. */
export function RecordRef({ at }: { readonly at: Reference }) {
  if (at.index === null) {
    return (
      <span>
        <code title={at.id}>{short_digest(at.id)}</code>{' '}
        <span class="quiet">{say.record.not_here}</span>
      </span>
    );
  }
  return (
    <a href={link_to.record(at.index)}>
      {say.record.at(at.index)}
      <span class="quiet">
        {' '}
        {kind_word(at.kind)}
        {at.author !== null && `, ${at.author}`}
      </span>
    </a>
  );
}

function ReferenceList({
  title,
  list,
}: {
  readonly title: string;
  readonly list: readonly Reference[];
}) {
  if (list.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul class="plain">
        {list.map((at) => (
          <li key={`${at.id} ${at.index ?? ''}`}>
            <RecordRef at={at} />
          </li>
        ))}
      </ul>
    </>
  );
}

export function References({ shown, explained }: Links) {
  const linked = shown.refers.length + shown.referred_by.length > 0;
  return (
    <section>
      <ReferenceList title={say.record.refers} list={shown.refers} />
      <ReferenceList title={say.record.referred_by} list={shown.referred_by} />
      {linked && <ByServer explained={explained} />}
      <h2>{say.record.body}</h2>
      {shown.body !== null && (
        <p class="quiet">
          {say.record.bytes(shown.body.bytes)}, {shown.body.form}
          <br />
          <code class="wrap">{shown.body.digest}</code>
        </p>
      )}
      {shown.id !== null && (
        <>
          <h2>{say.record.id}</h2>
          <code class="wrap">{shown.id}</code>
        </>
      )}
    </section>
  );
}

const by_hand = `name=\${vkey%%+*}; rest=\${vkey#*+}; id=\${rest%%+*}; key=\${rest#*+}
head -n $(( $(grep -n '^$' note | tail -1 | cut -d: -f1) - 1 )) note > text
grep "^— $name " note | cut -d' ' -f3 | base64 -d > line
test "$( (printf '%s\\n' "$name"; printf %s "$key" | base64 -d) | sha256sum | cut -c1-8)" = "$id"
tail -c +5 line > sig
(printf 302A300506032B6570032100 | basenc -d --base16; printf %s "$key" | base64 -d | tail -c 32) > pub.der
openssl pkeyutl -verify -pubin -keyform DER -inkey pub.der -rawin -in text -sigfile sig
sha256sum text   # the record's id`;

/** What a stranger needs: the note, the proof, and how to check both without this program. */
export function Annexes({ shown, known }: { readonly shown: RecordShown; readonly known: Known }) {
  const file = `record-${shown.index}`;
  return (
    <div class="annexes">
      <section>
        <h2>{say.record.raw}</h2>
        <CopyText
          text={shown.entry}
          label={say.record.raw_label}
          file={`${file}.note`}
          known={known}
        />
      </section>
      <section>
        <h2>{say.record.proof}</h2>
        <p class="quiet">{say.record.proof_says}</p>
        <CopyText text={shown.proof} label="tlog-proof" file={`${file}.tlog-proof`} />
      </section>
      <section>
        <h2>{say.record.without}</h2>
        <p class="quiet">{say.record.without_says}</p>
        <CopyText text={by_hand} label="sh" />
        <p class="quiet">{say.record.without_go}</p>
      </section>
    </div>
  );
}
