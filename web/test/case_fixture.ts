// SPDX-License-Identifier: Apache-2.0
// Cases, ground and bodies as a node would answer, for tests of what the desks make of them.
import type {
  Bodies,
  CaseRow,
  Docket,
  DraftRow,
  FindingRow,
  Ground,
  ObservationRow,
  StepRow,
} from '../src/api/shapes';
import { digest } from './fixture';

export const id_of = (index: number) => digest(`record ${index}`);
const time_of = (minutes: number) => {
  const at = new Date(Date.UTC(1953, 6, 28, 6, 0) + minutes * 60_000).toISOString().slice(0, 19);
  return `${at}+09:00`;
};

export const officers = [
  'sweden/officer',
  'switzerland/officer',
  'poland/officer',
  'czechoslovakia/officer',
];
export const neutrals = officers.map((name) => name.replace('officer', 'member'));
export const seniors = ['unc/senior-member', 'kpa-cpv/senior-member'];
export const commanders = ['unc/commander', 'kpa-cpv/kpa-commander', 'kpa-cpv/cpv-commander'];

export function finding(change: Partial<FindingRow> = {}): FindingRow {
  return {
    finding: digest('finding'),
    index: 14,
    record: id_of(14),
    case: null,
    term: 'line.crossing',
    paragraph: '7',
    phrase: 'unless specifically authorized to do so by the Military Armistice Commission',
    verdict: 'broken',
    good: false,
    because: 'track UNC-0041 crossed the line; no permit of joint/mac covers it at that time',
    cure: 'a permit of joint/mac for UNC-0041 that covers 28 July 1953, 05:41',
    reading: '',
    occasion: '',
    retracted: false,
    judged_at: 14,
    ...change,
  };
}

export const of_neutrals = (change: Partial<FindingRow> = {}) =>
  finding({
    finding: digest('quorum'),
    term: 'neutrals.quorum',
    paragraph: '37',
    phrase: 'members present from the neutral nations nominated by one side is equal',
    verdict: 'kept',
    good: true,
    because: '2 of those nominated by unc and 2 of those nominated by kpa-cpv are present',
    cure: '',
    case: 17,
    ...change,
  });

export function step(index: number, word: string, change: Partial<StepRow> = {}): StepRow {
  return {
    index,
    id: id_of(index),
    step: word,
    by: 'kpa-cpv/senior-member',
    signers: [],
    written: time_of(index),
    after: null,
    about: null,
    detail: '',
    text: '',
    retracted: false,
    judged: [],
    names: [],
    notices: [],
    elapsed_s: null,
    acts: true,
    ...change,
  };
}

export function case_row(change: Partial<CaseRow> = {}): CaseRow {
  return {
    case: 17,
    id: id_of(17),
    term: 'line.crossing',
    paragraph: '7',
    against: 'unc',
    by: 'kpa-cpv/senior-member',
    text: 'A vehicle of the other side crossed the line north of Panmunjom without authority.',
    outcome: '',
    outcome_paragraph: '',
    responsible: '',
    draft_kind: '',
    opened: time_of(17),
    status: 'alleged',
    next: 'request',
    next_by: seniors,
    next_to: [],
    marks: [],
    last_index: 17,
    since: time_of(17),
    notices: 0,
    mode: 'settled',
    ...change,
  };
}

/** Every step of a case that goes its whole way, with a dissent and a report taken back. */
export const story: readonly StepRow[] = [
  step(17, 'alleged', {
    about: digest('finding'),
    detail: 'unc',
    text: 'A vehicle of the other side crossed the line north of Panmunjom without authority.',
  }),
  step(18, 'requested', {
    detail: 'joint/nnsc',
    text: 'We ask that the tracks at the crossing be looked at before they are gone.',
  }),
  step(19, 'tasked', {
    by: 'joint/nnsc',
    signers: neutrals,
    about: id_of(18),
    detail: 'nnit/mobile-1',
    names: officers,
    judged: [of_neutrals()],
  }),
  step(20, 'dispatched', { by: 'sweden/officer', detail: 'nnit/mobile-1' }),
  step(21, 'access_denied', {
    by: 'sweden/officer',
    detail: 'nnit/mobile-1',
    text: 'A guard of the southern side turned the team back at the second barrier.',
    retracted: true,
  }),
  step(22, 'on_site', { by: 'poland/officer', detail: 'nnit/mobile-1' }),
  step(23, 'reported', {
    by: 'switzerland/officer',
    detail: 'confirmed',
    text: 'Wheel tracks lead across the line for 240 m and back. One marker lies on the ground.',
    judged: [
      finding({
        finding: digest('adoption'),
        index: 23,
        record: id_of(23),
        case: 17,
        term: 'report.adoption',
        paragraph: '46',
        phrase: 'Reports shall be submitted by a Team as a whole',
        verdict: 'reference_only',
        because: '3 of 4 members in favour; the reading in use asks for all',
        cure: 'the vote of poland/officer in favour',
      }),
    ],
  }),
  ...officers.map((by, at) =>
    step(24 + at, 'ballot', {
      by,
      about: id_of(23),
      detail: by === 'poland/officer' ? 'against' : 'in_favour',
      text: by === 'poland/officer' ? 'The marker had fallen before; the tracks are older.' : '',
    }),
  ),
  step(28, 'forwarded', { by: 'sweden/member', about: id_of(23), names: seniors, detail: 'en' }),
  step(29, 'evaluated', {
    by: 'joint/nnsc',
    signers: neutrals,
    about: id_of(23),
    detail: 'confirmed',
    text: 'The commission finds the report of its team consistent.',
  }),
  step(30, 'drafted', { about: id_of(31), detail: 'determination/1', names: [seniors[0] ?? ''] }),
  step(31, 'determined', {
    by: 'joint/mac',
    signers: seniors,
    about: id_of(29),
    detail: 'violation',
    text: 'The line was crossed without authority. Those responsible are to be punished (13e).',
  }),
  step(32, 'notified', {
    by: 'unc/senior-member',
    about: id_of(31),
    names: commanders,
    detail: 'en',
  }),
  step(33, 'acknowledged', { by: 'unc/commander', about: id_of(32), text: 'Received.' }),
];

export function observation(change: Partial<ObservationRow> = {}): ObservationRow {
  const fix = (minutes: number, latitude: string, longitude: string) => ({
    time: time_of(minutes - 25),
    latitude,
    longitude,
    error_mm: 35_000,
  });
  return {
    index: 14,
    id: id_of(14),
    by: 'kpa-cpv/situation-room',
    event: 'crossing',
    track: 'UNC-0041',
    sort: 'wheeled vehicle',
    affiliation: 'unc',
    claimed_by: 'kpa-cpv',
    boundary: 'line',
    from: 'south',
    to: 'north',
    earliest: time_of(-19),
    latest: time_of(-18),
    edge_distance_mm: 812_000,
    fix_error_mm: 35_000,
    edge_error_mm: 300_000,
    basis: 'map',
    fixes: [
      fix(4, '37.9402', '126.6805'),
      fix(5, '37.9431', '126.6772'),
      fix(6, '37.9458', '126.6731'),
      fix(7, '37.9480', '126.6668'),
      fix(8, '37.9497', '126.6601'),
    ],
    zone: 'inside',
    computed_distance_mm: 815_000,
    agrees: true,
    retracted: false,
    side: 'north',
    text: '',
    ...change,
  };
}

export function draft(change: Partial<DraftRow> = {}): DraftRow {
  return {
    index: 30,
    draft: id_of(31),
    case: 17,
    kind: 'determination/1',
    by: 'kpa-cpv/senior-member',
    signers: seniors,
    signed: ['kpa-cpv/senior-member'],
    until: time_of(90),
    until_utc: Date.parse(time_of(90)) / 1000,
    state: 'waits',
    text: 'a joint text',
    lines: '',
    body: '{}',
    ...change,
  };
}

export const docket: Docket = {
  cases: [
    case_row({
      status: 'notified',
      next: 'acknowledge',
      next_by: ['kpa-cpv/kpa-commander', 'kpa-cpv/cpv-commander'],
      notices: 1,
    }),
  ],
  steps: story,
  findings: [finding({ case: 17 })],
  observations: [observation()],
  drafts: [draft({ state: 'signed', signed: seniors })],
  strays: [],
};

export const ground: Ground = {
  digest: digest('ground'),
  left: 'north',
  right: 'south',
  zone_mm: 2_000_000,
  stretches: [
    {
      basis: 'map',
      error_mm: 300_000,
      places: ['37.84339 126.68964', '37.95 126.67', '38.3 127.1'],
    },
    { basis: 'buffer', error_mm: 800_000, places: ['38.3 127.1', '38.32 127.9', '38.61 128.36'] },
  ],
  ports: [
    {
      name: 'inchon',
      title: 'Inchon',
      side: 'unc',
      team: 'nnit/inchon',
      latitude: '37°28′N',
      longitude: '126°38′E',
      facilities: [],
      note: '',
    },
    {
      name: 'sinuiju',
      title: 'Sinuiju',
      side: 'kpa-cpv',
      team: 'nnit/sinuiju',
      latitude: '40°06′N',
      longitude: '124°24′E',
      facilities: [],
      note: 'The minutes of the latitude are what the place suggests, and unverified.',
    },
  ],
  observations: [observation()],
  permits: [],
};

export const bodies: Bodies = {
  bodies: [
    {
      name: 'joint/mac',
      title: 'Military Armistice Commission',
      paragraph: '20',
      members: seniors,
    },
    {
      name: 'joint/nnsc',
      title: 'Neutral Nations Supervisory Commission',
      paragraph: '37',
      members: neutrals,
    },
  ],
  seats: [],
  appointments: [],
  sessions: [],
  motions: [],
  notices: [],
  findings: [],
  teams: Array.from({ length: 10 }, (_, at) => ({
    team: `nnit/mobile-${at + 1}`,
    group: 'mobile-inspection-teams',
    title: 'Mobile Neutral Nations Inspection Teams, in reserve',
    of: 'joint/nnsc',
    state: at === 0 ? 'on_site' : 'ready',
    requested_by: at === 0 ? 'unc' : '',
    since: at === 0 ? 19 : 0,
    case: at === 0 ? 17 : null,
    members: at === 0 ? officers : [],
    port: '',
  })),
};
