import type { ScreenBox } from '@daoyin/geometry';
import { type RefObject, useLayoutEffect, useState } from 'react';

/** Where a control lies on the map. A sign tells something at its upper edge, all else is touched. */
export interface Covered extends ScreenBox {
  readonly isSign: boolean;
}

/**
 * Where the controls that are marked `data-on-map` lie on the map, also the page's own beside it: in CSS pixels of the map, as they change.
 * A sign is marked `data-on-map="sign"`.
 */
export function useCovered(map: RefObject<Element | null>): readonly Covered[] {
  const [covered, setCovered] = useState<readonly Covered[]>([]);
  useLayoutEffect(() => {
    const element = map.current;
    if (element === null) return;
    const controls = [...(element.parentElement ?? element).querySelectorAll<HTMLElement>('[data-on-map]')];
    const measure = () => {
      const { left, top } = element.getBoundingClientRect();
      const boxes = controls
        .map((control) => ({
          box: control.getBoundingClientRect(),
          isSign: control.dataset.onMap === 'sign',
        }))
        .filter(({ box }) => box.width > 0)
        .map(({ box, isSign }) => ({
          isSign,
          left: box.left - left,
          right: box.right - left,
          top: box.top - top,
          bottom: box.bottom - top,
        }));
      setCovered((before) => (JSON.stringify(before) === JSON.stringify(boxes) ? before : boxes));
    };
    const observer = new ResizeObserver(measure);
    for (const one of [element, ...controls]) observer.observe(one);
    return () => observer.disconnect();
  }, [map]);
  return covered;
}
