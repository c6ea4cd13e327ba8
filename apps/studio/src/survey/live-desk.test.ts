import type { VenuePoint } from '@daoyin/geometry';
import { createRadioWorld, simulateAlong } from '@daoyin/traces';
import type { BeaconRegister } from '@daoyin/venue';
import { expect, test } from 'vitest';
import { testHall, testRegister } from '../../../../packages/traces/src/simulate/hall.test-support';
import type { LiveState, SurveyReport } from './messages';
import { SurveyDesk } from './survey-desk';

const venue = testHall();
const whole = testRegister();
/** What hangs there, and what the register says of it: every other beacon is 14 dB weaker than written down. */
const written: BeaconRegister = {
  ...whole,
  beacons: whole.beacons.filter(({ at }, i) => at!.level === '1F' && i % 2 === 0),
};
const hung: BeaconRegister = {
  ...written,
  beacons: written.beacons.map((beacon, i) => ({
    ...beacon,
    measuredPowerDbm: beacon.measuredPowerDbm - (i % 2 === 0 ? 14 : 0),
  })),
};
const world = createRadioWorld({ venue, register: hung, seed: 5 });
const STOPS = 11;
const start: VenuePoint = { x: 12, y: 20, level: '1F' };

class Surveyor {
  readonly reports: SurveyReport[] = [];
  readonly desk: SurveyDesk;
  private atMs = 0;
  private walks = 0;

  constructor(register: BeaconRegister) {
    this.desk = new SurveyDesk(venue, register, (report) => this.reports.push(report));
  }

  last<T extends SurveyReport['type']>(type: T): Extract<SurveyReport, { type: T }> {
    const found = this.reports.findLast((report) => report.type === type);
    if (!found) throw new Error(`no report of ${type}`);
    return found as Extract<SurveyReport, { type: T }>;
  }

  get live(): LiveState {
    return this.last('live').live!;
  }

  /** Goes where the plan says next, so many times, heard as a receiver is heard: in batches by the server's clock. */
  walk(stops: number): void {
    this.walks++;
    this.desk.do({ type: 'begin', name: `walk ${this.walks}`, from: start });
    this.desk.do({ type: 'stand', at: start, atMs: this.atMs });
    for (let stop = 0; stop < stops && this.live.next; stop++) this.go(this.live.next.path);
  }

  /** Back over the same ground, which is what can be judged by. */
  retrace(stands: readonly VenuePoint[]): void {
    this.walks++;
    const back = stands.toReversed();
    this.desk.do({ type: 'begin', name: `walk ${this.walks}`, from: back[0]! });
    this.desk.do({ type: 'stand', at: back[0]!, atMs: this.atMs });
    for (const [i, stop] of back.slice(1).entries()) this.go([back[i]!, stop]);
  }

  private go(path: readonly VenuePoint[]): void {
    const seed = 100 * this.walks + this.live.stands.length;
    const { lines, truth } = simulateAlong({
      venue,
      register: hung,
      world,
      seed,
      path,
      speed: 1.1,
      startMs: this.atMs,
    });
    const heard = lines.filter((line) => !('step' in line));
    for (let i = 0; i < heard.length; i += 20) this.desk.do({ type: 'heard', lines: heard.slice(i, i + 20) });
    this.atMs = truth.at(-1)!.atMs;
    this.desk.do({ type: 'stand', at: path.at(-1)!, atMs: this.atMs });
  }
}

test('a walk is led from stop to stop, shows its gain at each, and what is learnt is offered where a walk kept back is better by it', () => {
  const surveyor = new Surveyor(written);
  surveyor.walk(STOPS);
  const errors = surveyor.reports.flatMap((report) => (report.type === 'coverage' ? [report.surveyed] : []));
  expect(errors.length).toBeGreaterThan(STOPS);
  expect(errors.every((error, i) => i === 0 || error <= errors[i - 1]! + 1e-9)).toBe(true);
  expect(errors.at(-1)).toBeLessThan(0.985 * errors[0]!);
  const { stands, readings, beacons, measured, position } = surveyor.live;
  expect(stands).toHaveLength(STOPS + 1);
  expect(new Set(stands.map(({ x, y }) => `${x}/${y}`)).size).toBe(STOPS + 1);
  expect(readings).toBeGreaterThan(500);
  expect(beacons).toBeGreaterThan(10);
  expect(measured!.reached).toBeGreaterThan(0);
  expect(position?.level).toBe('1F');
  surveyor.desk.do({ type: 'finish' });
  expect(surveyor.last('loaded').walks).toMatchObject([{ name: 'walk 1', badLines: 0 }]);
  const { files } = surveyor.last('recorded');
  expect(files.readings.trimEnd().split('\n')).toHaveLength(readings);

  surveyor.desk.do({ type: 'learn' });
  expect(surveyor.last('no-walks')).toBeDefined();
  surveyor.retrace(stands);
  surveyor.desk.do({ type: 'finish' });
  surveyor.desk.do({ type: 'learn' });
  const { verdict, register } = surveyor.last('learnt');
  expect(verdict).toMatchObject({ isBetter: true });
  expect(verdict!.after.median).toBeLessThan(verdict!.before.median);
  const gains = register.beacons.map(({ gainDb = 0 }) => gainDb);
  expect(Math.min(...gains)).toBeLessThan(-4);

  // The same walks from the files that were kept teach the same.
  const again = new Surveyor(written);
  const kept = surveyor.reports.flatMap((report) => (report.type === 'recorded' ? [report.files] : []));
  again.desk.do({ type: 'walks', files: kept });
  expect(again.last('loaded').walks).toEqual(surveyor.last('loaded').walks);
});

test('a walk that is given up has taught nothing', () => {
  const surveyor = new Surveyor(written);
  const before = surveyor.last('coverage').surveyed;
  surveyor.walk(2);
  expect(surveyor.last('coverage').surveyed).toBeLessThan(before);
  surveyor.desk.do({ type: 'discard' });
  expect(surveyor.last('coverage').surveyed).toBeCloseTo(before, 9);
  expect(surveyor.last('live').live).toBeUndefined();
  surveyor.desk.do({ type: 'begin', name: 'empty', from: start });
  surveyor.desk.do({
    type: 'heard',
    lines: [{ atMs: 1 }, 'noise', { atMs: 2, beacon: 'nobody', rssiDbm: -60 }],
  });
  expect(surveyor.live.badLines).toBe(2);
  surveyor.desk.do({ type: 'finish' });
  expect(surveyor.reports.some(({ type }) => type === 'recorded')).toBe(false);
});
