// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import {
  case_row,
  commanders,
  draft,
  finding,
  ground,
  id_of,
  officers,
  seniors,
  step,
  story,
} from '../../test/case_fixture';
import { parse_route } from '../store/route';
import {
  filter_cases,
  group_steps,
  in_order,
  last_step,
  next_step,
  notices_of,
  parse_names,
  steps_ahead,
  steps_behind,
  team_out,
  way_length,
} from './case_steps';
import { table_lines } from './map_table';

describe('steps', () => {
  const nodes = group_steps(story);
  const node = (word: string) => nodes.find((one) => one.step.step === word);
  test('keep their order, the ballots under their report', () => {
    const words = nodes.map((one) => one.step.step);
    expect(words.slice(0, 4)).toEqual(['alleged', 'requested', 'tasked', 'dispatched']);
    expect(words).not.toContain('ballot');
    expect(node('reported')?.ballots.map((one) => one.by)).toEqual(officers);
  });
  test('have acknowledgements under what was passed on', () => {
    expect(node('notified')?.received.map((one) => one.by)).toEqual(['unc/commander']);
    expect(node('forwarded')?.received).toEqual([]);
  });
  test('stand alone where what they speak of is not here', () => {
    const alone = group_steps([step(40, 'ballot', { about: id_of(99) })]);
    expect(alone.map((one) => one.step.step)).toEqual(['ballot']);
  });
  test('tell of a draft that it lapsed, under the draft', () => {
    const rows = [
      step(30, 'drafted', { about: id_of(31) }),
      step(35, 'lapsed', { about: id_of(31) }),
    ];
    const [only, ...more] = group_steps(rows);
    expect(only?.lapsed?.index).toBe(35);
    expect(more).toEqual([]);
  });
  test('that were taken back are not the last', () => {
    expect(last_step(story, 'access_denied')).toBe(null);
    expect(last_step(story, 'reported')?.index).toBe(23);
  });
  test('give their notices once, without what is kept', () => {
    expect(notices_of([...story, ...story]).map((one) => one.paragraph)).toEqual(['46']);
    const retracted = step(50, 'tasked', { judged: [finding()], retracted: true });
    expect(notices_of([retracted])).toEqual([]);
  });
});

describe('the way', () => {
  test('is behind and ahead of what is due', () => {
    expect(steps_behind('request')).toBe(1);
    expect(steps_behind('')).toBe(way_length);
    expect(steps_ahead('notify')).toEqual(['acknowledge']);
    expect(steps_behind('something new')).toBe(null);
    expect(steps_ahead('')).toEqual([]);
    expect(steps_ahead('something new')).toEqual([]);
  });
});

describe('a draft that waits', () => {
  test('stands on the way where its own kind stands', () => {
    expect(steps_ahead('sign', 'determination/1')).toEqual(steps_ahead('determine'));
    expect(steps_ahead('sign', 'tasking/1')).toEqual(steps_ahead('task'));
    expect(steps_behind('sign', 'tasking/1')).toBe(2);
    expect(steps_behind('sign', 'evaluation/1')).toBe(steps_behind('evaluate'));
  });
  test('of no kind that is known stands nowhere', () => {
    expect(steps_ahead('sign')).toEqual([]);
    expect(steps_behind('sign', 'permit/1')).toBe(null);
  });
});

describe('a team that is out', () => {
  const sent = story.slice(0, 4);
  test('may return from its dispatch on, and on a closed case too', () => {
    expect(team_out(story.slice(0, 3))).toBe(null);
    expect(team_out(sent)).toEqual({ team: 'nnit/mobile-1', by: officers, words: ['returned'] });
    expect(team_out(story)?.words).toEqual(['returned']);
  });
  test('may try again where access was denied', () => {
    const denied = step(21, 'access_denied', { detail: 'nnit/mobile-1' });
    expect(team_out([...sent, denied])?.words).toEqual(['returned', 'on_site', 'access_denied']);
  });
  test('is home once it says so, unless that was taken back', () => {
    const home = step(60, 'returned', { detail: 'nnit/mobile-1' });
    expect(team_out([...story, home])).toBe(null);
    expect(team_out([...story, { ...home, retracted: true }])?.team).toBe('nnit/mobile-1');
    const sent_again = step(61, 'tasked', { detail: 'nnit/mobile-2', names: officers });
    expect(team_out([...story, home, sent_again])).toBe(null);
  });
});

describe('the next step', () => {
  const none = { drafts: [] };
  test('has the form of what is due, for the keys that are here', () => {
    const asked = next_step(case_row(), none, ['unc/senior-member', 'unc/delegation']);
    expect(asked).toEqual({
      form: 'request',
      by: seniors,
      held: ['unc/senior-member'],
      draft: null,
    });
    const form = (next: string) => next_step(case_row({ next }), none, [])?.form;
    expect(form('dispatch')).toBe('team_step');
    expect(form('on_site')).toBe('team_step');
    expect(form('notify')).toBe('notification');
    expect(form('acknowledge')).toBe('acknowledgement');
  });
  test('is none when nothing is due, or nothing that this page knows', () => {
    expect(next_step(case_row({ next: '' }), none, [])).toBe(null);
    expect(next_step(case_row({ next: 'something_new' }), none, [])).toBe(null);
    expect(next_step(case_row({ next: 'sign' }), none, [])).toBe(null);
  });
  test('is a draft that waits, for those whose line is missing', () => {
    const waits = next_step(case_row({ next: 'determine' }), { drafts: [draft()] }, seniors);
    expect(waits?.form).toBe('sign');
    expect(waits?.by).toEqual(['unc/senior-member']);
    const lapsed = { drafts: [draft({ state: 'lapsed' })] };
    expect(next_step(case_row({ next: 'determine' }), lapsed, seniors)?.form).toBe('determination');
    const other = { drafts: [draft({ case: 99 })] };
    expect(next_step(case_row({ next: 'determine' }), other, seniors)?.form).toBe('determination');
  });
});

test('cases stand open before closed, newest first, and are filtered', () => {
  const cases = [
    case_row({ case: 3, next: '' }),
    case_row({ case: 5 }),
    case_row({ case: 9, next_by: ['sweden/member'], text: 'A patrol inside the zone.' }),
  ];
  expect(in_order(cases, []).map((one) => one.case)).toEqual([9, 5, 3]);
  // Those come first whose next step is for a key of this browser.
  expect(in_order(cases, ['unc/senior-member']).map((one) => one.case)).toEqual([5, 9, 3]);
  const shown = (waits_for: string, text: string) =>
    filter_cases(cases, { waits_for, text }).map((one) => one.case);
  expect(shown('sweden/member', '')).toEqual([9]);
  expect(shown('', 'PATROL')).toEqual([9]);
  expect(shown('', '§7')).toEqual([3, 5, 9]);
  expect(shown('nobody', '')).toEqual([]);
});

test('names are read one a line, or between commas, each once', () => {
  expect(parse_names(' unc/commander\n\nkpa-cpv/kpa-commander, unc/commander;')).toEqual(
    commanders.slice(0, 2),
  );
  expect(parse_names('  ')).toEqual([]);
});

test('the map’s table says all that the picture shows', () => {
  const lines = table_lines(ground);
  expect(lines.length).toBe(5 + 2);
  expect(lines[0]?.place).toBe('37.9402, 126.6805');
  expect(lines.at(-1)?.what).toBe('Sinuiju');
});

test('addresses of cases, map and bodies', () => {
  expect(parse_route('#/docket')).toEqual({ page: 'docket', of: null });
  expect(parse_route('#/docket/17')).toEqual({ page: 'docket', of: 17 });
  expect(parse_route('#/docket/x')).toEqual({ page: 'none' });
  expect(parse_route('#/map?observation=14')).toEqual({ page: 'map', observation: 14 });
  expect(parse_route('#/bodies')).toEqual({ page: 'bodies' });
  expect(parse_route('#/allege?observation=14&finding=sha256:00')).toEqual({
    page: 'allege',
    finding: 'sha256:00',
    observation: 14,
  });
});
