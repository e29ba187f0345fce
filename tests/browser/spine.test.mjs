// SPDX-License-Identifier: Apache-2.0
// The desks of the spine in a real browser: reading, verifying, writing, taking back, live
// updates, and what a page does when the server lies.
import { join } from 'node:path';
import { badge, check, Desk, equal, finish, looks, Node, shoot, verified } from './desk.mjs';

const node = new Node();
node.run('record', 'write', '--as', 'unc/delegation', '--text', 'We agree to meet at ten.');
node.run('retract', '19', '--reason', 'The hour was wrong.');
node.run(
  'record',
  'write',
  '--as',
  'kpa-cpv/delegation',
  '--language',
  'ko',
  '--text',
  '오전 열 시에 만납시다.',
);
await node.serve();
const desk = await Desk.open();
const page = await desk.page();

async function row_of(text, on = page) {
  const row = on.locator('tr.row', { hasText: text }).first();
  await row.waitFor();
  return row;
}

async function reading() {
  await check('the register opens and verifies in the browser', async () => {
    await page.goto(`${node.address}/`);
    await badge(page, verified);
  });
  await check('a circle that nobody compared says so, on a phone and on paper too', async () => {
    for (const width of [390, 1000, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.getByText('Not compared yet').waitFor();
      await page.getByRole('button', { name: 'Show the keys' }).waitFor();
    }
    await page.emulateMedia({ media: 'print' });
    await page.getByText('Not compared yet').waitFor();
    await page.emulateMedia({ media: 'screen' });
  });
  await check('a docket without anything says what will stand there, and how', async () => {
    await page.goto(`${node.address}/#/docket`);
    await page.getByText('No finding is on record.').waitFor();
    await page.getByText('armistice observe').waitFor();
    await page.goto(`${node.address}/#/`);
  });
  await check('the exercise is said on the page', async () => {
    await page.getByText('Nothing said here binds anyone').waitFor();
  });
  await check('a retracted note is struck through and names its retraction', async () => {
    const row = await row_of('We agree to meet at ten.');
    equal(await row.locator('s').count(), 1);
    await row.getByRole('link', { name: 'Record 20' }).waitFor();
  });
  await check('every row shown is as verified', async () => {
    await page.locator('tr.row-good').first().waitFor();
    equal(await page.locator('tr.row').count(), await page.locator('tr.row-good').count());
  });
  await check('the circle is compared and kept', async () => {
    await page.locator('.circle-box summary').click();
    await page.getByRole('button', { name: 'It is the same' }).click();
    await page.reload();
    await page.locator('.pinned').waitFor();
  });
  await check('the filter shows one party alone', async () => {
    await page.getByLabel('Party').selectOption('kpa-cpv');
    await row_of('오전 열 시에 만납시다.');
    const others = page.locator('tr.row', { hasText: 'unc/' });
    await others.first().waitFor({ state: 'detached' });
    equal(await others.count(), 0);
    await page.getByLabel('Party').selectOption('');
  });
  await check('the keyboard moves among records and opens one', async () => {
    await page.locator('body').click({ position: { x: 4, y: 400 } });
    await row_of('We agree to meet at ten.');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/record\//);
  });
}

async function one_record() {
  await check('a record shows its text, its lines and what was checked', async () => {
    await page.goto(`${node.address}/#/record/19`);
    await page.getByText('What this page shows is what the register holds').waitFor();
    await page.locator('h1 .tick, h1 svg').first().waitFor();
    await page.getByText('armistice/record/v1').first().waitFor();
    await page.getByText('c2sp.org/tlog-proof@v1').first().waitFor();
  });
  await check('a text says its language', async () => {
    await page.goto(`${node.address}/#/record/21`);
    await page.locator('[lang="ko"]', { hasText: '오전 열 시에' }).waitFor();
  });
  await check(
    'an address that is none is said to be none, and titles follow the page',
    async () => {
      await page.goto(`${node.address}/#/nonsense`);
      await page.getByRole('heading', { name: 'No such page' }).waitFor();
      await page.waitForFunction(() => document.title === 'No such page – Armistice');
      await page.goto(`${node.address}/#/record/19`);
      await page.waitForFunction(() => document.title === 'Record 19 – Armistice');
    },
  );
  await check('a record that is not there is said to be missing', async () => {
    await page.goto(`${node.address}/#/record/9999`);
    await page.getByText('There is no such record here.').waitFor();
  });
}

async function writing() {
  const other = await desk.page();
  await other.goto(`${node.address}/`);
  await badge(other, verified);
  await check('a key is made in the browser and enrolled in one click', async () => {
    await page.goto(`${node.address}/#/compose`);
    await page.getByRole('button', { name: /Make a key in this browser/ }).click();
    await page.getByText('unc/duty-officer').first().waitFor();
  });
  await check('the exact text is shown before it is signed', async () => {
    await page.getByLabel('Text', { exact: true }).fill('Enemy fire ceased at 22:00.');
    await page.locator('pre.exact', { hasText: 'author unc/duty-officer' }).waitFor();
  });
  await check('it is signed, handed in, and has its receipt', async () => {
    await page.getByRole('button', { name: 'Sign and hand in' }).click();
    await page
      .getByText(/Record \d+/)
      .first()
      .waitFor();
    await page
      .getByText(/receipt/i)
      .first()
      .waitFor();
  });
  await check('another reader sees it without asking', async () => {
    await row_of('Enemy fire ceased at 22:00.', other);
  });
  await check('it becomes settled, and verifies there', async () => {
    const row = await row_of('Enemy fire ceased at 22:00.', other);
    await row.locator('.mode-settled').waitFor();
    await other.locator('tr.row-good', { hasText: 'Enemy fire ceased' }).waitFor();
  });
  await check('its author takes it back', async () => {
    const index = node.json('record', 'list', '--author', 'unc/duty-officer')[0].index;
    await page.goto(`${node.address}/#/record/${index}`);
    await page
      .getByRole('link', { name: 'Retract' })
      .or(page.getByRole('link', { name: /Take/ }))
      .first()
      .click();
    await page.getByLabel(/reason/i).fill('It was 21:50.');
    await page.getByRole('button', { name: 'Sign and hand in' }).click();
    const row = await row_of('Enemy fire ceased at 22:00.', other);
    await row.locator('s').waitFor();
  });
  await check('the key stays in this browser, its chain goes on', async () => {
    await page.reload();
    await page.goto(`${node.address}/#/compose`);
    await page.getByLabel('Text', { exact: true }).fill('A third record.');
    await page.locator('pre.exact', { hasText: 'number 3' }).waitFor();
    await page.getByRole('button', { name: 'Sign and hand in' }).click();
    await row_of('A third record.', other);
  });
  await check('the command line finds nothing wrong with what the browser signed', () => {
    const { circle } = node.json('register', 'list')[0];
    equal(node.json('verify', '--circle', circle).good, true);
    equal(node.json('traffic', 'irregularities').length, 0);
  });
  equal(other.troubles.join('\n'), '');
  await other.close();
}

// A record that was signed and never came leaves a gap, which both readers notice.
async function a_gap() {
  const writer = await desk.page();
  const sign = async (words, number) => {
    await writer.getByLabel('Text', { exact: true }).fill(words);
    await writer.locator('pre.exact', { hasText: `number ${number}` }).waitFor();
    await writer.locator('pre.exact', { hasText: words }).waitFor();
    await writer.getByRole('button', { name: 'Sign and hand in' }).click();
  };
  await check('a gap is shown, and the browser recomputes it', async () => {
    await writer.goto(`${node.address}/#/compose`);
    await writer.getByRole('button', { name: /Make a key in this browser/ }).click();
    await writer.route('**/api/record/submit*', (route) => route.abort());
    await sign('It never came.', 1);
    await writer.getByRole('button', { name: 'Set it aside' }).click();
    await writer.unrouteAll();
    await sign('After a gap.', 2);
    await page.goto(`${node.address}/#/`);
    await row_of('After a gap.');
    await page.locator('tr.row-good', { hasText: 'Gap: number 1 is missing' }).waitFor();
    equal(node.json('traffic', 'irregularities').length, 1);
    equal(await page.getByText('by the server, not yet checked').count(), 0);
  });
  await writer.close();
}

// Opens the page of a server whose answers at `path` pass through `change`.
async function lied_to(path, change, hash = '#/') {
  const reader = await desk.page();
  await reader.route(path, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: change(await answer.json()) });
  });
  await reader.goto(`${node.address}/${hash}`);
  return reader;
}

// What it leaves out of a list, or says that it noticed.
async function lists_that_lie() {
  const list = '**/api/record/list*';
  const noticed = (change) => (rows) =>
    rows.map((row) => ({ ...row, irregularities: change(row) ?? row.irregularities }));
  const fork = {
    word: 'fork',
    detail: 'another text of number 1 stands before',
    about: `sha256:${'0'.repeat(64)}`,
  };
  const cases = [
    ['a row hidden', (rows) => rows.filter((row) => row.index !== 19), 'record 19 left out'],
    ['the newest row hidden', (rows) => rows.slice(1), /records? \d+ left out/],
    [
      'an irregularity hidden',
      noticed(() => []),
      'an irregularity is hidden: gap, number 1 is missing',
    ],
    [
      'an irregularity invented',
      noticed((row) => (row.index === 19 ? [fork] : undefined)),
      'an irregularity is invented: fork, another text of number 1 stands before',
    ],
  ];
  for (const [name, change, reason] of cases) {
    await check(`${name} turns the page red, with the reason`, async () => {
      const reader = await lied_to(list, change);
      await badge(reader, 'Does not verify');
      await reader.locator('.mismatch', { hasText: reason }).waitFor();
      await reader.close();
    });
  }
  await check('what was noticed is the server’s until it is recomputed', async () => {
    const slow = await desk.page();
    let go_on = () => {};
    const held = new Promise((done) => (go_on = done));
    await slow.route('**/register/joint/tile/**', async (route) => {
      await held;
      await route.continue();
    });
    await slow.goto(`${node.address}/`);
    const row = await row_of('Gap: number 1 is missing', slow);
    await row.getByText('by the server, not yet checked').waitFor();
    equal(await slow.locator('tr.row-good').count(), 0);
    go_on();
    await slow.locator('tr.row-good', { hasText: 'Gap: number 1 is missing' }).waitFor();
    equal(await row.getByText('by the server, not yet checked').count(), 0);
    await slow.close();
  });
  await check('with a filter the page says whose choice it is', async () => {
    const reader = await lied_to(list, (rows) => rows);
    await badge(reader, verified);
    equal(await reader.getByText('The server chose these records.').count(), 0);
    await reader.getByLabel('Party').selectOption('unc');
    await reader.getByText('The server chose these records.').waitFor();
    await reader.close();
  });
}

async function records_that_lie() {
  const show = '**/api/record/show*';
  const links = 'What it refers to, what refers to it';
  const shown = 'What this page shows is what the register holds';
  const cases = [
    ['a retraction hidden from what refers to it', 19, { referred_by: [] }, links],
    ['what it refers to hidden', 20, { refers: [] }, links],
    ['a neighbour in its chain hidden', 19, { next_index: null }, links],
    ['another text', 21, { text: '{"language":"ko","text":"아니오."}' }, shown],
    ['an irregularity', 19, { irregularities: [{ word: 'gap', detail: 'x', about: null }] }, shown],
  ];
  for (const [name, record, change, step] of cases) {
    await check(`a record page with ${name} turns red`, async () => {
      const reader = await lied_to(show, (row) => ({ ...row, ...change }), `#/record/${record}`);
      await badge(reader, 'Does not verify');
      await reader.locator('li.step-wrong', { hasText: step }).waitFor();
      await reader.close();
    });
  }
  await check('the same pages told no lie are as verified', async () => {
    for (const record of [19, 20, 21]) {
      const reader = await lied_to(show, (row) => row, `#/record/${record}`);
      await badge(reader, verified);
      await reader.locator('li.step-good', { hasText: links }).waitFor();
      equal(await reader.locator('li.step-wrong').count(), 0);
      await reader.close();
    }
  });
}

// What a page does when the server shows what the register does not hold.
async function lies() {
  const lied = await desk.page();
  await check('a row that says something else turns red, with the reason', async () => {
    await lied.route('**/api/record/list*', async (route) => {
      const answer = await route.fetch();
      const text = (await answer.text()).replace(
        'We agree to meet at ten.',
        'We agree to withdraw.',
      );
      await route.fulfill({ response: answer, body: text });
    });
    await lied.goto(`${node.address}/`);
    await badge(lied, 'Does not verify');
    await lied.locator('tr.row-wrong', { hasText: 'We agree to withdraw.' }).waitFor();
    await shoot(lied, 'register-lie');
    await lied.unrouteAll();
  });
  await check('a bundle with one bit flipped is named', async () => {
    const flipped = await desk.page();
    await flipped.route('**/register/joint/tile/entries/**', async (route) => {
      const answer = await route.fetch();
      const bytes = await answer.body();
      bytes[bytes.length - 40] ^= 1;
      await route.fulfill({ response: answer, body: bytes });
    });
    await flipped.goto(`${node.address}/`);
    await badge(flipped, 'Does not verify');
    await flipped.close();
  });
  await check('a head without the quorum does not count', async () => {
    const short = await desk.page();
    await short.route('**/register/joint/checkpoint', async (route) => {
      const answer = await route.fetch();
      const lines = (await answer.text()).split('\n');
      const left = lines.filter((line) => !/— (unc|kpa-cpv)\/cosigner/.test(line)).join('\n');
      await route.fulfill({ response: answer, body: left });
    });
    await short.route('**/api/register/head*', async (route) => {
      const answer = await route.fetch();
      const json = await answer.json();
      json.counted.note = json.counted.note.replace(/— (unc|kpa-cpv)\/cosigner .*\n/g, '');
      await route.fulfill({ response: answer, json });
    });
    await short.goto(`${node.address}/`);
    await badge(short, 'Does not verify');
    await short.close();
  });
  await lied.close();
}

await reading();
await one_record();
await writing();
await a_gap();
await lies();
await lists_that_lie();
await records_that_lie();
await looks(desk, node, { register: '#/', record: '#/record/19', write: '#/compose' });
await check('nothing outside was asked, and nothing went wrong on the pages', () => {
  equal([...page.hosts].join(), new URL(node.address).host);
  equal(page.troubles.filter((one) => !one.includes('404')).join('\n'), '');
});
await desk.close();
await node.end();
finish();
