import type { OpenedCapsule } from '@daoyin/routing';
import { useEffect, useState } from 'react';

/** The route that the address carries, opened by what is loaded for it only; `asking` until that is known. */
export function useCapsule(text: string | undefined): OpenedCapsule | undefined | 'asking' {
  const [opened, setOpened] = useState<OpenedCapsule | undefined | 'asking'>(
    text === undefined ? undefined : 'asking',
  );
  useEffect(() => {
    if (text === undefined) return;
    void import('@daoyin/routing').then(({ openCapsule }) => setOpened(openCapsule(text)));
  }, [text]);
  return opened;
}
