// SPDX-License-Identifier: Apache-2.0
// Which page is shown: the part of the address behind `#`. The server knows one page only.
import { signal } from '@preact/signals';

export type Route =
  | { readonly page: 'register' }
  | { readonly page: 'record'; readonly record: string }
  | { readonly page: 'compose'; readonly retract: string | null }
  | { readonly page: 'docket'; readonly of: number | null }
  | {
      readonly page: 'allege';
      readonly finding: string | null;
      readonly observation: number | null;
    }
  | { readonly page: 'map'; readonly observation: number | null }
  | { readonly page: 'bodies' }
  | { readonly page: 'agreement' }
  | { readonly page: 'due' }
  | { readonly page: 'ledger' }
  | { readonly page: 'passes' }
  | {
      readonly page: 'drafts';
      /** The names of the two compared; empty: none chosen. */
      readonly a: string;
      readonly b: string;
      /** The one to bring into sight. */
      readonly paragraph: string;
    }
  | { readonly page: 'arrangements' }
  | { readonly page: 'incidents' }
  | { readonly page: 'holdings' }
  | { readonly page: 'conference' }
  | { readonly page: 'own' }
  | { readonly page: 'observe' }
  | { readonly page: 'permit' }
  | { readonly page: 'none' };

const index_form = /^[0-9]{1,16}$/;

function index_of(text: string | null | undefined): number | null {
  return index_form.test(text ?? '') ? Number(text) : null;
}

/** Reads a route. No address is the register; one that is not ours is none. */
export function parse_route(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?');
  const [, page, record] = path.split('/');
  if (
    page === 'record' &&
    record !== undefined &&
    /^(?:[0-9]{1,16}|sha256:[0-9a-f]{64})$/.test(record)
  ) {
    return { page, record };
  }
  const asked = new URLSearchParams(search);
  if (page === 'compose') return { page, retract: asked.get('retract') };
  if (page === 'docket') {
    const of = index_of(record);
    return of === null && (record ?? '') !== '' ? { page: 'none' } : { page, of };
  }
  if (page === 'allege') {
    const finding = asked.get('finding');
    return { page, finding, observation: index_of(asked.get('observation')) };
  }
  if (page === 'map') return { page, observation: index_of(asked.get('observation')) };
  if (page === 'bodies' || page === 'due' || page === 'ledger') return { page };
  if (page === 'incidents' || page === 'holdings' || page === 'conference') return { page };
  if (page === 'passes' || page === 'agreement' || page === 'arrangements') return { page };
  if (page === 'drafts') {
    const text = (name: string) => asked.get(name) ?? '';
    return { page, a: text('a'), b: text('b'), paragraph: text('paragraph') };
  }
  if (page === 'observe' || page === 'permit' || page === 'own') return { page };
  return { page: page === undefined || page === '' ? 'register' : 'none' };
}

export const route = signal<Route>(parse_route(globalThis.location?.hash ?? ''));

/** The address of a route. */
export const link_to = {
  register: '#/',
  record: (record: number | string) => `#/record/${record}`,
  compose: '#/compose',
  retract: (id: string) => `#/compose?retract=${id}`,
  docket: '#/docket',
  one_case: (of: number) => `#/docket/${of}`,
  allege: (observation: number, finding: string | null) =>
    `#/allege?observation=${observation}${finding === null ? '' : `&finding=${finding}`}`,
  allege_anew: '#/allege',
  map: '#/map',
  observation: (index: number) => `#/map?observation=${index}`,
  bodies: '#/bodies',
  agreement: '#/agreement',
  due: '#/due',
  ledger: '#/ledger',
  passes: '#/passes',
  drafts: '#/drafts',
  compared: (a: string, b: string, paragraph = '') =>
    `#/drafts?${new URLSearchParams({ a, b, ...(paragraph === '' ? {} : { paragraph }) })}`,
  arrangements: '#/arrangements',
  incidents: '#/incidents',
  holdings: '#/holdings',
  conference: '#/conference',
  own: '#/own',
  observe: '#/observe',
  permit: '#/permit',
};

/** Goes to an address of link_to. */
export function go(address: string): void {
  globalThis.location.hash = address;
}

/** Follows the address from now on. */
export function follow_address(): void {
  globalThis.addEventListener('hashchange', () => {
    route.value = parse_route(globalThis.location.hash);
    globalThis.scrollTo(0, 0);
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  });
}
