// SPDX-License-Identifier: Apache-2.0
// The way from something said to its retraction, for whoever holds a key that may take it back.
import { say } from '../messages';
import { choose_identity, identities } from '../store/identities';
import { link_to } from '../store/route';
import { party_of } from '../verify/vkey';
import type { Identity } from '../sign/identity';
import { may_author } from './as_whom';

/** The key of this browser that speaks for the party of `author`: the author's own, else another of the
 *  same party; null if there is none. */
export function key_speaking_for(author: string): Identity | null {
  const own = identities.value.filter((one) => party_of(one.name) === party_of(author));
  const ranked = own.toSorted((a, b) => rank(a, author) - rank(b, author));
  return ranked[0] ?? null;
}

function rank(one: Identity, author: string): number {
  return Number(!may_author(one)) * 2 + Number(one.name !== author);
}

/** Where a record can be taken back from here, the link that does. */
export function TakeBack({
  id,
  author,
  button = false,
}: {
  readonly id: string;
  readonly author: string;
  readonly button?: boolean;
}) {
  const key = key_speaking_for(author);
  if (key === null) return null;
  return (
    <a
      class={button ? 'button' : 'take-back'}
      href={link_to.retract(id)}
      onClick={() => choose_identity(key.id)}
    >
      {say.record.retract}
    </a>
  );
}
