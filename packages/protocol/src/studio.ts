import type { Services } from '@daoyin/services';
import type { HallDocument, Issue, Patch } from '@daoyin/venue';

/** All that the studio edits, as it goes over the wire. */
export type StudioDocument = HallDocument<Services | null>;

/** Who else has the draft open, and where they are on it. */
export interface PeerView {
  readonly id: string;
  readonly name: string;
  readonly level?: string;
  readonly at?: { readonly x: number; readonly y: number };
  /** Keys of what they have selected, such as `beacons/B001`; the first ones. */
  readonly selection?: readonly string[];
}

/** One edit of the draft, as the server numbered it. */
export interface StepView {
  readonly revision: number;
  readonly patch: Patch;
  readonly author: string;
  readonly atMs: number;
}

export interface VersionView {
  readonly id: number;
  readonly atMs: number;
  readonly author: string;
  readonly note: string;
  readonly warnings: number;
}

export interface PublicationView {
  readonly id: number;
  readonly versionId: number;
  readonly dueMs: number;
  readonly kind: 'folder' | 'publish' | 'rollback';
  readonly atMs: number;
  readonly author: string;
  readonly calledOffBy: string | null;
  readonly state: 'live' | 'scheduled' | 'past' | 'called-off';
}

/** What GET /api/studio/draft gives. */
export interface DraftView {
  readonly revision: number;
  readonly updatedAtMs: number;
  readonly document: StudioDocument;
  readonly live: { readonly versionId: number; readonly document: StudioDocument };
}

/** What the gate found in the draft. */
export interface CheckView {
  readonly revision: number;
  readonly issues: readonly (Issue & { readonly key: string })[];
}

/** What the server says to an editor over /api/studio/events. */
export type StudioEvent =
  | {
      readonly type: 'hello';
      readonly you: string;
      readonly revision: number;
      readonly peers: readonly PeerView[];
    }
  | { readonly type: 'draft'; readonly revision: number }
  | { readonly type: 'peer'; readonly peer: PeerView }
  | { readonly type: 'peer-left'; readonly id: string }
  | { readonly type: 'published' };

/** What an editor says of itself there. */
export type PeerReport = Omit<PeerView, 'id' | 'name'>;
