// SPDX-License-Identifier: Apache-2.0
// The form of an amendment: its changes, its hour, and all who must sign it. Spec: kinds/amendment.md.
import { useState } from 'preact/hooks';
import type { AgreementShown } from '../api/shapes';
import { say } from '../messages';
import type { Statement } from '../sign/statement';
import { organ_with, sides } from '../store/parties';
import { circle } from '../store/session';
import { parse_civil_time } from '../verify/time';
import { Unsent, Signers, SignTogether, useJoint } from './joint_step';
import { forget_form, useKept } from './kept';
import { LineField } from './line_field';
import { circle_time_text, Preview } from './sign_parts';
import { first_lack, TextField } from './step_forms';

const until_ahead_s = 3_600;
const form = 'amendment';
const none: ReadonlyMap<string, string> = new Map();

// A file of changes with nothing in it yet.
const empty_changes = (by: string) => `name = "amendment"
title = ""
by = "${by}"
source = "agreed by both"

[[term]]
id = ""
paragraph = ""
phrase = ""
kind = ""
`;

function next_number(shown: AgreementShown): number {
  return shown.amendments.filter(({ state }) => state !== 'inert').length + 1;
}

type FieldsProps = {
  readonly title: string;
  readonly set_title: (text: string) => void;
  readonly takes_effect: string;
  readonly set_takes_effect: (text: string) => void;
  readonly changes: string;
  readonly set_changes: (text: string) => void;
};

function Fields(props: FieldsProps) {
  const words = say.amend;
  const { title, set_title, takes_effect, set_takes_effect, changes, set_changes } = props;
  const [side = ''] = sides();
  return (
    <>
      <div class="fields">
        <LineField label={words.name} value={title} set={set_title} length_max={120} />
        <LineField label={words.takes_effect} value={takes_effect} set={set_takes_effect} trims />
      </div>
      <TextField label={words.changes} value={changes} set={set_changes} rows={10} />
      {changes === '' && (
        <button type="button" class="small" onClick={() => set_changes(empty_changes(side))}>
          {words.example}
        </button>
      )}
    </>
  );
}

export function AmendForm({
  shown,
  close,
}: {
  readonly shown: AgreementShown;
  readonly close: () => void;
}) {
  const words = say.amend;
  const members = shown.amended_by;
  const organ = organ_with(members);
  const [title, set_title] = useKept(form, 'title');
  const [changes, set_changes] = useKept(form, 'changes');
  const [text, set_text] = useKept(form, 'text');
  const [takes_effect, set_takes_effect] = useState(shown.clock);
  const [until] = useState(() => circle_time_text(until_ahead_s));
  const lacks = first_lack(
    [title.trim() === '', words.lacks_title],
    [!parse_civil_time(takes_effect).ok, words.lacks_time],
    [changes.trim() === '', words.lacks_changes],
  );
  const number = next_number(shown);
  const fields = { number, agreement: shown.digest, takes_effect, title, changes, text };
  const said: Statement | null = lacks === '' ? { kind: 'amendment/1', fields } : null;
  const author = organ?.name ?? '';
  const composed = useJoint(said, { circle: circle.value, organ: author, signers: members, until });
  const done = () => {
    forget_form(form);
    close();
  };
  if (organ === undefined) return <p class="note note-warn">{words.no_organ}</p>;
  return (
    <section class="step-form">
      <Unsent />
      <p class="quiet">{words.says}</p>
      <Fields
        title={title}
        set_title={set_title}
        takes_effect={takes_effect}
        set_takes_effect={set_takes_effect}
        changes={changes}
        set_changes={set_changes}
      />
      <TextField label={words.text} value={text} set={set_text} />
      <Signers members={members} signers={members} set_signers={null} />
      {said === null ? (
        <p class="quiet small">{say.form.preview}</p>
      ) : (
        <Preview composed={composed} />
      )}
      <SignTogether
        composed={composed}
        lines={none}
        case_id={null}
        signers={members}
        lacks={lacks}
        done={done}
      />
      <button type="button" class="quiet-button" onClick={close}>
        {words.cancel}
      </button>
    </section>
  );
}
