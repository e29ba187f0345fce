// SPDX-License-Identifier: Apache-2.0
// The form that lodges what was seen or heard. How sure one is is never chosen beforehand.
import { useState } from 'preact/hooks';
import { degrees_e7 } from '../ground/plane';
import { say } from '../messages';
import type { StatementFields } from '../sign/statement';
import { sides } from '../store/parties';
import { utc_s } from '../verify/time';
import { is_name } from '../verify/vkey';
import { FormFrame } from './form_frame';
import { LineField, SelectField } from './line_field';
import { circle_time_text } from './sign_parts';
import { Choice, first_lack, TextField } from './step_forms';

type Fields = StatementFields['sighting/1'];

const unplaced_error_mm = 40_000_000_000;
const certainties = ['observed', 'assessed', 'undetermined', 'unconfirmed'] as const;
const perceptions = ['seen', 'heard'] as const;
const all_means = ['patrol', 'camera', 'uav', 'told'] as const;
const bearings = ['none', 'incoming', 'outgoing', 'undetermined'] as const;

type Place = Pick<Fields, 'latitude_e7' | 'longitude_e7' | 'error_mm'>;

/** Where it was as a record says it; without any of the three, that nobody says where; null: they
 *  say nothing that can be read. */
export function parse_where(latitude: string, longitude: string, error: string): Place | null {
  if (latitude === '' && longitude === '' && error === '') {
    return { latitude_e7: 0, longitude_e7: 0, error_mm: unplaced_error_mm };
  }
  const latitude_e7 = degrees_e7(latitude, 90);
  const longitude_e7 = degrees_e7(longitude, 180);
  if (latitude_e7 === null || longitude_e7 === null || !/^[0-9]{1,7}$/.test(error)) return null;
  return { latitude_e7, longitude_e7, error_mm: Number(error) * 1000 };
}

/** What is typed and chosen; nothing is chosen where a choice would say how sure one is. */
type Typed = {
  readonly what: string;
  readonly number: string;
  readonly place: string;
  readonly side: string;
  readonly means: Fields['means'];
  readonly bearing: Fields['bearing'];
  readonly perceived: Fields['perceived'] | null;
  readonly certainty: Fields['certainty'] | null;
  readonly from: string;
  readonly until: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly error: string;
  readonly text: string;
};

function nothing_typed(): Typed {
  const now = circle_time_text();
  return {
    what: '',
    number: '1',
    place: '',
    side: '',
    means: 'patrol',
    bearing: 'none',
    perceived: null,
    certainty: null,
    from: now,
    until: now,
    latitude: '',
    longitude: '',
    error: '',
    text: '',
  };
}

function fields_of(typed: Typed): Fields {
  const { what, number, means, bearing, side, place, from, until, text } = typed;
  const where = parse_where(typed.latitude, typed.longitude, typed.error);
  return {
    what,
    number: Number(number),
    means,
    perceived: typed.perceived ?? 'seen',
    certainty: typed.certainty ?? 'undetermined',
    bearing,
    side,
    place,
    ...(where ?? { latitude_e7: 0, longitude_e7: 0, error_mm: 0 }),
    line_distance_mm: 0,
    from,
    until,
    text,
  };
}

function lack_of(typed: Typed): string {
  const lack = say.incidents.lacks;
  const { what, number, place, latitude, longitude, error, from, until } = typed;
  return first_lack(
    [!is_name(what), lack.what],
    [!/^[1-9][0-9]{0,8}$/.test(number), lack.number],
    [place !== '' && !is_name(place), lack.place],
    [typed.perceived === null, lack.perceived],
    [typed.certainty === null, lack.certainty],
    [parse_where(latitude, longitude, error) === null, lack.coordinates],
    [!(utc_s(from) <= utc_s(until)), lack.times],
  );
}

type PartProps = {
  readonly typed: Typed;
  readonly put: (more: Partial<Typed>) => void;
};

function WhatPart({ typed, put }: PartProps) {
  const { form } = say.incidents;
  return (
    <div class="fields">
      <LineField label={form.what} value={typed.what} set={(what) => put({ what })} trims />
      <LineField label={form.number} value={typed.number} set={(number) => put({ number })} trims />
      <LineField label={form.place} value={typed.place} set={(place) => put({ place })} trims />
      <SelectField
        label={form.side}
        value={typed.side}
        words={['', ...sides()]}
        shown={{ '': form.nobody }}
        set={(side) => put({ side })}
      />
    </div>
  );
}

function SurePart({ typed, put }: PartProps) {
  const { certainty, form, perceived } = say.incidents;
  return (
    <>
      <Choice
        label={form.perceived}
        words={perceptions}
        shown={perceived}
        value={typed.perceived}
        set={(word) => put({ perceived: word })}
      />
      <Choice
        label={form.certainty}
        words={certainties}
        shown={certainty}
        value={typed.certainty}
        set={(word) => put({ certainty: word })}
      />
    </>
  );
}

function WherePart({ typed, put }: PartProps) {
  const { bearing_choice, form, means } = say.incidents;
  const { latitude, longitude, error, from, until } = typed;
  return (
    <div class="fields">
      <SelectField
        label={form.means}
        value={typed.means}
        words={all_means}
        shown={means}
        set={(word) => put({ means: word })}
      />
      <SelectField
        label={form.bearing}
        value={typed.bearing}
        words={bearings}
        shown={bearing_choice}
        set={(word) => put({ bearing: word })}
      />
      <LineField label={form.from} value={from} set={(text) => put({ from: text })} trims />
      <LineField label={form.until} value={until} set={(text) => put({ until: text })} trims />
      <LineField
        label={form.latitude}
        value={latitude}
        set={(text) => put({ latitude: text })}
        trims
      />
      <LineField
        label={form.longitude}
        value={longitude}
        set={(text) => put({ longitude: text })}
        trims
      />
      <LineField label={form.error} value={error} set={(text) => put({ error: text })} trims />
    </div>
  );
}

export function LodgeForm({ close }: { readonly close: () => void }) {
  const { form } = say.incidents;
  const [typed, set_typed] = useState<Typed>(nothing_typed);
  const put = (more: Partial<Typed>) => set_typed({ ...typed, ...more });
  return (
    <FormFrame
      title={form.title}
      says={form.says}
      said={{ kind: 'sighting/1', fields: fields_of(typed) }}
      lacks={lack_of(typed)}
      close={close}
    >
      <WhatPart typed={typed} put={put} />
      <SurePart typed={typed} put={put} />
      <WherePart typed={typed} put={put} />
      <TextField label={form.text} value={typed.text} set={(text) => put({ text })} />
    </FormFrame>
  );
}
