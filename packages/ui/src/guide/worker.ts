import { createGuideEngine } from './engine';
import type { GuideRequest } from './messages';

const handle = createGuideEngine((report) => postMessage(report));

addEventListener('message', ({ data }: MessageEvent<GuideRequest>) => handle(data));
