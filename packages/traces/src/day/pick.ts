import type { Random } from '@daoyin/geometry';

/** One of a list at random, by weight. */
export function pick<T extends { readonly weight: number }>(list: readonly T[], random: Random): T {
  let left = random() * list.reduce((sum, { weight }) => sum + weight, 0);
  for (const entry of list) {
    left -= entry.weight;
    if (left <= 0) return entry;
  }
  return list.at(-1)!;
}
