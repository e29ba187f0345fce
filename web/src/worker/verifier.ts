// SPDX-License-Identifier: Apache-2.0
// The page's side of the verifier's thread: calls that are answered in order.
import type { Progress } from '../verify/audit';
import type { Answers, FromWorker, Task, ToWorker } from './protocol';
import worker_url from './verifier.worker?worker&url';

type TrustedUrl = { toString(): string };
type PolicyFactory = {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): TrustedUrl;
  };
};

// Under require-trusted-types-for 'script' a worker's address comes from a policy; this one lets a
// single address through. An empty one would load nothing.
function trusted_worker_url(): string {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (factory === undefined) return worker_url;
  const policy = factory.createPolicy('armistice-worker', {
    createScriptURL: (url) => (url === worker_url ? url : ''),
  });
  return policy.createScriptURL(worker_url) as unknown as string;
}

export class Verifier {
  private readonly worker = new Worker(trusted_worker_url(), { type: 'module', name: 'verifier' });
  private readonly waiting = new Map<number, (answer: never) => void>();
  private calls = 0;

  constructor(report: (progress: Progress) => void) {
    this.worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if ('progress' in data) {
        report(data.progress);
        return;
      }
      this.waiting.get(data.call)?.(data.answer as never);
      this.waiting.delete(data.call);
    });
  }

  /** Asks, and gives the answer of that task. */
  ask<T extends Task>(task: T): Promise<Answers[T['task']]> {
    const call = ++this.calls;
    return new Promise((resolve) => {
      this.waiting.set(call, resolve as (answer: never) => void);
      this.worker.postMessage({ call, task } satisfies ToWorker);
    });
  }
}
