import type { ConnectorKind } from '../types';
import type { Tags } from './osm-element';

/** What an element of OpenStreetMap is on a floor plan. */
export type Role =
  | { readonly part: 'unit'; readonly category: string }
  | { readonly part: 'connector'; readonly connector: ConnectorKind }
  | { readonly part: 'wall' | 'door' | 'level' | 'building' | 'amenity' }
  | { readonly part: 'none' };

/** The role of an element by its tags (OpenStreetMap wiki, Simple Indoor Tagging); `shape` decides where tags allow several. */
export function roleOf(tags: Tags, shape: 'point' | 'line' | 'area'): Role {
  const connector = connectorOf(tags);
  if (connector && (shape !== 'point' || connector === 'elevator')) return { part: 'connector', connector };
  if (shape === 'point') return pointRole(tags);
  if (tags.indoor === 'wall' || (tags.barrier && shape === 'line')) return { part: 'wall' };
  if (isDoor(tags) && shape === 'line') return { part: 'door' };
  if (shape === 'line') return { part: 'none' };
  if (tags.indoor === 'level') return { part: 'level' };
  const category = unitCategory(tags);
  if (category) return { part: 'unit', category };
  return tags.building || tags['building:part'] ? { part: 'building' } : { part: 'none' };
}

function isDoor(tags: Tags): boolean {
  const entrance = tags.entrance !== undefined && tags.entrance !== 'no';
  return tags.door !== undefined || entrance || /_entrance$/.test(tags.railway ?? '');
}

function pointRole(tags: Tags): Role {
  if (isDoor(tags)) return { part: 'door' };
  const names = [
    'amenity',
    'shop',
    'tourism',
    'information',
    'vending',
    'office',
    'emergency',
    'leisure',
    'healthcare',
  ];
  return names.some((key) => tags[key] && tags[key] !== 'parking_entrance')
    ? { part: 'amenity' }
    : { part: 'none' };
}

function connectorOf(tags: Tags): ConnectorKind | undefined {
  if (tags.highway === 'elevator' || tags.elevator === 'yes' || tags.room === 'elevator') return 'elevator';
  const moving = tags.conveying !== undefined && tags.conveying !== 'no';
  const stairs =
    tags.highway === 'steps' || (tags.stairs !== undefined && tags.stairs !== 'no') || tags.room === 'stairs';
  if (tags.escalator === 'yes' || (stairs && moving)) return 'escalator';
  if (stairs) return 'stairs';
  return tags.indoor && (tags.ramp === 'yes' || tags.room === 'ramp') ? 'ramp' : undefined;
}

const INDOOR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    corridor: 'walkway',
    area: 'unenclosedarea',
    room: 'room',
    yes: 'room',
    column: 'column',
  }),
);

function unitCategory(tags: Tags): string | undefined {
  const indoor = INDOOR.get(tags.indoor ?? '');
  if (indoor === 'room') return roomCategory(tags);
  if (indoor) return indoor;
  if (tags.level === undefined) return undefined;
  if (tags.railway === 'platform' || tags.public_transport === 'platform') return 'platform';
  if (tags.highway === 'footway' || tags.highway === 'pedestrian') return 'walkway';
  if (tags.amenity === 'parking') return 'parking';
  return tags.room ? roomCategory(tags) : undefined;
}

const ROOMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    toilets: 'restroom',
    toilet: 'restroom',
    office: 'office',
    restaurant: 'foodservice',
    fast_food: 'foodservice',
    cafe: 'foodservice',
    bar: 'foodservice',
    kitchen: 'kitchen',
    class: 'classroom',
    auditorium: 'auditorium',
    conference: 'conferenceroom',
    laboratory: 'laboratory',
    library: 'library',
    storage: 'storage',
    technical: 'nonpublic',
    server: 'serverroom',
    waiting: 'waitingroom',
    lobby: 'lobby',
    entrance: 'lobby',
    hall: 'lobby',
    corridor: 'walkway',
    sport: 'recreation',
    locker: 'room',
    shower: 'shower',
    parking: 'parking',
  }),
);

function roomCategory(tags: Tags): string {
  const category = ROOMS.get(tags.room ?? '') ?? ROOMS.get(tags.amenity ?? '') ?? 'room';
  if (category !== 'restroom') return category;
  const who =
    tags.unisex === 'yes'
      ? '.unisex'
      : tags.female === 'yes'
        ? '.female'
        : tags.male === 'yes'
          ? '.male'
          : '';
  return `restroom${who}${tags.wheelchair === 'yes' || tags.wheelchair === 'designated' ? '.wheelchair' : ''}`;
}

const AMENITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    atm: 'atm',
    bank: 'unspecified',
    bench: 'seat',
    bar: 'eatingdrinking',
    cafe: 'eatingdrinking',
    clinic: 'firstaid',
    defibrillator: 'defibrillator',
    drinking_water: 'drinkingfountain',
    fast_food: 'eatingdrinking',
    fire_extinguisher: 'fireextinguisher',
    first_aid: 'firstaid',
    information: 'information',
    luggage_locker: 'coinlocker',
    office: 'information',
    parking: 'parking',
    police: 'police',
    post_box: 'mailbox',
    photo_booth: 'photobooth',
    restaurant: 'eatingdrinking',
    telephone: 'payphone',
    ticket: 'ticketing',
    toilets: 'restroom',
    vending_machine: 'vendingmachine',
  }),
);

/** The IMDF amenity category of a point of interest; `unspecified` where IMDF has no word for it. */
export function amenityCategory(tags: Tags): string {
  const keys = ['amenity', 'emergency', 'shop', 'tourism', 'information'] as const;
  return (
    keys.map((key) => AMENITIES.get(tags[key] ?? '')).find((found) => found !== undefined) ?? 'unspecified'
  );
}
