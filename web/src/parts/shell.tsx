// SPDX-License-Identifier: Apache-2.0
// What surrounds every page: whether this is an exercise, which circle it is, what was verified.
import type { ComponentChildren } from 'preact';
import { say } from '../messages';
import { link_to, route } from '../store/route';
import { is_own } from '../store/parties';
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
  const at = route.value;
  const { docket, map, bodies } = say.nav_case;
  const { due, ledger } = say.nav_ledger;
  const in_docket = at.page === 'allege' || (at.page === 'docket' && at.of !== null);
  const pages = [
    { page: 'register', name: say.nav.register, link: link_to.register },
    { page: 'docket', name: docket, link: link_to.docket },
    { page: 'due', name: due, link: link_to.due },
    { page: 'ledger', name: ledger, link: link_to.ledger },
    { page: 'passes', name: say.nav_passes, link: link_to.passes },
    { page: 'arrangements', name: say.nav_arrangements, link: link_to.arrangements },
    { page: 'incidents', name: say.nav_incidents, link: link_to.incidents },
    { page: 'holdings', name: say.nav_holdings, link: link_to.holdings },
    { page: 'map', name: map, link: link_to.map },
    { page: 'bodies', name: bodies, link: link_to.bodies },
    { page: 'agreement', name: say.nav_agreement, link: link_to.agreement },
    { page: 'conference', name: say.nav_conference, link: link_to.conference },
    ...(is_own() ? [{ page: 'own', name: say.nav_own, link: link_to.own }] : []),
    { page: 'drafts', name: say.nav_drafts, link: link_to.drafts },
    { page: 'compose', name: say.nav.compose, link: link_to.compose },
  ];
  // A case is a part of the docket, and not the page that the link leads to.
  const current = (page: string) => {
    if (page === 'docket' && in_docket) return 'true';
    return page === at.page ? 'page' : undefined;
  };
  return (
    <nav aria-label={say.pages}>
      {pages.map(({ page, name, link }) => (
        <a key={page} href={link} aria-current={current(page)}>
          {name}
        </a>
      ))}
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
