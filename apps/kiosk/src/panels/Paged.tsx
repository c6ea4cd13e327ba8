import type { AreaPaint } from '@daoyin/ui';
import { Icon, type Place, PlaceList, useSay } from '@daoyin/ui';
import { useEffect, useRef, useState } from 'react';

/** A list turned by buttons, since a kiosk needs no gesture; as many a page as fit. */
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
  const { say } = useSay();
  const box = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState(6);
  const [page, setPage] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => {
      const row = element.querySelector('li')?.getBoundingClientRect();
      if (row === undefined || row.height === 0) return;
      const columns = Math.max(1, Math.floor(element.clientWidth / row.width + 0.1));
      setFit(Math.max(1, Math.floor(element.clientHeight / row.height)) * columns);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const pages = Math.max(1, Math.ceil(places.length / fit));
  const now = Math.min(page, pages - 1);
  return (
    <div className="paged">
      <div className="paged-list" ref={box}>
        <PlaceList
          places={places.slice(now * fit, (now + 1) * fit)}
          first={fit}
          paint={paint}
          label={label}
          onChoose={onChoose}
        />
      </div>
      {pages > 1 ? (
        <div className="paged-buttons">
          <button
            type="button"
            className="button paged-turn"
            disabled={now === 0}
            onClick={() => setPage(now - 1)}
          >
            <Icon name="chevron-up" />
            {say('kiosk.page-back')}
          </button>
          <span role="status">{say('kiosk.page-of', { page: now + 1, pages })}</span>
          <button
            type="button"
            className="button paged-turn"
            disabled={now === pages - 1}
            onClick={() => setPage(now + 1)}
          >
            <Icon name="chevron-down" />
            {say('kiosk.page-on')}
          </button>
        </div>
      ) : null}
    </div>
  );
}
