import { type Closure, closedAt, type FeatureId, type LocalTime } from '@daoyin/venue';

/**
 * What is shut in a trial of a past day: what closures shut at that time, and all that the draft is to shut and what is live does not, whenever
 * that will be: whoever drafts a closure asks what it would do to a day. What ended before the day is left out.
 */
export function shutInTrial(
  drafted: readonly Closure[],
  live: readonly Closure[],
  at: LocalTime,
): readonly FeatureId[] {
  const known = new Set(live.map((closure) => JSON.stringify(closure)));
  const planned = drafted
    .filter((closure) => !known.has(JSON.stringify(closure)))
    .map(({ from: _, hours: __, ...whole }) => whole);
  return [...new Set([...closedAt(drafted, at), ...closedAt(planned, at)])];
}
