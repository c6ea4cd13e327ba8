import type { Random } from '@daoyin/geometry';
import type { Particles } from './particles';
import { farEnd, type Shaft, shaftAt } from './shafts';

/** Of those who stand for some seconds in a lift or on an escalator most ride; of those who seem to stand beside one, many. */
const RIDE_INSIDE = 0.8;
const RIDE_BESIDE = 0.5;
const BESIDE = 2;
const ESCALATOR_END_SD = 0.5;
/** A storey's flight takes 25 to 40 steps: the level is changed in its middle. */
const STEPS_TO_LANDING = 12;
const STEPS_A_STOREY = 28;
const TURN_BACK = 0.1;

/** How particles change level: by rides while no step comes, and by the steps made within stairs. */
export class LevelChanges {
  /** Steps that each particle has made within stairs, less those of storeys that it has climbed. */
  private readonly climbed: Float64Array;
  /** The level from which a particle entered these stairs' last storey, plus 1; 0 for none. */
  private readonly cameFrom: Float64Array;

  constructor(
    private readonly particles: Particles,
    private readonly shafts: readonly (readonly Shaft[])[],
    private readonly random: Random,
  ) {
    this.climbed = particles.column();
    this.cameFrom = particles.column();
  }

  /** The walker has stood for some seconds: those in a lift may come out anywhere, those on an escalator at its end. */
  ride(): void {
    const { particles, random } = this;
    for (let i = 0; i < particles.count; i++) {
      const inside = this.shaftOf(i, 0);
      const shaft = inside ?? this.shaftOf(i, BESIDE);
      if (!shaft || random() > (inside ? RIDE_INSIDE : RIDE_BESIDE)) continue;
      if (shaft.kind !== 'elevator' && shaft.kind !== 'escalator') continue;
      const exit = shaft.exits[Math.floor(random() * shaft.exits.length)]!;
      particles.level[i] = exit.level;
      if (shaft.kind !== 'escalator') continue;
      const end = farEnd(exit.area, { x: particles.x[i]!, y: particles.y[i]! });
      particles.x[i] = end.x + ESCALATOR_END_SD * (2 * random() - 1);
      particles.y[i] = end.y + ESCALATOR_END_SD * (2 * random() - 1);
    }
  }

  /** A particle has made a step: within stairs or a ramp it changes level half-way up, and goes on the way it went. */
  step(i: number): void {
    const { particles, climbed, cameFrom, random } = this;
    const shaft = this.shaftOf(i, 0);
    if (!shaft || (shaft.kind !== 'stairs' && shaft.kind !== 'ramp')) {
      climbed[i] = 0;
      cameFrom[i] = 0;
      return;
    }
    climbed[i] = climbed[i]! + 1;
    if (climbed[i]! < STEPS_TO_LANDING) return;
    climbed[i] = STEPS_TO_LANDING - STEPS_A_STOREY;
    const onward = this.flightsAt(i).filter((level) => level + 1 !== cameFrom[i]);
    if (onward.length === 0 || random() < TURN_BACK) return;
    cameFrom[i] = particles.level[i]! + 1;
    particles.level[i] = onward[Math.floor(random() * onward.length)]!;
  }

  /** The levels to which the stairs and ramps that hold a particle lead: one flight up, one down, perhaps by several connectors. */
  private flightsAt(i: number): readonly number[] {
    const { x, y, level } = this.particles;
    return (this.shafts[level[i]!] ?? []).flatMap((shaft) => {
      const flight = shaft.kind === 'stairs' || shaft.kind === 'ramp';
      return flight && shaftAt([shaft], x[i]!, y[i]!) ? shaft.exits.map((exit) => exit.level) : [];
    });
  }

  private shaftOf(i: number, within: number): Shaft | undefined {
    const { x, y, level } = this.particles;
    const shafts = this.shafts[level[i]!];
    if (!shafts || shafts.length === 0) return undefined;
    const carrying =
      within > 0 ? shafts.filter(({ kind }) => kind === 'elevator' || kind === 'escalator') : shafts;
    return shaftAt(carrying, x[i]!, y[i]!, within);
  }
}
