// SPDX-License-Identifier: Apache-2.0
// The supervisory organ in a real browser: who was invited and sits there, a session, a motion that
// is split, and what was noticed and found.
import { badge, check, Desk, equal, finish, looks, Node, shoot, verified } from './desk.mjs';

const node = new Node();
const organ = ['--body', 'joint/nnsc'];
const invite = (by, state) => node.run('body', 'invite', ...organ, '--as', by, '--state', state);
invite('unc/delegation', 'sweden');
invite('kpa-cpv/delegation', 'poland');
invite('unc/delegation', 'turkey');
const invited = (state) => String(node.json('bodies').seats.find((s) => s.state === state).since);
const reply = (state, by, word) =>
  node.run('body', 'reply', invited(state), '--as', by, '--reply', word);
reply('poland', 'unc/delegation', 'objects');
reply('sweden', 'sweden/member', 'accepts');
const appoint = (part, person, nationality) =>
  node.run(
    ...['body', 'appoint', ...organ, '--as', 'sweden/member', '--seat', 'sweden/member'],
    ...['--part', part, '--person', person, '--nationality', nationality],
  );
appoint('member', 'General Lund', 'Sweden');
appoint('alternate', 'Colonel Hansen', 'Norway');
appoint('member', 'General Ek', 'Sweden');
node.run(
  ...['body', 'meet', ...organ, '--as', 'sweden/member', '--number', '1'],
  ...['--present', 'sweden/member,switzerland/member', '--next', '1953-07-28'],
);
node.run('body', 'move', ...organ, '--as', 'poland/member', '--text', 'That a team go to Uiju.');
const motion = String(node.json('bodies').motions[0].index);
const votes = { sweden: 'in_favour', switzerland: 'in_favour', poland: 'against' };
for (const [state, vote] of Object.entries({ ...votes, czechoslovakia: 'against' })) {
  node.run('body', 'vote', motion, '--as', `${state}/member`, '--vote', vote);
}
await node.serve();
const desk = await Desk.open();
const page = await desk.page({ height: 900 });

await check('the body shows whom it was offered to, and where that stands', async () => {
  await page.goto(`${node.address}/#/bodies`);
  await badge(page, verified);
  const seat = (name) => page.locator('.commission li', { hasText: name }).first();
  await seat('sweden/member').waitFor();
  await page.locator('.seat-status.accepted').waitFor();
  await page.locator('.seat-status.objected').waitFor();
});
await check('who sits there, with a link to the record', async () => {
  const lund = page.locator('.commission li', { hasText: 'General Lund' });
  await lund.getByRole('link', { name: /^Record/ }).click();
  await page.getByText('General Lund').first().waitFor();
  await page.goBack();
});
await check('the session, and the motion that is split', async () => {
  await page.getByRole('link', { name: 'Session 1' }).waitFor();
  const split = page.locator('.motion', { hasText: 'That a team go to Uiju.' });
  await split.getByText('2 in favour, 2 against, 0 abstaining, of 4').waitFor();
  equal(await split.locator('.motion-state.split').count(), 1);
});
await check('what was found, in the words of the paragraph, and what was noticed', async () => {
  const found = (words) => page.locator('.finding', { hasText: words }).first().waitFor();
  await found('nations whose combatant forces have not participated');
  await found('same nationality as their principals');
  await found('neutrals.quorum');
  await page.getByText('Another holds it').waitFor();
  await page.getByText('The agreement has no such seat').first().waitFor();
  await shoot(page, 'bodies-organ', true);
});
await looks(desk, node, { organ: '#/bodies' });
await check('nothing outside was asked, and nothing went wrong on the pages', () => {
  equal([...page.hosts].join(), new URL(node.address).host);
  equal(page.troubles.filter((one) => !one.includes('404')).join('\n'), '');
});
await desk.close();
await node.end();
finish();
