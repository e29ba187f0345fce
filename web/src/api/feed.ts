// SPDX-License-Identifier: Apache-2.0
// What happens at the server, as it happens. One browser holds one stream however many pages are
// open:
// the page that holds the lock reads it and tells the others; when it goes, another takes over.
// Spec: api.md §4.
import type { FeedState } from './shapes';

export type FeedEvent =
  | { readonly type: 'state'; readonly state: FeedState }
  | { readonly type: 'link'; readonly up: boolean };

type Message = FeedEvent | { readonly type: 'hello' };

const name = 'armistice-feed';
const again_ms = 3_000;

function is_state(value: unknown): value is FeedState {
  const state = value as Partial<FeedState> | null;
  return typeof state?.register === 'string' && typeof state.size === 'number';
}

function parse_state(data: string): FeedState | null {
  try {
    const value: unknown = JSON.parse(data);
    return is_state(value) ? value : null;
  } catch {
    return null;
  }
}

/** Listens until the page goes. `take` gets each state, and whether the server can be heard. */
export function listen(take: (event: FeedEvent) => void): void {
  const channel = new BroadcastChannel(name);
  const last = new Map<string, FeedEvent>();
  let leads = false;
  const tell = (event: FeedEvent) => {
    last.set(event.type === 'state' ? event.state.register : 'link', event);
    take(event);
    channel.postMessage(event);
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.type !== 'hello') take(data);
    else if (leads) for (const event of last.values()) channel.postMessage(event);
  });
  channel.postMessage({ type: 'hello' } satisfies Message);
  void navigator.locks.request(name, () => {
    leads = true;
    read_stream(tell);
    return new Promise<never>(() => {}); // held until the page goes
  });
}

// A stream that the server ended is not opened again by the browser: only one that broke off is.
function read_stream(tell: (event: FeedEvent) => void): void {
  const stream = new EventSource('/api/feed');
  stream.addEventListener('open', () => tell({ type: 'link', up: true }));
  stream.addEventListener('error', () => {
    tell({ type: 'link', up: false });
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => read_stream(tell), again_ms);
  });
  stream.addEventListener('state', ({ data }: MessageEvent<string>) => {
    const state = parse_state(data);
    if (state !== null) tell({ type: 'state', state });
  });
}
