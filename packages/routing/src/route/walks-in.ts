import type { FeatureId } from '@daoyin/venue';
import type { Router } from '../router';
import type { ProfileName, RouteLeg } from '../types';

/** The way from one public entrance to one window, for one kind of walker; without `seconds` there is none. */
export interface WalkIn {
  readonly entranceId: FeatureId;
  readonly window: string;
  readonly profile: ProfileName;
  readonly seconds?: number;
  readonly legs?: readonly RouteLeg[];
}

export interface WalksInOptions {
  readonly profiles?: readonly ProfileName[];
  readonly closed?: readonly FeatureId[];
  /** Windows by number; without it all. */
  readonly windows?: readonly string[];
}

const PROFILES: readonly ProfileName[] = ['walk', 'step-free'];

/** The ways from every public entrance to every window, one a step, so that whoever asks can show how far it is and stop. */
export function* walksIn(
  router: Router,
  { profiles = PROFILES, closed = [], windows }: WalksInOptions = {},
): Generator<WalkIn> {
  const numbers = windows ?? router.venue.windows.map(({ number }) => number);
  for (const profile of profiles) {
    for (const { id: entranceId, at: from } of router.entrances()) {
      for (const window of numbers) {
        const route = router.find({ from, to: { window }, profile, closed });
        const way = route.ok ? { seconds: route.duration, legs: route.legs } : {};
        yield { entranceId, window, profile, ...way };
      }
    }
  }
}

/** What an edit does to the ways in, for the publish gate. Minutes; only of ways that both have count in the means. */
export interface WalksChange {
  readonly profile: ProfileName;
  readonly before: { readonly mean: number; readonly p95: number };
  readonly after: { readonly mean: number; readonly p95: number };
  /** Windows that no entrance leads to any more, and those that one leads to now. */
  readonly lost: readonly string[];
  readonly won: readonly string[];
  /** The window whose mean way grows most, and by how many minutes; absent where none grows. */
  readonly worst?: { readonly window: string; readonly minutes: number };
}

/** Compares the ways in of two plans, by kind of walker. */
export function walksChange(before: readonly WalkIn[], after: readonly WalkIn[]): readonly WalksChange[] {
  const profiles = [...new Set([...before, ...after].map(({ profile }) => profile))];
  return profiles.map((profile) => {
    const [old, fresh] = [before, after].map((walks) => minutesOf(walks, profile)) as [Minutes, Minutes];
    const both = [...old.keys()].filter((key) => fresh.has(key));
    const [reached, reaches] = [windowsOf(old), windowsOf(fresh)];
    const known = new Set(before.map(({ window }) => window));
    const longer = [...new Set(both.map(windowIn))]
      .map((window) => ({ window, minutes: meanOf(fresh, both, window) - meanOf(old, both, window) }))
      .reduce((a, b) => (b.minutes > a.minutes ? b : a), { window: '', minutes: 0 });
    return {
      profile,
      before: spreadOf(both.map((key) => old.get(key)!)),
      after: spreadOf(both.map((key) => fresh.get(key)!)),
      lost: [...reached].filter((window) => !reaches.has(window)),
      won: [...reaches].filter((window) => known.has(window) && !reached.has(window)),
      ...(longer.minutes > 1e-9 && { worst: longer }),
    };
  });
}

/** Minutes by entrance and window. */
type Minutes = ReadonlyMap<string, number>;

function minutesOf(walks: readonly WalkIn[], profile: ProfileName): Minutes {
  return new Map(
    walks.flatMap((walk): [string, number][] =>
      walk.profile === profile && walk.seconds !== undefined
        ? [[`${walk.entranceId} ${walk.window}`, walk.seconds / 60]]
        : [],
    ),
  );
}

const windowIn = (key: string): string => key.slice(key.indexOf(' ') + 1);
const windowsOf = (minutes: Minutes): ReadonlySet<string> => new Set([...minutes.keys()].map(windowIn));

function meanOf(minutes: Minutes, keys: readonly string[], window: string): number {
  return spreadOf(keys.filter((key) => windowIn(key) === window).map((key) => minutes.get(key)!)).mean;
}

function spreadOf(values: readonly number[]): { readonly mean: number; readonly p95: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return { mean, p95: sorted[Math.round(0.95 * (sorted.length - 1))] ?? 0 };
}
