// SPDX-License-Identifier: Apache-2.0
// The words of the agreement in force and its amendments, in English.

type Words = { readonly [word: string]: string };
const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

export const en_agreement = {
  nav_agreement: 'Agreement',
  agreement: {
    says: 'What the agreement rules and the program computes, paragraph by paragraph: the words it quotes, what is counted, and every reading that the text leaves open.',
    effective: 'Effective',
    digest: 'In force',
    terms: (n: number) => count(n, 'term', 'terms'),
    filter: 'Words or paragraph',
    none: 'No term has these words.',
    no_terms: 'The agreement on record holds no terms: nothing is judged.',
    open: 'Left open',
    read_as: 'read as',
    or: 'or',
    bad: (n: number) =>
      count(n, 'finding on record is not good', 'findings on record are not good'),
    drafts: 'Rival drafts',
    compare: 'Compare them with it',
    due: 'What is due by it',
    amendments: 'Amendments',
    no_amendments: 'None is on record.',
    states: {
      waits: 'waits for its hour',
      in_force: 'in force',
      overtaken: 'overtaken: another came into force first',
      withdrawn: 'taken back before its hour',
      inert: 'without force',
    } as Words,
    takes_effect: 'takes effect',
    since: 'since',
    changes: 'What it changes',
  },
  amend: {
    title: 'Amend the agreement',
    says: 'All whose signatures it takes sign one record. Until then, and before its hour, the agreement stays as it is; what is judged already stays judged.',
    name: 'What it is called',
    takes_effect: 'Takes effect',
    changes: 'The changes, in the form of a rival draft',
    text: 'What is said of it',
    example: 'Put in the form',
    lacks_title: 'Say what it is called.',
    lacks_time: 'Give the hour from which it is in force.',
    lacks_changes: 'Say what is changed.',
    no_organ: 'No organ of this circle has all who must sign: an amendment cannot be signed here.',
    cancel: 'Cancel',
  },
};

export type AgreementMessages = typeof en_agreement;
