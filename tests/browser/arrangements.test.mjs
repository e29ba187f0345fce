// SPDX-License-Identifier: Apache-2.0
// What was asked, in a real browser: what is due next and by when, a visit refused and asked again,
// a document with its translation; asked and answered by keys made in this browser.
import { badge, check, Desk, equal, finish, looks, Node, shoot, verified } from './desk.mjs';

const node = new Node();
const ask = (...words) => node.json('arrange', 'ask', ...words).index;
const answer = (index, ...words) => node.json('arrange', 'answer', String(index), ...words).index;
const at = (time) => `1953-07-28T${time}:00+09:00`;
await node.serve();
const desk = await Desk.open();
const page = await desk.page({ height: 900 });

await check('a desk where nothing was asked says how it begins', async () => {
  await page.goto(`${node.address}/#/arrangements`);
  await badge(page, verified);
  await page.getByText('Nothing was asked yet.').waitFor();
});

const journey = ask(
  ...['--as', 'sweden/officer', '--by', 'nnit/mobile-1', '--to', 'unc', '--sort', 'journey'],
  ...['--place', 'Uiju', '--from', at('06:00'), '--until', at('20:00'), '--text', 'Two cars.'],
);
const supplies = ask(
  ...['--as', 'poland/member', '--by', 'joint/nnsc', '--to', 'kpa-cpv', '--sort', 'supplies'],
  ...['--quantity', '100', '--unit', 'blankets', '--until', at('21:00')],
);
answer(supplies, '--as', 'kpa-cpv/delegation', '--step', 'done', '--quantity', '40');
const visit = ask(
  ...['--as', 'unc/delegation', '--to', 'kpa-cpv', '--sort', 'camp-visit', '--until', at('22:00')],
);
const refusal = answer(visit, '--as', 'kpa-cpv/delegation', '--step', 'refused', '--text', 'No.');
answer(visit, '--as', 'kpa-cpv/delegation', '--step', 'granted');
const document = ask(
  ...['--as', 'sweden/member', '--by', 'joint/nnsc', '--to', 'joint/mac', '--sort', 'proceedings'],
  ...['--language', 'en'],
);
answer(document, '--as', 'unc/senior-member', '--step', 'received');
const translation = ask(
  ...['--as', 'kpa-cpv/delegation', '--by', 'joint/mac', '--to', 'joint/nnsc'],
  ...['--sort', 'translation', '--about', String(document), '--language', 'ko'],
  ...['--until', at('23:00')],
);
const row = (index) => page.getByRole('article', { name: new RegExp(` ${index}$`) });

await check('what is due next stands first, by its hour', async () => {
  await page.keyboard.press('g');
  await page.waitForURL(/#\/$/);
  await page.keyboard.press('a');
  await page.waitForURL(/#\/arrangements/);
  const due = page.locator('.asked-due li');
  await due.nth(1).waitFor();
  equal(await due.count(), 2);
  await due.nth(0).getByText('Journeys', { exact: false }).waitFor();
  await due.nth(0).getByText('due by 1953-07-28 20:00:00').waitFor();
  await due.nth(1).getByText('Translations', { exact: false }).waitFor();
});
await check('a row says who asked whom, and leads to its records', async () => {
  await row(journey).getByText('nnit/mobile-1').waitFor();
  await row(journey).getByText('Two cars.').waitFor();
  await row(translation)
    .getByRole('link', { name: new RegExp(`\\b${document}\\b`) })
    .waitFor();
  await row(visit).getByText('No.', { exact: true }).waitFor();
  await row(visit)
    .getByRole('link', { name: new RegExp(`\\b${refusal}\\b`) })
    .click();
  await page.waitForURL(new RegExp(`#/record/${refusal}`));
  await page.goto(`${node.address}/#/arrangements`);
});
await check('what was given short stands beside what was asked', async () => {
  await row(supplies).getByText('40 of 100 blankets given').waitFor();
  const found = page.locator('.finding', { hasText: 'supply.stores' });
  await found.getByText('40 given, 100 asked').waitFor();
});
await check('a refusal is found, and what came after it noticed', async () => {
  await page
    .locator('.finding', { hasText: 'camps.visits' })
    .getByText('refused, and may not be')
    .waitFor();
  await page.getByText('Closed already').waitFor();
  equal(await row(visit).getByRole('button', { name: 'Answer' }).count(), 0);
});
await check('they are filtered by sort and by party', async () => {
  await page.getByRole('combobox', { name: 'Sort' }).selectOption('journey');
  await row(supplies).waitFor({ state: 'detached' });
  await row(journey).waitFor();
  await page.getByLabel('Asked by or of').selectOption('kpa-cpv');
  await page.getByText('Nothing of that sort and party is on record.').waitFor();
  await page.getByRole('combobox', { name: 'Sort' }).selectOption('');
  await row(visit).waitFor();
  equal(await row(journey).count(), 0);
  await page.getByLabel('Asked by or of').selectOption('');
  await row(journey).waitFor();
});
await check('a journey is granted at its row by a key made here', async () => {
  await row(journey).getByRole('button', { name: 'Answer' }).click();
  const form = row(journey).locator('.due-form');
  await form.locator('select', { hasText: 'unc' }).first().selectOption('unc');
  await form.getByLabel('Desk').fill('situation-room');
  await form.getByRole('button', { name: /Make a key/ }).click();
  await form.locator('.identity', { hasText: 'unc' }).waitFor();
  equal(await form.getByLabel('certified').count(), 0);
  await form.getByText('Choose what became of it.').first().waitFor();
  await form.getByLabel('granted').check();
  await shoot(page, 'arrangements-answer', true);
  await form.locator('button.primary:not([disabled])', { hasText: 'Sign and hand in' }).click();
  await row(journey).locator('h3').getByText('granted').waitFor();
  await row(journey).getByText('unc/situation-room').waitFor();
});
await check('and a visit is asked for again', async () => {
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  const form = page.locator('.arrangements-page > .due-form');
  await form.locator('.identity', { hasText: 'unc/situation-room' }).locator('input').check();
  await form.getByText('Choose a sort.').first().waitFor();
  await form.getByRole('combobox', { name: 'Sort' }).selectOption('camp-visit');
  await form.getByLabel('Of whom, or who is told').fill('kpa-cpv');
  await form.getByLabel('Until').fill('1953-07-01T00:00:00+09:00');
  await form.getByText('The times are not in order.').first().waitFor();
  await form.getByLabel('Until').fill('1953-08-27T00:00:00+09:00');
  await form.getByLabel('Where').fill('a camp on the Yalu');
  await shoot(page, 'arrangements-form', true);
  await form.locator('button.primary:not([disabled])', { hasText: 'Sign and hand in' }).click();
  await page.locator('.asked', { hasText: 'a camp on the Yalu' }).getByText('due by').waitFor();
});
await looks(desk, node, { arrangements: '#/arrangements' });
await check('nothing outside was asked, and nothing went wrong on the pages', async () => {
  equal([...page.hosts].join(' '), new URL(node.address).host);
  equal(page.troubles.join('\n'), '');
});
await desk.close();
await node.end();
finish();
