import type { ReactElement } from 'react';

/** Strokes on a 24 × 24 grid. */
const shapes = {
  straight: <path d="M12 21V4m-6 6 6-6 6 6" />,
  left: <path d="M18 21v-7a4 4 0 0 0-4-4H4m6-6-6 6 6 6" />,
  right: <path d="M6 21v-7a4 4 0 0 1 4-4h10m-6-6 6 6-6 6" />,
  'slight-left': <path d="M15 21v-7L7 6m0 7V6h7" />,
  'slight-right': <path d="M9 21v-7l8-8m0 7V6h-7" />,
  'sharp-left': <path d="M18 21V6L7 16m0-7v7h7" />,
  'sharp-right': <path d="M6 21V6l11 10m0-7v7h-7" />,
  back: <path d="M17 21V9a5 5 0 0 0-10 0v8m-4-4 4 4 4-4" />,
  depart: (
    <>
      <circle cx="12" cy="12" r="3.5" />
      <path d="M12 2v3m0 14v3M2 12h3m14 0h3" />
    </>
  ),
  arrive: <path d="M12 21s7-6.1 7-11.5a7 7 0 0 0-14 0C5 14.9 12 21 12 21Zm-2.6-11.3 2 2 3.4-3.7" />,
  'elevator-up': <path d="M4 3h16v18H4zM12 17V8m-3.5 3.5L12 8l3.5 3.5" />,
  'elevator-down': <path d="M4 3h16v18H4zM12 7v9m-3.5-3.5L12 16l3.5-3.5" />,
  elevator: <path d="M4 3h16v18H4zM9 10l3-3.5 3 3.5m-6 4 3 3.5 3-3.5" />,
  escalator: <path d="M3 18h4.5L16 7h5m-5.5 10 4-5m0 0-3.4.600m3.4-.6.100 3.4M7 9.5V5m0 0L5 7m2-2 2 2" />,
  stairs: <path d="M3 20h5v-5h4.5v-4.5H17V6h4" />,
  ramp: <path d="M3 18h18M3 18 21 8m-6-2 6 2-3 5" />,
  wheelchair: (
    <>
      <circle cx="10" cy="3.8" r="1.3" />
      <path d="M10 7.5v6.5h5.5l2.5 5.5 2-.8M10 10h5M7.3 11.6a5.2 5.2 0 1 0 7.5 6.4" />
    </>
  ),
  voice: <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6m2.6-8.8a8 8 0 0 1 0 11.6" />,
  muted: <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5m0-5-5 5" />,
  replay: <path d="M4.5 12a7.5 7.5 0 1 0 2.3-5.4M4.5 3.5v4.2h4.2" />,
  locate: (
    <>
      <circle cx="12" cy="12" r="7" />
      <circle cx="12" cy="12" r="2" />
      <path d="M12 2v3m0 14v3M2 12h3m14 0h3" />
    </>
  ),
  whole: <path d="M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5" />,
  plus: <path d="M12 5v14M5 12h14" />,
  minus: <path d="M5 12h14" />,
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6" />
      <path d="m15 15 5.5 5.5" />
    </>
  ),
  delete: <path d="M8.5 5H21v14H8.5L2.5 12zM12 9.5l5 5m0-5-5 5" />,
  close: <path d="m5.5 5.5 13 13m0-13-13 13" />,
  'chevron-right': <path d="m9 5 7 7-7 7" />,
  'chevron-down': <path d="m5 9 7 7 7-7" />,
  'chevron-up': <path d="m5 15 7-7 7 7" />,
  'arrow-left': <path d="M20 12H4m7-7-7 7 7 7" />,
  ticket: <path d="M3 7h18v3.5a1.7 1.7 0 0 0 0 3V17H3v-3.5a1.7 1.7 0 0 0 0-3zM14.5 7.5v2m0 2v1.5m0 2v1.5" />,
  people: (
    <>
      <circle cx="9" cy="8" r="3" />
      <path d="M3 19.5c0-3.5 2.7-6 6-6s6 2.5 6 6M15.5 5.3a3 3 0 0 1 0 5.4M17.5 14c2.1.900 3.5 3 3.5 5.5" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5.2l3.5 2" />
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v6m0-9.6v.1" />
    </>
  ),
  warning: <path d="M12 3.5 22 20.5H2zM12 10v5m0 2.6v.1" />,
  check: <path d="m4.5 12.5 5 5 10-11" />,
  offline: (
    <path d="M3 3l18 18M5 12.5a10 10 0 0 1 4-2.4m5.5-.1a10 10 0 0 1 4.5 2.5M8.5 16a5 5 0 0 1 5-1.2M2.5 9a14 14 0 0 1 4-2.5m5-.9A14 14 0 0 1 21.5 9M12 19.5v.1" />
  ),
  toilet: (
    <>
      <circle cx="7" cy="4" r="1.8" />
      <circle cx="17" cy="4" r="1.8" />
      <path d="M5 8h4v6H8v7H6v-7H5zM17 8l-3 7h1.8v6h2.4v-6H20zM12 3v18" />
    </>
  ),
  entrance: <path d="M14 4h6v16h-6M4 12h11m-4-4 4 4-4 4" />,
  terminal: <path d="M6 3h12v10H6zM12 13v4m-4 4h8m-6-4h4l1 4H9z" />,
  baby: (
    <>
      <circle cx="12" cy="9" r="5.5" />
      <path d="M10 8.5v.1m4-.1v.1m-4 2.6a3 3 0 0 0 4 0M8 14l-2 6.5h12L16 14" />
    </>
  ),
  water: <path d="M12 3s6.5 7 6.5 11.5a6.5 6.5 0 0 1-13 0C5.5 10 12 3 12 3Zm-3 12a3 3 0 0 0 3 3" />,
  seat: <path d="M6 4v9h11m0 0v7M6 13v7m0-4h11" />,
  atm: <path d="M3 6h18v12H3zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6M6 9v.1M18 15v.1" />,
  copy: <path d="M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z" />,
  'first-aid': <path d="M4 7h16v13H4zM9 7V4h6v3m-3 3.5v6m-3-3h6" />,
  department: <path d="M3 21h18M5 21V9l7-5 7 5v12M9 21v-6h6v6M9 11.5h.1m5.8 0h.1" />,
  service: <path d="M6 3h9l4 4v14H6zM14.5 3v4.5H19M9.5 12h6m-6 4h6" />,
  window: <path d="M4 5h16v9H4zM2.5 14h19v3h-19zM12 5v9M6 17v4m12-4v4" />,
  place: (
    <path d="M12 21s7-6.1 7-11.5a7 7 0 0 0-14 0C5 14.9 12 21 12 21Zm0-9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z" />
  ),
  play: <path d="M7 4.5v15l12-7.5z" />,
  stop: <path d="M6 6h12v12H6z" />,
  pause: <path d="M8 5v14m8-14v14" />,
  home: <path d="M3.5 11 12 4l8.5 7M6 9.5V20h12V9.5M10 20v-6h4v6" />,
  contrast: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 3.5v17a8.5 8.5 0 0 0 0-17Z" fill="currentcolor" />
    </>
  ),
  text: <path d="M3 19 8.5 5 14 19M5 14.5h7M15.5 19l3-7.5 3 7.5m-5-2.3h4" />,
  reach: <path d="M12 3v11m-4.5-4.5L12 14l4.5-4.5M4 20h16" />,
  language: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M3.5 12h17M12 3.5c2.5 2.3 3.8 5.2 3.8 8.5s-1.3 6.2-3.8 8.5c-2.5-2.3-3.8-5.2-3.8-8.5S9.5 5.8 12 3.5Z" />
    </>
  ),
  moon: <path d="M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5Z" />,
  keyboard: <path d="M2.5 6h19v12h-19zM6 10h.1M10 10h.1m3.9 0h.1m3.9 0h.1M7.5 14.5h9" />,
  digits: <path d="M9 4 7 20M17 4l-2 16M4.5 9h16M3.5 15h16" />,
  cube: <path d="m12 3 8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9" />,
  flat: <path d="M3 6.5 9 4l6 2.5L21 4v13.5L15 20l-6-2.5L3 20zM9 4v13.5M15 6.5V20" />,
  'turn-left': <path d="M8 4 4 8l4 4M4 8h9a7 7 0 1 1-6.5 9.6" />,
  'turn-right': <path d="m16 4 4 4-4 4m4-4h-9a7 7 0 1 0 6.5 9.6" />,
  settings: <path d="M4 7h9m5 0h2M4 17h2m5 0h9M13 4.5h5v5h-5zM6 14.5h5v5H6z" />,
  bell: <path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4M12 5V3" />,
  scan: <path d="M3.5 8V4h4m9 0h4v4m0 8v4h-4m-9 0h-4v-4M7 8v8m3-8v8m2.5-8v8M16 8v8" />,
  lock: <path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3" />,
  phone: <path d="M7 2.5h10v19H7zM10.5 18.5h3" />,
} satisfies Record<string, ReactElement>;

export type IconName = keyof typeof shapes;

/** A picture beside words; never the only carrier of a meaning. */
export function Icon({ name, className = '' }: { readonly name: IconName; readonly className?: string }) {
  return (
    <svg className={`icon ${className}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}
