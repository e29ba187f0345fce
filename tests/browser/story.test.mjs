// SPDX-License-Identifier: Apache-2.0
// The story in a real browser: from a file of fixes to an observation, its allegation and every
// step of the case, by keys made in this browser, up to the last commander's receipt; and a permit.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { badge, check, Desk, equal, finish, looks, Node, shoot, verified } from './desk.mjs';

const node = new Node();
const fixes = join(node.data, 'lorry.csv');
const lorry = [
  'time,track,latitude,longitude,uncertainty_m,affiliation,kind',
  '1953-07-27T22:00:00+09:00,lorry-7,38.3700,127.25,15,kpa-cpv,truck',
  '1953-07-27T22:10:00+09:00,lorry-7,38.3200,127.25,15,kpa-cpv,truck',
  '1953-07-27T22:20:00+09:00,lorry-7,38.2526,127.25,15,kpa-cpv,truck',
  '1953-07-27T22:40:00+09:00,lorry-7,38.2526,127.25,15,kpa-cpv,truck',
];
writeFileSync(fixes, `${lorry.join('\n')}\n`);
node.run('observe', '--as', 'unc/situation-room', '--fixes', fixes, '--event', '2');
await node.serve();
const desk = await Desk.open();
const page = await desk.page({ height: 900 });

const neutrals = ['sweden', 'switzerland', 'poland', 'czechoslovakia'];
const outcome = 'a violation of paragraph 8 by kpa-cpv';
const commanders = ['unc/commander', 'kpa-cpv/kpa-commander', 'kpa-cpv/cpv-commander'];

const due = (words) => page.locator('.link.is-due h3', { hasText: words }).waitFor();
const exact = (words) => page.locator('pre.exact', { hasText: words }).first().waitFor();
const make_key = (name) => page.getByRole('button', { name: `Make a key for ${name} in` }).click();
async function sign(words = 'Sign and hand in') {
  const button = page.locator('.sign-bar button.primary:not([disabled])', { hasText: words });
  await button.first().click();
}

// The picture holds a stretch of the line, and no words of it stand over others or over a button.
async function shows_the_line(at) {
  await at.locator('.track-labels text').first().waitFor();
  const seen = await at.evaluate(() => {
    const box = (element) => element.getBoundingClientRect();
    const map = box(document.querySelector('.map'));
    const points = [...document.querySelectorAll('.map .line')].flatMap((line) => {
      const length = line.getTotalLength();
      return Array.from({ length: 2000 }, (_, i) =>
        line.getPointAtLength((length * i) / 2000).matrixTransform(line.getScreenCTM()),
      );
    });
    const inside = ({ x, y }) => x > map.left && x < map.right && y > map.top && y < map.bottom;
    const words = [...document.querySelectorAll('.track-labels text, .map-buttons button')];
    const boxes = words.map(box);
    const over = boxes.some((a, i) =>
      boxes.some(
        (b, j) =>
          i < j && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
      ),
    );
    return { line: points.some(inside), over };
  });
  equal(JSON.stringify(seen), JSON.stringify({ line: true, over: false }));
}

const lines = page.getByLabel('or the lines themselves');
const judge = page.getByRole('button', { name: 'Judge' });
const events = page.locator('.events label');

async function judging() {
  await check('a file of fixes is judged, and says what it was not able to read', async () => {
    await page.goto(`${node.address}/#/observe`);
    await badge(page, verified);
    const wrong = `${lorry.slice(0, 3).join('\n')}\n1953-07-27T22:40,lorry-7,95,127,,,\n`;
    await lines.fill(wrong);
    await judge.click();
    await page.getByText('1 line was not read:').waitFor();
    await page.getByText(/^line 4/).waitFor();
    await page.getByText('Choose what happened.').waitFor();
  });
  await check('of fixes that were not read nothing is said to have happened', async () => {
    await lines.fill(`${lorry[0]}\n1953-07-27T22:40,lorry-7,95,127,,,\n`);
    await judge.click();
    await page.getByText('No fix was read, so nothing was judged.').waitFor();
    equal(await page.getByText('No track came near').count(), 0);
  });
  await check('a file that is too large is refused in words of its own', async () => {
    const buffer = Buffer.alloc(900_001, 0x0a);
    const file = { name: 'large.csv', mimeType: 'text/csv', buffer };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('Cut out the hours in question').waitFor();
    equal(await page.getByText('in several records').count(), 0);
  });
}

async function proposals() {
  await check('what the fixes claim is proposed, and is said where it is no party', async () => {
    await lines.fill(lorry.join('\n').replaceAll(',kpa-cpv,', ',unc by sweden,'));
    await judge.click();
    await events.nth(3).locator('input').check();
    equal(await page.getByLabel('Whose it is claimed to be').inputValue(), 'unc');
    equal(await page.getByLabel('Who claims that').inputValue(), 'sweden');
    await lines.fill(lorry.join('\n').replaceAll(',kpa-cpv,', ',The North,'));
    await judge.click();
    await events.nth(3).locator('input').check();
    equal(await page.getByLabel('Whose it is claimed to be').inputValue(), '');
    await page.getByText('The fixes claim \u201cThe North\u201d').waitFor();
  });
  await check('what was judged goes as soon as text or settings are others', async () => {
    await page.getByText('How the file is read').click();
    await page.getByLabel('Seconds from which').fill('60');
    equal(await events.count(), 0);
    await page.getByText('Choose a file of fixes first.').waitFor();
    await judge.click();
    await events.nth(3).waitFor();
    await lines.press('End');
    await lines.pressSequentially('1');
    equal(await events.count(), 0);
    equal(await page.locator('.sign-bar').count(), 0);
    await page.getByLabel('Seconds from which').fill('600');
    await page.getByText('How the file is read').click();
  });
  await check('of many events those of one track are listed', async () => {
    const many = Array.from({ length: 9 }, (_, at) =>
      lorry.slice(1).map((line) => line.replace('lorry-7', `lorry-${at}`)),
    );
    await lines.fill([lorry[0], ...many.flat()].join('\n'));
    await judge.click();
    await events.nth(31).waitFor();
    await events.nth(0).locator('input').check();
    await page.getByLabel('Track').selectOption('lorry-8');
    equal(await events.count(), 4);
    equal(await page.locator('.events input:checked').count(), 0);
    await page.getByText('Choose what happened.').waitFor();
  });
}

async function observation() {
  await check('what happened is chosen, and signed with the fixes it rests on', async () => {
    await page.locator('input[type=file]').setInputFiles(fixes);
    await events.nth(3).waitFor();
    equal(await events.count(), node.json('watch', '--fixes', fixes).events.length);
    equal(await page.locator('.events input:checked').count(), 0);
    await events.nth(3).locator('input').check();
    await page.locator('.new-key select').selectOption('unc');
    await page.getByLabel('Desk').fill('watch-officer');
    await page.getByRole('button', { name: /Make a key/ }).click();
    await page.locator('.identity', { hasText: 'unc' }).waitFor();
    equal(await page.getByLabel('Whose it is claimed to be').inputValue(), 'kpa-cpv');
    await exact('"event":"halt"');
    await exact('"claimed_by":"unc/watch-officer"');
    await page.getByLabel('What else is to be said').fill('Seen from post 7.');
    await events.nth(2).locator('input').check();
    await exact('"event":"leaving"');
    await exact('Seen from post 7.');
    await events.nth(3).locator('input').check();
    await exact('"event":"halt"');
    await shoot(page, 'observe');
    await sign();
    await page.getByText('It is on record').waitFor();
    await page.locator('.events').getByText('on record as').waitFor();
    const one = node.json('ground').observations[0];
    equal(`${one.event} by ${one.by}, ${one.agrees}`, 'halt by unc/watch-officer, true');
    equal(`${one.fixes.length} ${one.text}`, '2 Seen from post 7.');
  });
  await check('chosen again, an event is said to be on record already', async () => {
    await events.nth(3).locator('input').check();
    await page.getByText('This event is on record already').waitFor();
  });
}

async function before() {
  await check('the docket lists what was found and not alleged', async () => {
    await page.goto(`${node.address}/#/docket`);
    await badge(page, verified);
    await page.getByText('authorized to do so by the Commander into whose territory').waitFor();
    await page.getByText('unless specifically authorized to do so by the Military').waitFor();
  });
  await check('the map shows the track, its list and a table say the same', async () => {
    await page.goto(`${node.address}/#/map`);
    await badge(page, verified);
    await page.getByText('lorry-7').first().waitFor();
    await page.getByText('OpenStreetMap').first().waitFor();
    await shoot(page, 'map');
  });
  await check('a link to one observation shows its fixes beside the line', async () => {
    const index = node.json('ground').observations.find((one) => one.event === 'halt').index;
    await page.goto(`${node.address}/#/map?observation=${index}`);
    await page.locator('.map-item button[aria-pressed="true"]').waitFor();
    await shows_the_line(page);
  });
  await check('every team is ready', async () => {
    await page.goto(`${node.address}/#/bodies`);
    await page.getByText('Neutral Nations Supervisory Commission').first().waitFor();
    await page.getByText('Military Armistice Commission').first().waitFor();
  });
}

async function allegation() {
  await check('a finding is alleged, which opens a case', async () => {
    await page.goto(`${node.address}/#/docket`);
    const found = page.locator('.finding', { hasText: 'territory.entry' });
    await found.getByRole('link', { name: 'Allege' }).click();
    await page.locator('select', { hasText: 'kpa-cpv' }).first().selectOption('unc');
    await page.getByRole('button', { name: 'Another key' }).click();
    await page.locator('.new-key select').selectOption('unc');
    await page.getByLabel('Desk').fill('delegation');
    await page.getByRole('button', { name: /Make a key/ }).click();
    await page.locator('.identity', { hasText: 'delegation' }).waitFor();
    await page.getByLabel('What is alleged').fill('A lorry stood 6 km inside our territory.');
    await shoot(page, 'allege');
    await sign();
    await page.waitForURL(/#\/docket\/\d+/);
    await due('Request');
    await shows_the_line(page);
  });
}

async function inspection() {
  await check('a senior member asks for an inspection', async () => {
    await make_key('unc/senior-member');
    await page.getByLabel('Why, and what to look at').fill('Fresh tracks.');
    await exact('request/1');
    await sign();
  });
  await check('the four neutrals task a team in one record', async () => {
    await due('Task a team');
    for (const name of neutrals) {
      await make_key(`${name}/member`);
      await page.getByRole('button', { name: `Make a key for ${name}/member in` }).waitFor({
        state: 'detached',
      });
    }
    const members = neutrals.map((name) => `${name}/officer`).join('\n');
    await page.getByLabel('Members, one a line').fill(members);
    await exact('signer poland/member');
    await shoot(page, 'task');
    await sign();
  });
  await check('an officer says that the team is on its way, and was turned back', async () => {
    await due('Dispatch');
    await make_key('sweden/officer');
    await exact('team-step/1');
    await sign();
    await due('Arrive on site');
    await page.getByLabel('Access denied').check();
    await page.getByLabel('By whom access was denied').fill('A guard at the second barrier.');
    await exact('access_denied');
    await sign();
  });
  await check('after access was denied it may try again', async () => {
    await due('Report');
    await page.locator('.team-out summary').click();
    await page.locator('.team-out').getByLabel('On site').check();
    await exact('"on_site"');
    await sign();
    await page.locator('.link h3', { hasText: 'On site' }).waitFor();
  });
  await check('no outcome is chosen beforehand, and the button says what is missing', async () => {
    await due('Report');
    await page.getByLabel('What the team found').fill('Wheel tracks of one lorry.');
    await page.getByText('Choose the outcome.').waitFor();
    await page.reload();
    await due('Report');
    const kept = await page.getByLabel('What the team found').inputValue();
    equal(kept, 'Wheel tracks of one lorry.');
    equal(await page.locator('.next-step input[type=radio]:checked').count(), 0);
    equal(await page.locator('.next-step .sign-bar button.primary').isDisabled(), true);
  });
  await check('and drafts the report', async () => {
    await page.getByLabel('confirmed', { exact: true }).check();
    await exact('report/1');
    await sign();
  });
}

async function ballots() {
  await check('three are in favour, one dissents', async () => {
    await due('Vote');
    for (const name of neutrals) {
      if (name !== 'sweden') await make_key(`${name}/officer`);
      if (name === 'poland') {
        await page.getByLabel('against', { exact: true }).check();
        await page.getByLabel(/^Dissent/).fill('The tracks are a tractor\u2019s.');
        await exact('tractor');
      } else {
        if (name === 'sweden') await page.getByText('Ballots open: 0 of 4').waitFor();
        await page.getByText('Choose how you vote.').waitFor();
        await page.getByLabel('in favour', { exact: true }).check();
        await exact('in_favour');
      }
      await sign();
      const vote = page.locator('.ballots li', { hasText: name }).locator('b', {
        hasText: name === 'poland' ? 'against' : 'in favour',
      });
      await vote.waitFor();
    }
  });
  await check('the dissent stands beside it, and what another reading would give', async () => {
    await page.getByText('The tracks are a tractor\u2019s.').first().waitFor();
    await page.getByText('adoption=majority').first().waitFor();
    await shoot(page, 'ballots', true);
  });
}

async function determination() {
  await check('the report is forwarded, and evaluated by the commission', async () => {
    await due('Forward');
    await exact('forwarding/1');
    await sign();
    await due('Evaluate');
    await page.getByLabel('What the commission makes of it').fill('Consistent.');
    await page.getByText('Choose the outcome.').waitFor();
    await page.getByLabel('confirmed', { exact: true }).check();
    await exact('evaluation/1');
    await sign();
  });
  await check('one senior member signs, and the draft waits for the other', async () => {
    await due('Determine');
    await page.getByLabel('What the commission determines').fill('A lorry entered without leave.');
    await page.getByText('Choose the outcome.').waitFor();
    await page.getByLabel('no violation occurred').check();
    equal(await page.getByLabel('Responsible').isDisabled(), true);
    await exact('"responsible":""');
    await page.getByLabel('a violation occurred').check();
    await page.getByText('Choose who is responsible').waitFor();
    await page.getByLabel('Responsible').selectOption('kpa-cpv');
    await exact('"responsible":"kpa-cpv"');
    await exact('determination/1');
    await sign('Sign, and lodge');
    await due('Sign the draft');
    await shoot(page, 'draft', true);
  });
  await check('the draft says in words what would be signed', async () => {
    const words = page.locator('.draft-words');
    await words.getByText('a violation occurred').waitFor();
    await words.getByText('§8', { exact: true }).waitFor();
    await words.locator('dd', { hasText: 'kpa-cpv' }).waitFor();
    await words.getByText('A lorry entered without leave.').waitFor();
    equal(await page.locator('.link.is-ahead').innerText(), 'Then: Notify · Acknowledge');
  });
  await check('who signs it: determined by both in one record', async () => {
    await make_key('kpa-cpv/senior-member');
    await sign();
    await due('Notify');
  });
  await check('notice to the three commanders, each with a signed receipt', async () => {
    equal(await page.getByLabel('To, one name a line').inputValue(), commanders.join('\n'));
    await exact('notified');
    await sign();
    for (const name of commanders) {
      await due('Acknowledge');
      await make_key(name);
      await exact(`author ${name}`);
      await sign();
      await page.locator('.received li', { hasText: name }).filter({ hasText: 'Record' }).waitFor();
    }
    await page.getByText('The case is closed').waitFor();
  });
  await check('the team comes home, though the case is closed', async () => {
    await page.locator('.team-out summary').click();
    await exact('"returned"');
    await sign();
    await page.locator('.link h3', { hasText: 'Returned' }).waitFor();
    equal(await page.locator('.team-out').count(), 0);
    equal(node.json('bodies').teams.filter((team) => team.state !== 'ready').length, 0);
  });
  await check('a case leads to what can be taken back, a record to its case', async () => {
    const report = page.locator('.link', { hasText: 'Wheel tracks of one lorry.' });
    await report.locator('.take-back').first().waitFor();
    await report
      .getByRole('link', { name: /^Record/ })
      .first()
      .click();
    await page
      .getByRole('link', { name: `Case ${number}` })
      .first()
      .waitFor();
    await page.locator('pre a').first().waitFor();
    await page.goto(`${node.address}/${case_at}`);
  });
  await check('on paper stand the outcome and every fix', async () => {
    await page.locator('.case-outcome').waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.locator('.case-outcome').waitFor();
    await page.locator('.fixes td').first().waitFor();
    await shoot(page, 'case-print', true);
    await page.emulateMedia({ media: 'screen' });
  });
  await check('what it came to stands in its step, its head and its row', async () => {
    await page.locator('.case-outcome', { hasText: outcome }).waitFor();
    await page.locator('.link h3', { hasText: outcome }).waitFor();
    await page.goto(`${node.address}/#/docket`);
    await page.locator('.case-row', { hasText: outcome }).waitFor();
    await page.goto(`${node.address}/${case_at}`);
  });
  await check('the register verifies in the browser with all of it', () => badge(page, verified));
}

await judging();
await proposals();
await observation();
await before();
await allegation();
const case_at = new URL(page.url()).hash;
const number = case_at.split('/').at(-1);
if (!/^\d+$/.test(number)) finish();
await inspection();
await ballots();
await determination();
await check(
  'the commission permits a crossing in one record, and the finding is cured',
  async () => {
    const crossing = node.json('ground').observations.find((one) => one.event === 'crossing');
    const found = () => node.json('findings', '--all', '--record', `${crossing.index}`);
    const term = (rows) => rows.find((one) => one.term === 'line.crossing' && one.reading === '');
    equal(term(found()).good, false);
    await page.goto(`${node.address}/#/map`);
    await page.getByRole('link', { name: 'Grant a permit' }).click();
    await page.getByLabel('crossing the line').check();
    await page.getByText('Name who is permitted.').waitFor();
    const holder = page.getByLabel('Who: the name of the track');
    const from = page.getByLabel('From', { exact: true });
    await holder.fill(`${crossing.track} `);
    await page.getByText('begins or ends with a space').waitFor();
    await holder.fill('lorry-8');
    await page.getByText('No observation on record has a track of exactly this name').waitFor();
    await holder.fill(crossing.track);
    equal(await page.locator('#holder-warning').count(), 0);
    // It covers what was seen, until other times are written.
    equal(await from.inputValue(), '1953-07-27T22:00:00+09:00');
    equal(await page.getByLabel('Until').inputValue(), '1953-07-27T22:40:00+09:00');
    await from.fill('yesterday');
    await page.getByText('A time is written such as').waitFor();
    equal(await from.getAttribute('aria-invalid'), 'true');
    await from.fill('1953-07-29T21:00:00+09:00');
    await page.getByText('It ends before it begins.').waitFor();
    await from.fill('1953-07-27T21:00:00+09:00');
    equal(await page.locator('#times-wrong').count(), 0);
    await exact('permit/1');
    await shoot(page, 'permit');
    await sign();
    await page.locator('.note-good').waitFor();
    equal(term(found()).good, true);
  },
);
await check('the command line sees the same case', () => {
  const { cases } = node.json('docket', number);
  equal(cases[0].status, 'acknowledged');
});
const record = node.json('docket', number).steps.at(-1).index;
await looks(desk, node, {
  docket: '#/docket',
  case: case_at,
  map: '#/map',
  observe: '#/observe',
  permit: '#/permit',
  bodies: '#/bodies',
  receipt: `#/record/${record}`,
});
await check('nothing outside was asked, and nothing went wrong on the pages', () => {
  equal([...page.hosts].join(), new URL(node.address).host);
  equal(page.troubles.filter((one) => !one.includes('404')).join('\n'), '');
});
await desk.close();
await node.end();
finish();
