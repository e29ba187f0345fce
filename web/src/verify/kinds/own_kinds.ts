// SPDX-License-Identifier: Apache-2.0
// What a side keeps to itself about a conference: one family, since each of its kinds has force in a
// side's own register alone. Spec: kinds/README.md, and a page a kind.
import {
  label_bytes_max,
  ledger_lines_max,
  reason_bytes_max,
  statement_bytes_max,
} from '../limits';
import {
  day,
  digest,
  digest_or_none,
  integer,
  list_reader,
  name,
  name_or_none,
  objects,
  text,
  type Listed,
} from './field_list';

export const instruction_request_kind = 'instruction-request/1';
export const instruction_kind = 'instruction/1';
export const ladder_kind = 'ladder/1';
export const release_kind = 'release/1';
export const guidance_kind = 'guidance/1';
export const press_item_kind = 'press-item/1';
export const deadline_kind = 'deadline/1';
export const linkage_kind = 'linkage/1';

const label = text(label_bytes_max);
const reason = text(reason_bytes_max);
const source_and_text = { source: label, text: text(statement_bytes_max) };

const request_fields = {
  issue: name,
  question: reason,
  options: objects(ledger_lines_max, { option: label, arguments: reason }),
  due: day,
  ...source_and_text,
};

const instruction_fields = {
  request: digest_or_none,
  issue: name,
  option: integer(0, ledger_lines_max),
  by: label,
  day,
  ...source_and_text,
};

const ladder_fields = {
  issue: name,
  day,
  rungs: objects(ledger_lines_max, { position: label, also: label, condition: reason }),
  ...source_and_text,
};

const release_fields = {
  ladder: digest,
  rung: integer(2, ledger_lines_max),
  by: label,
  day,
  ...source_and_text,
};

const guidance_fields = {
  issue: name_or_none,
  by: label,
  day,
  unsaid: objects(ledger_lines_max, { words: label, instead: label }),
  ...source_and_text,
};

const press_fields = {
  day,
  outlet: label,
  side: name,
  issue: name_or_none,
  quoted: reason,
  ...source_and_text,
};

const deadline_fields = { issue: name_or_none, due: day, what: label, ...source_and_text };

const linkage_fields = {
  issue: name,
  against: name,
  day,
  terms: reason,
  ...source_and_text,
};

export type InstructionRequest = Listed<typeof request_fields>;
export type Instruction = Listed<typeof instruction_fields>;
export type Ladder = Listed<typeof ladder_fields>;
export type RungRelease = Listed<typeof release_fields>;
export type Guidance = Listed<typeof guidance_fields>;
export type PressItem = Listed<typeof press_fields>;
export type OwnDeadline = Listed<typeof deadline_fields>;
export type Linkage = Listed<typeof linkage_fields>;

// Each reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`.

export const read_instruction_request = list_reader(
  instruction_request_kind,
  request_fields,
  (body, malformed) => {
    if (body.question === '') malformed('question: what is asked');
    if (body.options.some(({ option }) => option === '')) malformed('option: what could be done');
  },
);

export const read_instruction = list_reader(
  instruction_kind,
  instruction_fields,
  (body, malformed) => {
    if (body.by === '') malformed('by: who gives it');
    if (body.text === '') malformed('text: what is to be done');
    if (body.option !== 0 && body.request === '') malformed('option: of a request, or 0');
  },
);

export const read_ladder = list_reader(ladder_kind, ladder_fields, (body, malformed) => {
  if (body.rungs.some(({ position }) => position === '')) malformed('position: in a few words');
});

export const read_release = list_reader(release_kind, release_fields, (body, malformed) => {
  if (body.by === '') malformed('by: who releases it');
});

export const read_guidance = list_reader(guidance_kind, guidance_fields, (body, malformed) => {
  if (body.by === '') malformed('by: who gives it');
  if (body.unsaid.some(({ words }) => words === '')) malformed('words: those not to be said');
});

export const read_press_item = list_reader(press_item_kind, press_fields, (body, malformed) => {
  if (body.outlet === '') malformed('outlet: who printed it');
  if (body.quoted === '') malformed('quoted: what was printed');
});

export const read_deadline = list_reader(deadline_kind, deadline_fields, (body, malformed) => {
  if (body.what === '') malformed('what: what is due');
});

export const read_linkage = list_reader(linkage_kind, linkage_fields, (body, malformed) => {
  if (body.issue === body.against) malformed('against: another issue');
  if (body.terms === '') malformed('terms: what for what');
});

const own_kinds: ReadonlySet<string> = new Set([
  instruction_request_kind,
  instruction_kind,
  ladder_kind,
  release_kind,
  guidance_kind,
  press_item_kind,
  deadline_kind,
  linkage_kind,
]);

/** Whether it belongs into a side's own register alone. */
export function is_own_kind(kind: string): boolean {
  return own_kinds.has(kind);
}
