import { type DependencyList, useEffect, useMemo } from 'react';

/** A thing of the GPU made from its dependencies and freed when they change or the component goes. */
export function useDisposable<T extends { dispose: () => void }>(make: () => T, deps: DependencyList): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the thing is made from
  const thing = useMemo(make, deps);
  useEffect(() => () => thing.dispose(), [thing]);
  return thing;
}
