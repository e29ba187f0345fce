// SPDX-License-Identifier: Apache-2.0
// Small marks beside a record: who said it, how far it has come, whether it is what was verified.
// None rests on colour alone: each has a shape and a word.
import { sides } from '../store/parties';
import { register } from '../store/session';
import { say } from '../messages';
import { party_of } from '../verify/vkey';
import { desk_of, full_time } from './format';
import { Cross, Dots, Half, ModeShape, PartyShape, Tick } from './icons';

type Place = number | 'neutral' | 'joint';

/** Where a party stands among the sides; neutrals and joint organs have no number. */
export function place_of(party: string): Place {
  const parties = register.value?.parties ?? [];
  const found = parties.find((one) => one.name === party);
  if (found === undefined) return 'joint';
  if (found.group === 'neutrals') return 'neutral';
  return sides().indexOf(party);
}

function class_of(place: Place): string {
  return typeof place === 'number' ? `side-${place % 3}` : place;
}

/** A party's shape and name. */
export function PartyName({ party }: { readonly party: string }) {
  const place = place_of(party);
  return (
    <span class={`party ${class_of(place)}`}>
      <PartyShape place={place} />
      <b>{party}</b>
    </span>
  );
}

/** An author: party first, then the desk. */
export function Author({ name }: { readonly name: string }) {
  const desk = desk_of(name);
  return (
    <span class="author">
      <PartyName party={party_of(name)} />
      {desk !== '' && <span class="desk">/{desk}</span>}
    </span>
  );
}

/** How far a record or head has come. */
export function ModeMark({ mode }: { readonly mode: string }) {
  const words = say.mode as { readonly [mode: string]: string };
  const means = say.mode_means as { readonly [mode: string]: string };
  return (
    <span class={`mode mode-${mode}`} title={means[mode]}>
      <ModeShape mode={mode} />
      {words[mode] ?? mode}
    </span>
  );
}

export type CheckState = 'good' | 'part' | 'wrong' | 'checking';

/** Whether something is as verified. `what` is said to those who ask. */
export function CheckMark({ state, what }: { readonly state: CheckState; readonly what?: string }) {
  const word = say.row_state[state];
  const label = what === undefined || what === '' ? word : `${word}: ${what}`;
  const icons = { good: Tick, part: Half, wrong: Cross, checking: Dots };
  const Icon = icons[state];
  return (
    <span class={`check check-${state}`} title={label}>
      <Icon />
      <span class="unseen">{label}</span>
    </span>
  );
}

/** A time as written, machine-readable too. */
export function Time({ at }: { readonly at: string }) {
  return <time dateTime={at}>{full_time(at)}</time>;
}
