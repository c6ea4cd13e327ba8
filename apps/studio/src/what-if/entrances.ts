import type { WalkIn } from '@daoyin/routing';

/**
 * By which entrance each visitor comes, by lot: the one with the highest lot of those from which a way leads (rendezvous hashing, Thaler
 * and Ravishankar 1998). So the same visitor comes the same way on both days; a door more draws its share from all others, and who came
 * by one that is shut comes by another.
 */
export function entrancesByLot(
  walks: readonly WalkIn[],
): (ordinal: number, profile: WalkIn['profile']) => string | undefined {
  const open = new Map<WalkIn['profile'], Map<string, number>>();
  for (const { profile, entranceId, seconds } of walks) {
    if (seconds === undefined) continue;
    const known = open.get(profile) ?? new Map();
    open.set(profile, known.set(entranceId, known.get(entranceId) ?? hashOf(entranceId)));
  }
  return (ordinal, profile) => {
    let [chosen, highest] = [undefined as string | undefined, -1];
    for (const [id, hash] of open.get(profile) ?? []) {
      const lot = mixed(hash ^ Math.imul(ordinal + 1, 0x9e3779b1));
      if (lot > highest) [chosen, highest] = [id, lot];
    }
    return chosen;
  };
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
