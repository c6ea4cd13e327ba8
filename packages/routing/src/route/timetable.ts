import type { FeatureId, Hours, Issue, LocalTime, Venue } from '@daoyin/venue';

/** Reads hours in OpenStreetMap's `opening_hours` syntax; undefined where nobody can. */
export type HoursReader = (text: string) => Hours | undefined;

/** What of a venue opens and shuts by the clock: connectors, openings and whatever else has hours by its id. */
export interface Timetable {
  readonly shutAt: (at: LocalTime) => ReadonlySet<FeatureId>;
  /** When a feature that is shut opens next; undefined where it never does, or has no hours. */
  readonly opensAt: (id: FeatureId, at: LocalTime) => LocalTime | undefined;
  /** Hours that nobody can read: their features stay open, and it is said. */
  readonly issues: readonly Issue[];
}

export function timetableOf(
  venue: Venue,
  read: HoursReader,
  others: ReadonlyMap<FeatureId, string>,
): Timetable {
  const texts = new Map<FeatureId, string>();
  for (const { id, hours } of [...venue.connectors, ...venue.openings]) if (hours) texts.set(id, hours);
  for (const [id, hours] of others) texts.set(id, hours);
  const hoursOf = new Map<FeatureId, Hours>();
  const issues: Issue[] = [];
  for (const [id, text] of texts) {
    const hours = read(text);
    if (hours === undefined) issues.push(unreadable(id, text));
    else hoursOf.set(id, hours);
  }
  let last: { readonly key: string; readonly shut: ReadonlySet<FeatureId> } | undefined;
  const shutAt = (at: LocalTime): ReadonlySet<FeatureId> => {
    const key = JSON.stringify(at);
    if (last?.key !== key) {
      const shut = [...hoursOf].filter(([, hours]) => !hours.isOpen(at)).map(([id]) => id);
      last = { key, shut: new Set(shut) };
    }
    return last.shut;
  };
  const opensAt = (id: FeatureId, at: LocalTime): LocalTime | undefined => {
    const hours = hoursOf.get(id);
    return hours?.isOpen(at) === false ? hours.nextChange(at) : undefined;
  };
  return { shutAt, opensAt, issues };
}

function unreadable(featureId: FeatureId, text: string): Issue {
  const message = `The hours "${text}" of ${featureId} cannot be read: it is taken as always open.`;
  return { severity: 'assumption', kind: 'bad-hours', message, featureId };
}
