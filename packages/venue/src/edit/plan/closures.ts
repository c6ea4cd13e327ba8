import type { FeatureId, LocalTime } from '../../types';
import type { Action, Closure } from '../document';

/** Shuts something for a time; one whose id is there already is changed. */
export function putClosure(closure: Closure): Action {
  return (document) => {
    const { closures } = document;
    const isNew = !closures.some(({ id }) => id === closure.id);
    const next = isNew
      ? [...closures, closure]
      : closures.map((old) => (old.id === closure.id ? closure : old));
    return { ...document, closures: next };
  };
}

export function deleteClosures(ids: Iterable<FeatureId>): Action {
  const gone = new Set(ids);
  return (document) => {
    const kept = document.closures.filter(({ id }) => !gone.has(id));
    return kept.length === document.closures.length ? document : { ...document, closures: kept };
  };
}

/** What is shut at a time by closures. `isOpenBy` reads hours in opening_hours syntax: a closure holds while its hours are "open". */
export function closedAt(
  closures: readonly Closure[],
  at: LocalTime,
  isOpenBy: (hours: string, at: LocalTime) => boolean = () => true,
): ReadonlySet<FeatureId> {
  const now = textOf(at);
  const holding = closures.filter(
    ({ from, until, hours }) =>
      (from === undefined || from <= now) &&
      (until === undefined || now < until) &&
      (hours === undefined || isOpenBy(hours, at)),
  );
  return new Set(holding.flatMap(({ featureIds }) => featureIds));
}

/** A wall clock's time as closures write it: it sorts as text. */
function textOf({ year, month, day, hour, minute }: LocalTime): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}
