// SPDX-License-Identifier: Apache-2.0
// A field of one line, and a choice among a few names.
import { useId } from 'preact/hooks';
import { say } from '../messages';

type LineProps = {
  readonly label: string;
  readonly value: string;
  readonly set: (text: string) => void;
  /** Times and names have no space before or behind them. */
  readonly trims?: boolean;
  readonly wrong?: boolean;
  readonly type?: 'text' | 'date' | 'number';
  /** What is likely, to pick from. */
  readonly known?: readonly string[];
};

export function LineField({
  label,
  value,
  set,
  trims = false,
  wrong = false,
  type = 'text',
  known = [],
}: LineProps) {
  const list = useId();
  return (
    <>
      <label>
        <span>{label}</span>
        <input
          type={type}
          value={value}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={wrong}
          list={known.length === 0 ? undefined : list}
          onInput={(event) => {
            const text = event.currentTarget.value;
            set(trims ? text.trim() : text);
          }}
        />
      </label>
      {known.length > 0 && (
        // Outside of the label, whose words would else hold them all.
        <datalist id={list}>
          {known.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}

type SelectProps = {
  readonly label: string;
  readonly words: readonly string[];
  /** Of a word that is not shown as it is. */
  readonly shown?: { readonly [word: string]: string };
  /** Empty until somebody chooses. */
  readonly value: string;
  readonly set: (word: string) => void;
};

/** Nothing is chosen beforehand, unless `words` holds the empty word. */
export function SelectField({ label, words, shown = {}, value, set }: SelectProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => set(event.currentTarget.value)}>
        {!words.includes('') && (
          <option value="" disabled>
            {say.form.choose}
          </option>
        )}
        {words.map((word) => (
          <option key={word} value={word}>
            {shown[word] ?? word}
          </option>
        ))}
      </select>
    </label>
  );
}
