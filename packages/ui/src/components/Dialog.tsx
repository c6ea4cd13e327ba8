import { type ReactNode, useEffect, useRef } from 'react';

/** A question in front of the page; Escape closes it, the focus stays inside and goes back after. */
export function Dialog({
  title,
  children,
  onClose,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.scrollTo(0, 0); // what has the focus may stand at the end; one reads from the title on
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-label={title} onCancel={onClose}>
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}
