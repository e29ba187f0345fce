// SPDX-License-Identifier: Apache-2.0
// The circle's id: short in the head of every page, in full where two people compare it.
import { say } from '../messages';
import { is_other_circle, pin, pinned, register } from '../store/session';
import { grouped_digest, short_digest } from './format';
import { Tick } from './icons';

function Digits({ id }: { readonly id: string }) {
  return (
    <code class="digits">
      {grouped_digest(id).map((group, at) => (
        <span key={at}>{group}</span>
      ))}
    </code>
  );
}

/** The short id, and behind it the full one with what to do. */
export function CircleBox() {
  const info = register.value;
  if (info === null) return null;
  return (
    <details class="circle-box popover">
      <summary title={say.circle.compare}>
        <span class="quiet">{say.circle.label}</span> <code>{short_digest(info.circle)}</code>
        {pinned.value === info.circle ? (
          <span class="pinned" title={say.circle.pinned}>
            <Tick />
            <span class="unseen">{say.circle.pinned}</span>
          </span>
        ) : (
          <span class={is_other_circle.value ? 'unpinned bad-text' : 'unpinned'}>
            {is_other_circle.value ? say.circle.is_other : say.circle.not_pinned}
          </span>
        )}
      </summary>
      <div class="panel">
        <CirclePanel circle={info.circle} />
      </div>
    </details>
  );
}

function CirclePanel({ circle }: { readonly circle: string }) {
  return (
    <>
      <h3>{say.circle.full}</h3>
      <Digits id={circle} />
      <p>{say.circle.how}</p>
      {pinned.value === circle ? (
        <p class="good-text">
          <Tick /> {say.circle.pinned}{' '}
          <button type="button" class="small" onClick={() => void pin(false)}>
            {say.circle.unpin}
          </button>
        </p>
      ) : (
        <button type="button" onClick={() => void pin(true)}>
          {say.circle.same}
        </button>
      )}
    </>
  );
}

/** Says, above everything, that the server shows another circle than the one compared. */
export function CircleAlarm() {
  const info = register.value;
  if (!is_other_circle.value || info === null || pinned.value === null) return null;
  return (
    <section class="alarm" role="alert">
      <h2>{say.circle.other}</h2>
      <dl class="pairs">
        <dt>{say.circle.expected}</dt>
        <dd>
          <Digits id={pinned.value} />
        </dd>
        <dt>{say.circle.shown}</dt>
        <dd>
          <Digits id={info.circle} />
        </dd>
      </dl>
      <button type="button" onClick={() => void pin(false)}>
        {say.circle.unpin}
      </button>
    </section>
  );
}
