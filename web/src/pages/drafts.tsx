// SPDX-License-Identifier: Apache-2.0
// The agreement on record and its rival drafts: any two of them side by side by paragraph, and what
// is on record judged under either.
import { useEffect } from 'preact/hooks';
import { compare_paragraphs, list_drafts } from '../api/client';
import type { AgreementDrafts, NamedAgreement } from '../api/shapes';
import { say } from '../messages';
import { Columns, place_of } from '../parts/draft_columns';
import { FoundUnderEither } from '../parts/draft_findings';
import { SelectField } from '../parts/line_field';
import { Empty, ErrorNote, Loading } from '../parts/notes';
import { useView } from '../parts/use_view';
import { go, link_to } from '../store/route';

type Asked = { readonly a: string; readonly b: string; readonly paragraph: string };

function title_of(one: NamedAgreement): string {
  const whose = one.by === '' ? say.drafts.in_force : say.drafts.by(one.by);
  return `${one.title} (${whose})`;
}

function Choice({ all, a, b }: Asked & { readonly all: readonly NamedAgreement[] }) {
  const words = say.drafts;
  // What was agreed by any day is a draft, too, and only the newest is listed.
  const names = [...new Set([...all.map((one) => one.name), a, b])];
  const shown = Object.fromEntries(all.map((one) => [one.name, title_of(one)]));
  const field = { words: names, shown };
  return (
    <div class="draft-choice fields">
      <SelectField
        {...field}
        label={words.first}
        value={a}
        set={(next) => go(link_to.compared(next, b))}
      />
      <SelectField
        {...field}
        label={words.second}
        value={b}
        set={(next) => go(link_to.compared(a, next))}
      />
      <button type="button" onClick={() => go(link_to.compared(b, a))}>
        {words.swap}
      </button>
    </div>
  );
}

function Source({ one }: { readonly one: NamedAgreement }) {
  return (
    <div>
      <dt>{one.name}</dt>
      <dd>
        {title_of(one)}
        {one.source !== '' && <span class="quiet"> {one.source}</span>}
      </dd>
    </div>
  );
}

// A paragraph that an address names comes into sight, and out of what is closed around it.
function show_paragraph(number: string): void {
  const section = document.getElementById(place_of(number));
  const around = section?.closest('details');
  if (around) around.open = true;
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
}

function Compared({ a, b, paragraph }: Asked) {
  const { answer, again } = useView((of) => compare_paragraphs(of, a, b), `${a} ${b}`);
  const there = answer?.ok === true;
  useEffect(() => {
    if (there && paragraph !== '') show_paragraph(paragraph);
  }, [there, paragraph]);
  if (answer === null) return <Loading lines={8} />;
  if (!answer.ok) return <ErrorNote failure={answer} retry={again} />;
  return (
    <>
      <dl class="draft-sources">
        <Source one={answer.value.a} />
        <Source one={answer.value.b} />
      </dl>
      <Columns {...answer.value} />
      <FoundUnderEither key={`${a} ${b}`} a={a} b={b} />
    </>
  );
}

// By itself the agreement in force against the first draft.
function Shown({ drafts, asked }: { readonly drafts: AgreementDrafts; readonly asked: Asked }) {
  const [first] = drafts.drafts;
  if (first === undefined) return <Empty>{say.drafts.none}</Empty>;
  const two = {
    ...asked,
    a: asked.a === '' ? drafts.agreement.name : asked.a,
    b: asked.b === '' ? first.name : asked.b,
  };
  return (
    <>
      <Choice all={[drafts.agreement, ...drafts.drafts]} {...two} />
      {two.a === two.b ? <Empty>{say.drafts.itself}</Empty> : <Compared {...two} />}
    </>
  );
}

export function DraftsPage(asked: Asked) {
  const { answer, again } = useView(list_drafts);
  return (
    <div class="page drafts-page">
      <h1>{say.drafts.title}</h1>
      <p class="quiet">{say.drafts.says}</p>
      {answer === null && <Loading lines={8} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Shown drafts={answer.value} asked={asked} />}
    </div>
  );
}
