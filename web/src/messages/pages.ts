// SPDX-License-Identifier: Apache-2.0
// What the browser’s tab says of each page, in English.

export const en_pages = {
  page_title: {
    register: 'Register',
    record: (record: string) => `Record ${record.slice(0, 19)}`,
    compose: 'Write',
    docket: 'Docket',
    allege: 'Allege',
    map: 'Map',
    bodies: 'Bodies',
    agreement: 'Agreement',
    due: 'Due',
    ledger: 'Ledger',
    passes: 'Zone',
    drafts: 'Drafts',
    arrangements: 'Asked',
    incidents: 'Incidents',
    holdings: 'Holdings',
    conference: 'Conference',
    own: 'Own positions',
    observe: 'Lodge an observation',
    permit: 'Grant a permit',
    none: 'No such page',
  },
};

export type PageMessages = typeof en_pages;
