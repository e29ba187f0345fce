// SPDX-License-Identifier: Apache-2.0
// The few drawings of the page. Each is decoration: a word beside it says the same.

type Shape = { readonly class?: string };

function Svg({
  children,
  class: name = '',
}: Shape & { readonly children: preact.ComponentChildren }) {
  return (
    <svg
      class={`icon ${name}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export function Tick(shape: Shape) {
  return (
    <Svg {...shape}>
      <path d="M3 8.5l3.2 3.2L13 4.9" fill="none" stroke="currentColor" stroke-width="2" />
    </Svg>
  );
}

export function Cross(shape: Shape) {
  return (
    <Svg {...shape}>
      <path d="M4 4l8 8M12 4l-8 8" fill="none" stroke="currentColor" stroke-width="2" />
    </Svg>
  );
}

/** A tick that is not filled in: only a part was checked. */
export function Half(shape: Shape) {
  return (
    <Svg {...shape}>
      <path
        d="M3 8.5l3.2 3.2L13 4.9"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-dasharray="2 1.6"
      />
    </Svg>
  );
}

export function Dots(shape: Shape) {
  return (
    <Svg {...shape}>
      <circle cx="3.5" cy="8" r="1.3" fill="currentColor" />
      <circle cx="8" cy="8" r="1.3" fill="currentColor" />
      <circle cx="12.5" cy="8" r="1.3" fill="currentColor" />
    </Svg>
  );
}

/** Marks of parties: two sides in solid shapes, neutrals as rings. */
export function PartyShape({ place }: { readonly place: number | 'neutral' | 'joint' }) {
  if (place === 'neutral') {
    return (
      <Svg class="party-shape">
        <circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" stroke-width="2.2" />
      </Svg>
    );
  }
  if (place === 'joint') {
    return (
      <Svg class="party-shape">
        <path d="M2 8h12M8 2v12" fill="none" stroke="currentColor" stroke-width="2.2" />
      </Svg>
    );
  }
  const shapes = ['M3 3h10v10H3z', 'M8 1.6L14.4 8 8 14.4 1.6 8z', 'M8 2.2l6.2 11H1.8z'];
  return (
    <Svg class="party-shape">
      <path d={shapes[place % shapes.length] ?? ''} fill="currentColor" />
    </Svg>
  );
}

/** Marks of modes: the fuller the disc, the more have cosigned. */
export function ModeShape({ mode }: { readonly mode: string }) {
  const ring = (
    <circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" stroke-width="1.6" />
  );
  if (mode === 'settled') {
    return (
      <Svg>
        <circle cx="8" cy="8" r="6" fill="currentColor" />
      </Svg>
    );
  }
  if (mode === 'unwitnessed') {
    return (
      <Svg>
        {ring}
        <path d="M8 2.8a5.2 5.2 0 0 1 0 10.4z" fill="currentColor" />
      </Svg>
    );
  }
  if (mode === 'contested') {
    return (
      <Svg>
        {ring}
        <path d="M8 4.6v4M8 10.2v1.6" stroke="currentColor" stroke-width="1.8" />
      </Svg>
    );
  }
  if (mode === 'void') {
    return (
      <Svg>
        {ring}
        <path d="M4.4 4.4l7.2 7.2" stroke="currentColor" stroke-width="1.6" />
      </Svg>
    );
  }
  return (
    <Svg>
      <circle
        cx="8"
        cy="8"
        r="5.2"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-dasharray="2.4 2"
      />
    </Svg>
  );
}
