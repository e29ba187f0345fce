// SPDX-License-Identifier: Apache-2.0
// The badge: what this browser has verified, and, opened, exactly what that was.
import { say } from '../messages';
import { link_to, route } from '../store/route';
import { wrong_list, wrong_row } from '../store/rows';
import {
  audit_all,
  head,
  is_other_circle,
  progress,
  refresh,
  verification,
  wrong_record,
  type Verification,
} from '../store/session';
import { short_digest } from './format';
import { Cross, Dots, Half, Tick } from './icons';
import { ErrorNote } from './notes';

type Badge = 'good' | 'part' | 'wrong' | 'checking' | 'idle';

// What the page shows and the register does not hold; null if there is nothing.
function shown_wrong(): string | null {
  if (route.value.page === 'record') return wrong_record.value;
  if (route.value.page !== 'register') return null;
  if (wrong_list.value !== null) return `${say.list.title}: ${wrong_list.value}`;
  const row = wrong_row.value;
  return row === null ? null : `${say.record.at(row.index)}: ${row.what}`;
}

function badge_of(now: Verification): Badge {
  return is_other_circle.value || shown_wrong() !== null ? 'wrong' : now.state;
}

/** The badge in the page's head; its panel opens below. */
export function VerificationBadge() {
  const now = verification.value;
  const badge = badge_of(now);
  const icons = { good: Tick, part: Half, wrong: Cross, checking: Dots, idle: Dots };
  const Icon = icons[badge];
  return (
    <details class="badge-box popover">
      <summary class={`badge badge-${badge}`}>
        <Icon />
        <span aria-live="polite">{say.verify[badge]}</span>
        <AuditShare />
      </summary>
      <div class="panel">
        <Panel now={now} />
      </div>
    </details>
  );
}

// How far the audit has come, beside the badge's word.
function AuditShare() {
  const now = progress.value;
  if (now === null || now.total === 0) return null;
  return <small>{Math.floor((now.done / now.total) * 100)} %</small>;
}

function AuditBar() {
  const now = progress.value;
  if (now === null) return null;
  return (
    <div class="audit-bar">
      <p>{say.verify.audit_running}</p>
      <progress max={now.total} value={now.done} aria-label={say.verify[now.stage]} />
      <p class="quiet">
        {say.verify[now.stage]}: {say.verify.of(now.done, now.total)}
      </p>
    </div>
  );
}

function Panel({ now }: { readonly now: Verification }) {
  if (is_other_circle.value) return <p>{say.circle.other}</p>;
  const wrong = shown_wrong();
  if (wrong !== null) return <p class="bad-text">{say.verify.shown_wrong(wrong)}</p>;
  if (now.state === 'wrong')
    return (
      <ErrorNote failure={now.failure} title={say.verify.reason} retry={() => void refresh()} />
    );
  if (now.state === 'checking') return <p>{say.verify.checking}</p>;
  if (now.state === 'idle')
    return now.failure ? <ErrorNote failure={now.failure} retry={() => void refresh()} /> : null;
  const size = head.value?.ok ? head.value.value.accepted.size : 0;
  return (
    <>
      <p>
        {now.state === 'good'
          ? say.verify.audited(now.report.audited?.size ?? 0)
          : say.verify.part_means}
      </p>
      <AuditBar />
      {now.state === 'part' && progress.value === null && (
        <button type="button" onClick={() => void audit_all()}>
          {say.verify.audit_all(size)}
        </button>
      )}
      {now.state === 'good' && <Notices now={now} />}
      <dl class="pairs">
        <dt>{say.verify.log}</dt>
        <dd>
          <code class="wrap">{now.report.genesis.log.text}</code>
        </dd>
        <dt>{say.verify.agreement}</dt>
        <dd>
          <code title={now.report.genesis.agreement}>
            {short_digest(now.report.genesis.agreement)}
          </code>
        </dd>
        <dt>{say.verify.spec}</dt>
        <dd>
          <code title={now.report.genesis.spec}>{short_digest(now.report.genesis.spec)}</code>
        </dd>
      </dl>
    </>
  );
}

function Notices({ now }: { readonly now: Extract<Verification, { state: 'good' | 'part' }> }) {
  const notices = now.report.audited?.notices ?? [];
  if (notices.length === 0) return <p class="quiet">{say.verify.nothing_noticed}</p>;
  return (
    <>
      <h3>{say.verify.noticed}</h3>
      <ul class="notices">
        {notices.slice(-20).map((notice) => (
          <li key={`${notice.index} ${notice.word}`}>
            <a href={link_to.record(notice.index)}>{say.record.at(notice.index)}</a>{' '}
            {say.notice[notice.word]}
            <span class="quiet">: {notice.what}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
