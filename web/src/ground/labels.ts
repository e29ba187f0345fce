// SPDX-License-Identifier: Apache-2.0
// Where the words of a map stand so that none is printed over another, or over a button. Who comes
// first in the list stands; a label that finds no room is left out. Pure.
import type { Point, Size } from './plane';

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export type Label = {
  readonly key: string;
  readonly text: string;
  /** The sign that it belongs to, in pixels. */
  readonly at: Point;
};

export type Place = {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
};

const letter_px = 6.6;
const height_px = 13;
const gap_px = 9;

/** How wide a text is drawn, at most. */
export function text_width(text: string): number {
  return text.length * letter_px;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

// Right above, left above, right below, left below.
const sides = [
  { anchor: 'start', dy: -8 },
  { anchor: 'end', dy: -8 },
  { anchor: 'start', dy: 17 },
  { anchor: 'end', dy: 17 },
] as const;

function box_of(text: string, { x, y, anchor }: Place): Box {
  const width = text_width(text);
  const left = anchor === 'start' ? x : x - width;
  return { left, top: y - height_px + 2, right: left + width, bottom: y + 3 };
}

/** Places each label beside its sign where it overlaps nothing that is taken; leaves out the others, and
 *  those of signs out of sight. */
export function place_labels<L extends Label>(
  labels: readonly L[],
  size: Size,
  taken: readonly Box[],
): readonly (L & Place)[] {
  const boxes = [...taken];
  const placed: (L & Place)[] = [];
  const screen = { left: 0, top: 0, right: size.width, bottom: size.height };
  const inside = (box: Box) =>
    box.left >= 0 && box.top >= 0 && box.right <= screen.right && box.bottom <= screen.bottom;
  for (const label of labels) {
    const { x, y } = label.at;
    const places = sides.map(({ anchor, dy }): Place => {
      return { x: anchor === 'start' ? x + gap_px : x - gap_px, y: y + dy, anchor };
    });
    const place = places.find((one) => {
      const box = box_of(label.text, one);
      return inside(box) && !boxes.some((other) => overlap(other, box));
    });
    if (place === undefined) continue;
    placed.push({ ...label, ...place });
    boxes.push(box_of(label.text, place));
  }
  return placed;
}
