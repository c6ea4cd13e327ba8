import { imageHeader } from './image-header';

/** A picture ready to draw; its own pixels may be fewer than those of the file, which tie points do not notice. */
export interface OpenedImage {
  readonly file: File;
  readonly name: string;
  readonly bitmap: ImageBitmap;
  /** Of a PDF: the page, from 1, and how many there are. */
  readonly page?: number;
  readonly pages?: number;
}

export type ImageRefusal =
  | { readonly kind: 'too-heavy'; readonly megabytes: number; readonly most: number }
  | { readonly kind: 'too-large'; readonly megapixels: number; readonly most: number }
  | { readonly kind: 'no-picture' }
  /** Of a PDF. */
  | { readonly kind: 'password' }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'broken' };

export type OpenImageResult =
  | { readonly ok: true; readonly image: OpenedImage }
  | { readonly ok: false; readonly refusal: ImageRefusal };

/** A scan of a drawing at 300 dpi on A0 is 60 MB and 140 megapixels at the most; browsers decode no more on a tablet. */
const MOST_MEGABYTES = 60;
const MOST_MEGAPIXELS = 150;
/** Drawn at each frame: a plan of 100 m has 4 cm a pixel then. */
const MOST_PIXELS_A_SIDE = 4096;
const HEADER_BYTES = 256 * 1024;

/** Opens a PNG, a JPEG or a page of a PDF, drawn or scanned; what is too much is refused before it is read. */
export async function openImage(file: File, page = 1): Promise<OpenImageResult> {
  const megabytes = file.size / 1e6;
  if (megabytes > MOST_MEGABYTES) return refused({ kind: 'too-heavy', megabytes, most: MOST_MEGABYTES });
  const header = imageHeader(new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer()));
  if (!header) return refused({ kind: 'no-picture' });
  try {
    return await (header.type === 'pdf' ? openPdf(file, page) : openPicture(file, header));
  } catch {
    return refused({ kind: 'broken' });
  }
}

async function openPdf(file: File, wanted: number): Promise<OpenImageResult> {
  const { paintPdfPage } = await import('./pdf-page');
  const painted = await paintPdfPage(new Uint8Array(await file.arrayBuffer()), wanted, MOST_PIXELS_A_SIDE);
  if (!painted.ok) return refused({ kind: painted.kind });
  const { bitmap, page, pages } = painted;
  return { ok: true, image: { file, name: file.name, bitmap, page, pages } };
}

async function openPicture(
  file: File,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<OpenImageResult> {
  const megapixels = (width * height) / 1e6;
  if (megapixels > MOST_MEGAPIXELS) return refused({ kind: 'too-large', megapixels, most: MOST_MEGAPIXELS });
  const shrink = Math.min(1, MOST_PIXELS_A_SIDE / Math.max(width, height));
  const resized = { resizeWidth: Math.max(1, Math.round(width * shrink)) };
  const bitmap = await createImageBitmap(file, shrink < 1 ? resized : {});
  return { ok: true, image: { file, name: file.name, bitmap } };
}

const refused = (refusal: ImageRefusal): OpenImageResult => ({ ok: false, refusal });
