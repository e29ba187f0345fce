// SPDX-License-Identifier: Apache-2.0
// The words of where a case stands besides, in English.

export const en_mark = {
  screened: {
    speaks: (word: string) => `This speaks of “${word}”.`,
    says: 'No inspection may study this. Write it otherwise, or hand it in as it is: then the register finds it.',
    anyway: 'Hand it in as it is',
    reading: 'It is being read for what no inspection may study.',
    lacks: 'It speaks of what no inspection may study: see above.',
  },
  mark: {
    title: 'Where else it stands: register, attribute, dispute, close',
    status: 'It is',
    choose: 'Choose…',
    party: 'Attributed to',
    number: 'Number in your registry',
    disputed: 'Which record is disputed',
    earlier: 'Which case it repeats',
    text: 'Why',
    marks: 'Also',
    who: {
      registered: 'Said by a senior member.',
      screened: 'Said by a senior member: there is something to look into.',
      attributed: 'Said by the neutral commission together, once a report was evaluated.',
      not_attributable: 'Said by the neutral commission together, once a report was evaluated.',
      disputed: 'Said by anybody of a side. It moves nothing but is seen by all.',
      recurring: 'Said by a senior member.',
      closed_without_agreement: 'The case is closed once both senior members have said so.',
    } as { readonly [word: string]: string },
    lacks_status: 'Choose where it stands.',
    lacks_party: 'Choose to whom it is attributed.',
    lacks_disputed: 'Choose which record is disputed.',
    lacks_earlier: 'Choose the earlier case.',
  },
};

export type MarkMessages = typeof en_mark;
