// SPDX-License-Identifier: Apache-2.0
// An address that is none: said plainly, with the ways on.
import { say } from '../messages';
import { link_to } from '../store/route';

export function NoPage() {
  const pages = [
    [link_to.register, say.nav.register],
    [link_to.docket, say.nav_case.docket],
    [link_to.due, say.nav_ledger.due],
    [link_to.ledger, say.nav_ledger.ledger],
    [link_to.incidents, say.nav_incidents],
    [link_to.map, say.nav_case.map],
    [link_to.bodies, say.nav_case.bodies],
    [link_to.drafts, say.nav_drafts],
    [link_to.compose, say.nav.compose],
  ] as const;
  return (
    <div class="page">
      <h1>{say.no_page.title}</h1>
      <p>{say.no_page.says}</p>
      <ul class="plain">
        {pages.map(([link, name]) => (
          <li key={link}>
            <a href={link}>{name}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
