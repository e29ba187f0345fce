// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { digest, genesis_of, key_of, line_by } from '../../test/fixture';
import { utf8_bytes, utf8_text } from '../verify/bytes';
import { digest_of } from '../verify/hash';
import { parse_header } from '../verify/header';
import { join_note } from '../verify/note';
import { parse_record } from '../verify/record';
import { compose, type ChainEnd } from './draft';
import {
  check_joint,
  compose_joint,
  draft_file,
  lines_by_signer,
  lodged_text,
  missing_signers,
  ordered_lines,
  read_draft_file,
  type Together,
} from './joint';
import { refers_of, write_statement, type Statement } from './statement';

const circle = genesis_of().id;
const salt = '00112233445566778899aabbccddeeff';
const written = '1953-07-28T07:00:00+09:00';
const case_id = digest('case');
const keys = [key_of('unc/senior-member'), key_of('kpa-cpv/senior-member')];
const together: Together = {
  circle,
  organ: 'joint/mac',
  signers: keys.map((key) => key.name),
  until: '1953-07-28T08:00:00+09:00',
};
const determination: Statement = {
  kind: 'determination/1',
  fields: {
    case: case_id,
    evaluation: digest('evaluation'),
    outcome: 'violation',
    paragraph: '7',
    responsible: 'unc',
    text: 'The line was crossed.',
  },
};

const statements: readonly Statement[] = [
  determination,
  {
    kind: 'allegation/1',
    fields: { term: 'line.crossing', paragraph: '7', finding: '', against: 'unc', text: 'x' },
    refers: [digest('observation')],
  },
  {
    kind: 'request/1',
    fields: {
      case: case_id,
      to: 'joint/nnsc',
      latitude_e7: 379_497_000,
      longitude_e7: 1_266_601_000,
      place: '',
      text: 'x',
    },
  },
  {
    kind: 'tasking/1',
    fields: {
      case: case_id,
      request: '',
      team: 'nnit/mobile-1',
      members: ['sweden/officer'],
      text: '',
    },
  },
  {
    kind: 'team-step/1',
    fields: { case: case_id, team: 'nnit/mobile-1', step: 'on_site', at: written, text: '' },
  },
  {
    kind: 'report/1',
    fields: {
      case: case_id,
      team: 'nnit/mobile-1',
      language: 'en',
      outcome: 'confirmed',
      text: 'x',
    },
  },
  {
    kind: 'ballot/1',
    fields: { case: case_id, report: digest('report'), vote: 'against', dissent: 'No.' },
  },
  {
    kind: 'forwarding/1',
    fields: {
      case: case_id,
      passed: digest('report'),
      step: 'forwarded',
      to: ['unc/senior-member'],
      language: 'en',
      text: '',
    },
  },
  {
    kind: 'acknowledgement/1',
    fields: { case: case_id, received: digest('notice'), text: '' },
  },
  {
    kind: 'evaluation/1',
    fields: { case: case_id, report: digest('report'), outcome: 'confirmed', text: 'x' },
  },
  { kind: 'draft/1', fields: { case: case_id, draft: 'x\n', lines: '', body: '{}' } },
  {
    kind: 'invitation/1',
    fields: { body: 'joint/nnsc', state: 'sweden', seat: 'sweden/member', text: '' },
  },
  {
    kind: 'reply/1',
    fields: { invitation: digest('invitation'), reply: 'no_objection', text: '' },
  },
  {
    kind: 'appointment/1',
    fields: {
      body: 'joint/nnsc',
      seat: 'sweden/member',
      part: 'alternate',
      person: 'Colonel Berg',
      nationality: 'Sweden',
      grade: 'field',
      rank: '',
      from: written,
      replaces: 'Colonel Hansen',
      text: '',
    },
  },
  {
    kind: 'session/1',
    fields: {
      body: 'joint/nnsc',
      number: 1,
      opened: written,
      closed: written,
      present: ['sweden/member', 'poland/member'],
      next: '1953-07-29',
      text: 'It met.',
    },
  },
  { kind: 'motion/1', fields: { body: 'joint/nnsc', text: 'That a team go to Uiju.' } },
  {
    kind: 'motion-ballot/1',
    fields: { motion: digest('motion'), vote: 'abstaining', dissent: 'Too early.' },
  },
  {
    kind: 'gate-log/1',
    fields: {
      gate: 'gate-3',
      zone: 'demilitarized-zone',
      side: 'unc',
      from: written,
      to: written,
      entries: [{ time: written, passing: 'in', number: 'C-17', persons: 1 }],
      inside: 1,
      text: '',
    },
  },
];

describe('statements', () => {
  const end: ChainEnd = {
    circle,
    name: 'unc/officer',
    key: key_of('unc/officer').id,
    number: '0',
    previous: null,
  };
  test('of every kind are read back by the verifier', async () => {
    for (const said of statements) {
      const composed = await compose(end, said, null, written, salt);
      expect(composed.ok ? 'ok' : `${said.kind}: ${composed.what}`).toBe('ok');
    }
  });
  test('have the salt first, and their fields in order', () => {
    expect(write_statement(salt, statements[6]!)).toBe(
      `{"salt":"${salt}","case":"${case_id}","report":"${digest('report')}","vote":"against","dissent":"No."}`,
    );
  });
  test('refer to what they name, ascending, each once', () => {
    const ids = [case_id, digest('evaluation')].sort();
    expect(refers_of(determination)).toEqual(ids);
    expect(refers_of({ ...determination, refers: [case_id] })).toEqual(ids);
    // A finding is no record.
    expect(refers_of(statements[1]!)).toEqual([digest('observation')]);
    expect(refers_of(statements[3]!)).toEqual([case_id]);
    const of_kind = (kind: Statement['kind']) => statements.find((one) => one.kind === kind)!;
    expect(refers_of(of_kind('reply/1'))).toEqual([digest('invitation')]);
    expect(refers_of(of_kind('motion-ballot/1'))).toEqual([digest('motion')]);
  });
});

describe('a joint text', () => {
  test('names its signers and its last hour, and takes no number', async () => {
    const made = await compose_joint(together, determination, null, written, salt);
    if (!made.ok) expect.unreachable();
    const { text, body } = made.value;
    expect(text.split('\n').slice(2, 10)).toEqual([
      'kind determination/1',
      'author joint/mac',
      'signer unc/senior-member',
      'signer kpa-cpv/senior-member',
      'until 1953-07-28T08:00:00+09:00',
      'number 0',
      'previous -',
      'seen 0 -',
    ]);
    expect(parse_header(text).ok).toBe(true);
    expect(utf8_text(body)).toContain('"outcome":"violation"');
  });
  test('is handed over as a file, with the lines so far', async () => {
    const made = await compose_joint(together, determination, null, written, salt);
    if (!made.ok) expect.unreachable();
    const [first] = keys;
    const line = line_by(first!, made.value.text);
    const file = draft_file(made.value, new Map([[first!.name, line]]));
    const read = read_draft_file(file);
    if (!read.ok) expect.unreachable();
    expect(read.value.composed).toEqual(made.value);
    expect([...read.value.lines.entries()]).toEqual([[first!.name, line]]);
    expect(missing_signers(read.value.header.signers, read.value.lines)).toEqual([keys[1]!.name]);
  });
  test('is no file when it is cut, or another thing', async () => {
    const made = await compose_joint(together, determination, null, written, salt);
    if (!made.ok) expect.unreachable();
    const file = draft_file(made.value, new Map());
    const code = (bytes: Uint8Array) => {
      const read = read_draft_file(bytes);
      return read.ok ? 'ok' : read.code;
    };
    expect(code(file)).toBe('ok');
    const entry_end = file.length - made.value.body.length;
    for (const cut of [0, 3, 4, entry_end - 1]) expect(code(file.slice(0, cut))).toBe('malformed');
    expect(code(utf8_bytes('a letter, not a draft'))).toBe('malformed');
    const other = file.slice();
    other[4] = 0x7a;
    expect(code(other)).not.toBe('ok');
  });
  test('is refused when its last hour is over, or it has one signer', async () => {
    const code = async (change: Partial<Together>) => {
      const made = await compose_joint(
        { ...together, ...change },
        determination,
        null,
        written,
        salt,
      );
      return made.ok ? 'ok' : made.code;
    };
    expect(await code({ until: written })).toBe('expired');
    expect(await code({ until: 'soon' })).toBe('malformed');
    expect(await code({ signers: together.signers.slice(0, 1) })).toBe('malformed');
  });
  test('is signed by those it names alone, whole', async () => {
    const made = await compose_joint(together, determination, null, written, salt);
    if (!made.ok) expect.unreachable();
    const code = async (name: string, change = {}, at = circle) => {
      const checked = await check_joint({ circle: at, name }, { ...made.value, ...change });
      return checked.ok ? 'ok' : checked.code;
    };
    expect(await code('unc/senior-member')).toBe('ok');
    expect(await code('unc/delegation')).toBe('wrong_signers');
    expect(await code('unc/senior-member', {}, digest('other'))).toBe('wrong_circle');
    expect(await code('unc/senior-member', { body: utf8_bytes('{}') })).toBe('digest_mismatch');
    expect(await code('unc/senior-member', { text: 'pay the bearer\n' })).toBe('malformed');
  });
});

describe('lines', () => {
  test('are collected in any order and stand in the order of the text', async () => {
    const made = await compose_joint(together, determination, null, written, salt);
    if (!made.ok) expect.unreachable();
    const { text } = made.value;
    const [first, second] = keys.map((key) => line_by(key, text));
    const lodged = lines_by_signer(second ?? '');
    expect(missing_signers(together.signers, lodged)).toEqual(['unc/senior-member']);
    const all = new Map([...lodged, ...lines_by_signer(first ?? '')]);
    expect(missing_signers(together.signers, all)).toEqual([]);
    expect(ordered_lines(together.signers, all)).toEqual([first, second]);
    const record = await parse_record(join_note(text, ordered_lines(together.signers, all)));
    expect(record.ok && record.value.header.author).toBe('joint/mac');
  });
  test('that are none are left out', () => {
    expect(lines_by_signer('').size).toBe(0);
    expect(lines_by_signer('— unc/senior-member AAAA\nhello\n').size).toBe(0);
  });
  test('of a draft belong to the text whose id it has', async () => {
    const text = 'a text\n';
    const row = { draft: await digest_of(utf8_bytes(text)), text, body: '{}' };
    expect((await lodged_text(row)).ok).toBe(true);
    const other = await lodged_text({ ...row, text: 'another\n' });
    expect(other.ok ? 'ok' : other.code).toBe('digest_mismatch');
  });
});
