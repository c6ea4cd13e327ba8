import { type EffectReport, type EffectRequest, effectOf } from './effect';

/** One question a worker. */
addEventListener('message', ({ data }: MessageEvent<EffectRequest>) => {
  for (const report of effectOf(data)) postMessage(report satisfies EffectReport);
});
