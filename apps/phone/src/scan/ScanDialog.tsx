import type { VenuePoint } from '@daoyin/geometry';
import { type CameraProblem, Dialog, type Hall, Notice, useSay, watchCodes } from '@daoyin/ui';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words';
import { readSign, type Sign } from './sign';

/** Looks for a sign's code with the phone's camera; says what to do where there is no camera, or it may not be used. */
export function ScanDialog({
  hall,
  onHere,
  onClose,
}: {
  readonly hall: Hall;
  readonly onHere: (at: VenuePoint) => void;
  readonly onClose: () => void;
}) {
  const { say } = useSay();
  const word = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const [problem, setProblem] = useState<CameraProblem | undefined>(undefined);
  const [seen, setSeen] = useState<Sign['kind'] | undefined>(undefined);
  const here = useRef(onHere);
  here.current = onHere;
  useEffect(
    () =>
      watchCodes(video.current!, {
        onText: (text) => {
          const sign = readSign(text, hall);
          if (sign.kind === 'here') here.current(sign.at);
          else setSeen(sign.kind);
        },
        onProblem: setProblem,
      }),
    [hall],
  );
  return (
    <Dialog title={word('scan.title')} onClose={onClose}>
      {problem === undefined ? (
        <p>{word('scan.hint')}</p>
      ) : (
        <Notice tone="warn">{word(`scan.${problem}`)}</Notice>
      )}
      <video ref={video} className="scan" muted playsInline hidden={problem !== undefined} />
      {seen === undefined ? null : (
        <Notice tone="warn">{word(seen === 'other-hall' ? 'code.other-hall' : 'scan.unknown')}</Notice>
      )}
      <button type="button" className="button" onClick={onClose}>
        {say('here.cancel')}
      </button>
    </Dialog>
  );
}
