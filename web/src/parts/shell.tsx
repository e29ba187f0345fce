// SPDX-License-Identifier: Apache-2.0
// What surrounds every page: whether this is an exercise, which circle it is, what was verified.
import type { ComponentChildren } from 'preact';
import { say } from '../messages';
import { link_to, route } from '../store/route';
import { choose, link_up, register, registers } from '../store/session';
import { CircleAlarm, CircleBox } from './circle';
import { KeysDialog, keys_shown } from './keyboard';
import { VerificationBadge } from './verification';

/** An exercise says so on every page. */
function Conduct() {
  if (register.value?.conduct !== 'exercise') return null;
  return (
    <aside class="conduct">
      <strong>{say.exercise}</strong> <span>{say.exercise_says}</span>
    </aside>
  );
}

function Nav() {
  const at = route.value.page;
  return (
    <nav aria-label={say.pages}>
      <a href={link_to.register} aria-current={at === 'register' ? 'page' : undefined}>
        {say.nav.register}
      </a>
      <a href={link_to.compose} aria-current={at === 'compose' ? 'page' : undefined}>
        {say.nav.compose}
      </a>
    </nav>
  );
}

function RegisterChoice() {
  const list = registers.value?.ok ? registers.value.value : [];
  const now = register.value;
  if (now === null) return null;
  if (list.length < 2) return <span class="register-name">{now.name}</span>;
  return (
    <select
      class="register-name"
      aria-label={say.registers}
      value={now.name}
      onChange={(event) => {
        const next = list.find((one) => one.name === event.currentTarget.value);
        if (next !== undefined) void choose(next);
      }}
    >
      {list.map((one) => (
        <option key={one.name} value={one.name}>
          {one.name}
        </option>
      ))}
    </select>
  );
}

export function Shell({ children }: { readonly children: ComponentChildren }) {
  return (
    <>
      <a class="skip" href="#content" onClick={skip}>
        {say.skip}
      </a>
      <Conduct />
      <header class="top">
        <div class="top-in">
          <a class="wordmark" href={link_to.register}>
            {say.app}
          </a>
          <RegisterChoice />
          <Nav />
          <span class="space" />
          <CircleBox />
          {register.value !== null && <VerificationBadge />}
          <button
            type="button"
            class="keys-button"
            aria-label={say.keys.show}
            title={say.keys.show}
            onClick={() => (keys_shown.value = true)}
          >
            ?
          </button>
        </div>
      </header>
      {!link_up.value && (
        <p class="link-down" role="status">
          {say.link_down}
        </p>
      )}
      <CircleAlarm />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <KeysDialog />
    </>
  );
}

// The address behind # belongs to the routes: the skip link moves the focus itself.
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('main')?.focus();
}
