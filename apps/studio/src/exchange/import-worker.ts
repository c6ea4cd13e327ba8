import { dxfDrawing, importIndoor } from '@daoyin/venue';
import type { ImportReport, ImportRequest } from './import-messages';

addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  const tell = (report: ImportReport): void => postMessage(report);
  const { id, name, bytes } = data;
  if (data.type === 'layers') return tell({ id, type: 'layers', answer: dxfDrawing(name, bytes) });
  tell({ id, type: 'plan', answer: importIndoor(name, bytes, data.dxf ? { dxf: data.dxf } : {}) });
});
