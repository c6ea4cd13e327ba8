import { type RefObject, useLayoutEffect, useState } from 'react';
import type { PlanSize } from './view';

/** The element's size in CSS pixels, as it changes. */
export function useSize(element: RefObject<Element | null>): PlanSize {
  const [size, setSize] = useState<PlanSize>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = () => {
      const { width, height } = target.getBoundingClientRect();
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
