// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { parse_where } from './lodge_sighting';

describe('where a sighting was', () => {
  it('may be nowhere that anybody says', () => {
    expect(parse_where('', '', '')?.error_mm).toBe(40_000_000_000);
  });
  it('is a place with how far off it may be', () => {
    const where = { latitude_e7: 381_000_000, longitude_e7: -1_271_000_000, error_mm: 300_000 };
    expect(parse_where('38.1', '-127.1', '300')).toEqual(where);
  });
  it('is nothing if one of the three is missing or wrong', () => {
    for (const [latitude = '', longitude = '', error = ''] of [
      ['38.1', '', '300'],
      ['38.1', '127.1', ''],
      ['98.1', '127.1', '300'],
      ['38.1', '127.1', 'some'],
    ]) {
      expect(parse_where(latitude, longitude, error)).toBeNull();
    }
  });
});
