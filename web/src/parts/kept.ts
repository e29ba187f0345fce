// SPDX-License-Identifier: Apache-2.0
// What was typed into a form and not signed yet survives a reload of the page. Texts only: a verdict is
// chosen anew.
import { useState } from 'preact/hooks';
import { forget_drafts, kept_draft } from '../store/memory';
import { circle } from '../store/session';

const named = (form: string) => `${circle.value} ${form} `;

/** The text of a field of a form, kept in this browser under the form's name. */
export function useKept(form: string, field: string, first = ''): [string, (text: string) => void] {
  const name = `${named(form)}${field}`;
  const [text, set_text] = useState(() => kept_draft.get(name) || first);
  const set = (next: string) => {
    kept_draft.set(name, next);
    set_text(next);
  };
  return [text, set];
}

/** Several texts of a form at once, each kept; `first` holds what stands there before anybody types. */
export function useKeptTexts<T extends { readonly [field: string]: string }>(
  form: string,
  first: () => T,
): [T, (field: keyof T & string) => (text: string) => void] {
  const name = (field: string) => `${named(form)}${field}`;
  const [texts, set_texts] = useState<T>(() => {
    const pairs = Object.entries(first()).map(([field, text]) => [
      field,
      kept_draft.get(name(field)) || text,
    ]);
    return Object.fromEntries(pairs) as T;
  });
  const set = (field: keyof T & string) => (text: string) => {
    kept_draft.set(name(field), text);
    set_texts((before) => ({ ...before, [field]: text }));
  };
  return [texts, set];
}

/** Forgets what was typed into a form: it is on record. */
export function forget_form(form: string): void {
  forget_drafts(named(form));
}
