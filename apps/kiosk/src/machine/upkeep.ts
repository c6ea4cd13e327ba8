/** What a kiosk knows of its page's health. Times in milliseconds since the page was opened. */
export interface Upkeep {
  readonly ageMs: number;
  /** Nobody stands in front of it: nothing typed, chosen or set, and untouched for a minute. */
  readonly idle: boolean;
  /** Hour of the day, 0–23. */
  readonly hour: number;
  /** The server answers. */
  readonly online: boolean;
  /** The version of the plan that is shown, and that the server publishes, where it is known. */
  readonly shownVersion: string;
  readonly publishedVersion: string | undefined;
}

const MOST_AGE_MS = 20 * 3_600_000;
const NIGHT_HOUR = 4;

/**
 * Whether the page is to be opened anew now: for a newly published plan as soon as nobody uses it, and once a night, so that a page that runs for months
 * takes up new releases and starts from nothing. Never while the server is away: an open page goes on without it.
 */
export function isDue({ ageMs, idle, hour, online, shownVersion, publishedVersion }: Upkeep): boolean {
  if (!idle || !online) return false;
  if (publishedVersion !== undefined && publishedVersion !== shownVersion) return true;
  return hour === NIGHT_HOUR && ageMs > MOST_AGE_MS;
}
