// SPDX-License-Identifier: Apache-2.0
// The desk of bodies is written at, too, in a real browser: a state invited and answered, a person
// appointed and replaced, a session, a motion with its votes, and words taken back; each signed by
// a key made in this browser.
import { badge, check, Desk, equal, finish, looks, Node, shoot, verified } from './desk.mjs';

const node = new Node();
await node.serve();
const desk = await Desk.open();
const page = await desk.page({ height: 900 });
const organ = page.locator('.commission', { hasText: 'joint/nnsc' });
const box = (title) => organ.locator('.form-box', { hasText: title });
const rows = (table) => node.json('bodies')[table];

async function open(title, within = organ) {
  const form = within.locator('.form-box').filter({
    has: page.locator('summary', { hasText: new RegExp(`^${title}$`) }),
  });
  await form.locator('summary').first().click();
  return form;
}
const make = (form, name) =>
  form.getByRole('button', { name: `Make a key for ${name} in` }).click();
// The key that was made last speaks already.
const speaks = (form, name) => form.locator('.identity:has(:checked)', { hasText: name }).waitFor();
// A form closes when its receipt is here; the table may show the record before that.
async function signs(form) {
  await form.locator('button.primary:not([disabled])').last().click();
  await form.locator('.form-box-in').waitFor({ state: 'detached' });
}
const lacks = (form, words) => form.locator('.why-not', { hasText: words }).waitFor();
const received = () => organ.locator('.received-note').waitFor();

await page.goto(`${node.address}/#/bodies`);
await badge(page, verified);

await check('forms are closed, reached by the keyboard, and one is open at a time', async () => {
  equal(await page.locator('.form-box[open]').count(), 0);
  await box('Invite a state').locator('summary').focus();
  await page.keyboard.press('Enter');
  await box('Invite a state').getByLabel('State').waitFor();
  await box('Move something').locator('summary').click();
  await box('Move something').getByLabel('What is to be decided').waitFor();
  equal(await page.locator('.form-box[open]').count(), 1);
});
await check('a side invites a state', async () => {
  const form = await open('Invite a state');
  await make(form, 'unc/delegation');
  await speaks(form, 'unc/delegation');
  await lacks(form, 'Name the state');
  await form.getByLabel('State').fill('sweden');
  await form.locator('pre.exact', { hasText: 'kind invitation/1' }).waitFor();
  await form.locator('pre.exact', { hasText: '"seat":"sweden/member"' }).waitFor();
  await shoot(page, 'body-form-invite', true);
  await signs(form);
  await received();
  await organ.locator('.seat-status.invited').waitFor();
  equal(rows('seats')[0].invited_by, 'unc');
});
await check('who may not answer has no answer to choose', async () => {
  const form = await open('Reply');
  await form.getByText('Choose who answers: sweden').waitFor();
  equal(await form.getByRole('radio', { name: 'accepts' }).count(), 0);
});
await check('the other side objects, the state accepts, the objection goes', async () => {
  const form = box('Reply').first();
  const reply = async (name, word, status, fresh = true) => {
    if (fresh) await make(form, name);
    else await form.locator('.identity', { hasText: name }).getByRole('radio').check();
    await speaks(form, name);
    await lacks(form, 'Choose the answer');
    await form.getByLabel(word, { exact: true }).check();
    await form.locator('pre.exact', { hasText: 'kind reply/1' }).waitFor();
    await signs(form);
    await organ.locator(`.seat-status.${status}`).waitFor();
  };
  await reply('kpa-cpv/delegation', 'objects', 'objected');
  await form.locator('summary').first().click();
  await reply('sweden/member', 'accepts', 'objected');
  await form.locator('summary').first().click();
  await reply('kpa-cpv/delegation', 'has no objection', 'accepted', false);
});
await check('a person is appointed, and then replaced', async () => {
  const appoint = async (person, replaces) => {
    const form = await open('Appoint somebody');
    await speaks(form, 'sweden/member');
    await form.getByLabel('Seat, by the name').fill('poland/member');
    await form.getByText('Only poland appoints').waitFor();
    await form.getByLabel('Seat, by the name').fill('sweden/member');
    await lacks(form, 'Say who is appointed');
    await form.getByLabel('Person').fill(person);
    await form.getByLabel('Nationality').fill('Sweden');
    await lacks(form, 'Choose the part');
    await form.getByLabel('alternate', { exact: true }).check();
    await lacks(form, 'Choose the grade');
    await form.getByLabel('field grade').check();
    if (replaces !== '') await form.getByLabel('In place of').selectOption(replaces);
    await form.locator('pre.exact', { hasText: 'kind appointment/1' }).waitFor();
    await signs(form);
    await organ.locator('li', { hasText: person }).locator('b').waitFor();
  };
  await appoint('Colonel Hansen', '');
  await appoint('Colonel Berg', 'Colonel Hansen');
  await organ.getByText('1 appointment ended').waitFor();
});
await check('a session is recorded, with those who were there', async () => {
  const form = await open('Record a session');
  equal(await form.getByLabel('Number').inputValue(), '1');
  await lacks(form, 'Say who was there');
  equal(await form.getByRole('checkbox', { checked: true }).count(), 0);
  await form.getByLabel('poland/member').check();
  await form.getByLabel('sweden/member').last().check();
  await lacks(form, 'Say when it meets next');
  await form.getByLabel('Meets next on').fill('1953-07-29');
  await form.getByLabel('Ended').fill('1953-07-27T00:00:00+09:00');
  await lacks(form, 'The times are not in order');
  await form.getByLabel('Ended').fill(await form.getByLabel('Began').inputValue());
  await form.getByLabel('Protocol').fill('It met.');
  await form.locator('pre.exact', { hasText: '["sweden/member","poland/member"]' }).waitFor();
  await shoot(page, 'body-form-session', true);
  await signs(form);
  await organ.getByRole('link', { name: 'Session 1' }).waitFor();
  equal(rows('sessions')[0].present.join(), 'sweden/member,poland/member');
});
await check('something is moved, and what is typed survives a reload', async () => {
  const form = await open('Move something');
  await lacks(form, 'Say what is to be decided');
  await form.getByLabel('What is to be decided').fill('That a team go to Uiju.');
  await page.reload();
  await badge(page, verified);
  await open('Move something');
  const text = form.getByLabel('What is to be decided');
  equal(await text.inputValue(), 'That a team go to Uiju.');
  await form.locator('pre.exact', { hasText: 'kind motion/1' }).waitFor();
  await signs(form);
  await organ.locator('.motion-state.open').waitFor();
});
await check('it has its vote beside it: nothing is chosen, a stranger is told so', async () => {
  const motion = organ.locator('.motion', { hasText: 'Uiju' });
  const form = await open('Vote', motion);
  await form.locator('.identity', { hasText: 'unc/delegation' }).getByRole('radio').check();
  await form.getByText('has no vote in this body').waitFor();
  equal(await form.locator('.choices input:checked').count(), 0);
  const vote = async (name, word) => {
    const held = form.locator('.identity', { hasText: name });
    if ((await held.count()) > 0) await held.getByRole('radio').check();
    else await make(form, name);
    await speaks(form, name);
    await form.getByLabel(word, { exact: true }).check();
    await form.locator('pre.exact', { hasText: 'kind motion-ballot/1' }).waitFor();
    await form.locator('pre.exact', { hasText: `author ${name}` }).waitFor();
    await signs(form);
  };
  await vote('sweden/member', 'in favour');
  await motion.getByText('1 in favour, 0 against').waitFor();
  await open('Vote', motion);
  await vote('switzerland/member', 'in favour');
  await motion.getByText('2 in favour').waitFor();
  await open('Vote', motion);
  await shoot(page, 'body-form-vote', true);
  await vote('poland/member', 'abstaining');
  await motion.getByText('1 abstaining').waitFor();
  await open('Vote', motion);
  await vote('poland/member', 'in favour');
  await motion.getByText('3 in favour').waitFor();
  await open('Vote', motion);
  await vote('czechoslovakia/member', 'in favour');
  await motion.locator('.motion-state.agreed').waitFor();
  // Decided: the receipt stands, and no ballot can be given.
  await motion.locator('.received-note').waitFor();
  equal(await motion.locator('.form-box').count(), 0);
});
await check('what was said is taken back by a retraction', async () => {
  const session = organ.locator('li', { hasText: 'Session 1' });
  await session.locator('.take-back').click();
  await page.waitForURL(/#\/compose\?retract=/);
  await page.getByLabel('Reason').fill('It did not meet.');
  await page.locator('pre.exact', { hasText: 'retraction/1' }).first().waitFor();
  await page.locator('.sign-bar button.primary:not([disabled])').click();
  await page.locator('.note-good').waitFor();
  await page.goto(`${node.address}/#/bodies`);
  await session.getByText('Taken back').waitFor();
  equal(await session.locator('.take-back').count(), 0);
});
await check('on a phone an open form is as wide as the screen and no wider', async () => {
  const phone = await desk.page({ width: 390, height: 844 });
  await phone.goto(`${node.address}/#/bodies`);
  await badge(phone, verified);
  await phone.locator('.form-box summary', { hasText: 'Record a session' }).last().click();
  await phone.getByLabel('Meets next on').waitFor();
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  equal(wide > 0, false);
  await shoot(phone, 'body-form-phone', true);
});
await looks(desk, node, { 'body-forms': '#/bodies' });
await check('nothing outside was asked, and nothing went wrong on the pages', () => {
  equal([...page.hosts].join(), new URL(node.address).host);
  equal(page.troubles.filter((one) => !one.includes('404')).join('\n'), '');
});
await desk.close();
await node.end();
finish();
