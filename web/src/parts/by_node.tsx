// SPDX-License-Identifier: Apache-2.0
// Says of a page's rows who computed them, and gives the line by which two sides compare them.
import { useState } from 'preact/hooks';
import { list_digests } from '../api/client';
import type { DigestLine } from '../api/shapes';
import { say } from '../messages';
import { register } from '../store/session';
import type { Result } from '../verify/result';
import { CopyText, ErrorNote, Loading } from './notes';

function Lines({
  answer,
  views,
}: { readonly answer: Result<readonly DigestLine[]> | null } & Views) {
  if (answer === null) return <Loading lines={1} />;
  if (!answer.ok) return <ErrorNote failure={answer} />;
  const lines = answer.value.filter((line) => views.includes(line.view));
  if (lines.length === 0) return <p class="quiet">{say.no_digest}</p>;
  return <CopyText text={lines.map((one) => `${one.line}\n`).join('')} label={say.digest_lines} />;
}

type Views = { readonly views: readonly string[] };

/** One quiet line; behind it the digest lines of the views, asked for when they are wanted. */
export function ByNode({ views }: Views) {
  const [answer, set_answer] = useState<Result<readonly DigestLine[]> | null>(null);
  const name = register.value?.name;
  const open = (shown: boolean) => {
    if (!shown || name === undefined) return;
    set_answer(null);
    void list_digests(name).then(set_answer);
  };
  return (
    <details class="by-node" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>
        {say.by_node} <span class="more">{say.digest_lines}</span>
      </summary>
      <Lines answer={answer} views={views} />
    </details>
  );
}
