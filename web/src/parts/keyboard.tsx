// SPDX-License-Identifier: Apache-2.0
// The keyboard of the desk, and the list of its keys. Keys act only outside of fields, and none of
// them with a modifier: the browser's own stay as they are.
import { effect, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../messages';
import { go, link_to } from '../store/route';

export const keys_shown = signal(false);

/** Moves the focus among the records by `step`, starting with the first. */
function move(step: number): void {
  const links = [...document.querySelectorAll<HTMLElement>('.row-link')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const next = links[Math.min(links.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

const acts: { readonly [key: string]: () => void } = {
  j: () => move(1),
  k: () => move(-1),
  '/': () => document.querySelector<HTMLElement>('.filter-text')?.focus(),
  c: () => go(link_to.compose),
  g: () => go(link_to.register),
  d: () => go(link_to.docket),
  m: () => go(link_to.map),
  b: () => go(link_to.bodies),
  u: () => go(link_to.due),
  l: () => go(link_to.ledger),
  z: () => go(link_to.passes),
  r: () => go(link_to.drafts),
  a: () => go(link_to.arrangements),
  i: () => go(link_to.incidents),
  h: () => go(link_to.holdings),
  t: () => go(link_to.conference),
  '?': () => {
    keys_shown.value = !keys_shown.value;
  },
};

function close_popovers(except: Node | null): void {
  for (const box of document.querySelectorAll<HTMLDetailsElement>('details.popover[open]')) {
    if (except === null || !box.contains(except)) box.open = false;
  }
}

function on_key(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  const target = event.target as HTMLElement;
  if (event.key === 'Escape') {
    close_popovers(null);
    target.blur();
    return;
  }
  if (target.closest('input, textarea, select, dialog, [contenteditable]') !== null) return;
  const act = acts[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
}

/** Listens to the keyboard, and closes what was opened when the reader goes elsewhere. */
export function follow_keyboard(): void {
  document.addEventListener('keydown', on_key);
  document.addEventListener('click', (event) => close_popovers(event.target as Node));
}

export function KeysDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(
    () =>
      effect(() => {
        if (keys_shown.value) dialog.current?.showModal();
        else dialog.current?.close();
      }),
    [],
  );
  return (
    <dialog
      ref={dialog}
      class="keys"
      aria-label={say.keys.title}
      onClose={() => (keys_shown.value = false)}
    >
      <h2>{say.keys.title}</h2>
      <dl>
        {say.keys.rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={() => (keys_shown.value = false)}>
        {say.close}
      </button>
    </dialog>
  );
}
