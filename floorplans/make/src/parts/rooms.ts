import type { Ring } from '@daoyin/geometry';
import type { Element, Name, OpeningElement, UnitElement } from '../elements';
import { areaOf } from '../shapes';

/** A room with its doors. */
export function room(
  key: string,
  category: string,
  name: Name,
  ring: Ring,
  ...doors: OpeningElement[]
): Element[] {
  return [{ kind: 'unit', key, category, name, area: areaOf(ring) }, ...doors];
}

/** A room for staff only. */
export function staffRoom(key: string, name: Name, ring: Ring, ...doors: OpeningElement[]): Element[] {
  const unit: UnitElement = {
    kind: 'unit',
    key,
    category: 'nonpublic',
    name,
    restriction: 'employeesonly',
    area: areaOf(ring),
  };
  return [unit, ...doors];
}

/** A room that only those who are called may enter. */
export function restrictedRoom(
  key: string,
  category: string,
  name: Name,
  ring: Ring,
  ...doors: OpeningElement[]
): Element[] {
  return [{ kind: 'unit', key, category, name, restriction: 'restricted', area: areaOf(ring) }, ...doors];
}

/** Solid building: shafts and risers. */
export function structure(key: string, ring: Ring): Element {
  return { kind: 'unit', key, category: 'structure', area: areaOf(ring) };
}
