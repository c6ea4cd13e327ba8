import { Icon, type IconName } from '@daoyin/ui';
import type { ReactElement } from 'react';

/** Strokes on a 24 × 24 grid, of what only the studio has. */
const glyphs = {
  cursor: <path d="m6 3 12 9-6 1-3 6z" />,
  shape: <path d="M6 6h9l4 12H6zM4 4h4v4H4zm9 0h4v4h-4zm4 12h4v4h-4zM4 16h4v4H4z" />,
  beacon: (
    <>
      <circle cx="12" cy="12" r="2.5" />
      <path d="M7.5 16.5a6.4 6.4 0 0 1 0-9m9 0a6.4 6.4 0 0 1 0 9M4.7 19.3a10.3 10.3 0 0 1 0-14.6m14.6 0a10.3 10.3 0 0 1 0 14.6" />
    </>
  ),
  undo: <path d="M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3" />,
  redo: <path d="m16 5 4 4-4 4m4-4H10a5 5 0 0 0 0 10h3" />,
  layers: <path d="m12 3 9 5-9 5-9-5zm-9 9 9 5 9-5M3 16l9 5 9-5" />,
  list: <path d="M9 6h12M9 12h12M9 18h12M4 6h.01M4 12h.01M4 18h.01" />,
  details: <path d="M4 7h10m4 0h2M4 17h2m4 0h10M14 4.5v5m-8 5v5" />,
  wall: <path d="M3 5h18v14H3zm0 5h18M3 15h18M9 5v5m6 0v5M9 15v4" />,
  room: <path d="M4 4h16v16H4zM4 12h6m4 0h6m-8-8v5m0 6v5" />,
  door: <path d="M5 21V4h9v17m-9 0h14M14 6l5 2v13m-8-9v1" />,
  counter: <path d="M3 10h18v4H3zm2 4v6m14-6v6M9 10V6h6v4" />,
  amenity: (
    <>
      <path d="M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21Z" />
      <circle cx="12" cy="9.5" r="2.2" />
    </>
  ),
  closure: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M6 12h12" />
    </>
  ),
  ruler: <path d="m3 16 13-13 5 5L8 21zm4-4 2 2m1-5 2 2m1-5 2 2" />,
  history: <path d="M4 5v5h5M4.6 10a8 8 0 1 1-.6 4m8-6v5l3 2" />,
  publish: <path d="M12 16V4m0 0L7 9m5-5 5 5M4 16v4h16v-4" />,
  health: <path d="M3 12h4l3-7 4 14 3-7h4" />,
  install: <path d="M7 3h10v18H7zM10 6h4m-5 7 2.2 2.2L15 11" />,
  book: <path d="M4 5h7a2 2 0 0 1 2 2v13a2 2 0 0 0-2-2H4zm16 0h-5a2 2 0 0 0-2 2m7-2v13h-5a2 2 0 0 0-2 2" />,
  changes: <path d="M12 4v8m-4-4h8M8 18h8M4 4h16v16H4z" />,
  picture: <path d="M4 5h16v14H4zm0 11 5-5 4 4 3-3 4 4M15.5 8.5h.01" />,
  align: <path d="M4 8V4h4m8 0h4v4m0 8v4h-4m-8 0H4v-4M12 8v8m-4-4h8" />,
  walk: (
    <>
      <circle cx="13.5" cy="4.5" r="1.8" />
      <path d="m13 21 .5-6-3.5-3 1.5-5 3 3.5 3 1M11.5 7 8 9l-.5 3.5M10 14.5 7 21" />
    </>
  ),
  target: (
    <>
      <circle cx="12" cy="12" r="7" />
      <circle cx="12" cy="12" r="2.5" />
      <path d="M12 2v3m0 14v3M2 12h3m14 0h3" />
    </>
  ),
  fork: <path d="M6 21V4M3 7l3-3 3 3M6 18a8 8 0 0 1 8-8h6m-3-3 3 3-3 3" />,
} as const satisfies Record<string, ReactElement>;

type Own = keyof typeof glyphs;
export type GlyphName = Own | Extract<IconName, 'stairs' | 'check'>;

const isOwn = (name: GlyphName): name is Own => Object.hasOwn(glyphs, name);

/** A drawing of the studio's own, or one that all pages share. */
export function Glyph({ name }: { readonly name: GlyphName }) {
  if (!isOwn(name)) return <Icon name={name} />;
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      {glyphs[name]}
    </svg>
  );
}
