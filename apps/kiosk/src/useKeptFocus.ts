import { type RefObject, useEffect } from 'react';

/**
 * Who goes by keyboard or screen reader keeps their place when what they pressed goes: the next view's heading has the focus then, and where
 * a page's button is at its end the other one. Without it the browser would begin again at the top of the page.
 */
export function useKeptFocus(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = panel.current;
    if (box === null) return;
    let last: HTMLElement | undefined;
    const moved = ({ target }: FocusEvent) => {
      last = target instanceof HTMLElement && box.contains(target) ? target : undefined;
    };
    const keep = () => {
      if (last === undefined || isUsable(document.activeElement)) return;
      const next = last.isConnected ? besideOf(last) : box.querySelector<HTMLElement>('h1');
      if (next?.tagName === 'H1') next.tabIndex = -1;
      next?.focus();
    };
    document.addEventListener('focusin', moved);
    const observer = new MutationObserver(keep);
    observer.observe(box, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      document.removeEventListener('focusin', moved);
      observer.disconnect();
    };
  }, [panel]);
}

/** Something has the focus that can have it; a button that is disabled under a finger keeps it for a moment. */
const isUsable = (focused: Element | null) =>
  focused !== null && focused !== document.body && !focused.matches(':disabled');

const besideOf = (element: HTMLElement) =>
  element.parentElement?.querySelector<HTMLElement>('button:not(:disabled)') ?? undefined;
