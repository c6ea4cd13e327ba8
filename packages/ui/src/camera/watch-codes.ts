/** What we use of the Shape Detection API. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type Detectors = { readonly BarcodeDetector?: new (options: { formats: readonly string[] }) => Detector };

const LOOK_EVERY_MS = 250;

/** Why there is no picture to look for a code in. */
export type CameraProblem = 'unsupported' | 'insecure' | 'no-camera' | 'denied' | 'busy';

/** What the browser's refusal of its camera means (W3C Media Capture, getUserMedia). */
export function cameraProblemOf(error: unknown): CameraProblem {
  switch ((error as { readonly name?: unknown } | null)?.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no-camera';
    default:
      return 'busy';
  }
}

interface Watcher {
  readonly onText: (text: string) => void;
  readonly onProblem: (problem: CameraProblem) => void;
}

/** Shows the camera in `video` and looks for codes in it until it is stopped; the pictures stay on the device. */
export function watchCodes(video: HTMLVideoElement, { onText, onProblem }: Watcher): () => void {
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
