// SPDX-License-Identifier: Apache-2.0
// A side's own register in a real browser: how far it would go, what it does not say, a draft that
// is stopped; no page of it where the register is shared; and a shared node's desk that asks it
// before it signs.
import { badge, check, Desk, equal, finish, looks, Node, shoot, verified } from './desk.mjs';

const own = new Node(['own', 'init', '--side', 'kpa-cpv']);
const shared = new Node();
await own.serve();
await shared.serve();
const desk = await Desk.open();
const page = await desk.page({ height: 900 });

await check('an empty desk says how it is filled', async () => {
  await page.goto(`${own.address}/#/`);
  await badge(page, verified);
  await page.getByRole('link', { name: 'Own positions' }).click();
  await page.waitForURL(/#\/own/);
  await page.getByRole('heading', { name: 'What kpa-cpv keeps to itself' }).waitFor();
  await page.getByText('Nothing is kept here yet.').waitFor();
});
own.run('own', 'import', 'examples/own-1951-1952.toml', '--as', 'kpa-cpv/delegation');
await check('a ladder, with the condition of each rung', async () => {
  await page.reload();
  await badge(page, verified);
  const line = page.locator('.ladder', { hasText: 'the 38th parallel' });
  equal(await line.locator('.rung.is-offered').count(), 1);
  equal(await line.locator('.rung.is-closed').count(), 2);
  await line.getByText('On condition: The other side lets it be understood clearly').waitFor();
  await shoot(page, 'own-ladder', true);
});
await check('instructions asked with their arguments, and given', async () => {
  await page.getByText('three to five years are won to prepare forces').waitFor();
  equal(await page.locator('.question-state', { hasText: 'open' }).count(), 3);
  await page.getByText('neither hurry nor lose time').waitFor();
});
await check('what is not said, what is held against what, and the press', async () => {
  await page.getByText('“great concession”').waitFor();
  await page.getByText('airfields against prisoners').waitFor();
  await page.getByText('there will be more trouble there than at Kaesong').waitFor();
});
await check('a draft that gives away more is stopped', async () => {
  const form = page.locator('.own-check');
  await form.getByLabel('Issue').selectOption('line');
  await form.getByLabel('Where we would stand').fill('a cease-fire on the present front');
  await form.getByRole('button', { name: 'Hold against' }).click();
  await form.getByText('It is not to be signed.').waitFor();
  await form.getByText('What may be offered is “the 38th parallel”.').waitFor();
  await shoot(page, 'own-stopped');
  await form.getByLabel('Where we would stand').fill('the 38th parallel');
  await form.getByRole('button', { name: 'Hold against' }).click();
  await form.getByText('Nothing stops it.').waitFor();
  await form.getByLabel('Word for word').fill('No great concession.');
  await form.getByLabel('Issue').selectOption('neutral-zone');
  await form.getByRole('button', { name: 'Hold against' }).click();
  await form.getByText('“great concession” is not said in public.').waitFor();
});
await check('a released rung may be offered', async () => {
  own.run('own', 'release', 'line', '--by', 'the centre', '--as', 'kpa-cpv/delegation');
  await page.reload();
  const line = page.locator('.ladder', { hasText: 'the 38th parallel' });
  await line.getByText('released by the centre').waitFor();
  equal(await line.locator('.rung.is-offered').count(), 2);
});
await check('every line leads to its record', async () => {
  await page
    .locator('.ladder')
    .first()
    .getByRole('link', { name: /record/i })
    .click();
  await page.waitForURL(/#\/record\/\d+/);
  await page.getByText('ladder/1').first().waitFor();
});
await looks(desk, own, { own: '#/own' });
await check('a shared register has no such page', async () => {
  const other = await desk.page({ height: 900 });
  await other.goto(`${shared.address}/#/own`);
  await badge(other, verified);
  equal(await other.getByRole('link', { name: 'Own positions' }).count(), 0);
  equal(await other.locator('.own-page').count(), 0);
  const asked = await other.evaluate(async () => (await fetch('/api/own/show')).status);
  equal(asked >= 400, true);
  equal([...other.hosts].join(), new URL(shared.address).host);
});
const held = new Node();
await held.serve('--own', own.data);
const table = await desk.page({ height: 900 });
const answers = [];
table.on('response', (answer) => {
  if (answer.url().endsWith('/api/record/screen')) answers.push(answer.text());
});
const stand = table.locator('.conference-page details.form-box', {
  hasText: 'Say where a side stands',
});
async function says(value, text) {
  await stand.getByLabel('Where it stands').fill(value);
  await stand.getByLabel('Word for word').fill(text);
  await stand.locator('pre.exact', { hasText: text }).first().waitFor();
  await stand.locator('button.primary:not([disabled])').last().click();
}
await check(
  'at the desk of a node that knows of it, what gives more away is not signed',
  async () => {
    await table.goto(`${held.address}/#/conference`);
    await badge(table, verified);
    await stand.locator('summary').first().click();
    await stand.getByRole('button', { name: 'Make a key for kpa-cpv/delegation in' }).click();
    await stand.getByText('it is held against this side’s own register').waitFor();
    await stand.getByLabel('Issue', { exact: true }).fill('line');
    await stand.getByLabel('proposes', { exact: true }).check();
    await says('the line of the front, with small changes', 'The line of the front.');
    await stand.getByRole('alert').getByText('this side’s own register stops it').waitFor();
    equal(await stand.getByRole('alert').getByText('38th').count(), 0);
    await says('the 40th parallel', 'Another parallel.');
    await stand.getByRole('alert').getByText('this side’s own register stops it').waitFor();
    await shoot(table, 'own-held-back', true);
    equal(held.json('record', 'list', '--kind', 'proposal/1').length, 0);
  },
);
await check('what cannot be asked is not signed either', async () => {
  await table.route('**/api/record/screen', (route) => route.abort());
  await says('the 38th parallel', 'The 38th parallel, then.');
  await stand.getByRole('alert').getByText('own register was not asked').waitFor();
  await table.unroute('**/api/record/screen');
  equal(held.json('record', 'list', '--kind', 'proposal/1').length, 0);
});
await check('what gives nothing away is signed', async () => {
  await says('the 38th parallel', 'The 38th parallel it is.');
  await table.locator('.received-note').waitFor();
  equal(held.json('record', 'list', '--kind', 'proposal/1').length, 1);
  const said = (await Promise.all(answers)).map((text) => text.trim());
  equal(said.join(), '{"may_be_signed":false},{"may_be_signed":false},{"may_be_signed":true}');
  equal([...table.hosts].join(), new URL(held.address).host);
});
await check('nothing outside was asked, and nothing went wrong on the pages', () => {
  equal([...page.hosts].join(), new URL(own.address).host);
  equal(page.troubles.join('\n'), '');
});
await desk.close();
await own.end();
await shared.end();
await held.end();
finish();
