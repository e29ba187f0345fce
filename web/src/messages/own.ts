// SPDX-License-Identifier: Apache-2.0
// The words of a side's own register, in English.

type Words = { readonly [word: string]: string };

/** What its kinds are called. */
export const own_kind_names: Words = {
  'instruction-request': 'Instruction asked',
  instruction: 'Instruction',
  ladder: 'Ladder',
  release: 'Release',
  guidance: 'Guidance',
  'press-item': 'Press',
  deadline: 'Deadline',
  linkage: 'Linkage',
};

/** What a record of them says. */
export const own_kind_says: Words = {
  'instruction-request': 'A delegation asks its own side what to do.',
  instruction: 'What a delegation is told to do.',
  ladder: 'How far a side would go, step by step.',
  release: 'A step that may be offered from now on.',
  guidance: 'What is not to be said in public.',
  'press-item': 'What was printed.',
  deadline: 'What is due for this side.',
  linkage: 'One issue is held against another.',
};

export const en_own = {
  nav_own: 'Own positions',
  own: {
    title: (side: string) => `What ${side} keeps to itself`,
    says: 'This is a side’s own register: no other party shares it, and nothing of it goes into the shared record.',
    empty: 'Nothing is kept here yet.',
    empty_do: 'A file of facts is put here with `armistice own import`.',
    ladders: 'How far we would go',
    offer: 'May be offered now:',
    number: (n: number) => `${n}.`,
    also: (words: string) => `or: ${words}`,
    condition: (what: string) => `On condition: ${what}`,
    rung: {
      offered: 'may be offered',
      waits: 'released, and one above it is not',
      closed: 'not released',
    },
    released: (by: string, day: string) => `released by ${by}, ${day}`,
    check: 'Hold a draft against it',
    check_says:
      'Before a proposal is signed for the shared record. What is written here is asked and forgotten.',
    issue: 'Issue',
    act: 'Step',
    value: 'Where we would stand, in a few words',
    text: 'Word for word',
    ask: 'Hold against',
    held_title: 'Not signed',
    held_back:
      'It gives away more than is released, or says what is not said: this side’s own register stops it.',
    held_why: 'That register alone says why: at its own desk, or by `armistice own check`.',
    held_first: 'Before it is signed, it is held against this side’s own register.',
    not_asked: 'Not signed, since this side’s own register was not asked',
    stopped: 'It is not to be signed.',
    good: 'Nothing stops it.',
    stop: {
      not_released: (words: string, rung: number) =>
        `“${words}” is rung ${rung}, which is not released.`,
      on_no_rung: (words: string) => `“${words}” is on no rung of the ladder.`,
      gives_up: (words: string) => `“${words}” is all that is released, and nothing below it.`,
      unsaid: (words: string) => `“${words}” is not said in public.`,
      unread: (words: string) => `What “${words}” accepts is not known here.`,
    },
    instead: (words: string) => `Said instead: “${words}”.`,
    may_be: (words: string) => `What may be offered is “${words}”.`,
    requests: 'Instructions asked',
    due: (day: string) => `needed by ${day}`,
    state: { open: 'open', answered: 'answered' } as Words,
    overdue: 'overdue',
    past: 'past',
    instructions: 'Instructions given',
    by: (who: string) => `by ${who}`,
    answers: 'answers',
    option: (n: number) => `option ${n}`,
    guidance: 'Not said in public',
    not: (words: string) => `“${words}”`,
    but: (words: string) => `but “${words}”`,
    of_all: 'of all issues',
    linkages: 'Held against each other',
    linked: (issue: string, against: string) => `${issue} against ${against}`,
    deadlines: 'Due for us',
    press: 'Press, by its day',
    taken_back: 'taken back',
    notices: 'Noticed',
    words: {
      no_request: 'No such request stands before it',
      other_issue: 'It is about another issue',
      no_option: 'No such option',
      answered_already: 'Answered already',
      position_twice: 'A position stands twice',
      no_ladder: 'No such ladder stands before it',
      no_rung: 'No such rung',
      superseded: 'Another ladder is in force',
      released_already: 'Released already',
      out_of_order: 'The rung above is not released',
      unknown_side: 'No side of the agreement',
      unknown_issue: 'Nothing was asked or said of this issue',
      own_kind: 'For a side’s own register',
      positions_full: 'More than is held',
    } as Words,
  },
};

export type OwnMessages = typeof en_own;
