// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Statement } from '../sign/statement';
import { inspected_text } from './screened';

const at = '1953-08-05T09:00:00+09:00';

describe('what is read for what no inspection studies', () => {
  it('is the text and what the lines are called', () => {
    const items = [
      {
        materiel: 'weapon',
        designation: 'M1',
        quantity: 2,
        replaces: '',
        replaced: 0,
        disposition: 'none',
      },
    ] as const;
    const said: Statement = {
      kind: 'shipment/1',
      fields: {
        side: 'unc',
        basis: 'inspected',
        shipment: 'S-1',
        point: 'pusan',
        direction: 'arriving',
        at,
        items,
        text: 'seen',
      },
    };
    expect(inspected_text(said)).toBe('S-1\nM1\nseen');
  });
  it('is nothing of what is no count or sighting', () => {
    const fields = { term: 'zone.withdrawal', occasion: '', at, text: 'done' };
    expect(inspected_text({ kind: 'fulfilment/1', fields })).toBe('');
    expect(inspected_text(null)).toBe('');
  });
});
