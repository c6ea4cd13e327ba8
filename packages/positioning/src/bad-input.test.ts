import { normal, seededRandom } from '@daoyin/geometry';
import { type Beacon, type BeaconRegister, emptyVenue, type Venue } from '@daoyin/venue';
import { beforeAll, describe, expect, it } from 'vitest';
import { eigenvalues } from './accuracy';
import { PositioningSession } from './session';
import { estimatorNames } from './start-estimator';
import type { Observation, Position, Step } from './types';

const HALL = { width: 40, depth: 30 };
const SECONDS = 30;

/** Beacons every 5 m below the ceiling of one storey. */
function registerOf(change: (beacon: Beacon, i: number) => Beacon = (beacon) => beacon): BeaconRegister {
  const beacons: Beacon[] = [];
  for (let x = 0; x <= HALL.width; x += 5) {
    for (let y = 0; y <= HALL.depth; y += 5) {
      const i = beacons.length;
      const beacon: Beacon = {
        id: `B${i}`,
        uuid: 'u',
        major: 1,
        minor: i,
        at: { x, y, level: '1F' },
        height: 3,
        measuredPowerDbm: -59,
        intervalMs: 300,
        status: 'active',
      };
      beacons.push(change(beacon, i));
    }
  }
  return { venue: 'hall', beacons };
}

/** The hall's plan: one floor, a metre and more about the beacons, with a row of counters south of the walker's way. */
function planOf(): Venue {
  const box = (minX: number, minY: number, maxX: number, maxY: number) => [
    {
      outer: [
        { x: minX, y: minY },
        { x: maxX, y: minY },
        { x: maxX, y: maxY },
        { x: minX, y: maxY },
      ],
      holes: [],
    },
  ];
  const level = '1F';
  const common = { level, name: {}, accessibility: [] };
  const floor = box(-2, -2, HALL.width + 2, HALL.depth + 2);
  return {
    ...emptyVenue,
    id: 'hall',
    origin: [113.3926, 22.5176],
    levels: [
      {
        id: level,
        shortName: level,
        name: {},
        ordinal: 0,
        elevation: 0,
        outdoor: false,
        outline: floor,
        buildingIds: [],
      },
    ],
    units: [{ ...common, id: 'floor', category: 'walkway', area: floor }],
    fixtures: [{ ...common, id: 'counters', category: 'desk', area: box(4, 8, 30, 8.8) }],
  };
}

/** Where the walker is: along the middle of the hall at 0.8 m/s. */
function truthAt(atMs: number): { readonly x: number; readonly y: number } {
  return { x: 4 + (0.8 * atMs) / 1000, y: 14 };
}

/** Readings three times a second of all within 18 m, with shadowing and fading together σ 4 dB, and 0.6 m steps. */
function walk(fromMs = 0): readonly Observation[] {
  const random = seededRandom(5);
  const observations: Observation[] = [];
  for (let ms = 100; ms < SECONDS * 1000; ms += 50) {
    const at = truthAt(ms);
    for (const { id, at: place } of registerOf().beacons) {
      if (random() > 0.1) continue;
      const metres = Math.hypot(place!.x - at.x, place!.y - at.y, 1.8);
      if (metres > 18) continue;
      const rssiDbm = Math.round(-59 - 20 * Math.log10(metres) + 4 * normal(random));
      observations.push({ kind: 'reading', atMs: fromMs + ms, beaconId: id, rssiDbm });
    }
    if (ms % 750 === 0) observations.push({ kind: 'step', atMs: fromMs + ms, length: 0.6, heading: 0 });
  }
  return observations;
}

interface Run {
  readonly session: PositioningSession;
  readonly positions: readonly Position[];
}

/** An estimator and what it knows of the building. */
interface Listener {
  readonly name: string;
  readonly venue?: Venue;
}

const listeners: readonly (Listener & { readonly title: string })[] = [
  ...estimatorNames.map((name) => ({ title: name, name })),
  { title: 'best with a plan', name: 'best', venue: planOf() },
];

function sessionOf({ name, venue }: Listener, register = registerOf()): PositioningSession {
  return new PositioningSession({ register, seed: 1, ...(venue && { venue }) }, name);
}

/** Everything in the order given, a position asked after each second of the observations' own time and at the end. */
function run(
  listener: Listener,
  observations: readonly Observation[],
  register = registerOf(),
  asks: (observation: Observation) => boolean = () => true,
): Run {
  const session = sessionOf(listener, register);
  const positions: Position[] = [];
  let askedMs = Number.NEGATIVE_INFINITY;
  for (const observation of observations) {
    session.observe(observation);
    const { atMs } = observation;
    if (!Number.isFinite(atMs) || Math.abs(atMs - askedMs) < 1000 || !asks(observation)) continue;
    askedMs = atMs;
    const position = session.positionAt(atMs);
    if (position) positions.push(position);
  }
  return { session, positions };
}

/** A position that can be shown: finite, of a storey that there is, in or near the hall, with an honest-looking circle. */
function expectSane(positions: readonly Position[]): void {
  for (const { x, y, level, covariance, accuracy95 } of positions) {
    expect(x).toBeGreaterThan(-25);
    expect(x).toBeLessThan(HALL.width + 25);
    expect(y).toBeGreaterThan(-25);
    expect(y).toBeLessThan(HALL.depth + 25);
    expect(level).toBe('1F');
    expect(eigenvalues(covariance)[1]).toBeGreaterThan(0);
    expect(accuracy95).toBeGreaterThan(0);
    expect(accuracy95).toBeLessThan(200);
  }
}

/** Largest error of the last half of the walk, in metres. */
function worstError(positions: readonly Position[], fromMs = 0): number {
  const late = positions.filter(({ atMs }) => atMs - fromMs > (SECONDS * 1000) / 2);
  expect(late.length).toBeGreaterThan(8);
  return Math.max(
    ...late.map(({ x, y, atMs }) => {
      const truth = truthAt(atMs - fromMs);
      return Math.hypot(x - truth.x, y - truth.y);
    }),
  );
}

function mixed(observations: readonly Observation[], every: number, bad: (o: Observation) => Observation[]) {
  return observations.flatMap((observation, i) =>
    i % every === every - 1 ? [...bad(observation), observation] : [observation],
  );
}

describe.each(listeners)('bad input of $title', (listener) => {
  let clean: readonly Position[];
  beforeAll(() => {
    clean = run(listener, walk()).positions;
  });

  it('a beacon with an absurd power in the register pulls no position away', () => {
    for (const powerDbm of [127, 0, -300, Number.NaN]) {
      const register = registerOf((beacon, i) =>
        i % 10 === 3 ? { ...beacon, measuredPowerDbm: powerDbm } : beacon,
      );
      const { session, positions } = run(listener, walk(), register);
      expectSane(positions);
      expect(worstError(positions)).toBeLessThan(8);
      expect(session.debug().notes.join()).toContain(
        "register's power of 6 beacons is absurd and not used: B3, B13",
      );
    }
  });

  it('readings of one beacon alone give no position, or one that owns up to its ignorance, and a reason', () => {
    const alone = walk().filter((o) => o.kind === 'reading' && o.beaconId === 'B24');
    const { session, positions } = run(listener, alone);
    expectSane(positions);
    for (const { accuracy95 } of positions) expect(accuracy95).toBeGreaterThan(4);
    if (positions.length === 0) {
      expect(session.debug().notes.join()).toMatch(/no position: 1 beacons with a place/);
    }
  });

  it('half of what is heard may be strangers: they are counted, and the rest locates', () => {
    const full = registerOf();
    const register = { ...full, beacons: full.beacons.filter((_, i) => i % 2 === 0) };
    const { session, positions } = run(listener, walk(), register);
    const strangers = walk().filter((o) => o.kind === 'reading' && Number(o.beaconId.slice(1)) % 2 === 1);
    expect(session.counters.dropped['unknown-beacon']).toBe(strangers.length);
    expect(session.debug().notes.join()).toContain(`${strangers.length} unknown-beacon`);
    expectSane(positions);
    expect(worstError(positions)).toBeLessThan(8);
  });

  it('what comes twice counts once', () => {
    const twice = walk().flatMap((observation) => [observation, observation]);
    const { session, positions } = run(listener, twice);
    expect(session.counters.dropped.duplicate).toBe(walk().length);
    expect(session.debug().notes.join()).toContain(`${walk().length} duplicate`);
    expect(positions).toEqual(clean);
  });

  it('what comes late is dropped and counted', () => {
    const late = walk().filter((_, i) => i % 5 === 0);
    const observations = mixed(walk(), 5, (o) => [{ ...o, atMs: o.atMs - 5000 }]);
    const { session, positions } = run(listener, observations);
    expect(session.counters.dropped.late).toBeGreaterThan(late.length / 2);
    expect(session.debug().notes.join()).toContain(`${session.counters.dropped.late} late`);
    expectSane(positions);
    expect(worstError(positions)).toBeLessThan(8);
  });

  it('one reading from an hour ahead is a glitch, and changes nothing', () => {
    const observations = walk();
    const glitched = mixed(observations, 100, (o) => [{ ...o, atMs: o.atMs + 3_600_000 }]);
    const { session, positions } = run(listener, glitched, registerOf(), ({ atMs }) => atMs < 1_000_000);
    expect(session.counters.dropped.glitch).toBe(glitched.length - observations.length);
    expect(session.debug().notes.join()).toContain(`${glitched.length - observations.length} glitch`);
    expect(positions).toEqual(clean);
  });

  it('who asks about an hour ahead gets nothing, and finds the walker again within seconds', () => {
    const observations = walk();
    const session = sessionOf(listener);
    const half = observations.findIndex(({ atMs }) => atMs > (SECONDS * 1000) / 2);
    for (const observation of observations.slice(0, half)) session.observe(observation);
    expect(session.positionAt(3_600_000)).toBeUndefined();
    for (const observation of observations.slice(half)) session.observe(observation);
    const { x, y } = session.positionAt(SECONDS * 1000)!;
    const truth = truthAt(SECONDS * 1000);
    expect(Math.hypot(x - truth.x, y - truth.y)).toBeLessThan(8);
  });

  it('a clock that is set an hour ahead, or back, is followed within seconds', () => {
    for (const jumpMs of [3_600_000, -3_600_000]) {
      const { session, positions } = run(listener, [...walk(7_200_000), ...walk(7_200_000 + jumpMs)]);
      expectSane(positions);
      expect(session.debug().notes.join()).toContain(jumpMs > 0 ? '1 glitch' : '24 late');
      const after = positions.filter(({ atMs }) => Math.abs(atMs - (7_200_000 + jumpMs)) < SECONDS * 1000);
      expect(after[0]!.atMs - (7_200_000 + jumpMs)).toBeLessThan(8000);
      expect(worstError(after, 7_200_000 + jumpMs)).toBeLessThan(8);
    }
  });

  it('what is no number is dropped as invalid, and changes nothing', () => {
    const broken = mixed(walk(), 7, (o) =>
      o.kind === 'reading'
        ? [
            { ...o, rssiDbm: Number.NaN },
            { ...o, atMs: Number.NaN },
            { ...o, rssiDbm: 127 },
          ]
        : [{ ...(o as Step), heading: Number.NaN }],
    );
    const { session, positions } = run(listener, broken);
    expect(session.counters.dropped.invalid).toBe(broken.length - walk().length);
    expect(session.debug().notes.join()).toContain('invalid');
    expect(positions).toEqual(clean);
  });

  it('a step of 50 m is dropped as absurd, and changes nothing', () => {
    const leap = mixed(walk(), 50, (o) => [{ kind: 'step', atMs: o.atMs, length: 50, heading: 1 }]);
    const { session, positions } = run(listener, leap);
    expect(session.counters.dropped['absurd-step']).toBe(leap.length - walk().length);
    expect(session.debug().notes.join()).toContain(`${leap.length - walk().length} absurd-step`);
    expect(positions).toEqual(clean);
  });

  it('says why where nothing was heard', () => {
    const session = sessionOf(listener);
    expect(session.positionAt(1000)).toBeUndefined();
    expect(session.debug().notes.join()).toContain('no beacon of the register was heard');
    for (const observation of walk()) session.observe(observation);
    expect(session.positionAt(200_000)).toBeUndefined();
    expect(session.debug().notes.join()).toMatch(/was heard for 170 s/);
  });
});
