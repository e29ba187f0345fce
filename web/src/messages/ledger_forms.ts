// SPDX-License-Identifier: Apache-2.0
// The words of the ledger's forms, and of the form that takes a signature back, in English.

type Words = { readonly [word: string]: string };
const count = (n: number) => n.toLocaleString('en');

export const en_ledger_forms = {
  ledger_forms: {
    movement: {
      reported: 'Report a movement',
      inspected: 'Count a movement at a point',
    },
    shipment: {
      reported: 'Report a shipment',
      inspected: 'Inspect a shipment',
    },
    says: {
      reported: 'A side reports its own: what came in and went out, point by point.',
      inspected:
        'A neutral says what its team counted. It stands beside the side’s report, and where they differ that is noticed.',
    },
    whose: 'Whose',
    day: 'Day',
    at: 'When, with its offset',
    point: 'Point',
    direction: 'Way',
    directions: { arriving: 'in', departing: 'out' } as Words,
    persons: 'Persons',
    sort: 'Why',
    nationality: 'Nationality (empty: not said)',
    shipment_name: 'Number or name of the shipment',
    materiel: 'Sort',
    materiels: {
      combat_aircraft: 'combat aircraft',
      armored_vehicle: 'armored vehicle',
      weapon: 'weapon',
      ammunition: 'ammunition',
    } as Words,
    designation: 'Type and model',
    quantity: 'How many',
    replaces: 'Replaces: type and model (empty: nothing)',
    replaced: 'How many of them',
    disposition: 'What became of them',
    arrived_total: 'Arrived in all, if the report says another number than the sum',
    departed_total: 'Departed in all, likewise',
    text: 'What else is to be said (may stay empty)',
    row: (n: number) => `Row ${n}`,
    add: 'Add a row',
    remove: (n: number) => `Remove row ${n}`,
    sum: (arrived: number, departed: number) =>
      `Sum: ${count(arrived)} in, ${count(departed)} out.`,
    pieces: (n: number, replaced: number) =>
      `Sum: ${count(n)} pieces, for ${count(replaced)} that are said to be lost.`,
    sum_differs: 'The total is another than the sum: that will be noticed.',
    with_this: (side: string, month: string) => `With this, of ${side} in ${month}:`,
    over: (n: number) => `That is ${count(n)} over what may arrive in a month.`,
    since: (balance: string) => `Since the effective hour: ${balance}.`,
    no_report: 'The side’s own report of it is not on record yet.',
    agrees: 'It is what the side reports.',
    differs: (of: string, way: string, reported: number, inspected: number) =>
      `${of}${way === '' ? '' : ` ${way}`}: ${count(reported)} reported, ${count(inspected)} here. That will be noticed.`,
    no_point: (point: string, side: string, points: string) =>
      `${point} is none of the points of ${side}: ${points}.`,
    ahead: 'That lies ahead of the clock: it will count for nothing. Report it when it has come.',
    before: (effective: string) =>
      `The agreement took effect ${effective}: what was before counts for nothing.`,
    pieces_wrong: {
      nothing: (n: number, what: string) => `${count(n)} ${what} replace nothing that was lost.`,
      another_type: (_n: number, what: string) => `${what} would replace another type.`,
      too_few: (n: number, what: string) => `More come in than were lost: ${count(n)} ${what}.`,
    },
    correct: 'Correct',
    correct_title: (index: number) => `Correct record ${index}: take it back`,
    correct_says:
      'A record is corrected by taking it back as a whole and then saying it anew. Nothing is removed: both stay on record.',
    anew: 'Say it anew',
    anew_title: (index: number) => `Say anew what record ${index} said`,
    wrong: {
      point: 'name the point in small letters, such as pusan',
      direction: 'choose in or out',
      persons: 'write how many persons as a whole number up to 1000000000, without commas',
      sort: 'choose why they pass',
      nationality: 'a nationality has at most 128 bytes',
      materiel: 'choose the sort of materiel',
      designation: 'write type and model, such as M46',
      quantity: 'write how many as a whole number up to 1000000000, without commas',
      replaces: 'type and model have at most 128 bytes',
      replaced: 'write how many are replaced as a whole number, or leave empty what is replaced',
      disposition: 'choose what became of what is replaced',
    },
    in_row: (n: number, what: string) => `Row ${n}: ${what}.`,
    lacks: {
      a_side: (sides: string) => `Only a side reports: choose a key of ${sides}.`,
      a_neutral: (neutrals: string) => `Only a neutral inspects: choose a key of ${neutrals}.`,
      whose: 'Choose whose it is.',
      day: 'Write the day as 1953-08-05, one that there is.',
      time: 'Write the time as 1953-08-05T14:00:00+09:00, with its offset.',
      shipment: 'Give the shipment’s number or name, at most 128 bytes.',
      point: 'Name the point in small letters, such as pusan.',
      direction: 'Choose whether it comes in or goes out.',
      rows: 'Add a row.',
      total: 'A total is a whole number, without commas; empty, it is the sum.',
      day_said: (index: number, day: string) =>
        `Record ${index} says that of ${day} already. Correct that record, or choose another day.`,
      shipment_said: (index: number) =>
        `Record ${index} says that of this shipment already. Correct that record, or give another number.`,
    },
  },
  withdraw: {
    title: 'Withdraw from this draft',
    says: 'Whoever signs it takes the signature back before it is on record: the draft can then never come into force. It stays to be read, with this withdrawal beside it.',
    reason: 'Why (may stay empty)',
    done: 'Withdrawn from here: it can never be on record.',
    not_signer: (names: string) => `Only who signs it withdraws: ${names}.`,
  },
};

export type LedgerFormMessages = typeof en_ledger_forms;
