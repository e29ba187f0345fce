// SPDX-License-Identifier: Apache-2.0
// The parts of the conference's desk: what was said, questions, agendas side by side, where each
// stands, what is agreed. Every line leads to its record.
import type {
  AgendaPoint,
  AgreedRow,
  Conference,
  ConferenceNotice,
  MovedRow,
  PositionRow,
  QuestionRow,
  SittingRow,
  StatementRow,
} from '../api/shapes';
import { say } from '../messages';
import { link_to } from '../store/route';
import { full_time } from './format';
import { PointButton, PointForm } from './agenda_forms';
import { pieces_of } from './conference_lines';
import { ReceiptButton, ReceiptForm } from './document_receipt';
import { ReplyButton, ReplyForm } from './speak_form';
import { Table } from './table';

const words = say.conference;

function RecordLink({ index }: { readonly index: number }) {
  return <a href={link_to.record(index)}>{say.one.record(index)}</a>;
}

/** Who was there, or wanted to be. */
export function Sitting({ one }: { readonly one: SittingRow }) {
  return (
    <div class="asked sitting">
      <h3>
        {words.sitting(one.forum, one.number, one.opened.slice(0, 10))},{' '}
        {words.ended[one.ended] ?? one.ended}
        {one.retracted && <span class="taken-back"> {words.taken_back}</span>}
      </h3>
      <p>
        {one.place !== '' && words.at_place(one.place, one.moved_from)}{' '}
        {one.ended === 'goes_on'
          ? words.goes_on_since(full_time(one.opened))
          : words.hours(full_time(one.opened), full_time(one.closed))}
        {one.elsewhere.map((hours) => (
          <span key={hours} class="quiet">
            {' '}
            {words.elsewhere(hours.replaceAll('T', ' '))}
          </span>
        ))}
      </p>
      {one.text !== '' && <p class="asked-words">{one.text}</p>}
      <ul class="plain">
        {one.present.map((there, i) => (
          <li key={i}>
            <code>{there.side}</code>{' '}
            {there.person === '' ? words.so_many(there.number, there.role) : there.person}
            {there.person !== '' && there.role !== '' && `, ${there.role}`}
            {there.standing !== 'present' && <b> {words.standing[there.standing]}</b>}
          </li>
        ))}
      </ul>
      {one.conditions !== '' && <p>{words.conditions(one.conditions)}</p>}
      {one.resumes !== '' && <p>{words.resumes(one.resumes)}</p>}
      <p class="quiet small">
        {one.source !== '' && `${one.source}. `}
        <RecordLink index={one.index} />, {one.author}
      </p>
    </div>
  );
}

const place_of = (index: number) => `statement-${index}`;

// Words that their side took back stay, struck through; what is struck is said in words, too.
function SaidWords({ one }: { readonly one: StatementRow }) {
  if (one.withdrawn === 'whole') return <s>{one.text}</s>;
  const struck = new Set(one.withdrawn_words);
  return (
    <>
      {pieces_of(one.text, one.withdrawn_words).map((piece, i) =>
        struck.has(piece) ? <s key={i}>{piece}</s> : piece,
      )}
    </>
  );
}

type SpokenProps = {
  readonly one: StatementRow;
  readonly numbers: Numbers;
  readonly sitting: number;
  readonly all: Conference;
};

function Spoken({ one, numbers, sitting, all }: SpokenProps) {
  const to = one.reply_to === null ? undefined : numbers.get(one.reply_to);
  const is_document = one.sort === 'document' && !one.retracted;
  return (
    <li id={place_of(one.index)} class={`spoken is-${one.sort}${one.retracted ? ' dim' : ''}`}>
      <p class="spoken-head">
        <span class="spoken-number">{one.number}</span>
        {one.speaker !== '' && <b>{one.speaker}</b>} {one.side !== '' && <code>{one.side}</code>}{' '}
        <time>{one.at.slice(11, 16)}</time>{' '}
        {(words.sort[one.sort] ?? one.sort) !== '' && (
          <span class="case-mark">{words.sort[one.sort] ?? one.sort}</span>
        )}{' '}
        {to !== undefined && (
          <button
            type="button"
            class="small quiet-button"
            onClick={() =>
              document
                .getElementById(place_of(one.reply_to ?? 0))
                ?.scrollIntoView({ block: 'center' })
            }
          >
            {words.replies(to)}
          </button>
        )}
        {one.retracted && <span class="taken-back">{words.taken_back}</span>}
      </p>
      <p class="asked-words">
        <SaidWords one={one} />
      </p>
      {one.withdrawn !== 'no' && (
        <p class="small">
          {words.withdrawn[one.withdrawn]}
          {one.withdrawn_by.map((index) => (
            <>
              {' '}
              <RecordLink key={index} index={index} />
            </>
          ))}
        </p>
      )}
      {one.received_by.length > 0 && (
        <p class="small">{words.received_by(one.received_by.join(', '))}</p>
      )}
      <p class="quiet small">
        {one.wording === 'abridged' && `${words.abridged}, `}
        {one.source !== '' && `${one.source}. `}
        <RecordLink index={one.index} />, {one.author}{' '}
        {!one.retracted && <ReplyButton to={one} list="talk" />}
        {is_document && <ReceiptButton document={one} />}
      </p>
      {is_document && <ReceiptForm document={one} />}
      <ReplyForm to={one} sitting={sitting} all={all} list="talk" />
    </li>
  );
}

type Numbers = ReadonlyMap<number, number>;

type TalkProps = {
  readonly rows: readonly StatementRow[];
  /** The index of their sitting. */
  readonly sitting: number;
  readonly all: Conference;
};

/** What was said at a sitting; what several tell of it stands side by side, each in its own order. */
export function Talk({ rows, sitting, all }: TalkProps) {
  if (rows.length === 0) return <p class="quiet">{words.nobody_spoke}</p>;
  const numbers: Numbers = new Map(rows.map((one) => [one.index, one.number]));
  const authors = [...new Set(rows.map(({ author }) => author))];
  return (
    <div class={authors.length > 1 ? 'transcripts' : ''}>
      {authors.map((author) => (
        <section key={author}>
          {authors.length > 1 && <h3>{words.as_told(author)}</h3>}
          <ol class="plain talk">
            {rows
              .filter((one) => one.author === author)
              .map((one) => (
                <Spoken key={one.index} one={one} numbers={numbers} sitting={sitting} all={all} />
              ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

type QuestionsProps = { readonly rows: readonly QuestionRow[]; readonly all: Conference };

export function Questions({ rows, all }: QuestionsProps) {
  if (rows.length === 0) return null;
  return (
    <section class="conference-questions">
      <h2>{words.questions}</h2>
      <ol class="plain">
        {rows.map((one) => (
          <li key={one.index} class="asked">
            <p>
              <span class={`question-state is-${one.state}`}>{words.state[one.state]}</span>{' '}
              <b>{words.asks(one.speaker, one.side)}</b>, {one.day} <RecordLink index={one.index} />
              {one.told && <span class="quiet small"> {words.told_by(one.author)}</span>}
            </p>
            <p class="asked-words">{one.text}</p>
            {one.answer !== null && (
              <p>
                {words.answers(one.answered_by)} <span class="asked-words">{one.answer_text}</span>{' '}
                <RecordLink index={one.answer} />
              </p>
            )}
            <p class="quiet small">
              {one.source} <ReplyButton to={one} list="questions" />
            </p>
            <ReplyForm to={one} sitting={one.sitting} all={all} list="questions" />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Point({ points }: { readonly points: readonly AgendaPoint[] }) {
  if (points.length === 0) return <span class="quiet">{words.no_point}</span>;
  return (
    <>
      {points.map((one) => (
        <div key={`${one.index} ${one.number}`}>
          <a href={link_to.record(one.index)}>{words.point(one.number, one.wording)}</a>
          {one.told && <span class="quiet small"> {words.told_by(one.author)}</span>}
          {one.answers.map((answer) => (
            <div key={answer} class="quiet small">
              {answer.replace(/_/g, ' ')}
            </div>
          ))}
          <PointButton point={one} />
        </div>
      ))}
    </>
  );
}

const distinct = (texts: readonly string[]) => [...new Set(texts)].sort();

/** One row an issue, one column a side: what is the second point of one is the fifth of the other. */
export function Agendas({ rows }: { readonly rows: readonly AgendaPoint[] }) {
  const sides = distinct(rows.map(({ side }) => side));
  const issues = distinct(rows.map(({ issue }) => issue));
  return (
    <>
      <Table
        title={words.agendas}
        heads={[{ name: words.columns.issue }, ...sides.map((name) => ({ name }))]}
        rows={issues.map((issue) => ({
          key: issue,
          cells: [
            <b>{issue}</b>,
            ...sides.map((side) => (
              <Point points={rows.filter((one) => one.issue === issue && one.side === side)} />
            )),
          ],
        }))}
      />
      {rows.map((one) => (
        <PointForm key={`${one.index} ${one.number}`} point={one} />
      ))}
    </>
  );
}

function Stand({ all }: { readonly all: readonly MovedRow[] }) {
  if (all.length === 0) return <span class="quiet">{words.no_stand}</span>;
  return (
    <>
      {all.map((one) => (
        <div key={one.by}>
          <b>{one.value}</b> {one.dropped && <span class="taken-back">{words.dropped}</span>}
          <div class="quiet small">
            {words.since(one.since, one.days)}
            {one.restated > 0 && `; ${words.restated(one.restated)}`}
            {one.told && `; ${words.told_by(one.by)}`}
          </div>
        </div>
      ))}
    </>
  );
}

// Of a definition: in which terms its word stands.
function InTerms({ terms }: { readonly terms: readonly string[] }) {
  if (terms.length === 0) return null;
  return (
    <div class="small">
      {words.in_terms} <a href={link_to.agreement}>{terms.join(', ')}</a>
    </div>
  );
}

function Steps({ rows }: { readonly rows: readonly PositionRow[] }) {
  const { columns } = words;
  return (
    <details class="conference-steps">
      <summary>{words.history}</summary>
      <Table
        title={words.history}
        heads={[
          { name: columns.day },
          { name: columns.issue },
          { name: columns.side },
          { name: columns.step },
          { name: columns.value },
          { name: columns.record },
        ]}
        rows={rows.map((one) => ({
          key: String(one.index),
          dim: one.retracted,
          cells: [
            one.day,
            one.issue,
            <code>{one.side}</code>,
            <>
              {words.act[one.act] ?? one.act}
              {one.notices.map((word) => (
                <span key={word} class="case-mark">
                  {words.words[word] ?? word}
                </span>
              ))}
            </>,
            <>
              {one.value}
              <div class="quiet small">
                {one.linked !== '' && `${words.hangs_on(one.linked)}. `}
                {one.source}
              </div>
              <InTerms terms={one.terms} />
            </>,
            <>
              <RecordLink index={one.index} />{' '}
              {one.told && <span class="quiet small">{words.told_by(one.author)}</span>}
            </>,
          ],
        }))}
      />
    </details>
  );
}

type MatrixProps = {
  readonly moved: readonly MovedRow[];
  readonly positions: readonly PositionRow[];
};

export function Matrix({ moved, positions }: MatrixProps) {
  const sides = distinct(moved.map(({ side }) => side));
  const issues = distinct(moved.map(({ issue }) => issue));
  const { columns } = words;
  return (
    <>
      <Table
        title={words.stands}
        heads={[{ name: columns.issue }, ...sides.map((name) => ({ name }))]}
        rows={issues.map((issue) => ({
          key: issue,
          cells: [
            <b>{issue}</b>,
            ...sides.map((side) => (
              <Stand all={moved.filter((one) => one.issue === issue && one.side === side)} />
            )),
          ],
        }))}
      />
      {positions.length > 0 && <Steps rows={positions} />}
    </>
  );
}

// What has its words and its paragraph is a draft, to be set beside the agreement.
function AgreedDraftLink({
  rows,
  day,
}: {
  readonly rows: readonly AgreedRow[];
  readonly day: string;
}) {
  const in_words = rows.filter((one) => !one.absent && one.paragraph !== '');
  const last =
    rows
      .map((one) => one.day)
      .toSorted()
      .at(-1) ?? '';
  if (in_words.length === 0) return null;
  return (
    <p>
      <a href={link_to.compared('', `agreed-${day === '' ? last : day}`)}>
        {words.agreed_draft(in_words.length)}
      </a>
    </p>
  );
}

/** What is agreed by a day; empty: by any. */
export function Agreed({
  rows,
  day,
  set_day,
}: {
  readonly rows: readonly AgreedRow[];
  readonly day: string;
  readonly set_day: (day: string) => void;
}) {
  const shown = rows.filter((one) => day === '' || one.day <= day);
  return (
    <section class="conference-agreed">
      <h2>{words.agreed}</h2>
      <label class="fields">
        <span>{words.on}</span>
        <input type="date" value={day} onInput={(event) => set_day(event.currentTarget.value)} />
      </label>
      {shown.length === 0 && <p class="quiet">{words.nothing_agreed}</p>}
      <AgreedDraftLink rows={shown} day={day} />
      <ul class="plain">
        {shown.map((one) => (
          <li key={one.index} class="asked">
            <p>
              <b>{one.issue}</b> {words.of_points(one.number, one.points)}: {one.title}, {one.day}
            </p>
            <p class="asked-words">{one.absent ? words.words_absent : one.wording}</p>
            <p class="quiet small">
              {words.signed(one.signers.join(', '))}.{' '}
              {one.paragraph !== '' && `${words.became(one.paragraph)} `}
              {one.source !== '' && `${one.source}. `}
              <RecordLink index={one.index} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ConferenceNotices({ rows }: { readonly rows: readonly ConferenceNotice[] }) {
  if (rows.length === 0) return null;
  return (
    <section class="ledger-notices">
      <h2>{words.notices}</h2>
      <ul class="plain">
        {rows.map((one, i) => (
          <li key={i}>
            <b>{words.words[one.word] ?? one.word}</b>: {one.detail}{' '}
            <RecordLink index={one.index} />
          </li>
        ))}
      </ul>
    </section>
  );
}
