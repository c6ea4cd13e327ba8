import type { VenuePoint } from '@daoyin/geometry';
import { Dialog, type Hall, Notice, useSay } from '@daoyin/ui';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words';
import { type CameraProblem, cameraProblemOf, readSign, type Sign } from './sign';

/** What we use of the Shape Detection API. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type Detectors = { readonly BarcodeDetector?: new (options: { formats: readonly string[] }) => Detector };

const LOOK_EVERY_MS = 250;

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
      watch(video.current!, {
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

interface Watcher {
  readonly onText: (text: string) => void;
  readonly onProblem: (problem: CameraProblem) => void;
}

/** Shows the camera and looks for codes in it until it is stopped; the pictures stay on the phone. */
function watch(video: HTMLVideoElement, { onText, onProblem }: Watcher): () => void {
  const { BarcodeDetector } = globalThis as Detectors;
  let stopped = false;
  let stream: MediaStream | undefined;
  const look = async (detector: Detector): Promise<void> => {
    while (!stopped) {
      const [code] = await detector.detect(video).catch(() => []);
      if (code !== undefined && !stopped) onText(code.rawValue);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  };
  const begin = async (): Promise<void> => {
    if (!isSecureContext) return onProblem('insecure');
    if (BarcodeDetector === undefined || navigator.mediaDevices === undefined)
      return onProblem('unsupported');
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (stopped) return halt();
      video.srcObject = stream;
      await video.play();
    } catch (error) {
      if (!stopped) onProblem(cameraProblemOf(error));
      return;
    }
    await look(new BarcodeDetector({ formats: ['qr_code'] }));
  };
  const halt = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  void begin();
  return () => {
    stopped = true;
    halt();
  };
}
