import type { Area, Department, ServiceItem, Services, TicketSeries, WindowDuty } from './types';

/** The catalogue by its keys. All lists are in the catalogue's order. */
export interface ServiceLookup {
  readonly department: (id: string) => Department | undefined;
  readonly area: (id: string) => Area | undefined;
  readonly item: (id: string) => ServiceItem | undefined;
  readonly window: (number: string) => WindowDuty | undefined;
  readonly areaOfWindow: (number: string) => Area | undefined;
  readonly seriesOfWindow: (number: string) => TicketSeries | undefined;
  readonly itemsAtWindow: (number: string) => readonly ServiceItem[];
  readonly itemsOfDepartment: (id: string) => readonly ServiceItem[];
  readonly windowsOfDepartment: (id: string) => readonly WindowDuty[];
}

/** Builds the lookups once; each answer is then a map's. */
export function lookupOf(services: Services): ServiceLookup {
  const departments = by(services.departments, ({ id }) => id);
  const areas = by(services.areas, ({ id }) => id);
  const items = by(services.items, ({ id }) => id);
  const windows = by(services.windows, ({ number }) => number);
  const series = groups(services.series, (one) => one.windows);
  const atWindow = groups(services.items, (item) => item.windows);
  const ofDepartment = groups(services.items, ({ departmentId }) => [departmentId]);
  const departmentWindows = groups(services.windows, ({ departmentIds }) => departmentIds);
  return {
    department: (id) => departments.get(id),
    area: (id) => areas.get(id),
    item: (id) => items.get(id),
    window: (number) => windows.get(number),
    areaOfWindow: (number) => areas.get(windows.get(number)?.areaId ?? ''),
    seriesOfWindow: (number) => series.get(number)?.[0],
    itemsAtWindow: (number) => atWindow.get(number) ?? [],
    itemsOfDepartment: (id) => ofDepartment.get(id) ?? [],
    windowsOfDepartment: (id) => departmentWindows.get(id) ?? [],
  };
}

const by = <T>(list: readonly T[], key: (entry: T) => string): ReadonlyMap<string, T> =>
  new Map(list.map((entry) => [key(entry), entry]));

function groups<T>(
  list: readonly T[],
  keys: (entry: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const entry of list) {
    for (const key of keys(entry)) {
      const group = found.get(key);
      if (group) group.push(entry);
      else found.set(key, [entry]);
    }
  }
  return found;
}
