import { type RefObject, useLayoutEffect, useState } from 'react';
import type { ScreenBox } from './plan-labels';

/** Where the controls that are marked `data-on-map` lie on the map, also the page's own beside it: in CSS pixels of the map, as they change. */
export function useCovered(map: RefObject<Element | null>): readonly ScreenBox[] {
  const [covered, setCovered] = useState<readonly ScreenBox[]>([]);
  useLayoutEffect(() => {
    const element = map.current;
    if (element === null) return;
    const controls = [...(element.parentElement ?? element).querySelectorAll('[data-on-map]')];
    const measure = () => {
      const { left, top } = element.getBoundingClientRect();
      const boxes = controls
        .map((control) => control.getBoundingClientRect())
        .filter(({ width }) => width > 0)
        .map((box) => ({
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
