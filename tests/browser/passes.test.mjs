// SPDX-License-Identifier: Apache-2.0
// Who is in the zone, in a real browser: passes in force, gate logs with what was noticed, what
// paragraph 10 finds, and passes granted by a key made in this browser.
import { badge, check, Desk, equal, finish, looks, Node, shoot, verified } from './desk.mjs';

const node = new Node();
const pass = (...words) => node.run('pass', ...words);
const at = (time) => `1953-07-27T${time}:00+09:00`;
const until = '1953-08-27T22:00:00+09:00';
await node.serve();
const desk = await Desk.open();
const page = await desk.page({ height: 900 });

await check('an empty zone says how it is filled', async () => {
  await page.goto(`${node.address}/#/passes`);
  await badge(page, verified);
  await page.getByText('No pass and no gate log is on record.').waitFor();
  equal(await page.locator('.zone-side', { hasText: 'no gate log' }).count(), 2);
});

pass(
  ...['grant', '--as', 'unc/commander', '--from', at('22:00'), '--to', until],
  ...['--holder', 'C-17; Kim; civil_police; armed', '--holder', 'C-18; Pak; relief'],
);
pass('grant', '--as', 'unc/commander', '--side', 'kpa-cpv', '--to', until, '--holder', 'N-1');
pass(
  ...['gate', '--as', 'unc/delegation', '--gate', 'gate-3', '--inside', '4', '--to', at('22:50')],
  ...['--entry', `${at('22:10')}; in; C-17`, '--entry', `${at('22:11')}; in; C-17`],
  ...['--entry', `${at('22:12')}; in; C-99`, '--entry', `${at('22:13')}; in; ; 2`],
  ...['--entry', `${at('22:14')}; out; C-18`],
);

await check('each side has what is authorized, who is inside, and the limit', async () => {
  await page.keyboard.press('g');
  await page.waitForURL(/#\/$/);
  await page.keyboard.press('z');
  await page.waitForURL(/#\/passes/);
  const side = page.locator('.zone-side', { hasText: 'unc' });
  await side.getByText('3 more than authorized').waitFor();
  equal(
    await side
      .locator('strong')
      .allInnerTexts()
      .then((texts) => texts.join(' ')),
    '2 5 1,000',
  );
  await side.getByText('§10').waitFor();
  await page.locator('.zone-side', { hasText: 'kpa-cpv' }).getByText('no gate log').waitFor();
});
await check('the number inside leads to the log that it rests on', async () => {
  await page.locator('.zone-side', { hasText: 'unc' }).locator('dd a').click();
  await page.waitForURL(/#\/record\/21/);
  await page.goto(`${node.address}/#/passes`);
});
await check('passes in force stand with their holders', async () => {
  const row = page.locator('.ledger-table tr', { hasText: 'Kim' });
  await row.getByText('armed', { exact: true }).waitFor();
  await row.getByText('2', { exact: false }).first().waitFor();
  equal(await row.getByRole('link').count(), 1);
});
await check('a log stands with what was noticed about each entry', async () => {
  const row = page.locator('.ledger-table tr', { hasText: 'gate-3' });
  for (const words of [
    'Comes in and is inside already',
    'An unknown pass',
    'No pass was shown',
    'More go out than came in',
    'A sum that fails',
  ]) {
    await row.getByText(words).waitFor();
  }
});
await check('what was wrong with a pass is noticed with its record', async () => {
  const notice = page.locator('.ledger-notices li');
  await notice.getByText('Granted by another than the side').waitFor();
  equal(await notice.getByRole('link').count(), 1);
});
await check('what paragraph 10 finds can be alleged from there', async () => {
  const found = page.locator('.finding', { hasText: 'zone.civil-administration' });
  await found.getByText('5 are there, 2 were authorized').waitFor();
  equal(await found.getByRole('link', { name: 'Allege' }).count(), 1);
});
await check('a side grants passes by a key made here', async () => {
  await page.getByRole('button', { name: 'Grant passes' }).click();
  const form = page.locator('.due-form');
  await form.locator('select', { hasText: 'kpa-cpv' }).first().selectOption('kpa-cpv');
  await form.getByLabel('Desk').fill('cpv-commander');
  await form.getByRole('button', { name: /Make a key/ }).click();
  await form.locator('.identity', { hasText: 'kpa-cpv' }).waitFor();
  const holders = form.getByLabel('Whose: a line each');
  await holders.fill('N-2; Li; relief; sword');
  await form.getByText('Line 1 is no holder.').first().waitFor();
  await holders.fill('N-2; Li; relief\nN-3; Han; civil_police; armed');
  await shoot(page, 'passes-form', true);
  await form.locator('button.primary:not([disabled])', { hasText: 'Sign and hand in' }).click();
  await page.locator('.ledger-table tr', { hasText: 'N-3' }).waitFor();
  const side = page.locator('.zone-side', { hasText: 'kpa-cpv' });
  equal(await side.locator('strong').first().innerText(), '2');
});
await looks(desk, node, { passes: '#/passes' });
await check('nothing outside was asked, and nothing went wrong on the pages', async () => {
  equal([...page.hosts].join(' '), new URL(node.address).host);
  equal(page.troubles.join('\n'), '');
});
await desk.close();
await node.end();
finish();
