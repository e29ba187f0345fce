// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { parse_holder } from './grant_pass';

describe('a line of the form that grants passes', () => {
  it('names a holder; what is not known may be left out', () => {
    const kim = { number: 'C-17', person: 'Kim', sort: 'civil_police', arms: 'armed' };
    expect(parse_holder('C-17; Kim; civil_police; armed')).toEqual(kim);
    expect(parse_holder(' C-18 ')).toEqual({
      number: 'C-18',
      person: '',
      sort: '',
      arms: 'unarmed',
    });
  });
  it('names none without a number, with other arms, or with more', () => {
    for (const line of ['; Kim', 'C-17; Kim; police; sword', 'C-17; Kim; police; armed; twice']) {
      expect(parse_holder(line)).toBeNull();
    }
  });
});
