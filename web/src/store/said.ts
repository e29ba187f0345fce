// SPDX-License-Identifier: Apache-2.0
// What records say, read from their bodies by the verifier's own reader. A record never changes, so
// each is asked for once.
import { show_record } from '../api/client';
import { utf8_bytes } from '../verify/bytes';
import { parse_body, type Body } from '../verify/kinds/body';

// [register index]: its body, or null where it is not here, not open or not readable.
const known = new Map<string, Body | null>();

/** The body of a record; null where it is not here, not open or not readable. */
export async function body_of(register: string, index: number): Promise<Body | null> {
  const key = `${register} ${index}`;
  const had = known.get(key);
  if (had !== undefined) return had;
  const shown = await show_record(register, String(index));
  if (!shown.ok) return null; // the link may be down: asked again next time
  const { kind, text } = shown.value;
  const read = kind === null || text === null ? null : await parse_body(kind, utf8_bytes(text));
  const body = read?.ok ? read.value : null;
  known.set(key, body);
  return body;
}

/** The bodies of records, by index; those that cannot be read are left out. */
export async function bodies_of(
  register: string,
  indices: readonly number[],
): Promise<ReadonlyMap<number, Body>> {
  const read = await Promise.all(
    indices.map(async (index) => [index, await body_of(register, index)] as const),
  );
  return new Map(read.filter((pair): pair is [number, Body] => pair[1] !== null));
}
