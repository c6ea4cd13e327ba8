import { permute } from './cloud';

/**
 * What each sample's track has taught of each beacon's shadowing: a scalar Kalman filter for each beacon and sample, whose variance
 * all samples share. Shadowing is static over place with exponential correlation (Gudmundson 1991), so along a track it is a
 * first-order Gauss–Markov process in the distance walked. A second, constant part per beacon (power) is common to all samples.
 */
export interface ShadowSlot {
  readonly beacon: number;
  /** Mean in dB for each sample. */
  readonly mean: Float64Array;
  /** Variance in dB², shared. */
  variance: number;
  /** Stationary variance in dB² at the present place. */
  stationary: number;
  /** Probability that the beacon transmits at all. */
  alive: number;
  heardMs: number;
  usedMs: number;
  heard: boolean;
}

const MOST_SLOTS = 96;

export class ShadowMemory {
  private readonly byBeacon = new Map<number, ShadowSlot>();

  constructor(
    private readonly samples: number,
    private readonly correlationLength: number,
  ) {}

  get slots(): Iterable<ShadowSlot> {
    return this.byBeacon.values();
  }

  get size(): number {
    return this.byBeacon.size;
  }

  find(beacon: number): ShadowSlot | undefined {
    return this.byBeacon.get(beacon);
  }

  /** The slot of a beacon; a new one knows nothing but the stationary variance. The slot unused for longest gives way. */
  open(beacon: number, stationary: number, atMs: number): ShadowSlot {
    const known = this.byBeacon.get(beacon);
    if (known) return known;
    if (this.byBeacon.size >= MOST_SLOTS) this.dropOldest();
    const slot: ShadowSlot = {
      beacon,
      mean: new Float64Array(this.samples),
      variance: stationary,
      stationary,
      alive: 0.97,
      heardMs: atMs,
      usedMs: atMs,
      heard: false,
    };
    this.byBeacon.set(beacon, slot);
    return slot;
  }

  /** The cloud has moved on by `metres`: memory fades by ρ = exp(−metres / correlation length). */
  fade(metres: number): void {
    if (metres <= 0) return;
    const rho = Math.exp(-metres / this.correlationLength);
    for (const slot of this.byBeacon.values()) {
      slot.variance = rho * rho * slot.variance + (1 - rho * rho) * slot.stationary;
      const { mean } = slot;
      for (let i = 0; i < mean.length; i++) mean[i] = mean[i]! * rho;
    }
  }

  resample(parents: Int32Array): void {
    for (const { mean } of this.byBeacon.values()) permute(mean, parents);
  }

  /** Forgets beacons that were of no use for a while. */
  forgetBefore(atMs: number): void {
    for (const [beacon, slot] of this.byBeacon) if (slot.usedMs < atMs) this.byBeacon.delete(beacon);
  }

  clear(): void {
    this.byBeacon.clear();
  }

  private dropOldest(): void {
    let oldest: ShadowSlot | undefined;
    for (const slot of this.byBeacon.values()) if (!oldest || slot.usedMs < oldest.usedMs) oldest = slot;
    if (oldest) this.byBeacon.delete(oldest.beacon);
  }
}
