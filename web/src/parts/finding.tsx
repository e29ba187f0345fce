// SPDX-License-Identifier: Apache-2.0
// A finding: the verdict, the paragraph in its own words, why, what would cure it, and the record that
// was judged. Findings blame nobody, so they have neither green nor red.
import type { FindingRow, ObservationRow } from '../api/shapes';
import { say } from '../messages';
import { link_to } from '../store/route';
import { length_text } from '../ground/plane';
import { other_readings } from './case_steps';
import { full_time } from './format';
import { Author } from './marks';
import { TakeBack } from './take_back';

/** `§7`, as the agreement counts. */
export function Paragraph({ of }: { readonly of: string }) {
  return <span class="paragraph">{`§${of}`}</span>;
}

type Shown = {
  readonly finding: FindingRow;
  /** Whether it can be alleged from here. */
  readonly allege?: boolean;
  /** Whether to say which case it is alleged in: not on the page of that case. */
  readonly says_case?: boolean;
  /** What other readings of the paragraph give instead. */
  readonly others?: readonly FindingRow[];
};

export function Finding({ finding, allege = false, says_case = false, others = [] }: Shown) {
  const { term, paragraph, phrase, verdict, good, because, cure, index } = finding;
  return (
    <article class={good ? 'finding' : 'finding finding-bad'}>
      <h3>
        <Paragraph of={paragraph} /> {say.verdict[verdict] ?? verdict}{' '}
        <code class="quiet">{term}</code>
      </h3>
      <blockquote>“{phrase}”</blockquote>
      <p>{because}</p>
      {cure !== '' && (
        <p>
          <b>{say.finding.cure}:</b> {cure}
        </p>
      )}
      {others.map((one) => (
        <p key={one.reading}>
          <b>
            {say.finding.read_as} <code>{one.reading}</code>:
          </b>{' '}
          {say.verdict[one.verdict] ?? one.verdict}
        </p>
      ))}
      <p class="finding-foot">
        <a href={link_to.record(index)}>
          {say.finding.evidence}: {say.one.record(index)}
        </a>
        {finding.case !== null && says_case && (
          <span class="quiet">
            {say.finding.case_of}{' '}
            <a href={link_to.one_case(finding.case)}>{say.docket.case_no(finding.case)}</a>
          </span>
        )}
        {allege && <a href={link_to.allege(index, finding.finding)}>{say.docket.allege}</a>}
      </p>
    </article>
  );
}

/** What the terms say of one thing: the bad in full, the good in a line. */
export function Judged({ judged }: { readonly judged: readonly FindingRow[] }) {
  const in_use = judged.filter((one) => one.reading === '');
  const bad = in_use.filter((one) => !one.good);
  const kept = in_use.filter((one) => one.good);
  return (
    <>
      {bad.map((one) => (
        <Finding key={one.finding} finding={one} others={other_readings(one, judged)} />
      ))}
      {kept.length > 0 && (
        <details class="kept">
          <summary>
            {kept
              .map((one) => `§${one.paragraph} ${say.verdict[one.verdict] ?? one.verdict}`)
              .join(', ')}
          </summary>
          {kept.map((one) => (
            <Finding key={one.finding} finding={one} others={other_readings(one, judged)} />
          ))}
        </details>
      )}
    </>
  );
}

const metres = (mm: number | null) => (mm === null ? '–' : length_text(mm / 1000));

function boundary_words(one: ObservationRow): string {
  const name = say.observation.boundaries[one.boundary] ?? one.boundary;
  const way = [one.from, one.to].filter((word) => word !== '').join(' → ');
  return way === '' ? name : `${name}, ${way}`;
}

/** `Crossing of the line, south → north`. */
export function observation_title(one: ObservationRow): string {
  return `${say.observation.events[one.event] ?? one.event}: ${boundary_words(one)}`;
}

function Distances({ one }: { readonly one: ObservationRow }) {
  const errors = [metres(one.fix_error_mm), metres(one.edge_error_mm)] as const;
  return (
    <>
      <dt>{say.observation.distance}</dt>
      <dd>{metres(one.edge_distance_mm)}</dd>
      <dt>{say.observation.computed}</dt>
      <dd>
        {metres(one.computed_distance_mm)}, {say.observation.zones[one.zone] ?? one.zone}
      </dd>
      <dt>{say.observation.errors}</dt>
      <dd>{say.observation.fix_and_edge(...errors)}</dd>
      <dt>{say.observation.basis}</dt>
      <dd>{one.basis}</dd>
    </>
  );
}

export function FixTable({ one }: { readonly one: ObservationRow }) {
  const words = say.observation;
  return (
    <table class="fixes">
      <thead>
        <tr>
          <th scope="col">{words.time}</th>
          <th scope="col">{words.latitude}</th>
          <th scope="col">{words.longitude}</th>
          <th scope="col">{words.error}</th>
        </tr>
      </thead>
      <tbody>
        {one.fixes.map((fix) => (
          <tr key={fix.time}>
            <td>{full_time(fix.time)}</td>
            <td>{fix.latitude}</td>
            <td>{fix.longitude}</td>
            <td>{metres(fix.error_mm)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was observed, as stated and as its own fixes give it. */
export function Observation({ one }: { readonly one: ObservationRow }) {
  const words = say.observation;
  return (
    <>
      <p>
        <a href={link_to.record(one.index)}>{say.one.record(one.index)}</a> <Author name={one.by} />
        {one.retracted ? (
          <b> {words.retracted}</b>
        ) : (
          <>
            {' '}
            <TakeBack id={one.id} author={one.by} />
          </>
        )}
      </p>
      <dl class="pairs">
        <dt>{words.track}</dt>
        <dd>
          {one.track}
          {one.sort !== '' && `, ${one.sort}`}
        </dd>
        {one.affiliation !== '' && (
          <>
            <dt>{words.affiliation}</dt>
            <dd>
              {one.affiliation}, <span class="quiet">{words.as_claimed(one.claimed_by)}</span>
            </dd>
          </>
        )}
        <dt>{words.between}</dt>
        <dd>
          {full_time(one.earliest)} – {full_time(one.latest)}
        </dd>
        <Distances one={one} />
      </dl>
      <p class={one.agrees ? 'quiet' : 'notice'}>{one.agrees ? words.agrees : words.differs}</p>
    </>
  );
}
