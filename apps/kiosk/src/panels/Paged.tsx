import type { AreaPaint } from '@daoyin/ui';
import { Icon, type Place, PlaceList, useSay } from '@daoyin/ui';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** So many are tried for a page. */
const MOST = 24;

/** A list turned by buttons, since a kiosk needs no gesture; as many a page as fit whole, however long their names are. */
export function Paged({
  places,
  paint,
  label,
  onChoose,
}: {
  readonly places: readonly Place[];
  readonly paint: AreaPaint;
  readonly label: string;
  readonly onChoose: (place: Place) => void;
}) {
  const { say, language } = useSay();
  const box = useRef<HTMLDivElement>(null);
  /** Where the pages begin that were turned to. */
  const [starts, setStarts] = useState<readonly number[]>([0]);
  const from = Math.min(starts.at(-1)!, Math.max(0, places.length - 1));
  const fit = useFit(box, `${from} ${places.length} ${language}`);
  const to = Math.min(places.length, from + fit);
  return (
    <div className="paged">
      <div className="paged-list" ref={box}>
        <PlaceList
          places={places.slice(from, to)}
          first={MOST}
          paint={paint}
          label={label}
          onChoose={onChoose}
        />
      </div>
      {from > 0 || to < places.length ? (
        <div className="paged-buttons">
          <button
            type="button"
            className="button paged-turn"
            disabled={from === 0}
            onClick={() => setStarts(starts.slice(0, -1))}
          >
            <Icon name="chevron-up" />
            {say('kiosk.page-back')}
          </button>
          <span role="status">{say('kiosk.page-of', { from: from + 1, to, all: places.length })}</span>
          <button
            type="button"
            className="button paged-turn"
            disabled={to === places.length}
            onClick={() => setStarts([...starts, to])}
          >
            <Icon name="chevron-down" />
            {say('kiosk.page-on')}
          </button>
        </div>
      ) : null}
    </div>
  );
}

/** How many rows of the box stand in it whole, at least one: tried anew where it gets another size or shows something else. */
function useFit(box: RefObject<HTMLElement | null>, what: string): number {
  const [tried, setTried] = useState<{ readonly what: string; readonly fit: number | undefined }>();
  const fit = tried?.what === what ? tried.fit : undefined;
  useLayoutEffect(() => {
    if (fit !== undefined || box.current === null) return;
    const { bottom } = box.current.getBoundingClientRect();
    const rows = [...box.current.querySelectorAll('li')];
    const cut = rows.findIndex((row) => row.getBoundingClientRect().bottom > bottom + 1);
    setTried({ what, fit: Math.max(1, cut === -1 ? MOST : cut) });
  }, [box, what, fit]);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setTried(undefined));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return fit ?? MOST;
}
