// SPDX-License-Identifier: Apache-2.0
// Where the register stands: what is on disk, what the parties have cosigned, what its clock says.
import { say } from '../messages';
import { head, report } from '../store/session';
import { time_parts } from './format';
import { ModeMark, PartyName } from './marks';

function Cosigners({ parties, of }: { readonly parties: readonly string[]; readonly of: number }) {
  return (
    <details class="cosigners popover">
      <summary>{say.head.cosigned(parties.length, of)}</summary>
      <div class="panel">
        <h3>{say.head.parties}</h3>
        <ul>
          {parties.map((party) => (
            <li key={party}>
              <PartyName party={party} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

/** Figures that were verified are shown from the verifier's report, not from the server's words. */
export function HeadLine() {
  const answer = head.value;
  if (!answer?.ok) return null;
  const heads = answer.value;
  const counted = report.value?.counted ?? heads.counted;
  const accepted = heads.accepted.size;
  const clock = heads.clock === null ? null : time_parts(heads.clock.circle_time);
  const parties = report.value?.genesis.parties.length ?? 0;
  return (
    <section class="head-line" aria-label={say.head.title}>
      <div>
        <h2>{say.head.accepted}</h2>
        <p class="figure">{accepted.toLocaleString('en')}</p>
        <p class="quiet">{say.head.records(accepted).replace(/^\S+ /, '')}</p>
      </div>
      <div>
        <h2>{say.head.counted}</h2>
        <p class="figure">{counted === null ? '–' : counted.size.toLocaleString('en')}</p>
        <p class="quiet">
          {counted === null ? say.head.nothing_counted : say.head.waiting(accepted - counted.size)}
        </p>
      </div>
      <div>
        <h2>{say.record.standing}</h2>
        <p class="figure">
          <ModeMark mode={counted?.mode ?? 'accepted'} />
        </p>
        <p class="quiet">
          {counted !== null && (
            <Cosigners
              parties={counted.cosigned.map((one) => one.party)}
              of={Math.max(parties, counted.cosigned.length)}
            />
          )}
        </p>
      </div>
      <div>
        <h2>{say.head.clock}</h2>
        <p class="figure">{clock === null ? say.head.no_clock : clock.clock}</p>
        <p class="quiet">
          {clock !== null && `${clock.day}, ${say.head.circle_time} (${clock.offset})`}
        </p>
      </div>
    </section>
  );
}
