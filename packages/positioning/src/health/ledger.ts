import { type BeaconTestimony, middleOf, type SquareLevel, type WalkReport, WEAKER_DB } from './report';
import { afterWalk, noWalks, type Silence } from './silence';

const DAY_MS = 86_400_000;
/** So many days are kept apart, to tell since when; what is older is one, and fades. */
const DAYS_APART = 6;
const HALF_LIFE_DAYS = 14;

/** Sums over all walks: weight, and weight × level, × what bodies add from the east, and from the north. */
type SquareSums = readonly [weight: number, dbm: number, east: number, north: number];

/** Sums over all walks of one day, by square (`column/row/level`). */
interface DayLevels {
  /** Days since 1970. */
  day: number;
  readonly squares: Map<string, SquareSums>;
}

/** What is known of one beacon. */
interface Account {
  silence: Silence;
  /** By rising day, the first of them with all that is older. */
  days: DayLevels[];
}

/** A square's level over some days. */
export interface PooledSquare {
  readonly level: string;
  readonly x: number;
  readonly y: number;
  readonly dbm: number;
  readonly body: SquareLevel['body'];
  readonly weight: number;
}

interface LedgerJson {
  readonly version: 3;
  readonly beacons: Readonly<Record<string, AccountJson>>;
}

interface AccountJson extends Silence {
  readonly days: readonly {
    readonly day: number;
    readonly squares: Readonly<Record<string, SquareSums>>;
  }[];
}

/**
 * Adds up what walks say of beacons, day by day. It holds sums by square and day over all who walked there: nobody's way, nor when
 * they went. Memory is bounded by beacons, squares and `DAYS_APART`.
 */
export class HealthLedger {
  private readonly accounts = new Map<string, Account>();

  /** Takes what one walk says; `atMs` is when it arrived, in ms since 1970. */
  add(report: WalkReport, atMs: number): void {
    for (const testimony of report) this.addTestimony(testimony, atMs);
  }

  /** Takes a single testimony. Days may come in any order as long as they are not older than those kept. */
  addTestimony({ beaconId, heard, expected, squares }: BeaconTestimony, atMs: number): void {
    const account = this.accounts.get(beaconId) ?? { silence: noWalks(atMs), days: [] };
    this.accounts.set(beaconId, account);
    account.silence = afterWalk(account.silence, { heard, expected }, atMs);
    if (heard > 0) addSquares(dayOf(account, Math.floor(atMs / DAY_MS)), squares);
  }

  get beaconIds(): readonly string[] {
    return [...this.accounts.keys()];
  }

  silenceOf(beaconId: string): Silence | undefined {
    return this.accounts.get(beaconId)?.silence;
  }

  /** The days that are kept apart, by rising day; the first stands for all before it too. */
  daysOf(beaconId: string): readonly number[] {
    return this.accounts.get(beaconId)?.days.map(({ day }) => day) ?? [];
  }

  /** The levels of the days from `first` to `last`, both included. */
  levelsOf(beaconId: string, first = -Infinity, last = Infinity): readonly PooledSquare[] {
    const sums = new Map<string, SquareSums>();
    for (const { day, squares } of this.accounts.get(beaconId)?.days ?? []) {
      if (day >= first && day <= last) pour(squares, sums, 1);
    }
    return [...sums].map(([key, [weight, dbm, east, north]]) => {
      const [level, column, row] = splitKey(key);
      const body = [east / weight, north / weight] as const;
      return { level, x: middleOf(column), y: middleOf(row), dbm: dbm / weight, body, weight };
    });
  }

  toJSON(): LedgerJson {
    const beacons = [...this.accounts].map(([id, account]) => [
      id,
      {
        ...account.silence,
        days: account.days.map(({ day, squares }) => ({ day, squares: Object.fromEntries(squares) })),
      },
    ]);
    return { version: 3, beacons: Object.fromEntries(beacons) };
  }

  /** The ledger of what `toJSON` gave, or gave in version 2, whose levels were without bodies; undefined for anything else. */
  static fromJSON(json: unknown): HealthLedger | undefined {
    const { version, beacons } = (json ?? {}) as
      | Partial<LedgerJson>
      | { version: 2; beacons: LedgerJson['beacons'] };
    if ((version !== 2 && version !== 3) || typeof beacons !== 'object' || beacons === null) return undefined;
    const ledger = new HealthLedger();
    for (const [id, account] of Object.entries(beacons)) {
      if (!isAccount(account)) return undefined;
      const { days: _, ...silence } = account;
      ledger.accounts.set(id, {
        silence,
        days: account.days.map(({ day, squares }) => ({
          day,
          squares: new Map(
            Object.entries(squares).map(([key, [weight, dbm, east = 0, north = 0]]) => [
              key,
              [weight, dbm, east, north],
            ]),
          ),
        })),
      });
    }
    return ledger;
  }
}

function dayOf(account: Account, day: number): DayLevels {
  const { days } = account;
  const known = days.find((other) => other.day === day);
  if (known) return known;
  const opened: DayLevels = { day, squares: new Map() };
  days.push(opened);
  days.sort((a, b) => a.day - b.day);
  while (days.length > DAYS_APART) mergeOldest(days);
  return days.find((other) => other.day >= day)!;
}

function mergeOldest(days: DayLevels[]): void {
  const [oldest, next] = [days[0]!, days[1]!];
  pour(oldest.squares, next.squares, 0.5 ** ((next.day - oldest.day) / HALF_LIFE_DAYS));
  days.shift();
}

function pour(from: ReadonlyMap<string, SquareSums>, to: Map<string, SquareSums>, share: number): void {
  for (const [key, sums] of from) to.set(key, plus(to.get(key), sums, share));
}

function addSquares({ squares }: DayLevels, levels: readonly SquareLevel[]): void {
  for (const { level, column, row, dbm, body, weight } of levels) {
    const key = `${column}/${row}/${level}`;
    squares.set(key, plus(squares.get(key), [1, dbm, ...body], weight));
  }
}

function plus(
  [weight, dbm, east, north]: SquareSums = [0, 0, 0, 0],
  more: SquareSums,
  share: number,
): SquareSums {
  return [weight + share * more[0], dbm + share * more[1], east + share * more[2], north + share * more[3]];
}

function splitKey(key: string): readonly [level: string, column: number, row: number] {
  const [column, row, ...level] = key.split('/');
  return [level.join('/'), Number(column), Number(row)];
}

function isAccount(account: AccountJson): boolean {
  const { heard, firstMs, lastHeardMs = 0, expected, days } = account ?? {};
  const { walksHeard, walksPromised, walksSilent } = account ?? {};
  const numbers = [
    heard,
    walksHeard,
    walksPromised,
    walksSilent,
    firstMs,
    lastHeardMs,
    ...(Array.isArray(expected) ? expected : [Number.NaN]),
  ];
  if (!numbers.every(Number.isFinite) || expected.length !== WEAKER_DB.length) return false;
  return (
    Array.isArray(days) &&
    days.every(
      ({ day, squares }) =>
        Number.isInteger(day) &&
        typeof squares === 'object' &&
        squares !== null &&
        Object.values<readonly number[]>(squares).every(
          (sums) => sums.length >= 2 && sums.every(Number.isFinite) && sums[0]! > 0,
        ),
    )
  );
}
