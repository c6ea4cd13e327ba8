import type { WhatIfReport, WhatIfRequest } from './messages';
import { whatIf } from './run';

const tell = (report: WhatIfReport): void => postMessage(report);

/** One question a worker: whoever asks another ends this one. */
addEventListener('message', ({ data }: MessageEvent<WhatIfRequest>) => {
  for (const report of whatIf(data)) tell(report);
});
