// SPDX-License-Identifier: Apache-2.0
// The verifier's own thread. Tasks are taken one after the other, since an audit grows a state.
import { register_files } from '../api/client';
import { fail } from '../verify/result';
import { Desk } from './desk';
import type { Answers, FromWorker, Task, ToWorker } from './protocol';

let desk: Desk | null = null;
let queue: Promise<unknown> = Promise.resolve();

const say = (message: FromWorker) => self.postMessage(message);
const unopened = fail('incomplete', 'no register is open');

async function carry_out(task: Task): Promise<Answers[keyof Answers]> {
  if (task.task === 'open') {
    desk = new Desk(register_files(task.prefix), task.circle);
    return null;
  }
  if (desk === null) return task.task === 'rows' ? [] : unopened;
  if (task.task === 'heads') return desk.check_heads(task.asked, (progress) => say({ progress }));
  if (task.task === 'rows') return desk.check_rows(task.rows, task.rows_size);
  return desk.explain(task.shown, task.rows_size, task.hints);
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  queue = queue.then(async () => say({ call: data.call, answer: await carry_out(data.task) }));
});
