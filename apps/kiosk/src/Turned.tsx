import { Icon, useSay } from '@daoyin/ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';

/** What may be longer than its place, turned by two buttons, since a kiosk needs no gesture. */
export function Turned({ children }: { readonly children: ReactNode }) {
  const { say } = useSay();
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ long: false, atTop: true, atEnd: false });
  useEffect(() => {
    const element = box.current;
    if (element === null || content.current === null) return;
    const look = () => {
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
  }, []);
  const turn = (pages: number) => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const top = pages * (box.current?.clientHeight ?? 0) * 0.8;
    box.current?.scrollBy({ top, behavior: still ? 'auto' : 'smooth' });
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
