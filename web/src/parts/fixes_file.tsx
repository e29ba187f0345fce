// SPDX-License-Identifier: Apache-2.0
// A file of fixes, or lines of one, and how it is to be read; judged as soon as a file is chosen.
import { useRef, useState } from 'preact/hooks';
import { propose, proposed_bytes_max, type FixRules } from '../api/client';
import type { Proposed } from '../api/shapes';
import { say } from '../messages';
import { register } from '../store/session';
import { utf8_bytes } from '../verify/bytes';
import { caught, fail, type Result } from '../verify/result';

type Settings = {
  readonly uncertainty: string;
  readonly offset: string;
  readonly columns: string;
  readonly gap: string;
  readonly halt: string;
};
const settings_first: Settings = {
  uncertainty: '30',
  offset: '',
  columns: '',
  gap: '3600',
  halt: '600',
};
const shown_settings = ['uncertainty', 'offset', 'columns', 'gap', 'halt'] as const;

/** The settings as the call takes them; what is empty is left out. */
export function rules_of(settings: Settings): FixRules {
  const columns = settings.columns
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const { uncertainty, offset } = settings;
  const seconds = (text: string) => (/^[0-9]{1,10}$/.test(text) ? Number(text) : -1);
  return {
    ...(uncertainty.trim() === '' ? {} : { uncertainty: uncertainty.trim() }),
    ...(offset.trim() === '' ? {} : { offset: offset.trim() }),
    ...(columns.length === 0 ? {} : { columns }),
    gap: seconds(settings.gap),
    halt: seconds(settings.halt),
  };
}

function SettingFields({
  settings,
  set,
}: {
  readonly settings: Settings;
  readonly set: (next: Settings) => void;
}) {
  return (
    <details class="fix-settings">
      <summary>{say.observe.read_as}</summary>
      <div class="fields">
        {shown_settings.map((name) => (
          <label key={name}>
            <span>{say.observe[name]}</span>
            <input
              value={settings[name]}
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => set({ ...settings, [name]: event.currentTarget.value })}
            />
          </label>
        ))}
      </div>
    </details>
  );
}

async function judge(text: string, settings: Settings): Promise<Result<Proposed>> {
  const { length } = utf8_bytes(text);
  if (length > proposed_bytes_max)
    return fail('too_large', say.observe.too_large(length, proposed_bytes_max));
  return propose(register.value?.name ?? '', text, rules_of(settings));
}

/** The text shown, and its judging. `tell` hears what the node answers; null while it is asked, and
 *  from then on when text or settings are others than those that were judged. */
function useJudging(tell: (answer: Result<Proposed> | null) => void) {
  const [text, set_text] = useState('');
  const [settings, set_settings] = useState(settings_first);
  const [busy, set_busy] = useState(false);
  // Which text is shown: what is answered about an earlier one comes too late.
  const turn = useRef(0);
  const is_other = () => {
    turn.current += 1;
    set_busy(false);
    tell(null);
    return turn.current;
  };
  const ask = async (of: string) => {
    const own = is_other();
    set_busy(true);
    const answer = await judge(of, settings);
    if (own !== turn.current) return;
    tell(answer);
    set_busy(false);
  };
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const own = is_other();
    const too_large = file.size > proposed_bytes_max;
    const read = too_large
      ? fail('too_large', say.observe.too_large(file.size, proposed_bytes_max))
      : await caught('io', file.name, () => file.text());
    if (own !== turn.current) return;
    if (!read.ok) {
      tell(read);
      return;
    }
    set_text(read.value);
    await ask(read.value);
  };
  const write = (next: string) => {
    set_text(next);
    is_other();
  };
  const set = (next: Settings) => {
    set_settings(next);
    is_other();
  };
  return { text, settings, busy, ask, take, write, set };
}

/** A file of fixes, or lines of one. */
export function FixesFile({ tell }: { readonly tell: (answer: Result<Proposed> | null) => void }) {
  const { text, settings, busy, ask, take, write, set } = useJudging(tell);
  return (
    <section class="fixes-file">
      <h2>{say.observe.fixes}</h2>
      <label class="block">
        <span>{say.observe.file}</span>
        <input
          type="file"
          accept=".csv,.ndjson,.jsonl,.json,.txt"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
      <p class="quiet small">{say.observe.form}</p>
      <label class="block">
        <span>{say.observe.pasted}</span>
        <textarea
          class="fix-lines"
          rows={5}
          spellcheck={false}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <SettingFields settings={settings} set={set} />
      <button type="button" disabled={busy || text.trim() === ''} onClick={() => void ask(text)}>
        {busy ? say.observe.judging : say.observe.judge}
      </button>
    </section>
  );
}
