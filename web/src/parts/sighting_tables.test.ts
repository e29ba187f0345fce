// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { SightingRow } from '../api/shapes';
import { hedged } from './sighting_tables';

const row: SightingRow = {
  index: 7,
  author: 'corvo/observer',
  day: '2031-04-10',
  place: 'kestrel',
  what: 'explosion',
  side: '',
  number: 12,
  means: 'patrol',
  perceived: 'heard',
  certainty: 'undetermined',
  bearing: 'undetermined',
  latitude_e7: 0,
  longitude_e7: 0,
  error_mm: 40_000_000_000,
  distance_mm: null,
  from: '2031-04-10T21:00:00+02:00',
  until: '2031-04-10T21:20:00+02:00',
  told: false,
  standing: 'undetermined',
  retracted: false,
};

describe('a sighting in words', () => {
  it('hedges as its author did', () => {
    expect(hedged(row)).toBe(
      'heard by a patrol; what it was could not be determined; whether incoming or outgoing is undetermined; nobody says whose',
    );
  });
  it('says whose it is taken to be, and who only tells so', () => {
    const told = { ...row, side: 'brenn', told: true, certainty: 'assessed', bearing: 'outgoing' };
    expect(hedged(told)).toBe(
      'heard by a patrol; assessed, not observed directly; outgoing; taken to be brenn’s; one side’s word about the other',
    );
  });
  it('leaves out what does not apply', () => {
    expect(hedged({ ...row, bearing: 'none', certainty: 'observed', means: 'uav' })).toBe(
      'heard by an unmanned aircraft; observed directly; nobody says whose',
    );
  });
});
