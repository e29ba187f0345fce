// SPDX-License-Identifier: Apache-2.0
// What goes wrong in a case, in a real browser: a request of the wrong body, a commission without
// its quorum, a determination too early, a stranger's ballot, a draft that lapses, words taken
// back. None is refused, and all are shown. The steps before come from the command line.
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
const members = neutrals.map((name) => `${name}/member`).join();
const officers = neutrals.map((name) => `${name}/officer`);
const senior = 'unc/senior-member';
const other_senior = 'kpa-cpv/senior-member';

const put = (...words) => node.json(...words).index;
const observed = (event) =>
  put('observe', '--as', 'unc/situation-room', '--fixes', fixes, '--event', event);
const allege = (observation, term) => {
  const words = ['--as', 'unc/delegation', '--against', 'kpa-cpv', '--text', 'A lorry came over.'];
  return put('case', 'allege', '--observation', `${observation}`, '--term', term, ...words);
};
const step = (of, word, by, ...words) => put('case', word, `${of}`, '--as', by, ...words);
const inside = ['--to', 'joint/nnsc', '--longitude', '127.25', '--latitude', '38.33'];
const outside = [...inside.slice(0, -1), '38.2526'];
const confirmed = ['--outcome', 'confirmed', '--text'];

// From a request up to the team's report, adopted.
function inspect(of, team) {
  step(of, 'request', senior, ...outside, '--text', 'Inspect this place (28).');
  step(of, 'task', members, '--team', team, '--members', officers.join());
  for (const word of ['dispatched', 'on_site']) step(of, 'step', officers[0], '--step', word);
  step(of, 'report', officers[0], ...confirmed, 'Wheel tracks of one lorry.');
  for (const by of officers) step(of, 'vote', by, '--vote', 'in_favour');
}

const halt = observed('4');
const one = allege(halt, 'territory.entry');
const text = ['--text', 'Look there, inside the zone.'];
const wrong = step(one, 'request', senior, ...inside, ...text);
inspect(one, 'nnit/mobile-1');
const dissent = ['--dissent', 'Not so.'];
const stray = step(one, 'vote', 'unc/delegation', '--vote', 'against', ...dissent);
const so = ['--outcome', 'violation', '--text', 'So.'];
const early = step(one, 'determine', `${senior},${other_senior}`, ...so);
step(one, 'forward', 'sweden/member', '--to', 'joint/mac');
const two = 'sweden/member,switzerland/member';
const halved = step(one, 'evaluate', two, ...confirmed, 'By two of four.');
step(one, 'evaluate', members, ...confirmed, 'Consistent.');
const second = allege(halt, 'territory.entry');
inspect(second, 'nnit/mobile-2');
step(second, 'forward', 'sweden/member', '--to', 'joint/mac');
step(second, 'evaluate', members, ...confirmed, 'Consistent.');
const third = allege(observed('2'), 'line.crossing');
step(third, 'request', senior, ...inside, '--text', 'Where it crossed.');
const day = ['--from', '1953-07-27T00:00:00+09:00', '--to', '1953-07-28T00:00:00+09:00'];
put('permit', '--as', 'unc/delegation', '--act', 'crossing_line', '--holder', 'lorry-7', ...day);
await node.serve();

const desk = await Desk.open();
const page = await desk.page({ height: 900 });
const go = async (hash) => {
  await page.goto(`${node.address}/${hash}`);
  await badge(page, verified);
};
const case_at = `#/docket/${one}`;
const link_of = (record) =>
  page.locator('.link').filter({
    has: page.locator(`.byline a[href="#/record/${record}"]`),
  });
const sign = (words = 'Sign and hand in') =>
  page.locator('.sign-bar button.primary:not([disabled])', { hasText: words }).first().click();

async function noticed() {
  await check('a place inside the zone asked of the neutrals is the wrong body', async () => {
    await go(case_at);
    await link_of(wrong).getByText('Asked of the wrong body').waitFor();
    await link_of(wrong).getByText('§28 may not act').waitFor();
  });
  await check('an evaluation by two neutrals of one side had no quorum', async () => {
    await link_of(halved).getByText('neutrals.quorum').waitFor();
    await link_of(halved).getByText('as many members present of one side').waitFor();
  });
  await check('a determination before the evaluation is noticed', async () => {
    await link_of(early).getByText('report.final-action').waitFor();
    await link_of(early).getByText('evaluation_received').first().waitFor();
  });
  await check('time since the request is said no closer than the clock goes', async () => {
    await page.getByText('under 1 min after the request').first().waitFor();
    equal(await page.getByText(/ \d+ s after the request/).count(), 0);
  });
  await check('a stranger’s ballot is no step of the case, and says why', async () => {
    const list = page.locator('.strays li');
    equal(await list.count(), 1);
    await list.getByText('Not by a member of the team').waitFor();
    await list.locator('.author', { hasText: 'unc/delegation' }).waitFor();
    await shoot(page, 'irregular', true);
    await list.getByRole('link', { name: `Record ${stray}` }).click();
    await page.waitForURL(`**/#/record/${stray}`);
    const head = page.locator('.record-head .irregular');
    await head.getByText('Not by a member of the team').waitFor();
    await head.getByText('not recomputed in this browser').waitFor();
  });
  await check('the list of records says so, too', async () => {
    await go('');
    await page.locator('.row .irregular', { hasText: 'Not by a member of the team' }).waitFor();
  });
  await check('a permit by who has no right to grant it is not in force', async () => {
    await go('#/map');
    const permit = page.locator('.permit', { hasText: 'unc/delegation' });
    await permit.getByText('grants nothing: not by who has to grant it').waitFor();
    equal(await permit.getByText('in force').count(), 0);
  });
}

async function taken_back() {
  await check('a request is taken back, and stays, struck', async () => {
    await go(case_at);
    await page.getByRole('button', { name: `Make a key for ${senior} in` }).click();
    await link_of(wrong).locator('.take-back').click();
    await page.getByLabel('Reason').fill('The wrong place.');
    await page.locator('pre.exact', { hasText: 'retraction/1' }).first().waitFor();
    await sign();
    await page.locator('.note-good').waitFor();
    await page.goto(`${node.address}/${case_at}`);
    await link_of(wrong).getByText('Taken back').waitFor();
    const said = link_of(wrong).locator('.said', { hasText: 'inside the zone' });
    const line = await said.evaluate((words) => getComputedStyle(words).textDecorationLine);
    equal(line, 'line-through');
  });
  await check(
    'a case whose next step a key here may take is marked, and stands first',
    async () => {
      await go('#/docket');
      const rows = page.locator('.case-row');
      await rows.nth(0).getByText('yours', { exact: true }).waitFor();
      const order = await page.locator('.case-row .c-of').allInnerTexts();
      equal(order.join(), [second, one, third].join());
      equal(await page.getByText('yours', { exact: true }).count(), 2);
      equal(await rows.nth(2).getByText('yours', { exact: true }).count(), 0);
      await shoot(page, 'yours');
    },
  );
}

async function permit() {
  await check('a permit waits for nobody: all keys are needed here', async () => {
    await go('#/permit');
    await page.getByText('not here: all keys must be in this browser').waitFor();
    equal(await page.getByText('it will wait for them').count(), 0);
    await page.getByLabel('crossing the line').check();
    await page.getByLabel('Who: the name of the track').fill('lorry-7');
    await page.getByText('The keys of all members must be in this browser.').waitFor();
  });
}

// Seven seconds from now in the circle's time; the form has an hour.
async function shorten(until) {
  const offset_s = 9 * 3_600;
  const shown = Date.parse(await until.inputValue()) / 1_000 - 3_600 + 7;
  const text = new Date((shown + offset_s) * 1_000).toISOString().slice(0, 19);
  await until.fill(`${text}+09:00`);
}

async function withdrawn() {
  await check('who signed a draft withdraws from it, and the step is asked for again', async () => {
    await go(`#/docket/${second}`);
    await page.getByLabel('What the commission determines').fill('A lorry entered.');
    await page.getByLabel('a violation occurred').check();
    await page.getByLabel('Responsible').selectOption('kpa-cpv');
    await sign('Sign, and lodge');
    await page.locator('.link.is-due h3', { hasText: 'Sign the draft' }).waitFor();
    const form = page.locator('.form-box', { hasText: 'Withdraw from this draft' });
    await form.locator('summary').click();
    await form.getByLabel('Why').fill('It was signed too early.');
    await form.locator('pre.exact', { hasText: 'kind withdrawal/1' }).waitFor();
    await shoot(page, 'withdraw-form', true);
    await form.locator('button.primary:not([disabled])').last().click();
    await page.getByText('A signer withdrew from it.').waitFor();
    await page.locator('.link.is-due h3', { hasText: 'Determine' }).waitFor();
    equal(await page.locator('.received-note').count(), 1);
  });
}

async function lapse() {
  await check('a draft that one of two signs lapses at its last hour', async () => {
    await go(`#/docket/${second}`);
    await page.locator('.link.is-due h3', { hasText: 'Determine' }).waitFor();
    await page.getByLabel('What the commission determines').fill('A lorry entered without leave.');
    await page.getByLabel('a violation occurred').check();
    await page.getByLabel('Responsible').selectOption('kpa-cpv');
    await shorten(page.getByLabel('Last hour to sign'));
    await sign('Sign, and lodge');
    await page.locator('.draft-state').nth(1).waitFor();
  });
  await check('the case names who did not sign, and asks for the determination again', async () => {
    await page.getByText('It lapsed: its last hour passed').waitFor();
    const signers = page.locator('.draft-state').last().locator('li');
    await signers.filter({ hasText: other_senior }).getByText('has not signed').waitFor();
    await signers.filter({ hasText: senior }).getByText('signed', { exact: true }).waitFor();
    await page.locator('.case-standing', { hasText: 'Draft lapsed' }).waitFor();
    await page.locator('.link.is-due h3', { hasText: 'Determine' }).waitFor();
    await page.getByLabel('What the commission determines').waitFor();
    await shoot(page, 'lapsed', true);
  });
}

await noticed();
await taken_back();
await permit();
await withdrawn();
await lapse();
await looks(desk, node, {
  'irregular-case': case_at,
  'lapsed-case': `#/docket/${second}`,
  'irregular-docket': '#/docket',
  'stray-record': `#/record/${stray}`,
});
await check('nothing outside was asked, and nothing went wrong on the pages', () => {
  equal([...page.hosts].join(), new URL(node.address).host);
  equal(page.troubles.filter((words) => !words.includes('404')).join('\n'), '');
});
await desk.close();
await node.end();
finish();
