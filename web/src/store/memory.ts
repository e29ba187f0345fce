// SPDX-License-Identifier: Apache-2.0
// What this browser remembers between visits: the circle that a person compared, the last head that
// was verified, the draft, lists lodged and not opened. Storage may be refused: then nothing is
// remembered, and nothing else fails.

function read(key: string): string | null {
  try {
    return localStorage.getItem(`armistice.${key}`);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`armistice.${key}`);
    else localStorage.setItem(`armistice.${key}`, value);
  } catch {
    // A full or forbidden store: the page goes on without memory.
  }
}

/** The circle that was compared for a register, by the register's name. */
export const pinned_circle = {
  get: (register: string) => read(`circle.${register}`),
  set: (register: string, circle: string | null) => write(`circle.${register}`, circle),
};

/** The last head of a circle that was verified here. */
export const remembered_head = {
  get(circle: string): { readonly size: number; readonly root: string } | null {
    const [size, root] = (read(`head.${circle}`) ?? '').split(' ');
    return size === undefined || root === undefined ? null : { size: Number(size), root };
  },
  set: (circle: string, head: { readonly size: number; readonly root: string }) =>
    write(`head.${circle}`, `${head.size} ${head.root}`),
};

/** A text being written, by a name. */
export const kept_draft = {
  get: (name: string) => read(`draft.${name}`) ?? '',
  set: (name: string, text: string) => write(`draft.${name}`, text === '' ? null : text),
};

/** A salted list by its digest, until this browser's memory is cleared: it opens what was lodged. */
export const kept_list = {
  get: (digest: string) => read(`list.${digest}`) ?? '',
  set: (digest: string, list: string) => write(`list.${digest}`, list),
};

/** Drafts of joint records of a circle that wait for others’ lines, each as its file in base64. */
export const waiting_drafts = {
  get: (circle: string) => (read(`waiting.${circle}`) ?? '').split(' ').filter((one) => one !== ''),
  set: (circle: string, files: readonly string[]) =>
    write(`waiting.${circle}`, files.length === 0 ? null : files.join(' ')),
};

/** Drafts, by the ids of their records, from which a key of this browser withdrew. */
export const withdrawn_draft = {
  get: (id: string) => read(`withdrawn.${id}`) !== null,
  set: (id: string, is: boolean) => write(`withdrawn.${id}`, is ? 'yes' : null),
};

/** Forgets every text being written whose name begins so. */
export function forget_drafts(prefix: string): void {
  try {
    const whole = `armistice.draft.${prefix}`;
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(whole));
    for (const key of keys) localStorage.removeItem(key);
  } catch {
    // As in write: without memory nothing was kept.
  }
}
