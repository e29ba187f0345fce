// SPDX-License-Identifier: Apache-2.0
// The words of the desks where an observation is lodged and a permit granted, in English.

const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

export const en_observe = {
  observe: {
    title: 'Lodge an observation',
    says: 'A file of fixes is judged by the line on record. Choose what happened and sign it: the fixes it rests on go on record, no others. The file stays on this machine, and nothing of it is kept.',
    link: 'Lodge an observation',
    fixes: 'Fixes',
    file: 'A file of fixes, CSV or NDJSON',
    form: 'A heading names the columns: time, track, latitude, longitude; and uncertainty_m, affiliation, kind, if they are known.',
    pasted: 'or the lines themselves',
    read_as: 'How the file is read',
    uncertainty: 'Metres (95 %) of fixes that state none',
    offset: 'Offset of times that state none, such as +09:00',
    columns: 'Headings that differ, such as time=DateTime, latitude=lat',
    gap: 'Seconds between fixes that are not followed',
    halt: 'Seconds from which standing still is a halt',
    judge: 'Judge',
    judging: 'Judging…',
    too_large: (bytes: number, most: number) =>
      `The file has ${count(bytes, 'byte', 'bytes')}; here at most ${most.toLocaleString('en')} are read.`,
    too_large_next: 'Cut out the hours in question, or use armistice watch and armistice observe.',
    proposed: 'What happened',
    read: (fixes: number, tracks: number) =>
      `${count(fixes, 'fix', 'fixes')} of ${count(tracks, 'track', 'tracks')} were judged.`,
    assumed: (n: number) => `${count(n, 'fix states', 'fixes state')} no error of their own.`,
    gaps: (n: number) => `${count(n, 'gap', 'gaps')} between fixes too far apart to be followed.`,
    rejected: (n: number) => `${count(n, 'line was', 'lines were')} not read:`,
    line: (n: number, column: string) => (column === '' ? `line ${n}` : `line ${n}, ${column}`),
    nothing_read: 'No fix was read, so nothing was judged.',
    none: 'No track came near the line or its zone: there is nothing to lodge.',
    rests_on: (n: number) => `rests on ${count(n, 'fix', 'fixes')}`,
    on_record: (index: number) => `on record as ${index}`,
    track: 'Track',
    all_tracks: 'All tracks',
    again: (index: number) =>
      `This event is on record already, as ${index}. Signed again, it would stand there twice.`,
    claim_of_none: (words: string) =>
      `The fixes claim \u201c${words}\u201d, which is no party of this register. Choose whose it is, or leave it not known.`,
    whose: 'Whose it is claimed to be',
    unknown: 'not known',
    claimed_by: 'Who claims that',
    text: 'What else is to be said (may stay empty)',
    lodged: 'It is on record',
    lodged_says:
      'What the terms say of it stands in the docket. Another event of this file can be lodged next.',
    see_docket: 'See what was found',
    see_map: 'See it on the map',
  },
  permit: {
    title: 'Grant a permit',
    says: 'Whoever is named may do this, in that time. For line and zone the Military Armistice Commission grants it (7, 9), for a territory the Commander of that side (8).',
    link: 'Grant a permit',
    what: 'What is permitted',
    holder: 'Who: the name of the track, as observations have it',
    territory: 'Territory entered',
    from: 'From',
    to: 'Until',
    text: 'What for (may stay empty)',
    times_wrong: 'A time is written such as 1953-07-28T08:00:00+09:00.',
    times_turned: 'It ends before it begins.',
    no_such_track:
      'No observation on record has a track of exactly this name: so far the permit covers nothing.',
    outer_space: 'The name begins or ends with a space, which would be part of it.',
    by: 'Who grants it',
    by_one: 'one person',
  },
  lacks_observe: {
    fixes: 'Choose a file of fixes first.',
    event: 'Choose what happened.',
    claimed_by: 'Say who claims it.',
    act: 'Choose what is permitted.',
    holder: 'Name who is permitted.',
    territory: 'Choose whose territory is entered.',
    times: 'From and until are times such as 1953-07-28T08:00:00+09:00, in this order.',
    all_here: 'The keys of all members must be in this browser.',
  },
};

export type ObserveMessages = typeof en_observe;
