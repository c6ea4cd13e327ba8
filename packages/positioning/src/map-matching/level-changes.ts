import type { Random } from '@daoyin/geometry';
import type { Particles } from './particles';
import { farEnd, type Shaft, shaftAt } from './shafts';

/** Of those who stand in a lift or on an escalator for some seconds, most ride. */
const STAY_IN_LIFT = 0.25;
const STAY_ON_ESCALATOR = 0.15;
const ESCALATOR_END_SD = 0.5;
const BESIDE_ESCALATOR = 0.5;
/** A storey's flight takes 25 to 40 steps: the level is changed in its middle. */
const STEPS_TO_LANDING = 12;
const STEPS_A_STOREY = 28;
const TURN_BACK = 0.1;

/** How particles change level: by rides while no step comes, and by the steps made within stairs. */
export class LevelChanges {
  /** Steps that each particle has made within stairs, less those of storeys that it has climbed. */
  private readonly climbed: Float64Array;

  constructor(
    private readonly particles: Particles,
    private readonly shafts: readonly (readonly Shaft[])[],
    private readonly random: Random,
  ) {
    this.climbed = particles.column();
  }

  /** The walker has stood for some seconds: those in a lift may come out anywhere, those on an escalator at its end. */
  ride(): void {
    const { particles, random } = this;
    for (let i = 0; i < particles.count; i++) {
      const shaft = this.shaftOf(i, BESIDE_ESCALATOR);
      if (!shaft) continue;
      const stay = shaft.kind === 'elevator' ? STAY_IN_LIFT : STAY_ON_ESCALATOR;
      const rides = shaft.kind === 'elevator' || shaft.kind === 'escalator';
      if (!rides || random() < stay) continue;
      const exit = shaft.exits[Math.floor(random() * shaft.exits.length)]!;
      particles.level[i] = exit.level;
      if (shaft.kind !== 'escalator') continue;
      const end = farEnd(exit.area, { x: particles.x[i]!, y: particles.y[i]! });
      particles.x[i] = end.x + ESCALATOR_END_SD * (2 * random() - 1);
      particles.y[i] = end.y + ESCALATOR_END_SD * (2 * random() - 1);
    }
  }

  /** A particle has made a step: within stairs or a ramp it changes level half-way up. */
  step(i: number): void {
    const { particles, climbed, random } = this;
    const shaft = this.shaftOf(i, 0);
    if (!shaft || (shaft.kind !== 'stairs' && shaft.kind !== 'ramp')) {
      climbed[i] = 0;
      return;
    }
    climbed[i] = climbed[i]! + 1;
    if (climbed[i]! < STEPS_TO_LANDING) return;
    climbed[i] = STEPS_TO_LANDING - STEPS_A_STOREY;
    if (random() < TURN_BACK) return;
    particles.level[i] = shaft.exits[Math.floor(random() * shaft.exits.length)]!.level;
  }

  private shaftOf(i: number, within: number): Shaft | undefined {
    const { x, y, level } = this.particles;
    const shafts = this.shafts[level[i]!];
    if (!shafts || shafts.length === 0) return undefined;
    const inside = shaftAt(shafts, x[i]!, y[i]!);
    if (inside || within === 0) return inside;
    const beside = shaftAt(shafts, x[i]!, y[i]!, within);
    return beside?.kind === 'escalator' ? beside : undefined;
  }
}
