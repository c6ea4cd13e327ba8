import type { IconName } from '../components/Icon';
import type { MessageKey } from '../language';

export type FacilityKind =
  | 'toilet'
  | 'toilet-accessible'
  | 'information'
  | 'ticket-machine'
  | 'entrance'
  | 'elevator'
  | 'escalator'
  | 'stairs'
  | 'self-service'
  | 'baby'
  | 'water'
  | 'seat'
  | 'atm'
  | 'copy'
  | 'first-aid';

export interface Facility {
  readonly kind: FacilityKind;
  readonly icon: IconName;
  readonly name: MessageKey;
}

const facility = (kind: FacilityKind, icon: IconName): Facility => ({ kind, icon, name: `facility.${kind}` });

/** The facilities in the order in which visitors ask for them. */
export const facilities: readonly Facility[] = [
  facility('toilet', 'toilet'),
  facility('toilet-accessible', 'wheelchair'),
  facility('information', 'info'),
  facility('ticket-machine', 'ticket'),
  facility('elevator', 'elevator'),
  facility('self-service', 'terminal'),
  facility('entrance', 'entrance'),
  facility('baby', 'baby'),
  facility('water', 'water'),
  facility('atm', 'atm'),
  facility('copy', 'copy'),
  facility('first-aid', 'first-aid'),
  facility('seat', 'seat'),
  facility('escalator', 'escalator'),
  facility('stairs', 'stairs'),
];

const byKind = new Map(facilities.map((one) => [one.kind, one]));

/** IMDF amenity categories, freely spelt as archives in the wild have them, by what they mean here; the first match counts. */
const meanings: readonly (readonly [RegExp, FacilityKind])[] = [
  [
    /(restroom|toilet|lavatory|wc).*(wheelchair|accessible)|(wheelchair|accessible).*(restroom|toilet)/,
    'toilet-accessible',
  ],
  [/restroom|toilet|lavatory|^wc$/, 'toilet'],
  [/mothersroom|nursing|babychanging|baby/, 'baby'],
  [/^information|infodesk|information.desk|helpdesk|reception/, 'information'],
  [/ticket|queue/, 'ticket-machine'],
  [/drinkingfountain|water/, 'water'],
  [/atm|cash/, 'atm'],
  [/copy|print|photo|fax/, 'copy'],
  [/defibrillator|firstaid|first.aid|health/, 'first-aid'],
  [/kiosk|selfservice|self.service|terminal|checkin/, 'self-service'],
  [/seat|bench|waiting|seating/, 'seat'],
  [/entry|entrance|exit/, 'entrance'],
  [/escalator/, 'escalator'],
  [/elevator|lift/, 'elevator'],
  [/stairs/, 'stairs'],
];

/** What an amenity's or unit's category means to a visitor; undefined for what nobody looks for. */
export function facilityOfCategory(category: string): Facility | undefined {
  const spelt = category.toLowerCase();
  const kind = meanings.find(([pattern]) => pattern.test(spelt))?.[1];
  return kind && byKind.get(kind);
}
