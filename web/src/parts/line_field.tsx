// SPDX-License-Identifier: Apache-2.0
// One line of text with its label.

type Props = {
  readonly label: string;
  readonly value: string;
  readonly set: (text: string) => void;
};

export function LineField({ label, value, set }: Props) {
  return (
    <label>
      <span>{label}</span>
      <input
        value={value}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => set(event.currentTarget.value.trimStart())}
      />
    </label>
  );
}
