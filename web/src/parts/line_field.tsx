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
  /** Which element says more of it. */
  readonly described_by?: string | undefined;
  readonly length_max?: number;
  /** In a line of its own. */
  readonly block?: boolean;
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
  described_by,
  length_max,
  block = false,
  type = 'text',
  known = [],
}: LineProps) {
  const list = useId();
  return (
    <>
      <label class={block ? 'block' : undefined}>
        <span>{label}</span>
        <input
          type={type}
          value={value}
          autocomplete="off"
          spellcheck={false}
          maxLength={length_max}
          aria-invalid={wrong}
          aria-describedby={described_by}
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

type SelectProps<W extends string> = {
  readonly label: string;
  readonly words: readonly W[];
  /** Of a word that is not shown as it is. */
  readonly shown?: { readonly [word: string]: string };
  /** Empty until somebody chooses. */
  readonly value: W | '';
  readonly set: (word: W) => void;
  /** In a line of its own. */
  readonly block?: boolean;
};

/** Nothing is chosen beforehand, unless `words` holds the empty word, or the form chose one. */
export function SelectField<W extends string>(props: SelectProps<W>) {
  const { label, words, shown = {}, value, set, block = false } = props;
  return (
    <label class={block ? 'block' : undefined}>
      <span>{label}</span>
      <select value={value} onChange={(event) => set(event.currentTarget.value as W)}>
        {value === '' && !words.some((word) => word === '') && (
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
