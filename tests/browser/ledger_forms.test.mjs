// SPDX-License-Identifier: Apache-2.0
// The ledger is written at, too, in a real browser: a movement and a shipment reported and
// inspected, bad input refused in words, and what was wrong taken back and said anew; each signed
// by a key made in this browser.
import { badge, check, Desk, equal, finish, look, looks, Node, shoot, verified } from './desk.mjs';

const node = new Node();
await node.serve();
const desk = await Desk.open();
const page = await desk.page({ height: 900 });
const named = (title, reader = page) =>
  reader.locator('.form-box').filter({
    has: reader.locator('summary', { hasText: new RegExp(`^${title}$`) }),
  });
const at = (title) => page.locator('.form-at', { has: page.getByRole('heading', { name: title }) });
const table = (title) =>
  page.locator('.ledger-table', { has: page.getByRole('heading', { name: title, exact: true }) });

async function open(title) {
  const form = named(title);
  await form.locator('summary').first().click();
  return form;
}
async function speak(form, name) {
  await form.getByRole('button', { name: `Make a key for ${name} in` }).click();
  await form.locator('.identity:has(:checked)', { hasText: name }).waitFor();
}
const row = (form, n) => form.locator('fieldset.form-row').nth(n - 1);
const lacks = (form, words) => form.locator('.why-not', { hasText: words }).waitFor();
const exact = (form, words) => form.locator('pre.exact', { hasText: words }).first().waitFor();
const sign = (form) => form.locator('button.primary:not([disabled])').last().click();
// A form closes when its receipt is here; the table may show the record before that.
async function signs(form) {
  await sign(form);
  await form.locator('.form-box-in').waitFor({ state: 'detached' });
}
const ledger = () => node.json('ledger', '--month', '1953-07');
const sums = () => {
  const [{ arrived, departed }] = ledger().sides;
  return `${arrived} ${departed}`;
};

await page.goto(`${node.address}/#/ledger`);
await badge(page, verified);

await check('an empty ledger says how it is filled; its forms are closed, one opens', async () => {
  await page.getByText('Sides and teams report here').waitFor();
  equal(await page.locator('.ledger-forms .form-box[open]').count(), 0);
  await named('Report a movement').locator('summary').focus();
  await page.keyboard.press('Enter');
  await named('Report a movement').getByLabel('Day').waitFor();
  await named('Report a shipment').locator('summary').click();
  await named('Report a shipment').getByLabel('Number or name').waitFor();
  equal(await page.locator('.ledger-forms .form-box[open]').count(), 1);
});
await check('a movement is written row by row; what is wrong is said where it is', async () => {
  const form = await open('Report a movement');
  await speak(form, 'unc/delegation');
  equal(await form.getByLabel('Day').inputValue(), '1953-07-27');
  await lacks(form, 'Row 1: name the point in small letters');
  const points = await row(form, 1).locator('datalist option').allInnerTexts();
  equal(points.includes('pusan') && !points.includes('sinuiju'), true);
  await row(form, 1).getByLabel('Point').fill('pusan');
  await row(form, 1).getByLabel('Way').selectOption('in');
  await row(form, 1).getByLabel('Persons').fill('1,200');
  await row(form, 1).locator('.bad-text', { hasText: 'as a whole number' }).waitFor();
  equal(await row(form, 1).getByLabel('Persons').getAttribute('aria-invalid'), 'true');
  await row(form, 1).getByLabel('Persons').fill('1200');
  await row(form, 1).getByLabel('Why').selectOption('rotation');
  await row(form, 1).getByLabel('Nationality').fill('United States');
  await form.getByText('Sum: 1,200 in, 0 out.').waitFor();
  await form.getByText('1,200 of at most 35,000 arrived').waitFor();
  await form.getByText('1,200 more are in than out').waitFor();
});
await check('rows are added and taken away, the sum follows', async () => {
  const form = named('Report a movement');
  await form.getByRole('button', { name: 'Add a row' }).click();
  equal(await row(form, 2).getByLabel('Point').inputValue(), 'pusan');
  equal(await page.evaluate(() => document.activeElement?.closest('fieldset') !== null), true);
  await row(form, 2).getByLabel('Point').fill('seoul');
  await row(form, 2).getByLabel('Way').selectOption('out');
  await row(form, 2).getByLabel('Persons').fill('1300');
  await form.getByText('Sum: 1,200 in, 1,300 out.').waitFor();
  await form.getByText('seoul is none of the points of unc').waitFor();
  await row(form, 2).getByLabel('Point').fill('inchon');
  await form.getByText('seoul is none').waitFor({ state: 'detached' });
  await form.getByText('100 more have left').waitFor();
  await form.getByRole('button', { name: 'Add a row' }).click();
  await lacks(form, 'Row 3: write how many persons');
  await form.getByRole('button', { name: 'Remove row 3' }).click();
  await form.getByLabel('Departed in all').fill('1301');
  await form.getByText('The total is another than the sum').waitFor();
  await form.getByLabel('Departed in all').fill('');
  await exact(form, 'kind movement/1');
  await exact(form, '"arrived":1200,"departed":1300');
  await shoot(page, 'ledger-form-movement', true);
});
await check('what is typed survives a reload; signed, it stands in the ledger', async () => {
  await page.reload();
  await badge(page, verified);
  const form = await open('Report a movement');
  equal(await row(form, 2).getByLabel('Point').inputValue(), 'inchon');
  await signs(form);
  await page.locator('.received-note').waitFor();
  await table('By point').locator('tr', { hasText: 'inchon' }).getByText('1,300').waitFor();
  await page.locator('.ledger-side').getByText('1,200 of at most 35,000 arrived').waitFor();
  await page.locator('.ledger-side').getByText('100 more have left').waitFor();
  equal(sums(), '1200 1300');
});
await check('its record says it row by row', async () => {
  await table('By point').getByRole('link').first().click();
  await page.waitForURL(/#\/record\/\d+/);
  const line = page.locator('.body-list tr', { hasText: 'inchon' });
  await line.getByRole('cell', { name: '1,300' }).waitFor();
  await page.goto(`${node.address}/#/ledger`);
});
await check('the same day is refused a second time, with the record that stands', async () => {
  const form = await open('Report a movement');
  await lacks(form, 'says that of 1953-07-27 already');
  await form.getByLabel('Day').fill('');
  await lacks(form, 'Write the day as 1953-08-05');
  await form.getByLabel('Day').fill('1953-08-20');
  await form.getByText('That lies ahead of the clock').waitFor();
  await form.getByLabel('Day').fill('1953-07-20');
  await form.getByText('what was before counts for nothing').waitFor();
});
await check('a neutral counts; inspected is held against reported while one types', async () => {
  const form = await open('Count a movement at a point');
  await form.locator('.identity', { hasText: 'unc/delegation' }).getByRole('radio').check();
  await lacks(form, 'Only a neutral inspects');
  await speak(form, 'sweden/officer');
  await lacks(form, 'Choose whose it is');
  await form.getByLabel('Whose').selectOption('unc');
  await row(form, 1).getByLabel('Point').fill('pusan');
  await row(form, 1).getByLabel('Way').selectOption('in');
  await row(form, 1).getByLabel('Persons').fill('1200');
  await row(form, 1).getByLabel('Why').selectOption('rotation');
  await form.getByText('It is what the side reports.').waitFor();
  await row(form, 1).getByLabel('Persons').fill('1150');
  await form.getByText('pusan in: 1,200 reported, 1,150 here').waitFor();
  await exact(form, '"basis":"inspected"');
  await shoot(page, 'ledger-form-inspected', true);
  await signs(form);
  await page.locator('.ledger-notices').getByText('1200 reported, 1150 inspected').waitFor();
});
await check('a shipment says what it replaces, piece for piece', async () => {
  const form = await open('Report a shipment');
  await form.locator('.identity', { hasText: 'unc/delegation' }).getByRole('radio').check();
  await lacks(form, 'Give the shipment’s number or name');
  await form.getByLabel('Number or name').fill('S-1');
  await form.getByLabel('Point').fill('pusan');
  await lacks(form, 'Choose whether it comes in or goes out');
  await form.getByLabel('Way').selectOption('in');
  const when = await form.getByLabel('When').inputValue();
  await form.getByLabel('When').fill('1953-07-27 23:00');
  await lacks(form, 'Write the time as');
  await form.getByLabel('When').fill(when);
  await row(form, 1).getByLabel('Type and model', { exact: true }).fill('M46');
  await row(form, 1).getByLabel('Sort').selectOption('armored vehicle');
  await row(form, 1).getByLabel('How many', { exact: true }).fill('4');
  await form.getByText('4 M46 replace nothing that was lost.').waitFor();
  await row(form, 1).getByLabel('Replaces').fill('M46');
  await lacks(form, 'write how many are replaced');
  await row(form, 1).getByLabel('How many of them').fill('3');
  await lacks(form, 'choose what became of what is replaced');
  await row(form, 1).getByLabel('What became of them').selectOption('worn out');
  await form.getByText('More come in than were lost: 4 M46.').waitFor();
  await row(form, 1).getByLabel('How many of them').fill('4');
  await form.getByText('Sum: 4 pieces, for 4 that are said to be lost.').waitFor();
  await exact(form, '"replaces":"M46","replaced":4,"disposition":"worn_out"');
  await shoot(page, 'ledger-form-shipment', true);
  await signs(form);
  const line = table('Materiel').locator('tr', { hasText: 'S-1' });
  await line.getByText('4 M46, worn out').waitFor();
  equal(ledger().findings.filter(({ term }) => term === 'materiel.replacement').length, 0);
});
await check('and is inspected: a type not seen is said to differ', async () => {
  const form = await open('Inspect a shipment');
  await form.locator('.identity', { hasText: 'sweden/officer' }).getByRole('radio').check();
  await form.getByLabel('Whose').selectOption('unc');
  await form.getByLabel('Number or name').fill('S-1');
  await form.getByLabel('Point').fill('pusan');
  await form.getByLabel('Way').selectOption('in');
  await row(form, 1).getByLabel('Type and model', { exact: true }).fill('M46');
  await row(form, 1).getByLabel('Sort').selectOption('armored vehicle');
  await row(form, 1).getByLabel('How many', { exact: true }).fill('3');
  await form.getByText('M46: 4 reported, 3 here').waitFor();
  await signs(form);
  await page.locator('.ledger-notices').getByText('counts otherwise').waitFor();
});
await check('what is wrong is corrected from its row: taken back, then said anew', async () => {
  const line = table('By point').locator('tr', { hasText: 'the side' }).first();
  await line.getByRole('button', { name: 'Correct' }).click();
  const back = at(/^Correct record/);
  await back.getByLabel('Why it is taken back').fill('Counted before the last ship.');
  await exact(back, 'kind retraction/1');
  await sign(back);
  const anew = at(/^Say anew what record/);
  equal(await row(anew, 2).getByLabel('Persons').inputValue(), '1300');
  await row(anew, 1).getByLabel('Persons').fill('1150');
  await anew.getByText('1,150 of at most 35,000 arrived').waitFor();
  await shoot(page, 'ledger-form-anew', true);
  // Meanwhile the ledger has none of it, also for who comes back later.
  equal(sums(), '0 0');
  await page.reload();
  await badge(page, verified);
  await table('By point').getByRole('button', { name: 'Say it anew' }).click();
  equal(await row(anew, 1).getByLabel('Persons').inputValue(), '1150');
  await signs(anew);
  await page.locator('.ledger-side').getByText('1,150 of at most 35,000 arrived').waitFor();
  await table('By point').locator('tr.dim', { hasText: 'taken back' }).first().waitFor();
  equal(await page.getByText('1200 reported, 1150 inspected').count(), 1);
  equal(sums(), '1150 1300');
  equal(await table('By point').getByRole('button', { name: 'Say it anew' }).count(), 0);
});
await check('who holds no key of its party is offered no correction', async () => {
  const stranger = await desk.page();
  await stranger.goto(`${node.address}/#/ledger`);
  await stranger.locator('.ledger-table').first().waitFor();
  equal(await stranger.getByRole('button', { name: 'Correct' }).count(), 0);
});
await check('what is signed of another month is shown in its month', async () => {
  const form = await open('Report a movement');
  await form.locator('.identity', { hasText: 'unc/delegation' }).getByRole('radio').check();
  await form.getByLabel('Day').fill('1953-08-20');
  await row(form, 1).getByLabel('Point').fill('pusan');
  await row(form, 1).getByLabel('Way').selectOption('in');
  await row(form, 1).getByLabel('Persons').fill('0');
  await row(form, 1).getByLabel('Why').selectOption('leave');
  await signs(form);
  await page.locator('.ledger-month').getByText('1953-08').waitFor();
  await page.locator('.ledger-notices').getByText('Ahead of the register’s clock').waitFor();
});
for (const [width, scheme] of [390, 1280].flatMap((w) => ['light', 'dark'].map((s) => [w, s]))) {
  await check(`open forms at ${width} px, ${scheme}: WCAG AA, no sideways scrolling`, async () => {
    const reader = await desk.page({ width, scheme, context: { bypassCSP: true } });
    await reader.goto(`${node.address}/#/ledger`);
    await badge(reader, verified);
    for (const title of ['Report a movement', 'Report a shipment']) {
      const form = named(title, reader);
      await form.locator('summary').first().click();
      await row(form, 1)
        .getByLabel(/Persons|How many/)
        .first()
        .fill('many');
      await row(form, 1).locator('.bad-text').waitFor();
      if (title.endsWith('shipment')) await row(form, 1).getByLabel('Replaces').fill('M46');
      await look(reader, `ledger-form-${title.split(' ').at(-1)}`, width, scheme);
    }
    await reader.close();
  });
}
await looks(desk, node, { 'ledger-forms': '#/ledger' });
await check('nothing outside was asked, and nothing went wrong on the pages', () => {
  equal([...page.hosts].join(), new URL(node.address).host);
  equal(page.troubles.filter((one) => !one.includes('404')).join('\n'), '');
});
await desk.close();
await node.end();
finish();
