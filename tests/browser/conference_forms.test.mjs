// SPDX-License-Identifier: Apache-2.0
// The conference is written at its desk, in a real browser: a sitting opened and ended, a question
// and its answer, an agenda and what is said to a point of it, a proposal and another against it;
// each signed by a key made in this browser. What is agreed is signed by two delegations in two
// browsers.
import { readFileSync } from 'node:fs';
import { badge, check, Desk, equal, finish, looks, Node, shoot, verified } from './desk.mjs';

const node = new Node();
await node.serve();
const desk = await Desk.open();
const page = await desk.page({ height: 900 });
const all = () => node.json('conference', 'show');

const box = (title, on = page) =>
  on.locator('.conference-page details.form-box').filter({
    has: on.locator('summary', { hasText: new RegExp(`^${title}$`) }),
  });
const at = (title) => page.getByRole('region', { name: title });
async function open(title, on = page) {
  await box(title, on).locator('summary').first().click();
  return box(title, on);
}
async function speaks(form, name) {
  const held = form.locator('.identity', { hasText: name });
  const make = form.getByRole('button', { name: `Make a key for ${name} in` });
  await held.or(make).first().waitFor();
  if ((await held.count()) > 0) await held.getByRole('radio').check();
  else await make.click();
  await form.locator('.identity:has(:checked)', { hasText: name }).waitFor();
}
const lacks = (form, words) => form.locator('.why-not', { hasText: words }).waitFor();
const shows = (form, words) => form.locator('pre.exact', { hasText: words }).first().waitFor();
const sign = (form) => form.locator('button.primary:not([disabled])').last().click();
async function signs(form) {
  await sign(form);
  await form.locator('.form-box-in').waitFor({ state: 'detached' });
}
async function signs_receipt(form) {
  await sign(form);
  await form.waitFor({ state: 'detached' });
}
const received = () => page.locator('.received-note').waitFor();

await page.goto(`${node.address}/#/conference`);
await badge(page, verified);

await check('a sitting is opened by the keyboard, and nothing is chosen for it', async () => {
  await box('Open a sitting').locator('summary').focus();
  await page.keyboard.press('Enter');
  const form = box('Open a sitting');
  await speaks(form, 'unc/delegation');
  await lacks(form, 'Name the forum');
  await form.getByLabel('Forum').fill('plenary');
  equal(await form.getByLabel('Number').inputValue(), '1');
  await form.getByLabel('Place', { exact: true }).fill('Kaesong');
  await lacks(form, 'Say how it stands');
  equal(await form.locator('.choices input:checked').count(), 0);
  await form.getByLabel('goes on', { exact: true }).check();
  await lacks(form, 'Say who is there');
  const there = form.getByLabel('Who is there');
  await there.fill('unc; Joy; senior delegate\nNam Il');
  await lacks(form, 'Line 2 says nobody');
  await there.fill('unc; Joy; senior delegate\nkpa-cpv; Nam Il; senior delegate');
  await shows(form, 'kind sitting/1');
  await shoot(page, 'conference-form-sitting', true);
  await signs(form);
  await received();
  const sitting = page.locator('.sitting', { hasText: 'plenary 1' });
  await sitting.getByText('goes on').waitFor();
  await sitting.getByText('Nam Il, senior delegate').waitFor();
});
await check('a question is written down, and what is typed survives a reload', async () => {
  const form = await open('Write down what is said');
  await form.getByLabel('What was said or done').fill('Do you agree to put the line first?');
  await page.reload();
  await badge(page, verified);
  await open('Write down what is said');
  const said = form.getByLabel('What was said or done');
  equal(await said.inputValue(), 'Do you agree to put the line first?');
  await speaks(form, 'unc/delegation');
  await lacks(form, 'Choose whose words');
  await form.getByLabel('Whose words').selectOption('kpa-cpv');
  await form.getByLabel('Speaker').fill('Nam Il');
  await form.getByLabel('Language spoken').fill('Korean');
  await lacks(form, 'Say what it is');
  await form.getByLabel('a question').check();
  await lacks(form, 'Say in which words');
  await form.getByLabel('word for word').check();
  await shows(form, '"sort":"question","wording":"verbatim","language":"Korean"');
  equal(await form.getByLabel('Number').inputValue(), '1');
  await signs(form);
  await page.locator('.question-state', { hasText: 'not answered' }).waitFor();
  await page.locator('.talk .spoken', { hasText: 'put the line first' }).waitFor();
});
await check('its answer starts from the question', async () => {
  await page.getByRole('button', { name: 'Answer it' }).click();
  const form = at('A reply to 1, Nam Il');
  await form.locator('blockquote', { hasText: 'put the line first' }).waitFor();
  equal(await form.locator('.choices input:checked').count(), 0);
  await speaks(form, 'unc/delegation');
  await form.getByLabel('Whose words').selectOption('unc');
  await form.getByLabel('Speaker').fill('Joy');
  await form.getByLabel('an answer', { exact: true }).check();
  await form.getByLabel('word for word').check();
  await form.getByLabel('What was said or done').fill('We agree to discuss it.');
  await shows(form, `"reply_to":"${all().questions[0].id}"`);
  await shows(form, '"text":"We agree to discuss it."');
  await shoot(page, 'conference-form-answer', true);
  await signs(form);
  await received();
  await page.locator('.question-state.is-answered').waitFor();
  await page.locator('.talk').getByRole('button', { name: 'to 1' }).waitFor();
});
await check('a side’s points go on record, and the other answers one', async () => {
  const form = await open('Put an agenda on record');
  await speaks(form, 'kpa-cpv/delegation');
  await lacks(form, 'Choose whose agenda');
  await form.getByLabel('Whose agenda').selectOption('kpa-cpv');
  const points = form.getByLabel('Points: a line each');
  await points.fill('2; line; The 38th parallel\n1; Troops');
  await lacks(form, 'Line 2 is no point');
  await points.fill('2; line; The 38th parallel\n1; foreign-troops; All leave');
  await lacks(form, 'ascend');
  await points.fill('1; foreign-troops; All leave\n2; line; The 38th parallel');
  await shows(form, '"version":1');
  await signs(form);
  const row = page.locator('.ledger-table tr', { hasText: 'foreign-troops' });
  await row.getByRole('button', { name: 'Answer' }).click();
  const answer = at('An answer to point 1 of kpa-cpv');
  await speaks(answer, 'kpa-cpv/delegation');
  await answer.getByLabel('withdrawn').waitFor();
  await answer.getByLabel('Which side answers').selectOption('unc');
  await lacks(answer, 'Choose the answer');
  equal(await answer.getByLabel('withdrawn').count(), 0);
  await speaks(answer, 'unc/delegation');
  await answer.getByLabel('beyond its mandate').check();
  await answer.getByLabel('Referred to whom').fill('the governments');
  await shows(answer, '"referred_to":"the governments"');
  await shoot(page, 'conference-form-point', true);
  await signs(answer);
  await row.getByText('unc beyond mandate').waitFor();
});
await check('a further version begins with the points of the one before', async () => {
  const form = await open('Put an agenda on record');
  await form.getByLabel('Whose agenda').selectOption('kpa-cpv');
  equal(await form.getByLabel('Version').inputValue(), '2');
  await form.getByRole('button', { name: 'Begin with the points of version 1' }).click();
  const points = await form.getByLabel('Points: a line each').inputValue();
  equal(points, '1; foreign-troops; All leave\n2; line; The 38th parallel\n');
  await form.locator('summary').first().click();
});
await check('a sitting ends: that it goes on is taken back, and all said stays', async () => {
  await page.getByRole('button', { name: 'It ends' }).click();
  const back = at('It ends');
  await speaks(back, 'kpa-cpv/delegation');
  await lacks(back, 'Only unc takes its own record back');
  await speaks(back, 'unc/delegation');
  await shows(back, 'kind retraction/1');
  await signs(back);
  const anew = at('Put it on record anew');
  equal(await anew.getByLabel('Number').inputValue(), '1');
  equal(await anew.getByLabel('Place', { exact: true }).inputValue(), 'Kaesong');
  await speaks(anew, 'unc/delegation');
  await lacks(anew, 'Say how it stands');
  await anew.getByLabel('in recess').check();
  await anew.getByLabel('Resumes when').fill('the next day at ten');
  await shows(anew, '"resumes":"the next day at ten"');
  await signs(anew);
  await received();
  await page.locator('.sitting', { hasText: 'in recess' }).getByText('the next day').waitFor();
  await page.locator('.talk .spoken').nth(1).waitFor();
  equal(await page.locator('.talk .spoken').count(), 2);
  equal(await page.locator('.conference-sittings option').count(), 1);
  equal(all().notices.length, 0);
});
await check('it resumes with the same people, as the next of its forum, elsewhere', async () => {
  await page.getByRole('button', { name: 'It resumes' }).click();
  const form = at('It resumes');
  await speaks(form, 'unc/delegation');
  equal(await form.getByLabel('Number').inputValue(), '2');
  equal(await form.getByLabel('Place', { exact: true }).inputValue(), 'Kaesong');
  await form.getByLabel('Place', { exact: true }).fill('Panmunjom');
  await form.getByLabel('goes on', { exact: true }).check();
  await shows(form, '"person":"Nam Il"');
  await signs(form);
  await page.locator('.sitting', { hasText: 'plenary 2' }).getByText('goes on').waitFor();
  await page.locator('.sitting').getByText('Panmunjom, moved from Kaesong.').waitFor();
});
await check('a document is handed over, and signed for at its row', async () => {
  const form = await open('Write down what is said');
  await speaks(form, 'unc/delegation');
  await form.getByLabel('Whose words').selectOption('unc');
  await form.getByLabel('a document handed over').check();
  await form.getByLabel('word for word').check();
  await form.getByLabel('What was said or done').fill('Our draft of an agenda.');
  await signs(form);
  const row = page.locator('.talk .spoken', { hasText: 'Our draft of an agenda.' });
  const receipt = row.locator('.due-form');
  const as = (name) => receipt.locator('.identity', { hasText: name }).locator('input').check();
  // Nobody has asked for its receipt yet: that is done here, too.
  await row.getByRole('button', { name: 'Sign for it' }).click();
  await as('unc/delegation');
  await receipt.getByRole('combobox', { name: 'Sort' }).selectOption('for-commanders');
  await receipt.getByLabel('Of whom, or who is told').fill('kpa-cpv');
  await signs_receipt(receipt);
  await row.locator('.received-note').waitFor();
  await row.getByRole('button', { name: 'Sign for it' }).click();
  await as('kpa-cpv/delegation');
  await receipt.getByLabel('received').check();
  await shoot(page, 'conference-receipt', true);
  await signs_receipt(receipt);
  await row.getByText('Received by kpa-cpv/delegation.').waitFor();
});
const column = (side) =>
  page.locator('.alternative-side', { has: page.locator('h3 .party', { hasText: side }) });
await check('a proposal is made, with words in brackets', async () => {
  const form = await open('Say where a side stands');
  await speaks(form, 'unc/delegation');
  await lacks(form, 'Name the issue');
  await form.getByLabel('Issue', { exact: true }).fill('zone');
  equal(await form.getByLabel('Which side').inputValue(), 'unc');
  await lacks(form, 'Choose what it does');
  equal(await form.getByLabel('accepts it').count(), 0);
  await form.getByLabel('proposes', { exact: true }).check();
  await lacks(form, 'Say where it stands');
  await form.getByLabel('Where it stands').fill('four kilometres at the front');
  await form.getByLabel('Word for word').fill('A zone [of four kilometres] lies along the front.');
  await shows(form, '"text":"A zone [of four');
  await signs(form);
  await column('unc').getByText('kpa-cpv has not answered').waitFor();
});
await check('another is set against it, beginning with its words', async () => {
  await column('unc').getByRole('button', { name: 'Set another against it' }).click();
  const form = at('Against what unc says: four kilometres at the front');
  await speaks(form, 'kpa-cpv/delegation');
  equal(await form.getByLabel('Issue', { exact: true }).inputValue(), 'zone');
  await form.getByLabel('proposes', { exact: true }).check();
  await form.getByLabel('Where it stands').fill('ten kilometres at the parallel');
  await form.getByRole('button', { name: 'Begin with its words' }).click();
  const said = form.getByLabel('Word for word');
  equal(await said.inputValue(), 'A zone [of four kilometres] lies along the front.');
  await said.fill('A zone [of ten kilometres] lies along the parallel.');
  await shows(form, 'ten kilometres] lies along the parallel');
  await shoot(page, 'conference-form-against', true);
  await signs(form);
  await column('kpa-cpv').getByText('ten kilometres at the parallel').waitFor();
});
await check('the words in which they differ are marked, and whose the brackets are', async () => {
  const marks = async (side) => (await column(side).locator('mark').allInnerTexts()).join('|');
  equal(await marks('unc'), 'four|front.');
  equal(await marks('kpa-cpv'), 'ten|parallel.');
  const brackets = page.locator('.alternative-brackets li');
  equal(await brackets.count(), 2);
  await brackets.first().getByText('[of four kilometres] words of unc. kpa-cpv does not').waitFor();
});
await check('a proposal is refused by the other side, and changed by its own', async () => {
  await column('unc').getByRole('button', { name: 'Answer or change it' }).click();
  const form = at('On what unc says: four kilometres at the front');
  await speaks(form, 'kpa-cpv/delegation');
  await form.getByLabel('accepts it').waitFor();
  equal(await form.getByLabel('changes it').count(), 0);
  await form.getByLabel('refuses it').check();
  await form.getByLabel('Where it stands').fill('not at the front');
  await shows(form, `"of":"${all().positions.find(({ side }) => side === 'unc').id}"`);
  await shows(form, '"value":"not at the front"');
  await signs(form);
  await column('unc').getByText('kpa-cpv refuses').waitFor();
  await column('unc').getByRole('button', { name: 'Answer or change it' }).click();
  await speaks(form, 'unc/delegation');
  await form.getByLabel('changes it').check();
  await form.getByLabel('Where it stands').fill('ten kilometres at the front');
  await form.getByLabel('Word for word').fill('A zone [of ten kilometres] lies along the front.');
  await shows(form, 'ten kilometres] lies along the front');
  await signs(form);
  await column('unc').getByText('ten kilometres at the front').waitFor();
  await page.getByText('1 earlier proposal').click();
  await page.getByText('kpa-cpv has them in brackets').waitFor();
  await shoot(page, 'conference-alternatives', true);
});
const theirs = await desk.page({ height: 900 });
await check('what is agreed is signed by one side, and waits as a file for the other', async () => {
  await theirs.goto(`${node.address}/#/conference`);
  await badge(theirs, verified);
  const form = await open('Put an agreed point on record', theirs);
  await lacks(form, 'Name the issue');
  await form.getByLabel('Issue', { exact: true }).fill('zone');
  equal(await form.getByLabel('Point', { exact: true }).inputValue(), '1');
  await form.getByLabel('Of how many').fill('2');
  await form.getByLabel('What is agreed').fill('A zone');
  await form.getByLabel('Its words').fill('A zone of ten kilometres lies along the front.');
  equal(await form.getByLabel('In whose name').inputValue(), 'joint/delegations');
  await form.getByLabel('unc/delegation', { exact: true }).uncheck();
  await lacks(form, 'A name of each side signs');
  await form.getByLabel('unc/delegation', { exact: true }).check();
  await form.getByRole('button', { name: 'Make a key for kpa-cpv/delegation' }).click();
  await form.getByText('Waits for unc/delegation').waitFor();
  await shows(form, 'A zone of ten kilometres');
  await shoot(theirs, 'conference-form-agree', true);
  const file = theirs.waitForEvent('download');
  await sign(form);
  await (await file).saveAs(`${node.data}/point.draft`);
  const waits = theirs.locator('.waiting-drafts');
  await waits.getByText('waits for unc/delegation until').waitFor();
  equal(all().agreed.length, 0);
});
await check('the other reads the file, and with its line it is agreed', async () => {
  const form = await open('Sign a point that the other wrote');
  const choose = (name) => form.getByLabel('File of the draft').setInputFiles(name);
  await choose('README.md');
  await form.getByText('no draft of a record').waitFor();
  await choose(`${node.data}/point.draft`);
  await form.locator('.body-fields', { hasText: 'ten kilometres lies along the front' }).waitFor();
  await shows(form, 'author joint/delegations');
  await shoot(page, 'conference-form-sign-read', true);
  await sign(form);
  await form.locator('.form-box-in').waitFor({ state: 'detached' });
  await received();
  const agreed = page.locator('.conference-agreed li', { hasText: 'zone 1 of 2: A zone' });
  await agreed.getByText('signed by unc/delegation, kpa-cpv/delegation').waitFor();
  equal(all().notices.length, 0);
});
await check('who waited sees that it is on record', async () => {
  const waits = theirs.locator('.waiting-drafts');
  await waits.getByRole('link', { name: 'is on record' }).waitFor();
  await waits.getByRole('button', { name: 'Take it off this list' }).click();
  await waits.waitFor({ state: 'detached' });
  equal(theirs.troubles.join('\n'), '');
});
await check('the command line reads and signs the same file', async () => {
  const form = await open('Put an agreed point on record', theirs);
  await form.getByLabel('Issue', { exact: true }).fill('zone');
  equal(await form.getByLabel('Point', { exact: true }).inputValue(), '2');
  await form.getByLabel('Of how many').fill('2');
  await form.getByLabel('What is agreed').fill('Its width');
  await shows(form, '"title":"Its width"');
  const file = theirs.waitForEvent('download');
  await sign(form);
  const name = `${node.data}/second.draft`;
  await (await file).saveAs(name);
  node.run('record', 'sign', name, '--as', 'unc/delegation');
  node.run('record', 'submit', name);
  await theirs.locator('.conference-agreed li', { hasText: 'zone 2 of 2: Its width' }).waitFor();
  equal(readFileSync(name).subarray(4, 22).toString(), 'armistice/record/v');
});
await check('who signed withdraws before it is on record: then it can never be', async () => {
  const form = await open('Put an agreed point on record', theirs);
  await form.getByLabel('Issue', { exact: true }).fill('prisoners');
  await form.getByLabel('Point', { exact: true }).fill('1');
  await form.getByLabel('Of how many').fill('1');
  await form.getByLabel('What is agreed').fill('All go home');
  await shows(form, '"title":"All go home"');
  const file = theirs.waitForEvent('download');
  await sign(form);
  const name = `${node.data}/third.draft`;
  await (await file).saveAs(name);
  const waits = theirs.locator('.waiting-drafts li', { hasText: 'All go home' });
  const withdraw = waits.locator('.form-box');
  await withdraw.locator('summary').click();
  await withdraw.locator('pre.exact', { hasText: 'kind withdrawal/1' }).waitFor();
  await sign(withdraw);
  await waits.locator('.received-note').waitFor();
  await waits.getByText('it can never be on record').waitFor();
  node.run('record', 'sign', name, '--as', 'unc/delegation');
  let refused = '';
  try {
    node.run('record', 'submit', name);
  } catch (error) {
    refused = String(error.stderr);
  }
  equal(refused.includes('kpa-cpv/delegation withdrew'), true);
});
await looks(desk, node, { 'conference-written': '#/conference' });
await check('nothing outside was asked, and nothing went wrong on the pages', () => {
  equal([...page.hosts].join(), new URL(node.address).host);
  equal(page.troubles.join('\n'), '');
});
await desk.close();
await node.end();
finish();
