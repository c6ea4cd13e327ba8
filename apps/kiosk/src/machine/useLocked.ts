import { useEffect } from 'react';

/** Keys that a browser would leave the page, reload it, print or find with; function keys from F1. */
const LEAVING = new Set([
  'p',
  'f',
  'g',
  's',
  'o',
  'n',
  't',
  'w',
  'r',
  'u',
  'j',
  'h',
  'l',
  '+',
  '-',
  '=',
  '0',
]);

/** Keeps the kiosk on its page: no menus, no dragging, no zoom of the browser, no shortcuts, no way back. */
export function useLocked(): void {
  useEffect(() => {
    const stop = (event: Event) => event.preventDefault();
    const keys = (event: KeyboardEvent) => {
      const shortcut = (event.ctrlKey || event.metaKey) && LEAVING.has(event.key.toLowerCase());
      const moving = event.altKey && /^Arrow|Home/.test(event.key);
      if (shortcut || moving || /^F\d{1,2}$/.test(event.key) || /^Browser/.test(event.key)) stop(event);
    };
    const zoom = (event: WheelEvent) => {
      if (event.ctrlKey) stop(event);
    };
    const pinch = (event: TouchEvent) => {
      if (event.touches.length > 1 && !isMap(event.target)) stop(event);
    };
    const back = () => history.pushState(null, '', location.href);
    back();
    const options = { capture: true, passive: false };
    addEventListener('contextmenu', stop, options);
    addEventListener('dragstart', stop, options);
    addEventListener('drop', stop, options);
    addEventListener('keydown', keys, options);
    addEventListener('wheel', zoom, options);
    addEventListener('touchstart', pinch, options);
    addEventListener('popstate', back);
    return () => {
      removeEventListener('contextmenu', stop, options);
      removeEventListener('dragstart', stop, options);
      removeEventListener('drop', stop, options);
      removeEventListener('keydown', keys, options);
      removeEventListener('wheel', zoom, options);
      removeEventListener('touchstart', pinch, options);
      removeEventListener('popstate', back);
    };
  }, []);
}

/** Fingers may pinch the map; the buttons beside it do the same. */
const isMap = (target: EventTarget | null) => target instanceof Element && target.closest('.map') !== null;
