// SPDX-License-Identifier: Apache-2.0
// What was seen and heard: sums by day, sightings under filters, days of quiet, and what paragraphs
// find on those shown.
import { useState } from 'preact/hooks';
import { get_sightings, type SightingFilter } from '../api/client';
import type { Sightings } from '../api/shapes';
import { say } from '../messages';
import { ByNode } from '../parts/by_node';
import { Finding } from '../parts/finding';
import { LodgeForm } from '../parts/lodge_sighting';
import { Empty, ErrorNote, Loading } from '../parts/notes';
import { OutboxNote, SendingFailure } from '../parts/outbox_parts';
import { DaySums, QuietTable, SightingTable } from '../parts/sighting_tables';
import { useView } from '../parts/use_view';
import { identity } from '../store/identities';
import { sides } from '../store/parties';

type Name = 'place' | 'what' | 'side' | 'certainty' | 'day';
const names: readonly Name[] = ['place', 'what', 'side', 'certainty', 'day'];
const certainties = ['observed', 'assessed', 'undetermined', 'unconfirmed'];

type FilterProps = {
  readonly filter: SightingFilter;
  readonly found: Sightings | null;
  readonly set: (filter: SightingFilter) => void;
};

// What is chosen stays a choice, even if nothing of it lies within the days shown.
function choices(name: Name, found: Sightings | null): readonly string[] {
  if (name === 'side') return sides();
  if (name === 'certainty') return certainties;
  if (name === 'day') return (found?.days ?? []).map(({ day }) => day);
  const listed = name === 'place' ? found?.places : found?.sorts;
  return (listed ?? []).map((one) => one.name);
}

function Filters({ filter, found, set }: FilterProps) {
  const words = say.incidents;
  return (
    <div class="filters" role="group" aria-label={words.filters}>
      {names.map((name) => {
        const chosen = filter[name] ?? '';
        const listed = choices(name, found);
        const all = chosen === '' || listed.includes(chosen) ? listed : [chosen, ...listed];
        return (
          <label key={name}>
            <span>{words.filter[name]}</span>
            <select
              value={chosen}
              onChange={(event) => {
                const value = event.currentTarget.value;
                set({ ...filter, [name]: value === '' ? undefined : value, before: undefined });
              }}
            >
              <option value="">{words.all}</option>
              {all.map((word) => (
                <option key={word} value={word}>
                  {name === 'certainty' ? (words.certainty[word] ?? word) : word}
                </option>
              ))}
            </select>
          </label>
        );
      })}
    </div>
  );
}

type ShownProps = {
  readonly found: Sightings;
  readonly filter: SightingFilter;
  readonly set: (filter: SightingFilter) => void;
};

function Shown({ found, filter, set }: ShownProps) {
  const words = say.incidents;
  const filtered = names.some((name) => filter[name] !== undefined) || filter.before !== undefined;
  return (
    <>
      {found.rows.length === 0 && (
        <Empty>{filtered ? words.none_found : `${words.empty} ${words.empty_do}`}</Empty>
      )}
      <DaySums rows={found.days} choose={(day) => set({ ...filter, day, before: undefined })} />
      <QuietTable rows={found.quiet} />
      {found.findings.length > 0 && (
        <section>
          <h2>{words.findings}</h2>
          <div class="findings">
            {found.findings.map((one) => (
              <Finding key={one.finding} finding={one} allege={one.case === null} says_case />
            ))}
          </div>
        </section>
      )}
      <SightingTable rows={found.rows} notices={found.notices} />
      <p class="sighting-pages">
        {filter.before !== undefined && (
          <button type="button" onClick={() => set({ ...filter, before: undefined })}>
            {words.newest}
          </button>
        )}
        {found.more_before !== null && (
          <button
            type="button"
            onClick={() => set({ ...filter, before: found.more_before ?? undefined })}
          >
            {words.older}
          </button>
        )}
      </p>
    </>
  );
}

export function IncidentsPage() {
  const [filter, set_filter] = useState<SightingFilter>({});
  const [lodges, set_lodges] = useState(false);
  const { answer, again } = useView(
    (register) => get_sightings(register, filter),
    JSON.stringify(filter),
  );
  const found = answer?.ok ? answer.value : null;
  return (
    <div class="page ledger-page incidents-page">
      <h1>{say.incidents.title}</h1>
      <p class="quiet">{say.incidents.says}</p>
      <OutboxNote now={identity.value} />
      <SendingFailure />
      {lodges ? (
        <LodgeForm close={() => set_lodges(false)} />
      ) : (
        <button type="button" onClick={() => set_lodges(true)}>
          {say.incidents.lodge}
        </button>
      )}
      <Filters filter={filter} found={found} set={set_filter} />
      {answer === null && <Loading lines={8} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {found !== null && <Shown found={found} filter={filter} set={set_filter} />}
      <ByNode views={['sightings', 'compliance']} />
    </div>
  );
}
