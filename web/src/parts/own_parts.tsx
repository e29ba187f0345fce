// SPDX-License-Identifier: Apache-2.0
// The parts of a side's own page: ladders, instructions, guidance, linkages, days, press. Every line
// leads to its record.
import type { ComponentChildren } from 'preact';
import type {
  ConferenceNotice,
  OwnDeadline,
  OwnGuidance,
  OwnInstruction,
  OwnLadder,
  OwnLinkage,
  OwnPressItem,
  OwnRequest,
  OwnRung,
} from '../api/shapes';
import { say } from '../messages';
import { link_to } from '../store/route';

const words = say.own;

function RecordLink({ index }: { readonly index: number }) {
  return <a href={link_to.record(index)}>{say.one.record(index)}</a>;
}

type Kept = { readonly index: number; readonly source: string; readonly retracted?: boolean };

/** Where it is from, and where it stands. */
function From({ one }: { readonly one: Kept }) {
  return (
    <p class="quiet small">
      {one.source !== '' && `${one.source}. `}
      <RecordLink index={one.index} />
      {one.retracted === true && <span class="taken-back"> {words.taken_back}</span>}
    </p>
  );
}

type ListProps = {
  readonly title: string;
  readonly children: readonly ComponentChildren[];
};

function List({ title, children }: ListProps) {
  if (children.length === 0) return null;
  return (
    <section class="own-list">
      <h2>{title}</h2>
      <ul class="plain">{children}</ul>
    </section>
  );
}

/** A row, dimmed once it is taken back. */
function Row({ one, children }: { readonly one: Kept; readonly children: ComponentChildren }) {
  return (
    <li class={`asked${one.retracted === true ? ' dim' : ''}`}>
      {children}
      <From one={one} />
    </li>
  );
}

function Rung({ one }: { readonly one: OwnRung }) {
  const closed = one.released ? words.rung.waits : words.rung.closed;
  return (
    <li class={`rung ${one.offered ? 'is-offered' : 'is-closed'}`}>
      <p>
        <span class="rung-number">{words.number(one.number)}</span> <b>{one.position}</b>{' '}
        <span class="rung-state">{one.offered ? words.rung.offered : closed}</span>
      </p>
      {one.also !== '' && <p class="quiet small">{words.also(one.also)}</p>}
      {one.condition !== '' && <p>{words.condition(one.condition)}</p>}
      {one.released_by !== '' && (
        <p class="quiet small">
          {words.released(one.released_by, one.released_on ?? '')}
          {one.why !== '' && `: ${one.why}`}
        </p>
      )}
    </li>
  );
}

export function Ladders({ rows }: { readonly rows: readonly OwnLadder[] }) {
  if (rows.length === 0) return null;
  return (
    <section class="own-ladders">
      <h2>{words.ladders}</h2>
      {rows.map((one) => (
        <section key={one.index} class="asked ladder">
          <h3>{one.issue}</h3>
          <p>
            {words.offer} <b>{one.offer}</b>
          </p>
          <ol class="plain">
            {one.rungs.map((rung) => (
              <Rung key={rung.number} one={rung} />
            ))}
          </ol>
          {one.text !== '' && <p class="asked-words">{one.text}</p>}
          <From one={one} />
        </section>
      ))}
    </section>
  );
}

export function Requests({ rows }: { readonly rows: readonly OwnRequest[] }) {
  return (
    <List title={words.requests}>
      {rows.map((one) => (
        <Row key={one.index} one={one}>
          <p>
            <span class={`question-state is-${one.state === 'open' ? 'not_answered' : 'answered'}`}>
              {words.state[one.state]}
            </span>{' '}
            <b>{one.issue}</b>, {words.due(one.due)}
            {one.overdue && <span class="taken-back"> {words.overdue}</span>}
          </p>
          <p class="asked-words">{one.question}</p>
          <ol class="own-options">
            {one.options.map((option) => (
              <li key={option.number}>
                <b>{option.option}</b> {option.arguments}
              </li>
            ))}
          </ol>
        </Row>
      ))}
    </List>
  );
}

export function Instructions({ rows }: { readonly rows: readonly OwnInstruction[] }) {
  return (
    <List title={words.instructions}>
      {rows.map((one) => (
        <Row key={one.index} one={one}>
          <p>
            <b>{one.issue}</b>, {one.day}, {words.by(one.by)}
            {one.request !== null && (
              <>
                {', '}
                {words.answers} <RecordLink index={one.request} />
                {one.option > 0 && `, ${words.option(one.option)}`}
              </>
            )}
          </p>
          <p class="asked-words">{one.text}</p>
        </Row>
      ))}
    </List>
  );
}

export function GuidanceList({ rows }: { readonly rows: readonly OwnGuidance[] }) {
  return (
    <List title={words.guidance}>
      {rows.map((one) => (
        <Row key={one.index} one={one}>
          <p>
            <b>{one.issue === '' ? words.of_all : one.issue}</b>, {one.day}, {words.by(one.by)}
          </p>
          <ul>
            {one.unsaid.map((unsaid) => (
              <li key={unsaid.words}>
                <b>{words.not(unsaid.words)}</b>
                {unsaid.instead !== '' && `, ${words.but(unsaid.instead)}`}
              </li>
            ))}
          </ul>
          {one.text !== '' && <p class="asked-words">{one.text}</p>}
        </Row>
      ))}
    </List>
  );
}

export function Linkages({ rows }: { readonly rows: readonly OwnLinkage[] }) {
  return (
    <List title={words.linkages}>
      {rows.map((one) => (
        <Row key={one.index} one={one}>
          <p>
            <b>{words.linked(one.issue, one.against)}</b>, {one.day}
          </p>
          <p class="asked-words">{one.terms}</p>
        </Row>
      ))}
    </List>
  );
}

export function Deadlines({ rows }: { readonly rows: readonly OwnDeadline[] }) {
  return (
    <List title={words.deadlines}>
      {rows.map((one) => (
        <Row key={one.index} one={one}>
          <p>
            <b>{one.due}</b> {one.what}
            {one.issue !== '' && `, ${one.issue}`}
            {one.overdue && <span class="quiet"> {words.past}</span>}
          </p>
        </Row>
      ))}
    </List>
  );
}

export function Press({ rows }: { readonly rows: readonly OwnPressItem[] }) {
  return (
    <List title={words.press}>
      {rows.map((one) => (
        <Row key={one.index} one={one}>
          <p>
            <b>{one.day}</b> {one.outlet}, <code>{one.side}</code>
            {one.issue !== '' && `, ${one.issue}`}
          </p>
          <p class="asked-words">
            <q>{one.quoted}</q>
          </p>
          {one.text !== '' && <p>{one.text}</p>}
        </Row>
      ))}
    </List>
  );
}

export function OwnNotices({ rows }: { readonly rows: readonly ConferenceNotice[] }) {
  return (
    <List title={words.notices}>
      {rows.map((one, i) => (
        <li key={i}>
          <b>{words.words[one.word] ?? one.word}</b>: {one.detail} <RecordLink index={one.index} />
        </li>
      ))}
    </List>
  );
}
