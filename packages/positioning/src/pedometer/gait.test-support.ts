import type { InertialSample } from '../types';

/** What a simulated walker does for a while: steps a second (0 at rest) and turning in radians a second. */
export interface Stretch {
  readonly seconds: number;
  readonly cadence: number;
  readonly turnRate?: number;
}

export interface Handling {
  readonly hertz: number;
  /** How far the device stands up from flat in the hand, and how far it is turned from the way, in radians. */
  readonly pitch: number;
  readonly misalignment?: number;
  /** Strength of the second harmonic beside the first: a heel's blow gives each step a second peak. */
  readonly heel?: number;
  /** A slow wave of the device up and down: amplitude in m/s² and frequency. */
  readonly wave?: { readonly amplitude: number; readonly hertz: number };
  readonly sensors?: readonly InertialSample['kind'][];
}

type Matrix = readonly [Vector, Vector, Vector];
type Vector = readonly [number, number, number];

/** Inertial samples of a walker with a device in the hand, for tests: a gait of three harmonics with sway, and sensor noise. */
export function simulateGait(stretches: readonly Stretch[], handling: Handling): InertialSample[] {
  const noise = noiseFrom(12345);
  const { hertz, pitch, misalignment = 0, heel = 0.45, wave, sensors = allSensors } = handling;
  const samples: InertialSample[] = [];
  let [time, phase, heading] = [0, 0, 0];
  for (const { seconds, cadence, turnRate = 0 } of stretches) {
    for (let i = 0; i < Math.round(seconds * hertz); i++) {
      time += 1 / hertz;
      phase += cadence / hertz;
      heading += turnRate / hertz;
      const sway = cadence > 0 ? Math.sin(Math.PI * phase) : 0;
      const facing = heading + misalignment + 0.06 * sway;
      const turn = turnRate + (cadence > 0 ? 0.06 * Math.PI * cadence * Math.cos(Math.PI * phase) : 0);
      const toWorld = orientation(facing, pitch);
      const up = gaitAcceleration(phase, cadence, heel) + waveOf(wave, time);
      const ahead = cadence > 0 ? 0.8 * Math.sin(2 * Math.PI * phase + 1) : 0;
      const world: Vector = [
        ahead * Math.cos(heading) - sway * Math.sin(heading),
        ahead * Math.sin(heading) + sway * Math.cos(heading),
        9.81 + up,
      ];
      const atMs = Math.round(time * 1000);
      const shaken = (vector: Vector, sd: number): Vector => [
        vector[0] + sd * noise(),
        vector[1] + sd * noise(),
        vector[2] + sd * noise(),
      ];
      const told: Record<InertialSample['kind'], () => Vector> = {
        rotation_vector: () => rotationVector(toWorld),
        gyroscope: () => shaken(transposed(toWorld, [0, 0, turn]), 0.02),
        accelerometer: () => shaken(transposed(toWorld, world), 0.15),
      };
      for (const kind of sensors) samples.push({ kind, atMs, xyz: told[kind]() });
    }
  }
  return samples;
}

const allSensors = ['rotation_vector', 'gyroscope', 'accelerometer'] as const;

/** Harder steps at a faster pace, as people walk. */
function gaitAcceleration(phase: number, cadence: number, heel: number): number {
  if (cadence === 0) return 0;
  const strength = 1.2 * cadence;
  const angle = 2 * Math.PI * phase;
  return (
    strength * (Math.sin(angle) + heel * Math.sin(2 * angle + 0.7) + 0.2 * Math.sin(3 * angle + 2)) +
    0.3 * strength * Math.sin(angle / 2)
  );
}

function waveOf(wave: Handling['wave'], time: number): number {
  return wave ? wave.amplitude * Math.sin(2 * Math.PI * wave.hertz * time) : 0;
}

/** Columns of the device axes in east, north, up, as rows of the matrix device → world: y ahead when flat, z back when upright. */
function orientation(facing: number, pitch: number): Matrix {
  const [c, s] = [Math.cos(facing), Math.sin(facing)];
  const [cp, sp] = [Math.cos(pitch), Math.sin(pitch)];
  return [
    [s, c * cp, -c * sp],
    [-c, s * cp, -s * sp],
    [0, sp, cp],
  ];
}

function transposed(m: Matrix, [x, y, z]: Vector): Vector {
  return [
    m[0][0] * x + m[1][0] * y + m[2][0] * z,
    m[0][1] * x + m[1][1] * y + m[2][1] * z,
    m[0][2] * x + m[1][2] * y + m[2][2] * z,
  ];
}

/** Vector part of the unit quaternion with w ≥ 0 (Shepperd 1978). */
function rotationVector(m: Matrix): Vector {
  const trace = m[0][0] + m[1][1] + m[2][2];
  const squares = [trace, m[0][0], m[1][1], m[2][2]].map((entry) =>
    entry === trace ? 1 + trace : 1 - trace + 2 * entry,
  );
  const largest = squares.indexOf(Math.max(...squares));
  const twice = Math.sqrt(squares[largest]!);
  const [yx, zx, zy] = [m[1][0], m[2][0], m[2][1]];
  const [xy, xz, yz] = [m[0][1], m[0][2], m[1][2]];
  const fourfold: readonly [number, number, number, number][] = [
    [twice * twice, zy - yz, xz - zx, yx - xy],
    [zy - yz, twice * twice, xy + yx, xz + zx],
    [xz - zx, xy + yx, twice * twice, yz + zy],
    [yx - xy, xz + zx, yz + zy, twice * twice],
  ];
  const [w, x, y, z] = fourfold[largest]!.map((value) => value / (2 * twice)) as [
    number,
    number,
    number,
    number,
  ];
  const sign = w < 0 ? -1 : 1;
  return [sign * x, sign * y, sign * z];
}

/** A seeded, roughly normal noise of unit deviation. */
function noiseFrom(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return () => (uniform() + uniform() + uniform() + uniform() - 2) * Math.sqrt(3);
}
