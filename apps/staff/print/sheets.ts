import type { VenuePoint } from '@daoyin/geometry';
import { entrancesOf, type Hall, type IconName } from '@daoyin/ui';
import { compareWindowNumbers, type Labels } from '@daoyin/venue';

/** What is printed: a sheet over a window, a sign where somebody stands, a poster of a theme menu. */
export const sheetKinds = ['windows', 'signs', 'themes'] as const;
export type SheetKind = (typeof sheetKinds)[number];

export interface Sheet {
  readonly id: string;
  readonly kind: SheetKind;
  readonly level: string;
  /** A window's number. */
  readonly seal?: string;
  readonly icon?: IconName;
  readonly title: Labels;
  /** Lines below the title. */
  readonly lines: readonly Labels[];
  /** The area, named beside its colour. */
  readonly area?: { readonly name: Labels; readonly colour: string };
  /** Where somebody stands who reads it; on a sign it is drawn. */
  readonly at?: VenuePoint;
  /** What its code opens, below the address for phones. */
  readonly path: string;
}

/** All sheets of a kind, in the order in which they are hung. */
export function sheetsOf(kind: SheetKind, hall: Hall): readonly Sheet[] {
  if (kind === 'windows') return windowSheets(hall);
  return kind === 'signs' ? signSheets(hall) : themeSheets(hall);
}

const hereOf = ({ x, y, level }: VenuePoint) =>
  `/phone/#from=${encodeURIComponent([x.toFixed(1), y.toFixed(1), level].join(','))}`;

function windowSheets({ venue, services, paint }: Hall): Sheet[] {
  const duties = new Map(services?.windows.map((duty) => [duty.number, duty]));
  const departments = new Map(services?.departments.map(({ id, name }) => [id, name]));
  const areas = new Map(services?.areas.map((area) => [area.id, area]));
  return venue.windows
    .toSorted((a, b) => compareWindowNumbers(a.number, b.number))
    .map(({ number, name, at }) => {
      const duty = duties.get(number);
      const area = areas.get(duty?.areaId ?? '');
      const colour = paint.windows.get(number) ?? area?.colour;
      return {
        id: `window-${number}`,
        kind: 'windows',
        level: at.level,
        seal: number,
        title: duty?.duty ?? name,
        lines: (duty?.departmentIds ?? []).flatMap((id) => {
          const department = departments.get(id);
          return department === undefined ? [] : [department];
        }),
        ...(area !== undefined && colour !== undefined ? { area: { name: area.name, colour } } : {}),
        at,
        path: hereOf(at),
      };
    });
}

/** Signs stand where people come in, ask, and change storeys. */
function signSheets(hall: Hall): Sheet[] {
  const entrances = entrancesOf(hall.venue).map(({ name, at }, i) => ({
    id: `entrance-${i}`,
    icon: 'entrance' as const,
    name,
    at,
  }));
  const others = hall.places
    .filter(
      ({ facility }) =>
        facility === 'information' || facility === 'elevator' || facility === 'ticket-machine',
    )
    .flatMap(({ id, icon, name, targets }) =>
      targets.map(({ at }, i) => ({ id: `${id}-${i}`, icon, name, at })),
    );
  return [...entrances, ...others].map(({ id, icon, name, at }) => ({
    id: `sign-${id}`,
    kind: 'signs',
    level: at.level,
    icon,
    title: name,
    lines: [],
    at,
    path: hereOf(at),
  }));
}

function themeSheets({ services }: Hall): Sheet[] {
  return (services?.themes ?? []).map(({ id, name, steps }) => ({
    id: `theme-${id}`,
    kind: 'themes',
    level: '',
    icon: 'service',
    title: name,
    lines: steps.map((step) => step.name),
    path: `/phone/?theme=${encodeURIComponent(id)}`,
  }));
}
