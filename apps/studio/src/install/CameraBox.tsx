import { type CameraProblem, Notice, watchCodes } from '@daoyin/ui';
import { useEffect, useRef, useState } from 'react';
import { useInstallWords } from './words';

/** The camera, until it has read a code; says what to do where there is none. */
export function CameraBox({
  onText,
  onClose,
}: {
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}) {
  const word = useInstallWords();
  const video = useRef<HTMLVideoElement>(null);
  const [problem, setProblem] = useState<CameraProblem | undefined>(undefined);
  const take = useRef(onText);
  take.current = onText;
  useEffect(
    () => watchCodes(video.current!, { onText: (text) => take.current(text), onProblem: setProblem }),
    [],
  );
  return (
    <div className="install-camera">
      {problem === undefined ? null : <Notice tone="warn">{word(`camera.${problem}`)}</Notice>}
      <video ref={video} muted playsInline hidden={problem !== undefined} />
      <button type="button" className="install-button" onClick={onClose}>
        {word('camera.stop')}
      </button>
    </div>
  );
}
