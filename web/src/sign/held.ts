// SPDX-License-Identifier: Apache-2.0
// Where the node was told of its side's own register, what this browser signs is held against it
// first. The node answers yes or no, and why it is no stays there. What cannot be asked is not
// signed. Spec: api.md §14.
import { screen_record } from '../api/client';
import { say } from '../messages';
import { register } from '../store/session';
import { utf8_text } from '../verify/bytes';
import { parse_header } from '../verify/header';
import { done, fail, within, type Failure, type Result } from '../verify/result';
import type { Composed } from './draft';

/** The side's own register stops it. */
export const held_back: Failure = fail('forbidden', say.own.held_back);

/** Whether `name` may sign this. Errors: `held_back` itself; those of asking, under which nothing is
 *  signed either. */
export async function may_be_signed(name: string, composed: Composed): Promise<Result<void>> {
  const info = register.value;
  if (info === null) return fail('incomplete', say.own.not_asked);
  if (!info.held_against_own) return done;
  const header = parse_header(composed.text);
  if (!header.ok) return header;
  const body = utf8_text(composed.body);
  if (body === null) return fail('malformed', say.own.not_asked);
  const answer = await screen_record(info.name, name, header.value.kind, body);
  if (!answer.ok) return within(answer, say.own.not_asked);
  // Anything but a plain yes is a no.
  return answer.value.may_be_signed === true ? done : held_back;
}
