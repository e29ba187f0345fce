// SPDX-License-Identifier: Apache-2.0
// The words of the due list and the ledger, in English.

type Words = { readonly [word: string]: string };
const count = (n: number) => n.toLocaleString('en');

export const en_ledger = {
  nav_ledger: { due: 'Due', ledger: 'Ledger' },
  due: {
    title: 'What is due',
    says: 'What the agreement asks by an hour, whose hour the register’s clock has passed or will pass. A duty is closed by a record, and by nothing else.',
    clock: (time: string) => `The register’s clock: ${time}`,
    no_clock: 'The register’s clock has not started.',
    from: 'From',
    overdue: 'Overdue',
    none_overdue: 'Nothing is overdue from before.',
    coming: 'By the hour',
    none_coming: 'Nothing falls due in these days.',
    columns: {
      due: 'Last second',
      what: 'What',
      by: 'Owed by',
    },
    states: { waits: 'Waits', fulfilled: 'Done', late: 'Done late', overdue: 'Overdue' } as Words,
    of_day: (day: string) => `of ${day}`,
    by_movement: 'by its report of that day',
    by_holding: 'by what it lodges or counts',
    owed: 'Begun, and to follow',
    owed_since: 'owed since',
    owed_what: {
      sent: 'A team sent',
      forwarded: 'The report passed on',
      notified: 'Those told who must be',
      reported: 'The report of shipment',
    } as Record<string, string>,
    asked: 'Asked for',
    asked_by: (name: string) => `for ${name}`,
    state_done: 'State it done',
    form: 'State that a duty is done',
    form_says:
      'It is the word of who owes it. Whether it is true, the other side and the observers say.',
    form_text: 'What was done, and where that can be seen',
  },
  points: {
    title: 'Points',
    none: 'The agreement names no points.',
    of_side: (n: number, side: string) => `${count(n)} of ${side}`,
    columns: [
      'Point',
      'Side',
      'Team stationed',
      'Observed there',
      'Where, on the text’s own datum',
    ],
  },
  ledger: {
    title: 'What came in and went out',
    says: 'A side’s own reports are added up; what teams counted at the ports stands beside them.',
    month: 'Month',
    before: 'The month before',
    after: 'The month after',
    since: 'Since the effective hour',
    in_month: (month: string) => `In ${month}`,
    arrived: (n: number) => `${count(n)} arrived`,
    departed: (n: number) => `${count(n)} departed`,
    balance: (n: number) =>
      n === 0
        ? 'man for man'
        : n < 0
          ? `${count(-n)} more have left`
          : `${count(n)} more are in than out`,
    of_most: (n: number, most: number) => `${count(n)} of at most ${count(most)} arrived`,
    notices: 'Noticed',
    findings: 'Found',
    days: 'By day',
    counts: 'By point',
    items: 'Materiel',
    empty: 'No movement of this month is on record.',
    empty_do:
      'Sides and teams report here, or with `armistice movement report` and `movement shipment`.',
    columns: {
      day: 'Day',
      side: 'Side',
      arrived: 'Arrived',
      departed: 'Departed',
      point: 'Point',
      direction: 'Direction',
      persons: 'Persons',
      sort: 'Why',
      nationality: 'Nationality',
      basis: 'Counted by',
      record: 'Record',
      at: 'When',
      shipment: 'Shipment',
      item: 'Item',
      replaces: 'Replaces',
    },
    basis: { reported: 'the side', inspected: 'a team' } as Words,
    direction: { arriving: 'in', departing: 'out' } as Words,
    sorts: { rotation: 'rotation', temporary_duty: 'temporary duty', leave: 'leave' } as Words,
    dispositions: {
      none: 'nothing',
      destroyed: 'destroyed',
      damaged: 'damaged',
      worn_out: 'worn out',
      used_up: 'used up',
    } as Words,
    no_force: 'does not count',
    retracted: 'taken back',
    words: {
      unknown_side: 'No such side',
      not_the_side: 'Reported by another than the side',
      not_an_inspector: 'Inspected by no neutral',
      reported_twice: 'Reported a second time',
      ahead_of_clock: 'Ahead of the register’s clock',
      before_effective: 'Before the agreement took effect',
      sum_differs: 'A sum that fails',
      inspected_differs: 'Inspected otherwise than reported',
      not_reported: 'Inspected, and not reported',
    } as Words,
  },
};

export type LedgerMessages = typeof en_ledger;
