// SPDX-License-Identifier: Apache-2.0
// Whose keys this browser holds, and how to get the one that is missing in an exercise.
import { say } from '../messages';
import type { Identity } from '../sign/identity';
import { identities } from '../store/identities';
import { make_key, sending } from '../store/outbox';
import { register } from '../store/session';
import { may_author } from './as_whom';
import { is_working } from './sign_parts';

/** The key of a name that speaks: the newest that may author, else the newest. */
export function key_of(name: string): Identity | null {
  const own = identities.value.filter((one) => one.name === name);
  return own.findLast(may_author) ?? own.at(-1) ?? null;
}

/** The keys of these names that may sign now. */
export function speakers_of(names: readonly string[]): readonly Identity[] {
  return names.map(key_of).filter((key): key is Identity => key !== null && may_author(key));
}

/** In an exercise anybody may play any part: a key is one click away. */
export function MakeKey({ name }: { readonly name: string }) {
  if (register.value?.conduct !== 'exercise') return null;
  return (
    <button type="button" class="small" disabled={is_working()} onClick={() => void make_key(name)}>
      {sending.value.state === 'making' ? say.compose.making : say.form.make_key(name)}
    </button>
  );
}
