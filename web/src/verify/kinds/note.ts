// SPDX-License-Identifier: Apache-2.0
// note/1: free text. Spec: kinds/note.md.
import { note_text_bytes_max } from '../limits';
import type { Json } from '../json';
import type { Result } from '../result';
import { read_fields } from './fields';

export type Note = { readonly language: string; readonly text: string };

export const note_kind = 'note/1';

/** Reads a note's body. Errors: `malformed`, `too_large`. */
export function read_note(json: Json): Promise<Result<Note>> {
  return read_fields(json, note_kind, (fields) => {
    const language = fields.text('language', 8);
    if (!/^[a-z]{2,3}$/.test(language))
      fields.refuse('malformed', 'language: two or three letters');
    const text = fields.text('text', note_text_bytes_max);
    if (text === '') fields.refuse('malformed', 'text: a note says something');
    return { language, text };
  });
}

/** The body of a note, salt first. */
export function write_note(salt: string, note: Note): string {
  return JSON.stringify({ salt, language: note.language, text: note.text });
}
