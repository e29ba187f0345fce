// SPDX-License-Identifier: Apache-2.0
import { beforeEach, describe, expect, it } from 'vitest';
import type { RegisterInfo } from '../api/shapes';
import { organ_with, organs_of, parties_of, sides } from './parties';
import { register } from './session';

const shown = {
  parties: [
    { name: 'unc', group: 'sides' },
    { name: 'sweden', group: 'neutrals' },
    { name: 'kpa-cpv', group: 'sides' },
  ],
  organs: [
    { name: 'joint/both', members: ['unc/senior', 'sweden/member'] },
    { name: 'joint/mac', members: ['unc/senior', 'kpa-cpv/senior'] },
    { name: 'joint/nnsc', members: ['sweden/member'] },
  ],
} as unknown as RegisterInfo;

describe('the register shown', () => {
  beforeEach(() => {
    register.value = shown;
  });
  it('has parties of two groups, in its own order', () => {
    expect(sides()).toEqual(['unc', 'kpa-cpv']);
    expect(parties_of('neutrals')).toEqual(['sweden']);
  });
  it('has organs of one group, and organs of some members', () => {
    expect(organs_of('sides').map(({ name }) => name)).toEqual(['joint/mac']);
    expect(organs_of('neutrals').map(({ name }) => name)).toEqual(['joint/nnsc']);
    expect(organ_with(['unc/senior'])?.name).toBe('joint/both');
    expect(organ_with(['kpa-cpv/senior', 'unc/senior'])?.name).toBe('joint/mac');
    expect(organ_with(['kpa-cpv/senior', 'sweden/member'])).toBeUndefined();
    expect(organ_with([])).toBeUndefined();
  });
  it('has neither before there is one', () => {
    register.value = null;
    expect(sides()).toEqual([]);
    expect(organs_of('sides')).toEqual([]);
  });
});
