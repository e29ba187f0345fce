// SPDX-License-Identifier: Apache-2.0
// What a side keeps to itself, on the page of its own register alone.
import { get_own } from '../api/client';
import type { OwnPositions } from '../api/shapes';
import { say } from '../messages';
import { ByNode } from '../parts/by_node';
import { Empty, ErrorNote, Loading } from '../parts/notes';
import { OwnCheck } from '../parts/own_check';
import {
  Deadlines,
  GuidanceList,
  Instructions,
  Ladders,
  Linkages,
  OwnNotices,
  Press,
  Requests,
} from '../parts/own_parts';
import { useView } from '../parts/use_view';
import { register } from '../store/session';

// Those with a ladder first: the others are held against nothing but words.
function issues_of(all: OwnPositions): readonly string[] {
  return [...new Set([...all.ladders, ...all.requests, ...all.linkages].map(({ issue }) => issue))];
}

function Shown({ all }: { readonly all: OwnPositions }) {
  const { ladders, requests, instructions, guidance, press, linkages, deadlines, notices } = all;
  const lists = [ladders, requests, instructions, guidance, press, linkages, deadlines];
  if (lists.every((list) => list.length === 0)) {
    return (
      <Empty>
        {say.own.empty} {say.own.empty_do}
      </Empty>
    );
  }
  return (
    <>
      <Ladders rows={ladders} />
      <OwnCheck issues={issues_of(all)} />
      <Requests rows={requests} />
      <Instructions rows={instructions} />
      <GuidanceList rows={guidance} />
      <Linkages rows={linkages} />
      <Deadlines rows={deadlines} />
      <Press rows={press} />
      <OwnNotices rows={notices} />
    </>
  );
}

export function OwnPage() {
  const { answer, again } = useView(get_own);
  return (
    <div class="page ledger-page own-page">
      <h1>{say.own.title(register.value?.own_side ?? '')}</h1>
      <p class="quiet">{say.own.says}</p>
      {answer === null && <Loading lines={8} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Shown all={answer.value} />}
      <ByNode views={['positions']} />
    </div>
  );
}
