// SPDX-License-Identifier: Apache-2.0
// The agreement in force in a real browser: its terms, what they quote and leave open; an amendment
// that all Commanders sign, in force at its hour; and a report stopped for what it may not hold.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { badge, check, Desk, equal, finish, looks, Node, shoot, verified } from './desk.mjs';

const node = new Node();
const commanders = ['unc/commander', 'kpa-cpv/kpa-commander', 'kpa-cpv/cpv-commander'];
const neutrals = ['sweden', 'switzerland', 'poland', 'czechoslovakia'];
const members = neutrals.map((name) => `${name}/member`).join();
const officers = neutrals.map((name) => `${name}/officer`);
const put = (...words) => node.json(...words).index;

const fixes = join(node.data, 'lorry.csv');
const at = (clock, latitude) =>
  `1953-07-27T${clock}+09:00,lorry-7,${latitude},127.25,15,kpa-cpv,truck`;
const lorry = [
  'time,track,latitude,longitude,uncertainty_m,affiliation,kind',
  at('22:00:00', '38.3700'),
  at('22:10:00', '38.3200'),
  at('22:20:00', '38.2526'),
];
writeFileSync(fixes, `${lorry.join('\n')}\n`);
const seen = put('observe', '--as', 'unc/situation-room', '--fixes', fixes, '--event', '2');
const said = ['--as', 'unc/delegation', '--text', 'A lorry came over.'];
const one = put('case', 'allege', '--observation', `${seen}`, '--term', 'line.crossing', ...said);
const place = ['--to', 'joint/nnsc', '--longitude', '127.25', '--latitude', '38.2526'];
put('case', 'request', `${one}`, '--as', 'unc/senior-member', ...place, '--text', 'Look.');
const team = ['--team', 'nnit/mobile-1', '--members', officers.join()];
put('case', 'task', `${one}`, '--as', members, ...team);
for (const word of ['dispatched', 'on_site']) {
  put('case', 'step', `${one}`, '--as', officers[0], '--step', word);
}
const movement = (day, count) =>
  put('movement', 'report', '--as', 'unc/delegation', '--day', day, '--count', count);
movement('1953-07-27', 'pusan; arriving; 900');
await node.serve();

const desk = await Desk.open();
const page = await desk.page({ height: 900 });
const go = async (hash) => {
  await page.goto(`${node.address}/${hash}`);
  await badge(page, verified);
};

await check('every term stands with its paragraph, its words and what it leaves open', async () => {
  await go('#/agreement');
  const ceiling = page.locator('#term-rotation\\.ceiling');
  await ceiling.getByText('in any calendar month under the rotation policy').waitFor();
  await ceiling.getByText('35000', { exact: false }).first().waitFor();
  await ceiling.getByText('or rolling', { exact: false }).waitFor();
  await page.locator('.amendments').getByText('None is on record.').waitFor();
  await shoot(page, 'agreement', true);
});
await check('terms are found by their paragraph and by words', async () => {
  const filter = page.getByLabel('Words or paragraph');
  await filter.fill('47');
  await page.locator('#term-report\\.forwarding').waitFor();
  equal(await page.locator('.term').count(), 4);
  await filter.fill('no such words');
  await page.getByText('No term has these words.').waitFor();
  await filter.fill('');
});

const changes = `name = "fewer"
title = "Fewer arrivals"
by = "unc"
source = "agreed"

[[term]]
id = "rotation.ceiling"
paragraph = "13c"
phrase = "in any calendar month under the rotation policy"
kind = "ceiling"
by = ["unc", "kpa-cpv"]
arrivals_max = 1000

[[term.option]]
name = "month"
values = ["calendar", "rolling"]
default = "calendar"
why = "As before."
`;
await check('an amendment lacks its words until they are there', async () => {
  await page.getByRole('button', { name: 'Amend the agreement' }).click();
  await page.getByText('Say what it is called.').waitFor();
  await page.getByLabel('What it is called').fill('Fewer arrivals');
  await page.getByText('Say what is changed.').waitFor();
  await page.getByLabel('The changes, in the form of a rival draft').fill(changes);
});
await check('all Commanders sign it, and it is in force', async () => {
  for (const name of commanders) {
    const key = page.getByRole('button', { name: `Make a key for ${name} in` });
    await key.click();
    await key.waitFor({ state: 'detached' });
  }
  await shoot(page, 'amend', true);
  await page.locator('.sign-bar button.primary:not([disabled])').click();
  await page.locator('.amendment', { hasText: 'Fewer arrivals' }).getByText('in force').waitFor();
  await page.locator('#term-rotation\\.ceiling').getByText('1000').first().waitFor();
});
await check('what comes after is judged by it', async () => {
  movement('1953-07-28', 'pusan; arriving; 200');
  await go('#/agreement');
  await page.locator('#term-rotation\\.ceiling').getByText('not good').waitFor();
  await shoot(page, 'amended', true);
});
await check('a report of what no inspection studies is stopped before it is signed', async () => {
  await go(`#/docket/${one}`);
  await page.getByRole('button', { name: `Make a key for ${officers[0]} in` }).click();
  await page.getByLabel('confirmed', { exact: true }).check();
  const text = page.getByLabel('What the team found');
  await text.fill('A gun; its characteristics are these.');
  await page.getByText('This speaks of “characteristics”.').waitFor();
  equal(await page.locator('.sign-bar button.primary:not([disabled])').count(), 0);
  await shoot(page, 'screened', true);
  await page.getByLabel('Hand it in as it is').check();
  await page.locator('.sign-bar button.primary:not([disabled])').waitFor();
  await text.fill('A gun.');
  await page.getByText('This speaks of').waitFor({ state: 'detached' });
  await page.locator('.sign-bar button.primary:not([disabled])').click();
  await page.locator('.link', { hasText: 'A gun.' }).first().waitFor();
});
await looks(desk, node, { agreement: '#/agreement' });
await check('nothing outside was asked, and nothing went wrong on the pages', () => {
  equal([...page.hosts].join(), new URL(node.address).host);
  equal(page.troubles.filter((words) => !words.includes('404')).join('\n'), '');
});
await desk.close();
await node.end();
finish();
