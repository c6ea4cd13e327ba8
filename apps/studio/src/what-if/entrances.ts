import type { WalkIn } from '@daoyin/routing';
import { stream } from '@daoyin/traces';

/**
 * By which entrance each visitor comes, by lot: the one with the highest lot of those from which a way leads (rendezvous hashing, Thaler
 * and Ravishankar 1998). So the same visitor comes the same way on both days; a door more draws its share from all others, and who came
 * by one that is shut comes by another.
 */
export function entrancesByLot(
  walks: readonly WalkIn[],
): (ordinal: number, profile: WalkIn['profile']) => string | undefined {
  const open = new Map<WalkIn['profile'], Set<string>>();
  for (const { profile, entranceId, seconds } of walks) {
    if (seconds !== undefined) open.set(profile, (open.get(profile) ?? new Set()).add(entranceId));
  }
  return (ordinal, profile) => {
    let [chosen, highest] = [undefined as string | undefined, -1];
    for (const id of open.get(profile) ?? []) {
      const lot = stream(ordinal, id)();
      if (lot > highest) [chosen, highest] = [id, lot];
    }
    return chosen;
  };
}
