/**
 * The categories of IMDF 1.0.0 (OGC 20-094, Categories). Occupants have over a thousand, which change between editions, and
 * are not listed.
 */
const LISTS = {
  venue: `airport airport.intl aquarium businesscampus casino communitycenter conventioncenter governmentfacility
    healthcarefacility hotel museum parkingfacility resort retailstore shoppingcenter stadium stripmall theater themepark
    trainstation transitstation university`,
  building: 'parking transit transit.bus transit.train unspecified',
  footprint: 'aerial ground subterranean',
  geofence: 'concourse geofence paidarea platform postsecurity presecurity terminal underconstruction',
  level: `arrivals arrivals.domestic arrivals.intl departures departures.domestic departures.intl parking transit
    unspecified`,
  opening: 'automobile bicycle emergencyexit pedestrian pedestrian.principal pedestrian.transit service',
  relationship: 'elevator escalator movingwalkway ramp stairs traversal traversal.path',
  restriction: 'employeesonly restricted',
  fixture: `baggagecarousel boardinggate.desk checkin.desk checkin.kiosk desk equipment furniture immigration.desk
    inspection.desk obstruction securityequipment stage vegetation wall water`,
  unit: `auditorium brick classroom column concrete conferenceroom drywall elevator escalator fieldofplay firstaid
    fitnessroom foodservice footbridge glass huddleroom kitchen laboratory library lobby lounge mailroom mothersroom
    movietheater movingwalkway nonpublic office opentobelow parking phoneroom platform privatelounge ramp recreation
    restroom restroom.family restroom.female restroom.female.wheelchair restroom.male restroom.male.wheelchair
    restroom.transgender restroom.transgender.wheelchair restroom.unisex restroom.unisex.wheelchair restroom.wheelchair
    road room serverroom shower smokingarea stairs steps storage structure terrace theater unenclosedarea unspecified
    vegetation waitingroom walkway walkway.island wood`,
  section: `arcade baggageclaim baggageclaim.intl carrental carrental.dropoff checkin concessions cubicle dutyfree
    eatingdrinking entertainmentarea entertainmentarea.game entertainmentarea.music entertainmentarea.performance
    entertainmentarea.sport exhibit exhibition gambling gambling.* gatearea gatearea.holding immigration
    immigration.schengen information paidarea parkandride parking parking.* platform postsecurity presecurity private
    recomposearea recreation rental retail retaildepartment road seating seatingrow security servicearea ticketing
    vegetation walkway`,
  amenity: `amphitheater animalreliefarea arrivalgate atm babychanging baggagecarousel baggagecarousel.intl baggagecarts
    baggageclaim baggageclaim.oversize baggagerecheck baggagestorage boardinggate boardinggate.* bus bus.muni
    bus.national businesscenter cabin caregiver carrental cashier changemachine checkin checkin.desk checkin.desk.*
    checkin.selfservice childplayarea coinlocker copymachine defibrillator drinkingfountain eatingdrinking elevator
    emergencyshelter entry escalator exhibit faregate faregate.oversized fieldofplay fieldofplay.* firealarmpullstation
    fireextinguisher firstaid fittingroom foodservice gatearea groundtransportation guestservices handsanitizerstation
    healthscreening hoteling immigration information information.bid information.carrental information.hotel
    information.mufid information.mufid.* information.transit landmark library limo lostandfound mailbox meditation
    meetingpoint mobilityrescue mothersroom movingwalkway paidarea parkandride parking parking.* payphone
    pedestriancrossing peoplemover phone phone.emergency photobooth platform police powerchargingstation prayerroom
    prayerroom.* privatelounge productreturn rail.muni rail.national ramp reception.desk recreation restroom restroom.*
    rideshare seat seating security security.checkpoint security.inspection service shower shuttle sleepbox smokingarea
    stairs storage strollerrental studentadmissions studentservices swimmingpool swimmingpool.children
    swimmingpool.family taxi ticketing ticketing.* traintrack transit unspecified valet vendingmachine
    vendingmachine.trainticket wheelchairassist wifi yoga`,
  accessibility: `assisted.listening braille hearing hearingloop signlanginterpreter tactilepaving tdd trs volume
    wheelchair`,
  accesscontrol: `badgereader fingerprintreader guard keyaccess outofservice passwordaccess retinascanner
    voicerecognition`,
} as const;

export type CategoryList = keyof typeof LISTS;

const SETS = new Map(Object.entries(LISTS).map(([list, words]) => [list, new Set(words.split(/\s+/))]));

/** Whether IMDF 1.0.0 knows a category of a feature type, in lower case. */
export function isCategory(list: CategoryList, category: string): boolean {
  const known = SETS.get(list)!;
  if (known.has(category)) return true;
  const words = category.split('.');
  return words.some((_, i) => i > 0 && known.has(`${words.slice(0, i).join('.')}.*`));
}

const SOLID: ReadonlySet<string> = new Set([
  'brick',
  'column',
  'concrete',
  'drywall',
  'glass',
  'structure',
  'wood',
]);

/** Whether a unit of this category is a wall or another solid part of the building: nobody is ever inside. */
export function isSolidCategory(category: string): boolean {
  return SOLID.has(category);
}

/** Whether a unit of this category has a floor that a visitor may stand on: no wall, no void, no planting. */
export function isFloorCategory(category: string): boolean {
  return !isSolidCategory(category) && category !== 'opentobelow' && category !== 'vegetation';
}
