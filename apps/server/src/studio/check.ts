import { fewBeaconsRule } from '@daoyin/positioning';
import type { StudioDocument } from '@daoyin/protocol';
import { createRouter } from '@daoyin/routing';
import { hallIssues } from '@daoyin/services';
import type { Issue } from '@daoyin/venue';

/** One finding with the key under which it is confirmed. */
export type KeyedIssue = Issue & { readonly key: string };

/** What the gate says of a document, errors first. */
export function checkDocument({
  venue,
  register,
  catalogue,
  closures,
}: StudioDocument): readonly KeyedIssue[] {
  const router = createRouter(venue, { prepare: [] });
  const issues = hallIssues({ venue, register, services: catalogue, closures }, router, [fewBeaconsRule]);
  return issues.map((issue) => ({ ...issue, key: keyOfIssue(issue) }));
}

/** What a finding is confirmed by: its kind and what it is about; its text may change with a version of the server. */
export function keyOfIssue({ kind, featureId, message }: Issue): string {
  return `${kind} ${featureId ?? message}`;
}
