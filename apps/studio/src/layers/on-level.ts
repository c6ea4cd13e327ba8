const known = new WeakMap<readonly object[], ReadonlyMap<string, readonly object[]>>();
const NOTHING: readonly object[] = [];

/** The features of a list that are on a level; sorted out once for each list. */
export function onLevel<T extends { readonly level: string }>(
  features: readonly T[],
  level: string,
): readonly T[] {
  const before = known.get(features);
  if (before) return (before.get(level) ?? NOTHING) as readonly T[];
  const byLevel = new Map<string, T[]>();
  for (const feature of features) {
    const list = byLevel.get(feature.level);
    if (list) list.push(feature);
    else byLevel.set(feature.level, [feature]);
  }
  known.set(features, byLevel);
  return byLevel.get(level) ?? (NOTHING as readonly T[]);
}
