import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url&no-inline';

/** Drawn or scanned, a page of a PDF is painted by pdf.js. This file is a chunk of its own, loaded with the first PDF. */
GlobalWorkerOptions.workerSrc = worker;

/** Where the tables for Chinese fonts and the fonts that a PDF may leave out lie, by the ends of their names. */
const FILES: Readonly<Record<string, string>> = {
  ...import.meta.glob<string>('../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>('../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
  }),
};

export type PdfPage =
  | {
      readonly ok: true;
      readonly bitmap: ImageBitmap;
      /** The page that was painted, from 1, and how many there are. */
      readonly page: number;
      readonly pages: number;
    }
  | { readonly ok: false; readonly kind: 'password' | 'too-slow' };

const LONGEST_MS = 60_000;

/**
 * Paints a page, `pixels` on its longer side. Throws for a file that is damaged. What WebAssembly or compiled code would do goes without: the
 * server's policy lets neither run.
 */
export async function paintPdfPage(bytes: Uint8Array, page: number, pixels: number): Promise<PdfPage> {
  const loading = getDocument({
    data: bytes,
    isEvalSupported: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
    CMapReaderFactory: CMaps,
    StandardFontDataFactory: Fonts,
  });
  const timer = setTimeout(() => void loading.destroy(), LONGEST_MS);
  const startMs = performance.now();
  try {
    const file = await loading.promise;
    const number = Math.min(Math.max(1, page), file.numPages);
    const sheet = await file.getPage(number);
    const { width, height } = sheet.getViewport({ scale: 1 });
    const viewport = sheet.getViewport({ scale: pixels / Math.max(width, height) });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    await sheet.render({ canvas, viewport, background: '#ffffff' }).promise;
    return { ok: true, bitmap: await createImageBitmap(canvas), page: number, pages: file.numPages };
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return { ok: false, kind: 'password' };
    if (performance.now() - startMs >= LONGEST_MS) return { ok: false, kind: 'too-slow' };
    throw error;
  } finally {
    clearTimeout(timer);
    void loading.destroy();
  }
}

class CMaps {
  async fetch({ name }: { readonly name: string }) {
    return { cMapData: await bytesOf(`/cmaps/${name}.bcmap`), isCompressed: true };
  }
}

class Fonts {
  fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    return bytesOf(`/standard_fonts/${filename}`);
  }
}

async function bytesOf(end: string): Promise<Uint8Array> {
  const url = Object.entries(FILES).find(([path]) => path.endsWith(end))?.[1];
  if (!url) throw new Error(`There is no ${end}.`);
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}
