import type { StudioDocument } from '@daoyin/protocol';
import { applyPatch, type Merged, mergeDocuments, type Patch, patchBetween } from '@daoyin/venue';

const NAME = 'daoyin-studio-unsent';

/** Work that the server has not taken yet: what leads to it, and what leads back to what the server had. */
interface Unsent {
  readonly venue: string;
  readonly forth: Patch;
  readonly back: Patch;
}

/** Keeps what is not sent in the browser, so that a closed page or a dead battery loses nothing; `undefined` forgets it. */
export function keepUnsent(
  work: { readonly base: StudioDocument; readonly present: StudioDocument } | undefined,
): void {
  try {
    if (work === undefined) {
      localStorage.removeItem(NAME);
      return;
    }
    const { base, present } = work;
    const unsent: Unsent = {
      venue: base.venue.id,
      forth: patchBetween(base, present),
      back: patchBetween(present, base),
    };
    localStorage.setItem(NAME, JSON.stringify(unsent));
  } catch {
    // a full or forbidden storage: the page itself still has it
  }
}

/** The draft with what was not sent when the page was last here, beside what others have made of it since. */
export function withUnsent(document: StudioDocument): Merged<StudioDocument> {
  const kept = readUnsent();
  if (kept?.venue !== document.venue.id) return { document, conflicts: [] };
  const base = applyPatch(document, kept.back); // the touched fields as they were then
  return mergeDocuments(base, applyPatch(base, kept.forth), document);
}

function readUnsent(): Unsent | undefined {
  try {
    const text = localStorage.getItem(NAME);
    return text === null ? undefined : (JSON.parse(text) as Unsent);
  } catch {
    return undefined;
  }
}
