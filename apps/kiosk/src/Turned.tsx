import { Icon, useSay } from '@daoyin/ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';

/** What may be longer than its place, turned by two buttons, since a kiosk needs no gesture. */
export function Turned({ children }: { readonly children: ReactNode }) {
  const { say } = useSay();
  const box = useRef<HTMLDivElement>(null);
  const [long, setLong] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setLong(element.scrollHeight > element.clientHeight + 4));
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  const turn = (pages: number) =>
    box.current?.scrollBy({ top: pages * box.current.clientHeight * 0.8, behavior: 'smooth' });
  return (
    <>
      <div className="route-scroll" ref={box}>
        {children}
      </div>
      {long ? (
        <div className="route-turn">
          <button
            type="button"
            className="button"
            aria-label={say('kiosk.page-back')}
            onClick={() => turn(-1)}
          >
            <Icon name="chevron-up" />
          </button>
          <button type="button" className="button" aria-label={say('kiosk.page-on')} onClick={() => turn(1)}>
            <Icon name="chevron-down" />
          </button>
        </div>
      ) : null}
    </>
  );
}
