// SPDX-License-Identifier: Apache-2.0
// Two of an agreement and its drafts, paragraph by paragraph: two columns, one above the other on a
// phone; each cell says whose it is.
import type { ComponentChildren } from 'preact';
import type {
  NamedAgreement,
  ParagraphPair,
  SayingPair,
  SideBySide,
  TermPair,
} from '../api/shapes';
import { say } from '../messages';
import { changed_terms, differing, parameter_word, pieces, plain, sums } from './draft_words';
import { Paragraph } from './finding';

export type Two = { readonly a: NamedAgreement; readonly b: NamedAgreement };

type SideProps = {
  readonly of: NamedAgreement;
  readonly children: ComponentChildren;
};

function Side({ of, children }: SideProps) {
  return (
    <div class="compared-side">
      <p class="compared-name">{of.name}</p>
      {children}
    </div>
  );
}

function Nothing() {
  return <p class="quiet">{say.drafts.nothing}</p>;
}

type PairProps = { readonly label: string; readonly two: Two } & Pick<SayingPair, 'a' | 'b'>;

// What either says; once if both say it.
function Texts({ label, two, a, b }: PairProps) {
  if (a === '' && b === '') return null;
  const shown = (text: string) => (text === '' ? <Nothing /> : <p>{text}</p>);
  return (
    <div class="compared-row">
      <p class="compared-label">{label}</p>
      {a === b ? (
        <div class="compared-side compared-both">
          <p class="compared-name">{say.drafts.both_say}</p>
          <p>{a}</p>
        </div>
      ) : (
        <>
          <Side of={two.a}>{shown(a)}</Side>
          <Side of={two.b}>{shown(b)}</Side>
        </>
      )}
    </div>
  );
}

function Value({ value, other }: { readonly value: string; readonly other: string }) {
  if (value === '') return <Nothing />;
  const all = pieces(value, other);
  return (
    <p>
      {all.map(({ text, alone }, at) => (
        <span key={text}>
          {at > 0 && ', '}
          {alone ? <b>{text}</b> : text}
        </span>
      ))}
    </p>
  );
}

function Values({ label, two, a, b }: PairProps) {
  return (
    <div class="compared-row">
      <p class="compared-label">{label}</p>
      <Side of={two.a}>
        <Value value={a} other={b} />
      </Side>
      <Side of={two.b}>
        <Value value={b} other={a} />
      </Side>
    </div>
  );
}

function Quote({ of, words }: { readonly of: NamedAgreement; readonly words: string }) {
  return (
    <Side of={of}>{words === '' ? <Nothing /> : <blockquote>{`“${words}”`}</blockquote>}</Side>
  );
}

function Term({ term, two }: { readonly term: TermPair; readonly two: Two }) {
  const words = say.drafts;
  const kind = (word: string) => (word === '' ? '' : (words.kinds[word] ?? plain(word)));
  const [a, b] = [kind(term.kind_a), kind(term.kind_b)];
  return (
    <section class="compared-term">
      <h4>
        <code>{term.term}</code> <Standing of={term.standing} two={two} />
      </h4>
      {a === b ? <p class="quiet">{`${words.kind}: ${a}`}</p> : null}
      {a !== b && <Values label={words.kind} two={two} a={a} b={b} />}
      {differing(term.parameters).map((one) => (
        <Values key={one.name} label={parameter_word(one.name)} two={two} a={one.a} b={one.b} />
      ))}
      <div class="compared-row">
        <p class="compared-label">{words.quoted}</p>
        <Quote of={two.a} words={term.phrase_a} />
        <Quote of={two.b} words={term.phrase_b} />
      </div>
    </section>
  );
}

function Standing({ of, two }: { readonly of: ParagraphPair['standing']; readonly two: Two }) {
  const words = say.drafts.standings[of](two.a.name, two.b.name);
  return <span class={`compared-standing ${of}`}>{words}</span>;
}

/** Where a paragraph stands on this page. */
export const place_of = (number: string) => `paragraph-${number}`;

function Pair({ pair, two }: { readonly pair: ParagraphPair; readonly two: Two }) {
  return (
    <section class="compared" id={place_of(pair.number)} tabIndex={-1}>
      <h3>
        <Paragraph of={pair.number} /> <Standing of={pair.standing} two={two} />
      </h3>
      <Texts label={say.drafts.restated} two={two} a={pair.text_a} b={pair.text_b} />
      {differing(pair.teams).map((one) => (
        <Values key={one.name} label={one.name} two={two} a={one.a} b={one.b} />
      ))}
      {changed_terms(pair).map((term) => (
        <Term key={term.term} term={term} two={two} />
      ))}
    </section>
  );
}

// Closed until somebody wants to see that nothing hides there.
function SamePairs({ pairs }: { readonly pairs: readonly ParagraphPair[] }) {
  if (pairs.length === 0) return null;
  return (
    <details class="compared-same">
      <summary>{say.drafts.the_same(pairs.length)}</summary>
      {pairs.map((pair) => (
        <section key={pair.number} class="compared" id={place_of(pair.number)} tabIndex={-1}>
          <h3>
            <Paragraph of={pair.number} />
          </h3>
          <p>{pair.text_a}</p>
          {pair.terms.map((term) => (
            <p key={term.term} class="quiet">
              <code>{term.term}</code> “{term.phrase_a}”
            </p>
          ))}
        </section>
      ))}
    </details>
  );
}

export function Columns({ a, b, paragraphs }: SideBySide) {
  const differ = paragraphs.filter((one) => one.standing !== 'same');
  const same = paragraphs.filter((one) => one.standing === 'same');
  const count = sums(paragraphs);
  return (
    <section>
      <h2>{say.drafts.paragraphs}</h2>
      <p>
        {say.drafts.differ(count.differs)}, {say.drafts.only_in(count.only_a, a.name)},{' '}
        {say.drafts.only_in(count.only_b, b.name)}, {say.drafts.same(count.same)}.
      </p>
      {differ.length > 0 && <p class="quiet">{say.drafts.bold}</p>}
      {differ.map((pair) => (
        <Pair key={pair.number} pair={pair} two={{ a, b }} />
      ))}
      <SamePairs pairs={same} />
    </section>
  );
}
