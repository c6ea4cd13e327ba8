import {
  type BeaconReading,
  type BeaconVerdict,
  defaultEstimator,
  type Estimator,
  type EstimatorDebug,
  type Position,
  type StartEstimator,
  startEstimator,
  trustedRegister,
} from '@daoyin/positioning';
import type { Beacon, BeaconRegister, Venue } from '@daoyin/venue';
import { type ChainCounters, createCounters } from './counters';
import { type BeaconHealth, createHealthLog } from './health';
import { describeIdentity, indexBeacons } from './identify';
import type { ChainInput } from './lines';
import { readAdvert } from './sightings';
import { createLevelSmoother, type LevelSmoother } from './smoothing';
import { createTicks, type Ticks } from './ticks';
import { type Admission, createTimeline } from './timeline';
import type { Advert, DropReason } from './types';

export interface ChainSettings {
  readonly register: BeaconRegister;
  /** Without a venue no map is used. */
  readonly venue?: Venue;
  /** What walks say of the register's beacons: who is dead or moved is identified as ever, but not trusted. */
  readonly verdicts?: readonly BeaconVerdict[];
  /** A name of `estimatorNames`, or one's own; the default is the best that the benchmark proves. */
  readonly estimator?: string | StartEstimator;
  readonly seed: number;
  /** The level to assume where nothing tells it. */
  readonly level?: string;
  /** Gives a position by itself at every multiple of this time; without it, ask `positionAt`. */
  readonly everyMs?: number;
}

/** Something that an input led to. */
export type ChainEvent =
  | { readonly kind: 'reading'; readonly reading: BeaconReading }
  /** `message` names what and why, in English; `atMs` is the input's own time. */
  | {
      readonly kind: 'dropped';
      readonly reason: DropReason;
      readonly atMs: number;
      readonly message: string;
    }
  /** At a multiple of `everyMs`, from what was observed until then and nothing later. */
  | { readonly kind: 'position'; readonly position: Position }
  /** The clock went back by `byMs` for good: the walker's filter has started anew. */
  | { readonly kind: 'restarted'; readonly byMs: number };

/**
 * The whole chain of one receiver: adverts, readings and steps in, position out; no clock, no I/O. Two chains with the same settings and
 * inputs give the same output.
 */
export interface Chain {
  push(input: ChainInput): readonly ChainEvent[];
  /** The positions still due when nothing more will come. */
  end(): readonly ChainEvent[];
  /** Counts a line that could not be decoded. */
  badLine(): void;
  /** Causal: what was pushed by now, never later than `atMs`. */
  positionAt(atMs: number): Position | undefined;
  counters(): ChainCounters;
  health(): readonly BeaconHealth[];
  debug(): EstimatorDebug | undefined;
}

const NO_EVENTS: readonly ChainEvent[] = [];
/** A scan response this close behind its advert belongs to the same advertising event (Core 5.4, Vol 6, Part B, 4.4.2.2.1). */
const ADVERTISING_EVENT_MS = 20;

export function startChain(settings: ChainSettings): Chain {
  return new RunningChain(settings);
}

/** What is kept of a beacon between its readings. `atMs` is the reading's own time. */
interface Track {
  readonly smoother: LevelSmoother;
  atMs: number;
  rssiDbm: number;
}

class RunningChain implements Chain {
  private readonly index;
  private readonly timeline = createTimeline<ChainInput>();
  private readonly healthLog = createHealthLog();
  private tracks = new Map<string, Track>();
  private readonly ticks: Ticks | undefined;
  private estimator: Estimator;
  private readonly counts = createCounters();

  constructor(private readonly settings: ChainSettings) {
    this.index = indexBeacons(settings.register);
    this.ticks = settings.everyMs === undefined ? undefined : createTicks(settings.everyMs);
    this.estimator = this.begin();
  }

  push(input: ChainInput): readonly ChainEvent[] {
    this.counts.inputs++;
    const atMs = input.kind === 'advert' ? input.advert.atMs : input.atMs;
    if (!Number.isFinite(atMs)) return [this.drop('bad-line', atMs, `atMs is ${atMs}`)];
    const admissions = this.timeline.admit(input, atMs);
    if (admissions.length === 1 && !this.ticks) return oneOrNone(this.follow(admissions[0]!));
    const events: ChainEvent[] = [];
    for (const admission of admissions) {
      if (admission.kind === 'take') events.push(...this.positionsBefore(admission.atMs));
      const event = this.follow(admission);
      if (event) events.push(event);
    }
    return events;
  }

  end(): readonly ChainEvent[] {
    return this.positions(this.ticks?.rest() ?? []);
  }

  badLine(): void {
    this.counts.inputs++;
    this.counts.dropped['bad-line']++;
  }

  positionAt(atMs: number): Position | undefined {
    return this.estimator.positionAt(atMs);
  }

  counters(): ChainCounters {
    return { ...this.counts, dropped: { ...this.counts.dropped } };
  }

  health(): readonly BeaconHealth[] {
    return this.healthLog.beacons();
  }

  debug(): EstimatorDebug | undefined {
    return this.estimator.debug?.();
  }

  private follow(admission: Admission<ChainInput>): ChainEvent | undefined {
    switch (admission.kind) {
      case 'take':
        return this.take(admission.item, admission.atMs);
      case 'drop':
        return this.dropForTime(admission.item, admission.reason, admission.byMs);
      case 'restart':
        return this.restart(admission.byMs);
    }
  }

  private positionsBefore(atMs: number): readonly ChainEvent[] {
    const ticks = this.ticks?.before(atMs);
    return ticks && ticks.length > 0 ? this.positions(ticks) : NO_EVENTS;
  }

  private positions(ticks: readonly number[]): readonly ChainEvent[] {
    return ticks.flatMap((atMs) => {
      const position = this.estimator.positionAt(atMs);
      return position ? [{ kind: 'position', position: { ...position, atMs } }] : [];
    });
  }

  private begin(): Estimator {
    const { estimator = defaultEstimator, everyMs: _, verdicts = [], ...settings } = this.settings;
    const context = { ...settings, register: trustedRegister(settings.register, verdicts) };
    return typeof estimator === 'string' ? startEstimator(estimator, context) : estimator(context);
  }

  private restart(byMs: number): ChainEvent {
    this.counts.restarts++;
    this.tracks = new Map();
    this.ticks?.restart();
    this.estimator = this.begin();
    return { kind: 'restarted', byMs };
  }

  private take(input: ChainInput, atMs: number): ChainEvent | undefined {
    if (input.kind === 'advert') return this.takeAdvert(input.advert, atMs);
    if (input.kind === 'reading') {
      const beacon = this.index.byId(input.beaconId);
      if (!beacon)
        return this.drop('unknown-beacon', input.atMs, `beacon ${input.beaconId} is not in the register`);
      return this.hear(beacon, input.atMs, atMs, input.rssiDbm);
    }
    this.counts.movements++;
    this.estimator.observe(input.atMs === atMs ? input : { ...input, atMs });
    return undefined;
  }

  private takeAdvert(advert: Advert, atMs: number): ChainEvent | undefined {
    const { identities, telemetry, malformed } = readAdvert(advert);
    if (telemetry) {
      this.counts.telemetry++;
      this.healthLog.telemetry(telemetry);
    }
    for (const identity of identities) {
      const beacon = this.index.byIdentity(identity);
      if (beacon) {
        return this.hear(beacon, advert.atMs, atMs, advert.rssiDbm, advert.address, advert.scanResponse);
      }
    }
    if (telemetry) return undefined;
    const named = identities.find((identity) => identity.type !== 'address');
    if (named)
      return this.drop('unknown-beacon', advert.atMs, `${describeIdentity(named)} is not in the register`);
    if (malformed !== undefined) return this.drop('malformed', advert.atMs, malformed);
    if (advert.payload.kind === 'address-only') {
      return this.drop('unknown-beacon', advert.atMs, `address ${advert.address} is not in the register`);
    }
    return this.drop('no-beacon', advert.atMs, 'no beacon frame in the advert');
  }

  private hear(
    beacon: Beacon,
    ownMs: number,
    atMs: number,
    rssiDbm: number,
    address?: string,
    scanResponse?: boolean,
  ): ChainEvent | undefined {
    const { id, status } = beacon;
    if (status === 'retired') return this.drop('retired-beacon', ownMs, `beacon ${id} is retired`);
    if (!(rssiDbm >= -127 && rssiDbm <= 20)) {
      return this.drop('rssi-unavailable', ownMs, `RSSI of ${id} is ${rssiDbm}`);
    }
    const track = this.trackOf(id);
    if (ownMs < track.atMs) return this.drop('late', ownMs, `${id} is ${track.atMs - ownMs} ms late`);
    const repeated = ownMs === track.atMs && rssiDbm === track.rssiDbm;
    if (repeated || (scanResponse && ownMs - track.atMs <= ADVERTISING_EVENT_MS)) {
      return this.drop('duplicate', ownMs, `${id} at ${ownMs} ms a second time`);
    }
    track.atMs = ownMs;
    track.rssiDbm = rssiDbm;
    const smoothed = track.smoother.add(atMs, rssiDbm);
    this.healthLog.heard(id, atMs, smoothed, address);
    this.counts.readings++;
    const reading: BeaconReading = { kind: 'reading', atMs, beaconId: id, rssiDbm, smoothed };
    this.estimator.observe(reading);
    return { kind: 'reading', reading };
  }

  private trackOf(beaconId: string): Track {
    let track = this.tracks.get(beaconId);
    if (!track) {
      track = { smoother: createLevelSmoother(), atMs: Number.NEGATIVE_INFINITY, rssiDbm: Number.NaN };
      this.tracks.set(beaconId, track);
    }
    return track;
  }

  private dropForTime(input: ChainInput, reason: 'late' | 'time-spike', byMs: number): ChainEvent {
    const atMs = input.kind === 'advert' ? input.advert.atMs : input.atMs;
    const where = reason === 'late' ? 'behind what came before' : 'ahead of what came before and after';
    return this.drop(reason, atMs, `atMs ${atMs} is ${byMs} ms ${where}`);
  }

  private drop(reason: DropReason, atMs: number, message: string): ChainEvent {
    this.counts.dropped[reason]++;
    return { kind: 'dropped', reason, atMs, message };
  }
}

function oneOrNone(event: ChainEvent | undefined): readonly ChainEvent[] {
  return event ? [event] : NO_EVENTS;
}
