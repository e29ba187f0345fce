// SPDX-License-Identifier: Apache-2.0
// The words of an agreement and its rival drafts set against each other, in English.

type Words = { readonly [word: string]: string };
/** Of what has a standing, with the names of the two. */
type OfTwo = Record<'same' | 'differs' | 'only_a' | 'only_b', (a: string, b: string) => string>;
const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

export const en_drafts = {
  nav_drafts: 'Drafts',
  drafts: {
    title: 'Drafts compared',
    says: 'The agreement in force and the rival drafts that went on record with it, side by side by paragraph; and the same records judged under either. A draft has no force.',
    first: 'This',
    second: 'against this',
    in_force: 'in force',
    by: (party: string) => `by ${party}`,
    swap: 'Change sides',
    none: 'The agreement on record has no rival draft, so that there is nothing to compare.',
    itself: 'Both are the same. Choose two that differ.',
    paragraphs: 'By paragraph',
    standings: {
      same: () => 'The same',
      differs: () => 'Differs',
      only_a: (a) => `Only in ${a}`,
      only_b: (_, b) => `Only in ${b}`,
    } as OfTwo,
    differ: (n: number) => count(n, 'paragraph differs', 'paragraphs differ'),
    only_in: (n: number, name: string) => `${n.toLocaleString('en')} only in ${name}`,
    same: (n: number) => count(n, 'is the same', 'are the same'),
    the_same: (n: number) => `${count(n, 'paragraph is', 'paragraphs are')} the same in both`,
    nothing: 'says nothing of it',
    restated: 'Restated',
    both_say: 'Both',
    quoted: 'Its words',
    kind: 'Judges',
    bold: 'What stands bold in a list is in that one alone.',
    kinds: {
      permit_required: 'whether a permit was needed',
      zone_access: 'access to a zone',
      head_count: 'how many are in a zone',
      authority: 'who may act',
      status: 'what a paper amounts to',
      quorum: 'a quorum',
      composition: 'of whom a body or team is made',
      dispatch_cap: 'how many teams may be out',
      adoption: 'how a report is adopted',
      transmission: 'the way of a report',
      ceiling: 'a most in a month',
      balance: 'a balance of arrivals and departures',
      closed_list: 'through which points',
      replacement: 'piece for piece',
      report_due: 'a report that is due',
      deadline: 'a last hour',
      eligibility: 'who may be invited',
      same_nationality: 'the nationality of an alternate',
      grade_floor: 'the least grade',
      cadence: 'how often it meets',
      decision: 'how it decides',
    } as Words,
    parameters: {
      by: 'By',
      of: 'Of',
      to: 'To',
      act: 'Act',
      granted_by: 'Granted by',
      free_movement: 'Move freely',
      persons_max: 'Persons at most',
      agreed_by: 'Agreed by',
      report_to: 'Report to',
      members_min: 'Members at least',
      members_max: 'Members at most',
      from_each: 'From each',
      out_of: 'Out of',
      arrivals_max: 'Arrivals at most, a month',
      fulfilled_by: 'Done by',
      first_after_days: 'First after, days',
      every_days: 'Every so many days',
      within_hours: 'Within hours',
      within_days: 'Within days',
      took_part: 'Took part',
      recess_days_max: 'Days apart at most',
      when_split: 'When votes are equal',
    } as Words,
    of_side: {
      points: (side: string) => `Points of ${side}`,
      territory: (side: string) => `In the territory of ${side}, granted by`,
      option: (name: string) => `Read as: ${name}`,
    },
    findings: 'The same records, judged under either',
    judge: 'Judge them',
    judge_says: (n: number) =>
      `${n.toLocaleString('en')} records are read twice for that: it may take a minute.`,
    judged: (size: number, a: string, bad_a: number, b: string, bad_b: number) =>
      `${count(size, 'entry', 'entries')} judged: ${count(bad_a, 'finding', 'findings')} not good under ${a}, ${bad_b.toLocaleString('en')} under ${b}.`,
    no_findings: 'Both find the same, and find nothing that is not good.',
    left_off: (n: number) => `${count(n, 'row', 'rows')} more are left off.`,
    found: {
      differs: () => 'Both find something, and not the same',
      only_a: (a) => `Found under ${a} alone`,
      only_b: (_, b) => `Found under ${b} alone`,
      same: () => 'Both find the same, and it is not good',
    } as OfTwo,
    by_node:
      'Judged by this node, not by your browser, and not kept. The records that it links to are verified on their pages.',
    columns: { record: 'Record', paragraph: 'Paragraph', term: 'Term' },
    finds_nothing: 'nothing',
  },
};

export type DraftMessages = typeof en_drafts;
