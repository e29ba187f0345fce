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
await check(
  'a gate is logged row by row, and what the register reckons stands beside',
  async () => {
    const form = page.locator('.form-box', { hasText: 'Log a gate' });
    await form.locator('summary').first().click();
    await form.getByRole('button', { name: 'Make a key for kpa-cpv/delegation in' }).click();
    await form.locator('.identity:has(:checked)', { hasText: 'kpa-cpv/delegation' }).waitFor();
    const lacks = (words) => form.locator('.why-not', { hasText: words }).waitFor();
    await lacks('Name the gate');
    await form.getByLabel('Gate', { exact: true }).fill('gate-9');
    equal(await form.getByLabel('Whose persons').inputValue(), 'kpa-cpv');
    await lacks('Add who went in and out');
    const entry = (n) => form.getByRole('group', { name: `Entry ${n}` });
    const fill = async (n, time, way, persons, number) => {
      await form.getByRole('button', { name: 'Add an entry' }).click();
      await entry(n).locator('input:focus').waitFor();
      equal(await entry(n).getByLabel('Way').inputValue(), '');
      await lacks(`Entry ${n} is not complete`);
      await entry(n).getByLabel('Time').fill(at(time));
      await entry(n).getByLabel('Way').selectOption(way);
      await entry(n).getByLabel('Persons').fill(persons);
      await entry(n).getByLabel('Pass shown').fill(number);
    };
    await fill(1, '22:20', 'in', '2', 'N-2');
    await fill(2, '22:10', 'in', '3', '');
    await lacks('Entry 2 is not in the order of time');
    await entry(2).getByLabel('Time').fill(at('22:30'));
    await fill(3, '22:40', 'out', '1', 'N-2');
    await fill(4, '22:40', 'out', '9', '');
    await form.getByRole('button', { name: 'Remove entry 4' }).click();
    await lacks('Say how many are inside');
    await form.getByText('with these entries 4 at its end').waitFor();
    await form.getByLabel('Inside at its end').fill('5');
    await form.getByText('that will be noticed').waitFor();
    await form.getByLabel('Inside at its end').fill('4');
    await form.locator('pre.exact', { hasText: 'kind gate-log/1' }).waitFor();
    await shoot(page, 'passes-log', true);
    await form.locator('button.primary:not([disabled])', { hasText: 'Sign and hand in' }).click();
    const row = page.locator('.ledger-table tr', { hasText: 'gate-9' });
    await row.getByText('5 in, 1 out').waitFor();
    equal(await row.getByText('A sum that fails').count(), 0);
    const side = page.locator('.zone-side', { hasText: 'kpa-cpv' });
    equal(await side.locator('strong').nth(1).innerText(), '4');
  },
);
await check('rows that were typed survive a reload, on a phone, too', async () => {
  const phone = await desk.page({ width: 390, height: 844 });
  await phone.goto(`${node.address}/#/passes`);
  await badge(phone, verified);
  const form = phone.locator('.form-box', { hasText: 'Log a gate' });
  await form.locator('summary').first().click();
  await form.getByRole('button', { name: 'Add an entry' }).click();
  await form.getByLabel('Pass shown').fill('N-3; or N-4');
  await phone.reload();
  await badge(phone, verified);
  await form.locator('summary').first().click();
  equal(await form.getByLabel('Pass shown').inputValue(), 'N-3; or N-4');
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  equal(wide > 0, false);
  await shoot(phone, 'passes-log-phone', true);
});
await looks(desk, node, { passes: '#/passes' });
await check('nothing outside was asked, and nothing went wrong on the pages', async () => {
  equal([...page.hosts].join(' '), new URL(node.address).host);
  equal(page.troubles.join('\n'), '');
});
await desk.close();
await node.end();
finish();
