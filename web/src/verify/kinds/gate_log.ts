// SPDX-License-Identifier: Apache-2.0
// gate-log/1: so much passed this gate of the zone in that time.
// Spec: kinds/gate-log.md.
import { counted_max, label_bytes_max, ledger_lines_max, statement_bytes_max } from '../limits';
import { integer, list_reader, name, objects, text, time, word, type Listed } from './field_list';

export const gate_log_kind = 'gate-log/1';

const fields = {
  gate: name,
  zone: name,
  side: name,
  from: time,
  to: time,
  entries: objects(ledger_lines_max, {
    time: time,
    passing: word(['in', 'out']),
    number: text(label_bytes_max),
    persons: integer(1, counted_max),
  }),
  inside: integer(0, counted_max),
  text: text(statement_bytes_max),
};

export type GateLog = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_gate_log = list_reader(gate_log_kind, fields, (body, malformed) => {
  if (body.to.utc_s < body.from.utc_s) malformed('to: not before from');
  let before = body.from.utc_s;
  for (const { time: at } of body.entries) {
    if (at.utc_s < before || body.to.utc_s < at.utc_s) {
      malformed('entries: in the order of time, from `from` to `to`');
    }
    before = at.utc_s;
  }
});
