// SPDX-License-Identifier: Apache-2.0
// Who is in the zone: of each side how many may be, how many are and how many are let; the passes in
// force, the gates' logs, and what was noticed and found about them.
import { useState } from 'preact/hooks';
import { get_passes } from '../api/client';
import type { Passes, ZoneSide } from '../api/shapes';
import { say } from '../messages';
import { ByNode } from '../parts/by_node';
import { Finding, Paragraph } from '../parts/finding';
import { useClosedForms } from '../parts/form_box';
import { GrantForm } from '../parts/grant_pass';
import { LogForm, zone_of } from '../parts/log_gate';
import { Empty, ErrorNote, Loading } from '../parts/notes';
import { OutboxNote, SendingFailure } from '../parts/outbox_parts';
import { LogTable, moment, NoticeList, PassTable } from '../parts/pass_tables';
import { useView } from '../parts/use_view';
import { identity } from '../store/identities';
import { link_to } from '../store/route';

const shown = (n: number) => n.toLocaleString('en');

function Side({ one }: { readonly one: ZoneSide }) {
  const words = say.passes;
  const { authorized, inside, inside_at, log, persons_max, paragraph } = one;
  const over = persons_max === null ? 0 : authorized - persons_max;
  const beyond = inside === null ? 0 : inside - authorized;
  return (
    <section class="ledger-side zone-side">
      <h2>
        <code>{one.side}</code> <span class="quiet">{one.zone}</span>
      </h2>
      <dl class="zone-numbers">
        <div>
          <dt>{words.authorized}</dt>
          <dd>
            <strong>{shown(authorized)}</strong>
            {over > 0 && <span class="zone-over">{words.over(over)}</span>}
          </dd>
        </div>
        <div>
          <dt>{words.inside}</dt>
          <dd>
            {inside === null || log === null ? (
              <span class="quiet">{words.no_log}</span>
            ) : (
              <a href={link_to.record(log)}>
                <strong>{shown(inside)}</strong>
              </a>
            )}
            {beyond > 0 && <span class="zone-over">{words.beyond(beyond)}</span>}
            {inside_at !== null && <span class="quiet">{words.as_of(moment(inside_at))}</span>}
          </dd>
        </div>
        <div>
          <dt>{words.limit}</dt>
          <dd>
            {persons_max === null ? (
              <span class="quiet">{words.no_limit}</span>
            ) : (
              <>
                <strong>{shown(persons_max)}</strong> <Paragraph of={paragraph} />
              </>
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Shown({ passes }: { readonly passes: Passes }) {
  const words = say.passes;
  const logged = new Set(passes.logs.map(({ index }) => index));
  const others = passes.notices.filter(({ index }) => !logged.has(index));
  const none = passes.passes.length === 0 && passes.logs.length === 0 && others.length === 0;
  return (
    <>
      <p class="due-clock">{words.at(passes.at.replace('T', ' '))}</p>
      <div class="ledger-sides">
        {passes.sides.map((one) => (
          <Side key={`${one.zone} ${one.side}`} one={one} />
        ))}
      </div>
      {none && (
        <Empty>
          {words.empty} {words.empty_do}
        </Empty>
      )}
      {passes.findings.length > 0 && (
        <section>
          <h2>{words.findings}</h2>
          <div class="findings">
            {passes.findings.map((one) => (
              <Finding key={one.finding} finding={one} allege={one.case === null} says_case />
            ))}
          </div>
        </section>
      )}
      {others.length > 0 && (
        <section class="ledger-notices">
          <h2>{words.notices}</h2>
          <NoticeList notices={others} with_record />
        </section>
      )}
      {!none && passes.passes.length === 0 && <p class="quiet">{words.none_in_force}</p>}
      <PassTable rows={passes.passes} />
      <LogTable rows={passes.logs} notices={passes.notices} />
    </>
  );
}

export function PassesPage() {
  const { answer, again } = useView((of) => get_passes(of));
  useClosedForms();
  const [grants, set_grants] = useState(false);
  const passes = answer?.ok ? answer.value : null;
  return (
    <div class="page ledger-page passes-page">
      <h1>{say.passes.title}</h1>
      <p class="quiet">{say.passes.says}</p>
      <OutboxNote now={identity.value} />
      <SendingFailure />
      {grants ? (
        <GrantForm zone={zone_of(passes)} close={() => set_grants(false)} />
      ) : (
        <button type="button" onClick={() => set_grants(true)}>
          {say.passes.grant}
        </button>
      )}
      {!grants && <LogForm passes={passes} />}
      {answer === null && <Loading lines={8} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Shown passes={answer.value} />}
      <ByNode views={['ground', 'compliance']} />
    </div>
  );
}
