import { fewBeaconsRule } from '@daoyin/positioning';
import type { StudioDocument } from '@daoyin/protocol';
import { createRouter } from '@daoyin/routing';
import { hallIssues, rememberedWays, type Ways } from '@daoyin/services';
import type { Issue, Venue } from '@daoyin/venue';

/** One finding with the key under which it is confirmed. */
export type KeyedIssue = Issue & { readonly key: string };

/** The ways of the plan that was looked at last: seconds of work that an edit of beacons alone need not repeat. */
let known: { readonly venue: Venue; readonly ways: Ways } | undefined;

/** What the gate says of a document, errors first. */
export function checkDocument({
  venue,
  register,
  catalogue,
  closures,
}: StudioDocument): readonly KeyedIssue[] {
  if (known?.venue !== venue) known = { venue, ways: rememberedWays(createRouter(venue, { prepare: [] })) };
  const issues = hallIssues({ venue, register, services: catalogue, closures }, known.ways, [fewBeaconsRule]);
  return issues.map((issue) => ({ ...issue, key: keyOfIssue(issue) }));
}

/** What a finding is confirmed by: its kind and what it is about; its text may change with a version of the server. */
function keyOfIssue({ kind, featureId, message }: Issue): string {
  return `${kind} ${featureId ?? message}`;
}
