// SPDX-License-Identifier: Apache-2.0
// Rival drafts compared in a real browser: the agreement against a draft and two drafts, paragraph
// by paragraph, and the same records judged under either.
import { badge, check, Desk, equal, finish, looks, Node, shoot, verified } from './desk.mjs';

const node = new Node();
const report = (count) =>
  node.run(
    ...['movement', 'report', '--as', 'unc/delegation', '--day', '1953-07-28'],
    ...['--count', count],
  );
report('seoul; departing; 12');
const unc = 'unc-1952-01';
const kpa = 'kpa-cpv-1952-01';
const agreement = 'korea-1953';
await node.serve();
const desk = await Desk.open();
const page = await desk.page({ height: 900 });
const paragraph = (number, at = page) => at.locator(`#paragraph-${number}`);

await check('the desk is one key away, and sets the agreement against a draft', async () => {
  await page.goto(`${node.address}/#/`);
  await badge(page, verified);
  await page.keyboard.press('r');
  await page.waitForURL(/#\/drafts/);
  await page.getByRole('heading', { name: 'Drafts compared' }).waitFor();
  await page.getByRole('combobox').nth(1).selectOption(kpa);
  await paragraph('43').waitFor();
  equal(await page.getByRole('combobox').first().inputValue(), agreement);
  equal(await page.getByRole('combobox').nth(1).inputValue(), kpa);
  equal(await page.title(), 'Drafts – Armistice');
});
await check(
  'a paragraph stands in two columns, each named, with what differs in words',
  async () => {
    const columns = paragraph('46').locator('.compared-row', { hasText: 'Read as: adoption' });
    const sides = columns.locator('.compared-side');
    const words = async (at) => (await sides.nth(at).innerText()).split(/\n+/).join(': ');
    equal(await words(0), `${agreement}: unanimous`);
    equal(await words(1), `${kpa}: majority`);
    await paragraph('46').getByText('adopted by the majority of the members').waitFor();
    await paragraph('46').locator('h3').getByText('Differs').waitFor();
  },
);
await check('a term that only one of them has says so, and what it asks', async () => {
  const term = paragraph('38').locator('.compared-term', { hasText: 'neutrals.advisers' });
  await term.getByText(`Only in ${kpa}`).waitFor();
  await term.getByText('says nothing of it').first().waitFor();
  await term.getByText('assistant', { exact: true }).waitFor();
  // Who sits in the commission is another thing in the two.
  await paragraph('37').getByText('soviet-union 1 (kpa-cpv)').first().waitFor();
});
await check('of two lists what one has alone stands bold', async () => {
  const points = paragraph('13c').locator('.compared-row', { hasText: 'Points of unc' });
  await points.locator('b', { hasText: 'suwon' }).waitFor();
  equal(await points.locator('b', { hasText: 'inchon' }).count(), 0);
});
await check('what is the same is closed away, and there', async () => {
  const same = page.locator('.compared-same');
  await same.getByText('paragraphs are the same in both').waitFor();
  equal(await paragraph('7').isVisible(), false);
  await same.locator('summary').click();
  await paragraph('7').getByText('The line is crossed by nobody', { exact: false }).waitFor();
});
await check('what both find, and is not good, is shown with record and paragraph', async () => {
  const found = page.locator('.found-under');
  await found.getByText(`1 finding not good under ${agreement}, 1 under ${kpa}`).waitFor();
  const row = found.locator('tr', { hasText: 'rotation.points' });
  equal(await row.getByText('broken').count(), 2);
  await found.getByRole('heading', { name: 'Both find the same' }).waitFor();
  await shoot(page, 'drafts-agreement', true);
});
await check('two drafts are chosen, and the address says which', async () => {
  await page.getByRole('combobox').first().selectOption(unc);
  await page.waitForURL(new RegExp(`a=${unc}&b=${kpa}`));
  await paragraph('43').getByText('30 miles').first().waitFor();
  await paragraph('43').getByText('5 kilometres').first().waitFor();
  const row = page.locator('.found-under tr', { hasText: 'rotation.points' });
  await row.getByText('kept', { exact: true }).waitFor();
  await row.getByText('broken', { exact: true }).waitFor();
  await page.getByRole('heading', { name: 'Both find something, and not the same' }).waitFor();
  await shoot(page, 'drafts-two', true);
});
await check('a finding leads to its paragraph, and to its record', async () => {
  const row = page.locator('.found-under tr', { hasText: 'rotation.points' });
  await row.getByRole('link', { name: '§13c' }).click();
  await page.waitForURL(/paragraph=13c/);
  await page.locator('#paragraph-13c:focus').waitFor();
  await row.getByRole('link', { name: /^Record/ }).click();
  await page.waitForURL(/#\/record\/19/);
  await page.goBack();
  await paragraph('13c').waitFor();
});
await check('a paragraph that is the same comes out of what is closed', async () => {
  await page.goto(`${node.address}/#/drafts?a=${unc}&b=${kpa}&paragraph=10`);
  await page.locator('#paragraph-10:focus').waitFor();
  equal(await paragraph('10').isVisible(), true);
});
await check('they change sides; of one with itself nothing is compared', async () => {
  await page.getByRole('button', { name: 'Change sides' }).click();
  await page.waitForURL(new RegExp(`a=${kpa}&b=${unc}`));
  await page.getByRole('combobox').first().selectOption(unc);
  await page.getByText('Both are the same. Choose two').waitFor();
});
await check('a name that is none is an error that says which there are', async () => {
  await page.goto(`${node.address}/#/drafts?a=${agreement}&b=nobody`);
  await page.getByRole('alert').getByText(unc).waitFor();
});
await check('on a phone the columns stand one above the other, each with its name', async () => {
  const phone = await desk.page({ width: 390, height: 844 });
  await phone.goto(`${node.address}/#/drafts?a=${unc}&b=${kpa}`);
  const sides = paragraph('43', phone).locator('.compared-side');
  const [first, second] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
  equal(first.x, second.x);
  equal(first.y + first.height <= second.y, true);
  await sides.nth(1).getByText(kpa, { exact: true }).waitFor();
});
await looks(desk, node, {
  drafts: `#/drafts?a=${agreement}&b=${unc}`,
  'drafts-rivals': `#/drafts?a=${unc}&b=${kpa}`,
});
await check('nothing outside was asked, and nothing went wrong on the pages', () => {
  equal([...page.hosts].join(), new URL(node.address).host);
  equal(page.troubles.filter((one) => !one.includes('404')).join('\n'), '');
});
await desk.close();
await node.end();
finish();
