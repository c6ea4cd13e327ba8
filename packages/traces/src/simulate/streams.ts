import { type Random, seededRandom } from '@daoyin/geometry';

/**
 * An independent stream of random numbers for one purpose, so that a variant (a dead beacon, another interval) leaves all
 * other draws of the same seed as they were. The name is mixed in by FNV-1a.
 */
export function stream(seed: number, name: string): Random {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x0100_0193);
  return seededRandom((seed >>> 0) * 0x10_0000 + ((hash >>> 12) ^ (hash & 0xfff)) + (hash >>> 0) / 0x1000);
}

export function uniform(random: Random, [low, high]: readonly [number, number]): number {
  return low + (high - low) * random();
}
