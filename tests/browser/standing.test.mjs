// SPDX-License-Identifier: Apache-2.0
// Where a case stands besides its way, in a real browser: registered, attributed by the neutrals
// together, disputed by a side, closed without agreement by both; and one that recurs after it was
// found corrected. The steps before come from the command line.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { badge, check, Desk, equal, finish, looks, Node, shoot, verified } from './desk.mjs';

const node = new Node();
const fixes = join(node.data, 'lorry.csv');
const at = (clock, latitude) =>
  `1953-07-27T${clock}+09:00,lorry-7,${latitude},127.25,15,kpa-cpv,truck`;
const lorry = [
  'time,track,latitude,longitude,uncertainty_m,affiliation,kind',
  at('22:00:00', '38.3700'),
  at('22:10:00', '38.3200'),
  at('22:20:00', '38.2526'),
  at('22:40:00', '38.2526'),
];
writeFileSync(fixes, `${lorry.join('\n')}\n`);

const neutrals = ['sweden', 'switzerland', 'poland', 'czechoslovakia'];
const members = neutrals.map((name) => `${name}/member`);
const officers = neutrals.map((name) => `${name}/officer`);
const senior = 'unc/senior-member';
const other_senior = 'kpa-cpv/senior-member';

const put = (...words) => node.json(...words).index;
const halt = put('observe', '--as', 'unc/situation-room', '--fixes', fixes, '--event', '4');
const allege = (words) => {
  const by = ['--as', 'unc/delegation', '--against', 'kpa-cpv', '--text', words];
  return put('case', 'allege', '--observation', `${halt}`, '--term', 'territory.entry', ...by);
};
const step = (of, word, by, ...words) => put('case', word, `${of}`, '--as', by, ...words);
const place = ['--to', 'joint/nnsc', '--longitude', '127.25', '--latitude', '38.2526'];
const confirmed = ['--outcome', 'confirmed', '--text'];
function weigh(of, team) {
  step(of, 'request', senior, ...place, '--text', 'Inspect this place (28).');
  step(of, 'task', members.join(), '--team', team, '--members', officers.join());
  for (const word of ['dispatched', 'on_site']) step(of, 'step', officers[0], '--step', word);
  step(of, 'report', officers[0], ...confirmed, 'Wheel tracks of one lorry.');
  for (const by of officers) step(of, 'vote', by, '--vote', 'in_favour');
  step(of, 'forward', 'sweden/member', '--to', 'joint/mac');
  return step(of, 'evaluate', members.join(), ...confirmed, 'Consistent.');
}

const corrected = allege('A lorry came over in the spring.');
weigh(corrected, 'nnit/mobile-1');
const so = ['--outcome', 'corrected', '--text', 'It left, and those who sent it were punished.'];
step(corrected, 'determine', `${senior},${other_senior}`, ...so);
const one = allege('A lorry came over.');
await node.serve();

const desk = await Desk.open();
const page = await desk.page({ height: 900 });
const case_at = `#/docket/${one}`;
const go = async (hash) => {
  await page.goto(`${node.address}/${hash}`);
  await badge(page, verified);
};
const stands = (words) => page.locator('.case-standing > b', { hasText: words }).waitFor();
const part = page.locator('.mark-part');
const speaker = () => part.locator('label', { hasText: /^As/ }).locator('select');
const open = async (status) => {
  await page.getByText('Where else it stands', { exact: false }).click();
  await part.locator('select').first().selectOption(status);
};
const key_for = async (name) => {
  await part.getByRole('button', { name: `Make a key for ${name} in` }).click();
  await part.locator('.sign-bar').first().waitFor();
};
const sign = (words = 'Sign and hand in') =>
  part.locator('.sign-bar button.primary:not([disabled])', { hasText: words }).first().click();

async function registered() {
  await check('a case is registered under a number, by a senior member', async () => {
    await go(case_at);
    await stands('Alleged');
    await open('registered');
    await page.getByLabel('Number in your registry').fill('53/114');
    await key_for(senior);
    await part.locator('pre.exact', { hasText: 'case-status/1' }).first().waitFor();
    await sign();
    await stands('Registered');
    await page.locator('.link', { hasText: '53/114' }).first().waitFor();
  });
  await check('what has happened before may recur: the earlier case is named', async () => {
    await open('recurring');
    await page.getByText('Choose the earlier case.').waitFor();
    await page.getByLabel('Which case it repeats').selectOption({ index: 1 });
    await page.getByLabel('Why', { exact: true }).fill('The same lorry.');
    await sign();
    await page.locator('.case-mark', { hasText: 'Recurring' }).waitFor();
    await stands('Registered');
    await shoot(page, 'standing-recurring', true);
  });
}

async function attributed() {
  const evaluation = weigh(one, 'nnit/mobile-2');
  await check('the neutrals attribute it together, and name a party', async () => {
    await go(case_at);
    await open('attributed');
    await page.getByText('Choose to whom it is attributed.').waitFor();
    await page.getByLabel('Attributed to').selectOption('kpa-cpv');
    await page.getByLabel('Why', { exact: true }).fill('Its plates and its crew.');
    for (const name of members) {
      await part.getByRole('button', { name: `Make a key for ${name} in` }).click();
      await part.getByRole('button', { name: `Make a key for ${name} in` }).waitFor({
        state: 'detached',
      });
    }
    await shoot(page, 'standing-attribute', true);
    await sign('');
    await stands('Attributed');
  });
  await check('a side disputes a record of the case, and is seen to', async () => {
    await open('disputed');
    await speaker().selectOption(other_senior);
    await key_for(other_senior);
    const disputed = page.getByLabel('Which record is disputed');
    const label = await disputed.locator('option', { hasText: `${evaluation}` }).innerText();
    await disputed.selectOption(label);
    await page.getByLabel('Why', { exact: true }).fill('The plates are not ours.');
    await sign();
    await stands('Disputed');
    await page.locator('.case-mark', { hasText: 'Attributed' }).waitFor();
  });
}

async function closed() {
  await check('it is closed without agreement once both have said so', async () => {
    for (const name of [senior, other_senior]) {
      await open('closed_without_agreement');
      await speaker().selectOption(name);
      await page.getByLabel('Why', { exact: true }).fill('No more can be found.');
      await sign();
      const said = page.locator('.link', { hasText: 'Said to be closed without agreement' });
      await said.filter({ hasText: name }).first().waitFor();
    }
    await stands('Closed without agreement');
    await page.getByText('The case is closed.', { exact: false }).first().waitFor();
    await shoot(page, 'standing-closed', true);
  });
  await check('the docket says all of it', async () => {
    await go('#/docket');
    const row = page.locator('.case-row', { hasText: 'A lorry came over.' }).first();
    await row.getByText('Closed without agreement').waitFor();
    await row.locator('.case-mark', { hasText: 'Disputed' }).waitFor();
    const before = page.locator('.case-row', { hasText: 'in the spring' });
    await before.getByText('Found corrected').first().waitFor();
  });
}

await registered();
await attributed();
await closed();
await looks(desk, node, { 'standing-case': case_at, 'standing-docket': '#/docket' });
await check('nothing outside was asked, and nothing went wrong on the pages', () => {
  equal([...page.hosts].join(), new URL(node.address).host);
  equal(page.troubles.filter((words) => !words.includes('404')).join('\n'), '');
});
await desk.close();
await node.end();
finish();
