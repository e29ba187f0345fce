// SPDX-License-Identifier: Apache-2.0
// The conference's desk in a real browser: the five cables' conference, from an empty page to what
// is agreed on a day.
import { writeFileSync } from 'node:fs';
import { badge, check, Desk, equal, finish, looks, Node, shoot, verified } from './desk.mjs';

const node = new Node();

// One point with the words that the term on the ceiling quotes, and the paragraph that it became.
function points_file() {
  const { terms } = node.json('agreement', 'show');
  const { phrase } = terms.find(({ term }) => term === 'rotation.ceiling');
  const file = `${node.data}/points.toml`;
  const point = `issue = "rotation"\nnumber = 1\npoints = 1\nday = "1952-03-15"\ntitle = "Ceiling"`;
  const wording = JSON.stringify(`The ceiling of rotation, agreed. ${phrase}`);
  writeFileSync(
    file,
    `signers = ["unc/delegation", "kpa-cpv/delegation"]\n[[agreed]]\n${point}\n` +
      `wording = ${wording}\nparagraph = "13c"\n`,
  );
  return file;
}

// The other side's own transcript of the second plenary.
function rival_file() {
  const file = `${node.data}/rival.toml`;
  const hours = 'opened = 1951-07-11T08:00:00+09:00\nclosed = 1951-07-11T15:30:00+09:00';
  const there = 'present = [{ side = "unc", person = "Joy" }]';
  const named = 'key = "p2"\nforum = "plenary"\nnumber = 2\nend = "adjourned"';
  const sitting = `${named}\n${hours}\n${there}`;
  const said = 'at = 1951-07-11T11:00:00+09:00\nsort = "statement"\ntext = "We heard it so."';
  writeFileSync(
    file,
    `[[sitting]]\n${sitting}\n[[statement]]\nsitting = "p2"\nnumber = 1\nside = "unc"\n${said}\n`,
  );
  return file;
}

await node.serve();
const desk = await Desk.open();
const page = await desk.page({ height: 900 });

await check('an empty desk says how it is filled', async () => {
  await page.goto(`${node.address}/#/`);
  await badge(page, verified);
  await page.keyboard.press('t');
  await page.waitForURL(/#\/conference/);
  await page.getByText('Nothing of a conference is on record.').waitFor();
});
node.run(
  'conference',
  'import',
  'examples/conference-1951-1952.toml',
  '--as',
  'kpa-cpv/delegation',
);
await check('where each stands, issue by issue', async () => {
  await page.goto(`${node.address}/#/conference`);
  await page.reload();
  await badge(page, verified);
  const line = page.locator('.ledger-table tr', { hasText: 'the 38th parallel' }).first();
  await line.getByText('said again 2 times').waitFor();
  await line.getByText('the line of the front').waitFor();
  await page.getByText('Every step').first().click();
  await page.locator('.case-mark', { hasText: 'Dropped, and said again' }).first().waitFor();
  await shoot(page, 'conference-stands', true);
});
await check('agendas side by side: one side’s fifth point is the other’s second', async () => {
  const row = page.locator('.ledger-table tr', { hasText: 'line-and-zone' });
  await row.getByText('2. The 38th parallel as the line').waitFor();
  await row.getByText('5. A zone between the two').waitFor();
  await page.getByText('unc beyond mandate 1951-07-11, referred to the governments').waitFor();
});
await check('Nam Il’s five questions with their state', async () => {
  const states = await page.locator('.question-state').allInnerTexts();
  equal(
    states.join(),
    ['answered', 'not answered', 'not answered', 'answered later', 'answered'].join(),
  );
});
await check('what was said, in its order, with who replies to whom', async () => {
  const talk = page.locator('.talk .spoken');
  equal(await talk.count(), 26);
  await talk.nth(4).getByRole('button', { name: 'to 3' }).click();
  const struck = talk.nth(2).locator('s');
  equal(await struck.innerText(), 'We only agree to include your points in the agenda.');
  await talk.nth(2).getByText('Withdrawn by its side, in part.').waitFor();
  await talk.nth(4).getByText('withdraws in part').waitFor();
  await shoot(page, 'conference-talk');
  await talk
    .nth(2)
    .getByRole('link', { name: /record/i })
    .first()
    .click();
  await page.waitForURL(/#\/record\/\d+/);
  await page.getByText('statement/1').first().waitFor();
  await page.goBack();
});
await check('another sitting is chosen', async () => {
  const first = 'plenary 1, 1951-07-10 (kpa-cpv/delegation)';
  await page.getByLabel('Sitting').selectOption({ label: first });
  const there = page.locator('.sitting');
  await there.getByText('120 support staff').waitFor();
  await there.getByText('declined').waitFor();
  await page.locator('.talk').getByText('Declines correspondents politely').waitFor();
  equal(await page.locator('.talk .spoken').count(), 6);
  const liaison = 'liaison-officers 1, 1951-10-17 (kpa-cpv/delegation)';
  await page.getByLabel('Sitting').selectOption({ label: liaison });
  await page.getByText('No statement of this sitting is on record.').waitFor();
});
await check('what is agreed on a day', async () => {
  const agreed = page.locator('.conference-agreed');
  equal(await agreed.locator('li').count(), 9);
  await agreed.getByLabel('On').fill('1952-01-30');
  await agreed.getByText('Nothing is agreed by then.').waitFor();
  await agreed.getByLabel('On').fill('1952-01-31');
  equal(await agreed.locator('li').count(), 9);
  await agreed.getByText('Agreed; its words are not on record.').first().waitFor();
});
await check('agreed words are a draft, set beside the agreement', async () => {
  node.run('conference', 'import', points_file(), '--as', 'unc/delegation');
  await page.reload();
  await badge(page, verified);
  const agreed = page.locator('.conference-agreed');
  await agreed.getByText('Now paragraph 13c.').waitFor();
  await agreed.getByRole('link', { name: /as a draft \(1 point with words\)/ }).click();
  await page.waitForURL(/#\/drafts\?.*b=agreed-1952-03-15/);
  const sources = page.locator('.draft-sources');
  await sources.getByText('What both delegations had agreed by 1952-03-15').waitFor();
  // What no agreed words carry, only the agreement has; what they carry is the same in both.
  const paragraph = page.locator('.compared', { hasText: 'The ceiling of rotation, agreed.' });
  await paragraph.getByText('rotation.points').waitFor();
  equal(await paragraph.getByText('rotation.ceiling').count(), 0);
  await shoot(page, 'conference-draft');
});
await check('what the other side tells of the same sitting stands beside it', async () => {
  node.run('conference', 'import', rival_file(), '--as', 'unc/delegation');
  await page.goto(`${node.address}/#/conference`);
  await page.reload();
  await badge(page, verified);
  const both = page.locator('.transcripts > section');
  await both
    .filter({ hasText: 'As unc/delegation tells it' })
    .getByText('We heard it so.')
    .waitFor();
  equal(await both.count(), 2);
  await shoot(page, 'conference-transcripts', true);
});
await looks(desk, node, { conference: '#/conference' });
await check('nothing outside was asked, and nothing went wrong on the pages', () => {
  equal([...page.hosts].join(), new URL(node.address).host);
  equal(page.troubles.join('\n'), '');
});
await desk.close();
await node.end();
finish();
