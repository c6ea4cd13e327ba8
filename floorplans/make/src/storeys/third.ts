import { type Element, name, type StoreyPlan } from '../elements';
import { straightCounter } from '../parts/counter';
import { across, door, staffDoor } from '../parts/doors';
import {
  amenity,
  desk,
  guideKiosk,
  planter,
  seats,
  table,
  ticketMachines,
  writingDesks,
  zone,
} from '../parts/furniture';
import { room, staffRoom } from '../parts/rooms';
import { waterAlcove } from '../parts/strip';
import { at, rect } from '../shapes';
import { BAY, columns, NORTH, outline, SOUTH, sideRect, WEST } from './frame';
import { core, northCentre, northWing, wingIsland, wingSeats } from './shared';
import { trading } from './trading';

const LEVEL = '3F';

/** Public legal services: legal aid, mediation, notary and publicity windows, with the rooms that belong to them. */
const legal: Element[] = [
  ...straightCounter({
    key: 'counter-legal',
    name: name('公共法律服务柜台', 'Public legal services counter'),
    frame: { start: at(16, SOUTH), facing: 'north' },
    width: 7,
    depth: 9,
    first: 251,
    count: 4,
  }),
  {
    kind: 'section',
    key: 'legal',
    category: 'servicearea',
    ring: rect(9, SOUTH, 36, 16.5),
    name: name('公共法律服务区', 'Public legal services'),
  },
  ...room(
    'mediation-1',
    'conferenceroom',
    name('人民调解室一', 'Mediation room 1'),
    rect(16, -1, 22, SOUTH),
    door('mediation-1-door', ...across(at(19, SOUTH), 1.2, 'x')),
  ),
  ...room(
    'mediation-2',
    'conferenceroom',
    name('人民调解室二', 'Mediation room 2'),
    rect(22, -1, 28, SOUTH),
    door('mediation-2-door', ...across(at(25, SOUTH), 1.2, 'x')),
  ),
  ...room(
    'notary-room',
    'office',
    name('公证办理室', 'Notary room'),
    rect(28, -1, 35, SOUTH),
    door('notary-room-door', ...across(at(31.5, SOUTH), 1.2, 'x')),
  ),
  ...room(
    'arbitration',
    'conferenceroom',
    name('仲裁咨询室', 'Arbitration advice'),
    rect(35, -1, 41, SOUTH),
    door('arbitration-door', ...across(at(38, SOUTH), 1.2, 'x')),
  ),
  ...staffRoom(
    'office-south-west',
    name('法律服务办公室', 'Legal services office'),
    sideRect('west', -1, -1, WEST, 13),
    staffDoor('office-south-west-counter', ...across(at(WEST, 4), 1, 'y')),
    staffDoor('office-south-west-door', ...across(at(WEST, 11), 1, 'y')),
  ),
];

const gallery: Element[] = [
  ...northWing('west', 201, name('发改商务口岸柜台', 'Development, commerce and port counter')),
  ...wingIsland('west', 219, name('农林文教服务岛', 'Agriculture, culture and education island')),
  ...northCentre(235, name('公用事业与综合柜台', 'Utilities and general counter')),
  ...wingSeats('west'),
  ...seats({ key: 'seats-south-west', x: 20.2, y: 11, benches: 3, rows: 3 }),
  ...writingDesks('forms-west', 12, 17.7, 6),
  ...ticketMachines('tickets-west', at(32.6, 41.2), 'west', 2),
  ...ticketMachines('tickets-centre', at(47, 13), 'north', 2),
  desk('information', rect(52.2, 12, 55.8, 12.8), name('三楼咨询台', 'Third-floor information')),
  amenity('information', 'information', at(54, 13.6), name('三楼咨询台', 'Third-floor information'), true),
  {
    kind: 'unit',
    key: 'terrace',
    category: 'terrace',
    name: name('观景露台', 'Terrace'),
    area: [{ outer: BAY, holes: [] }],
  },
  door('terrace-door', ...across(at(54, 0), 2.4, 'x'), 'glass'),
  ...seats({ key: 'seats-lounge-west', x: 46, y: 2, benches: 2, rows: 3, rowPitch: 1.8 }),
  ...seats({ key: 'seats-lounge-east', x: 57.2, y: 2, benches: 2, rows: 3, rowPitch: 1.8 }),
  planter('planter-terrace-west', at(49, -1.8), 0.8),
  planter('planter-terrace-east', at(59, -1.8), 0.8),
];

const zones: Element[] = [
  zone('general', rect(9, 16.6, 37, NORTH), name('经济农林公用区', 'Economy, nature and utilities')),
  zone('general-centre', rect(41, 38, 67, NORTH), name('经济农林公用区', 'Economy, nature and utilities')),
];

const furnishings: Element[] = [
  ...guideKiosk(7, at(46.2, 39.2), 'south'),
  ...guideKiosk(8, at(58, 12.8), 'north'),
  table('mediation-1-table', rect(17.6, 2.4, 20.4, 4)),
  table('mediation-2-table', rect(23.6, 2.4, 26.4, 4)),
  table('notary-table', rect(29.8, 2.4, 33.2, 3.4)),
  table('arbitration-table', rect(36.4, 2.4, 39.6, 4)),
];

export const thirdStorey: StoreyPlan = {
  level: LEVEL,
  ordinal: 2,
  name: name('三楼', 'Third floor'),
  outline: outline(false),
  concourse: name('三楼服务大厅', 'Third-floor hall'),
  columns: columns(),
  elements: [
    ...core(LEVEL),
    ...waterAlcove('west', 35),
    ...waterAlcove('east', 35),
    ...legal,
    ...trading,
    ...gallery,
    ...zones,
    ...furnishings,
  ],
};
