import type { DxfOptions, ImportResult } from '@daoyin/venue';
import type { ImportReport, ImportRequest, LayersAnswer } from './import-messages';

/** Reads foreign files away from the page. */
export interface Importer {
  readonly layers: (name: string, bytes: Uint8Array) => Promise<LayersAnswer>;
  readonly plan: (name: string, bytes: Uint8Array, dxf?: DxfOptions) => Promise<ImportResult>;
  readonly close: () => void;
}

export function openImporter(): Importer {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { take: (report: ImportReport) => void; fail: (error: Error) => void }>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<ImportReport>) => {
    waiting.get(data.id)?.take(data);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', ({ message }) => {
    for (const { fail } of waiting.values()) fail(new Error(message));
    waiting.clear();
  });
  const ask = (request: ImportRequest) =>
    new Promise<ImportReport>((take, fail) => {
      waiting.set(request.id, { take, fail });
      worker.postMessage(request);
    });
  return {
    layers: async (name, bytes) => {
      const report = await ask({ id: ++last, type: 'layers', name, bytes });
      return (report as Extract<ImportReport, { type: 'layers' }>).answer;
    },
    plan: async (name, bytes, dxf) => {
      const report = await ask({ id: ++last, type: 'plan', name, bytes, ...(dxf && { dxf }) });
      return (report as Extract<ImportReport, { type: 'plan' }>).answer;
    },
    close: () => worker.terminate(),
  };
}
