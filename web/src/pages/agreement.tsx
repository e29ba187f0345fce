// SPDX-License-Identifier: Apache-2.0
// The agreement in force: its terms in the order of the paragraphs, what its text leaves open, and
// what has changed it.
import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { get_agreement } from '../api/client';
import type { AgreementShown, AmendmentRow, TermOption, TermRow } from '../api/shapes';
import { say } from '../messages';
import { AmendForm } from '../parts/amend_form';
import { ByNode } from '../parts/by_node';
import { Paragraph } from '../parts/finding';
import { full_time } from '../parts/format';
import { Empty, ErrorNote, Loading } from '../parts/notes';
import { useView } from '../parts/use_view';
import { link_to } from '../store/route';

const filter = signal('');

function Open({ option }: { readonly option: TermOption }) {
  const words = say.agreement;
  const others = option.values.filter((value) => value !== option.chosen);
  return (
    <li>
      <b>{words.open}:</b> <code>{option.name}</code>, {words.read_as} <code>{option.chosen}</code>{' '}
      <span class="quiet">
        {words.or} {others.join(', ')}: {option.why}
      </span>
    </li>
  );
}

function Term({ term }: { readonly term: TermRow }) {
  return (
    <section class="term" id={`term-${term.term}`}>
      <h3>
        <Paragraph of={term.paragraph} /> <code>{term.term}</code>{' '}
        <span class="quiet">{term.kind.replaceAll('_', ' ')}</span>
      </h3>
      <blockquote lang="en">{term.phrase}</blockquote>
      <p class="quiet">{term.restated}</p>
      <dl class="parameters">
        {term.parameters.map(({ name, value }) => (
          <div key={name}>
            <dt>{name.replaceAll('_', ' ')}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {term.options.length > 0 && (
        <ul class="plain">
          {term.options.map((option) => (
            <Open key={option.name} option={option} />
          ))}
        </ul>
      )}
      {term.bad > 0 && (
        <p>
          <a class="notice" href={link_to.docket}>
            {say.agreement.bad(term.bad)}
          </a>
        </p>
      )}
    </section>
  );
}

function AmendmentLine({ one }: { readonly one: AmendmentRow }) {
  const words = say.agreement;
  return (
    <li class="amendment">
      <p>
        <b>
          {one.number}. {one.title}
        </b>{' '}
        <span class={one.state === 'in_force' ? '' : 'quiet'}>
          {words.states[one.state] ?? one.state}
        </span>{' '}
        <a href={link_to.record(one.index)}>{say.one.record(one.index)}</a>
      </p>
      <p class="quiet">
        {words.takes_effect} {full_time(one.takes_effect)}
        {one.since !== null && (
          <>
            , {words.since} <a href={link_to.record(one.since)}>{say.one.record(one.since)}</a>
          </>
        )}
      </p>
      {one.text !== '' && <p>{one.text}</p>}
      <details>
        <summary>{words.changes}</summary>
        <pre class="exact" tabIndex={0}>
          {one.changes}
        </pre>
      </details>
    </li>
  );
}

function Amendments({ shown }: { readonly shown: AgreementShown }) {
  const [open, set_open] = useState(false);
  return (
    <section class="amendments">
      <h2>{say.agreement.amendments}</h2>
      {shown.amendments.length === 0 && <p class="quiet">{say.agreement.no_amendments}</p>}
      <ol class="plain">
        {shown.amendments.map((one) => (
          <AmendmentLine key={one.index} one={one} />
        ))}
      </ol>
      {shown.amended_by.length > 0 && !open && (
        <button type="button" onClick={() => set_open(true)}>
          {say.amend.title}
        </button>
      )}
      {open && <AmendForm shown={shown} close={() => set_open(false)} />}
    </section>
  );
}

function has_words(term: TermRow, text: string): boolean {
  const wanted = text.toLowerCase();
  const said = [term.term, term.kind.replaceAll('_', ' '), term.phrase, term.restated];
  if (`§${term.paragraph}`.startsWith(wanted) || term.paragraph.startsWith(wanted)) return true;
  return said.some((words) => words.toLowerCase().includes(wanted));
}

function Terms({ terms }: { readonly terms: readonly TermRow[] }) {
  const shown = terms.filter((term) => has_words(term, filter.value.trim()));
  return (
    <section>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <label class="grows">
          <span>{say.agreement.filter}</span>
          <input
            class="filter-text"
            type="search"
            value={filter.value}
            onInput={(event) => (filter.value = event.currentTarget.value)}
          />
        </label>
        <span class="quiet" role="status">
          {say.agreement.terms(shown.length)}
        </span>
      </form>
      {terms.length === 0 && <Empty>{say.agreement.no_terms}</Empty>}
      {terms.length > 0 && shown.length === 0 && <Empty>{say.agreement.none}</Empty>}
      {shown.map((term) => (
        <Term key={term.term} term={term} />
      ))}
    </section>
  );
}

function Shown({ shown }: { readonly shown: AgreementShown }) {
  const words = say.agreement;
  return (
    <>
      <h1>{shown.title}</h1>
      <p class="quiet">{words.says}</p>
      <p>
        {words.effective} {full_time(shown.effective)} · <a href={link_to.due}>{words.due}</a>
        {shown.drafts.length > 0 && (
          <>
            {' '}
            · {words.drafts}: {shown.drafts.map(({ value }) => value).join(', ')}
          </>
        )}
      </p>
      <p class="quiet">
        {words.digest} <code class="digest">{shown.digest}</code>
      </p>
      <div class="agreement-columns">
        <Terms terms={shown.terms} />
        <Amendments shown={shown} />
      </div>
    </>
  );
}

export function AgreementPage() {
  const { answer, again } = useView(get_agreement);
  return (
    <article class="page agreement-page">
      {answer === null && <Loading lines={12} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Shown shown={answer.value} />}
      <ByNode views={['agreement', 'compliance']} />
    </article>
  );
}
