// SPDX-License-Identifier: Apache-2.0
// The due list and the ledger in a real browser: what was reported and inspected, what is due, and
// a duty stated done by a key made in this browser.
import { badge, check, Desk, equal, finish, looks, Node, shoot, verified } from './desk.mjs';

const node = new Node();
const report = (by, day, ...words) =>
  node.run('movement', 'report', '--as', by, '--day', day, ...words);
const unc = 'unc/delegation';
report(unc, '1953-07-28', '--count', 'pusan; arriving; 1200; rotation; United States');
report(
  'sweden/officer',
  '1953-07-28',
  '--inspected',
  '--side',
  'unc',
  '--count',
  'pusan; arriving; 1150',
);
report('kpa-cpv/delegation', '1953-07-28', '--count', 'sinuiju; departing; 900');
node.run(
  'movement',
  'shipment',
  '--as',
  unc,
  '--shipment',
  'S-1',
  '--point',
  'pusan',
  '--item',
  'weapon; M1; 10',
);
node.run(
  'arrange',
  'ask',
  '--as',
  'sweden/officer',
  '--by',
  'nnit/mobile-1',
  '--to',
  'unc',
  '--sort',
  'journey',
  '--place',
  'Uiju',
  '--from',
  '1953-07-29T06:00:00+09:00',
  '--until',
  '1953-07-29T20:00:00+09:00',
);
await node.serve();
const desk = await Desk.open();
const page = await desk.page({ height: 900 });

await check('the ledger adds up what the sides reported', async () => {
  await page.goto(`${node.address}/#/ledger`);
  await badge(page, verified);
  await page.getByText('1,200 of at most 35,000 arrived').waitFor();
  await page.getByText('1,200 more are in than out').waitFor();
});
await check('what was inspected otherwise is noticed, with its record', async () => {
  const notice = page.locator('.ledger-notices li');
  await notice.getByText('1200 reported, 1150 inspected by sweden').waitFor();
  await notice.getByRole('link').click();
  await page.waitForURL(/#\/record\/\d+/);
});
await check('what the terms find can be alleged from there', async () => {
  await page.goto(`${node.address}/#/ledger`);
  const found = page.locator('.finding', { hasText: 'rotation.balance' });
  await found.getByText('1200 arrived and 0 departed since the effective hour').waitFor();
  equal(await found.getByRole('link', { name: 'Allege' }).count(), 1);
});
await check('another month is empty and says how it is filled', async () => {
  await page.getByRole('button', { name: 'The month before' }).click();
  await page.getByText('No movement of this month is on record.').waitFor();
  await page.getByText('1953-06', { exact: true }).waitFor();
});
await check('the due list has the hours of the coming days', async () => {
  await page.keyboard.press('u');
  await page.waitForURL(/#\/due/);
  const withdrawal = page.locator('.duties tr', { hasText: '1953-07-30 22:00:00' });
  await withdrawal.first().waitFor();
  equal(await withdrawal.count(), 1);
  equal(await withdrawal.locator('.bearer').count(), 2);
  await page.getByText('Nothing is overdue from before.').waitFor();
});
await check('a day that was reported is done, by that report', async () => {
  const day = page.locator('.duties tr', { hasText: 'of 1953-07-28' });
  await day.first().waitFor();
  equal(await day.locator('.duty-state', { hasText: 'Done' }).count(), 2);
});
await check('who owes a duty states it done', async () => {
  const zone = page.locator('.duties tr', { hasText: 'equipment out of the zone' });
  const row = zone.locator('.bearer', { hasText: 'unc' });
  await row.getByRole('button', { name: 'State it done' }).click();
  await page.locator('select', { hasText: 'kpa-cpv' }).first().selectOption('unc');
  await page.getByLabel('Desk').fill('commander');
  await page.getByRole('button', { name: /Make a key/ }).click();
  await page.locator('.identity', { hasText: 'unc' }).waitFor();
  await page.getByLabel('What was done').fill('All are out.');
  await shoot(page, 'due-form', true);
  const button = page.locator('button.primary:not([disabled])', { hasText: 'Sign and hand in' });
  await button.first().click();
  await row.locator('.duty-state', { hasText: 'Done' }).waitFor();
});
await check('and what was asked for, by its hour', async () => {
  const asked = page.locator('section', { has: page.getByRole('heading', { name: 'Asked for' }) });
  const journey = asked.locator('tbody tr', { hasText: 'Journeys, Uiju' });
  await journey.getByText('1953-07-29 20:00:00+09:00').waitFor();
  equal(await journey.locator('code').innerText(), 'unc');
  equal(await journey.locator('.duty-state').innerText(), 'Waits');
});
await check('a shipment that a team saw is to be reported by its hour', async () => {
  const seen = ['--as', 'sweden/officer', '--inspected', '--side', 'unc', '--point', 'pusan'];
  node.run('movement', 'shipment', ...seen, '--shipment', 'S-9', '--item', 'weapon; M1; 4');
  await page.reload();
  const begun = page.locator('section', {
    has: page.getByRole('heading', { name: 'Begun, and to follow' }),
  });
  const row = begun.locator('tbody tr', { hasText: 'The report of shipment S-9' });
  await row.getByRole('link', { name: /Record \d+/ }).waitFor();
  equal(await row.locator('code').innerText(), 'unc');
  equal(await row.locator('.duty-state').innerText(), 'Waits');
});
await looks(desk, node, { due: '#/due', ledger: '#/ledger' });
await check('nothing outside was asked, and nothing went wrong on the pages', async () => {
  equal([...page.hosts].join(' '), new URL(node.address).host);
  equal(page.troubles.join('\n'), '');
});
await desk.close();
await node.end();
finish();
