// SPDX-License-Identifier: Apache-2.0
// What was seen and heard, in a real browser: sums by day, hedged words, filters, pages, what the
// paragraphs find, and a sighting lodged by a key made in this browser.
import { badge, check, Desk, equal, finish, looks, Node, shoot, verified } from './desk.mjs';

const node = new Node();
const sight = (...words) => node.run('sight', 'lodge', ...words);
const at = (time) => `1953-07-27T${time}:00+09:00`;
await node.serve();
const desk = await Desk.open();
const page = await desk.page({ height: 900 });
const table = page.locator('.ledger-table', { hasText: 'As its author says' });
const filter = (name) =>
  page
    .locator('.filters label')
    .filter({ hasText: new RegExp(`^${name}`) })
    .locator('select');

await check('an empty desk says how it is filled', async () => {
  await page.goto(`${node.address}/#/incidents`);
  await badge(page, verified);
  await page.getByText('Nothing that was seen or heard is on record here.').waitFor();
});

sight(
  ...['--as', 'sweden/officer', '--what', 'explosion', '--number', '12', '--perceived', 'heard'],
  ...['--certainty', 'undetermined', '--bearing', 'undetermined', '--from', at('22:10')],
  ...['--until', at('22:20'), '--place', 'demilitarized-zone'],
);
sight(
  ...[
    '--as',
    'poland/officer',
    '--what',
    'small-arms-fire',
    '--side',
    'unc',
    '--from',
    at('22:15'),
  ],
  ...['--place', 'demilitarized-zone', '--at', '38.3,127.25', '--error-m', '50'],
);
sight(
  ...[
    '--as',
    'kpa-cpv/delegation',
    '--what',
    'air-incursion',
    '--side',
    'unc',
    '--means',
    'camera',
  ],
  ...['--from', at('22:30'), '--place', 'nowhere'],
);
const stork = sight('--as', 'poland/officer', '--what', 'stork', '--from', at('22:40'));
node.run('retract', stork.match(/^record (\d+)/)[1], '--reason', 'A crane.');

await check('each sighting stands in its author’s hedged words', async () => {
  await page.keyboard.press('g');
  await page.waitForURL(/#\/$/);
  await page.keyboard.press('i');
  await page.waitForURL(/#\/incidents/);
  const heard = table.locator('tr', { hasText: 'explosion' });
  await heard
    .getByText('heard by a patrol; what it was could not be determined; whether incoming')
    .waitFor();
  await heard.getByText('nobody says whose').waitFor();
  await heard.getByText('undetermined: too unsure, or nobody is named').waitFor();
  await table
    .locator('tr', { hasText: 'small-arms-fire' })
    .getByText('38.30000, 127.25000')
    .waitFor();
});
await check(
  'what one side tells of the other says so, and an unknown place is noticed',
  async () => {
    const told = table.locator('tr', { hasText: 'air-incursion' });
    await told.getByText('one side’s word about the other').waitFor();
    await told.getByText('A place that the agreement does not name').waitFor();
  },
);
await check('the day adds up without what was taken back', async () => {
  const day = page.locator('.ledger-table', { hasText: 'Day by day' }).locator('tbody tr');
  equal(await day.count(), 1);
  const cells = await day.locator('td').allInnerTexts();
  equal(cells.map((text) => text.trim()).join(' '), '1953-07-27 3 14 2 0 1');
  await table.locator('tr.dim', { hasText: 'stork' }).getByText('taken back').waitFor();
});
await check('what a paragraph finds can be alleged from there', async () => {
  const found = page.locator('.finding', { hasText: 'zone.hostile-act' });
  await found.getByText('unc: small-arms-fire in demilitarized-zone, observed').waitFor();
  equal(await found.getByRole('link', { name: 'Allege' }).count(), 1);
});
await check('filters narrow the table, and the page says when nothing fits', async () => {
  await filter('Certainty').selectOption('undetermined');
  await table.locator('tbody tr').first().getByText('explosion').waitFor();
  equal(await table.locator('tbody tr').count(), 1);
  await filter('Side').selectOption('kpa-cpv');
  await page.getByText('Nothing on record fits.').waitFor();
  await filter('Side').selectOption('');
  await filter('Certainty').selectOption('');
  await filter('Sort').selectOption('explosion');
  await table.locator('tbody tr').first().getByText('explosion').waitFor();
  equal(await table.locator('tbody tr').count(), 1);
  await filter('Sort').selectOption('');
});
await check('a day leads to its sightings, and a sighting to its record', async () => {
  await page.getByRole('button', { name: '1953-07-27' }).click();
  await table.locator('tr', { hasText: 'explosion' }).getByRole('link').click();
  await page.waitForURL(/#\/record\/\d+/);
  await page.goto(`${node.address}/#/incidents`);
});
await check('a sighting is lodged by a key made here', async () => {
  await page.getByRole('button', { name: 'Lodge a sighting' }).click();
  const form = page.locator('.due-form');
  await form.locator('select', { hasText: 'sweden' }).first().selectOption('sweden');
  await form.getByLabel('Desk').fill('duty-officer');
  await form.getByRole('button', { name: /Make a key/ }).click();
  await form.locator('.identity', { hasText: 'sweden' }).waitFor();
  await form.getByLabel('What (a sort').fill('shelling');
  await form.getByText('Say whether it was seen or heard.').first().waitFor();
  await form.getByLabel('heard', { exact: true }).check();
  await form.getByText('Say how sure you are.').first().waitFor();
  await form.getByLabel('assessed', { exact: true }).check();
  await form.getByLabel('How many', { exact: true }).fill('40');
  await form.getByLabel('Whose').selectOption('kpa-cpv');
  await form.getByLabel('Latitude').fill('38.1');
  await form.getByText('A place on the map needs latitude').first().waitFor();
  await form.getByLabel('Longitude').fill('127.1');
  await form.getByLabel('May be off by').fill('300');
  await shoot(page, 'incidents-form', true);
  await form.locator('button.primary:not([disabled])', { hasText: 'Sign and hand in' }).click();
  const row = table.locator('tr', { hasText: 'shelling' });
  await row.getByText('heard by a patrol; assessed, not observed directly; taken to be').waitFor();
  await page.locator('.finding', { hasText: 'hostilities.cessation' }).first().waitFor();
});
await check('and taken back by its party, from its row', async () => {
  const row = table.locator('tr', { hasText: 'shelling' });
  const stranger = table.locator('tr', { hasText: 'stork' });
  equal(await stranger.locator('.take-back').count(), 0);
  await row.locator('.take-back').click();
  await page.waitForURL(/#\/compose\?retract=/);
  await page.getByLabel('Reason').fill('It was thunder.');
  await page.locator('pre.exact', { hasText: 'retraction/1' }).first().waitFor();
  await page.locator('.sign-bar button.primary:not([disabled])').click();
  await page.locator('.note-good').waitFor();
  await page.goto(`${node.address}/#/incidents`);
  await row.getByText('taken back').waitFor();
  equal(await row.locator('.take-back').count(), 0);
});
await looks(desk, node, { incidents: '#/incidents' });
await check('nothing outside was asked, and nothing went wrong on the pages', async () => {
  equal([...page.hosts].join(' '), new URL(node.address).host);
  equal(page.troubles.join('\n'), '');
});
await desk.close();
await node.end();
finish();
