// SPDX-License-Identifier: Apache-2.0
// Holdings in a real browser: a list that never leaves it before it is opened, counts with their
// sums, checks of sites, and what was noticed about each.
import { badge, check, Desk, equal, finish, looks, Node, shoot, verified } from './desk.mjs';

const node = new Node();
await node.serve();
const desk = await Desk.open();
const page = await desk.page({ height: 900 });
const sent = [];
page.on('request', (request) => {
  const body = request.postDataBuffer();
  if (body !== null) sent.push(body.toString('utf8'));
});
const form = page.locator('.due-form');
const hand_in = () =>
  form.locator('button.primary:not([disabled])', { hasText: 'Sign and hand in' }).click();

async function speak_as(party, name) {
  await form.locator('select', { hasText: party }).first().selectOption(party);
  await form.getByLabel('Desk').fill(name);
  await form.getByRole('button', { name: /Make a key/ }).click();
  await form.locator('.identity', { hasText: `${party}/${name}` }).waitFor();
}

await check('empty holdings say how they are filled', async () => {
  await page.goto(`${node.address}/#/`);
  await badge(page, verified);
  await page.keyboard.press('h');
  await page.waitForURL(/#\/holdings/);
  await page.getByText('No list, no count and no check of a site is on record.').waitFor();
});
await check('a list is lodged, and does not leave the browser', async () => {
  await page.getByRole('button', { name: 'Lodge a list' }).click();
  await speak_as('unc', 'delegation');
  await form.getByLabel('About what').fill('deployment');
  await form.getByLabel('True as of').fill('1953-07-28');
  await form.getByLabel('Of so many').fill('2');
  const units = form.getByLabel('Units: a line each');
  await units.fill('1st Division munsan');
  await form.getByText('Line 1 is no unit.').waitFor();
  await units.fill('1st Division; munsan; 20500\n2nd Division; chorwon; 18000');
  await form.getByText('The salted list, to be kept').waitFor();
  const download = page.waitForEvent('download');
  await form.getByRole('button', { name: 'Download' }).click();
  equal((await download).suggestedFilename(), '1953-07-28-1.salted');
  await shoot(page, 'holdings-lodge', true);
  await hand_in();
  await page.getByText('1 of 2 lodged, 0 opened, 1 still closed').waitFor();
  equal(sent.filter((body) => body.includes('munsan')).length, 0);
});
await check('it is opened from what this browser kept, also after a reload', async () => {
  await page.reload();
  await badge(page, verified);
  await page.getByRole('button', { name: 'Open this list' }).click();
  const salted = form.getByLabel('The salted list');
  const kept = await salted.inputValue();
  equal(/^[0-9a-f]{32}\n1st Division;munsan;20500\n2nd Division;chorwon;18000\n$/.test(kept), true);
  await form.locator('.identity', { hasText: 'unc/delegation' }).click();
  await salted.fill(kept.replace('20500', '20501'));
  await form.getByText('This is not the list that was lodged.').waitFor();
  await salted.fill(kept);
  await hand_in();
  await page.getByText('1 of 2 lodged, 1 opened, 0 still closed').waitFor();
  equal(sent.filter((body) => body.includes('munsan')).length, 1);
});
await check('its units stand with their strengths, which lead to the opening', async () => {
  const row = page.locator('.ledger-table tr', { hasText: '1st Division' });
  await row.getByText('munsan').waitFor();
  await row.getByRole('link').click();
  await page.waitForURL(/#\/record\//);
  await page.goto(`${node.address}/#/holdings`);
});
await check('a count that does not add up shows its parts', async () => {
  await page.getByRole('button', { name: 'State a count' }).click();
  await form.locator('.identity', { hasText: 'unc/delegation' }).click();
  await form.getByLabel('What is counted').fill('trajectories');
  await form.getByLabel('Lines:').fill('south; 7948\nnorth; 978');
  await form.getByText('Say on what basis.').waitFor();
  await form.getByLabel('reported').check();
  await form.getByLabel('Total').fill('8918');
  await shoot(page, 'holdings-count', true);
  await hand_in();
  const row = page.locator('.ledger-table tr', { hasText: '8,918 against 7,948 + 978 = 8,926' });
  await row.getByText('A sum that fails').waitFor();
  await row.getByText('8918 in all, the lines make 7948 + 978 = 8926').waitFor();
});
await check('a neutral says what it saw at a site', async () => {
  await page.getByRole('button', { name: 'Check a site' }).click();
  await form.getByRole('button', { name: /Another key/ }).click();
  await speak_as('sweden', 'officer');
  await form.getByLabel('Site', { exact: true }).fill('depot-1');
  await form.getByLabel('Whose').fill('kpa-cpv');
  await form.getByLabel('access given').check();
  await form.getByLabel('criteria met').check();
  await form.getByLabel('Items:').fill('T-34; 12; 10; matched; under repair');
  await hand_in();
  const row = page.locator('.ledger-table tr', { hasText: 'depot-1' });
  await row.getByText('Some or all missing, with the holder’s reason').waitFor();
  await row.getByText('10 of 12 T-34, numbers matched: under repair').waitFor();
  await row.getByText('A site that the agreement does not name').waitFor();
});
await check('what is due is closed by a count, and not by a word', async () => {
  await page.goto(`${node.address}/#/due`);
  await page.getByText('by what it lodges or counts').first().waitFor();
});
await page.goto(`${node.address}/#/holdings`);
await looks(desk, node, { holdings: '#/holdings' });
await check('nothing outside was asked, and nothing went wrong on the pages', async () => {
  equal([...page.hosts].join(' '), new URL(node.address).host);
  equal(page.troubles.join('\n'), '');
});
await desk.close();
await node.end();
finish();
