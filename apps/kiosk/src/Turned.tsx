import { Icon, useSay } from '@daoyin/ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';

/**
 * What may be longer than its place, turned by two buttons, since a kiosk needs no gesture. `rows` selects what is shown whole or not at
 * all, as the lines of a list are.
 */
export function Turned({ rows, children }: { readonly rows?: string; readonly children: ReactNode }) {
  const { say } = useSay();
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ long: false, atTop: true, atEnd: false });
  useEffect(() => {
    const element = box.current;
    if (element === null || content.current === null) return;
    const look = () => {
      hideCut(element, rows);
      const { scrollHeight, clientHeight, scrollTop } = element;
      const long = scrollHeight > clientHeight + 4;
      const next = { long, atTop: scrollTop < 4, atEnd: scrollTop + clientHeight > scrollHeight - 4 };
      setPlace((old) =>
        old.long === next.long && old.atTop === next.atTop && old.atEnd === next.atEnd ? old : next,
      );
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    observer.observe(content.current);
    // what is as high as its place may hold more than that: only its own parts tell
    const parts = new MutationObserver(look);
    parts.observe(content.current, { childList: true, subtree: true });
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      parts.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [rows]);
  const turn = (pages: 1 | -1) => {
    if (box.current === null) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    box.current.scrollBy({ top: turnOf(box.current, rows, pages), behavior: still ? 'auto' : 'smooth' });
  };
  return (
    <>
      <div className="route-scroll" ref={box} tabIndex={place.long ? 0 : undefined}>
        <div ref={content}>{children}</div>
      </div>
      {place.long ? (
        <div className="route-turn">
          <button type="button" className="button" disabled={place.atTop} onClick={() => turn(-1)}>
            <Icon name="chevron-up" />
            {say('kiosk.page-back')}
          </button>
          <button type="button" className="button" disabled={place.atEnd} onClick={() => turn(1)}>
            <Icon name="chevron-down" />
            {say('kiosk.page-on')}
          </button>
        </div>
      ) : null}
    </>
  );
}

/** The rows of a box, each with its edges, in pixels below the upper edge of what the box shows. */
function rowsOf(box: HTMLElement, rows: string | undefined) {
  const { top } = box.getBoundingClientRect();
  return [...(rows === undefined ? [] : box.querySelectorAll(rows))].map((row) => {
    const edges = row.getBoundingClientRect();
    return { from: edges.top - top, to: edges.bottom - top };
  });
}

/** Less than this of a row is nothing that anybody sees. */
const HAIR = 2;

/** Takes away the rows that an edge cuts, unless nothing else would be left: where the end is reached, the first was seen before. */
function hideCut(box: HTMLElement, rows: string | undefined): void {
  const height = box.clientHeight;
  const all = rowsOf(box, rows);
  const above = all.find(({ from, to }) => from < -HAIR && to > HAIR && to < height);
  const below = all.find(({ from, to }) => from > HAIR && from < height && to > height + HAIR);
  const hidden = [above === undefined ? 0 : above.to, below === undefined ? 0 : height - below.from];
  box.style.clipPath = hidden.some((part) => part > 0) ? `inset(${hidden[0]}px 0 ${hidden[1]}px 0)` : '';
}

/** How far to turn: on to the first row that is not seen whole, back by as much as is seen; without rows, most of what is seen. */
function turnOf(box: HTMLElement, rows: string | undefined, pages: 1 | -1): number {
  const height = box.clientHeight;
  const row = rowsOf(box, rows).find(({ from, to }) =>
    pages === 1 ? from > HAIR && to > height + HAIR : from < -HAIR && from >= -height,
  );
  return row?.from ?? pages * height * 0.8;
}
