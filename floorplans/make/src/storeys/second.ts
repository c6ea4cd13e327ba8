import { type Element, name, type StoreyPlan } from '../elements';
import { straightCounter } from '../parts/counter';
import { across, door, staffDoor } from '../parts/doors';
import {
  amenity,
  desk,
  equipment,
  guideKiosk,
  machines,
  planter,
  rows,
  seats,
  table,
  ticketMachines,
  writingDesks,
  zone,
} from '../parts/furniture';
import { room, staffRoom } from '../parts/rooms';
import { waterAlcove } from '../parts/strip';
import { at, rect } from '../shapes';
import { columns, EAST, NORTH, outline, SOUTH, sideRect, WEST } from './frame';
import { core, northCentre, northWing, wingIsland, wingSeats } from './shared';

const LEVEL = '2F';

const terminal = (number: number) => name(`办税自助终端${number}`, `Tax terminal ${number}`);
const allInOne = (number: number) => name(`办税一体机${number}`, `All-in-one tax machine ${number}`);
const computer = (number: number) => name(`自助办税电脑${number}`, `Self-service computer ${number}`);

/** The joint national and local tax hall: 60 windows, 16 terminals and 5 all-in-one machines, 13 computers. */
const taxHall: Element[] = [
  ...northWing('east', 141, name('国地税联合办税柜台（北）', 'Joint tax counter, north')),
  ...wingIsland('east', 159, name('国地税联合办税服务岛', 'Joint tax island'), 11),
  ...straightCounter({
    key: 'counter-tax-south',
    name: name('国地税联合办税柜台（南）', 'Joint tax counter, south'),
    frame: { start: at(EAST, SOUTH), facing: 'north' },
    width: 30,
    depth: 9,
    first: 181,
    count: 20,
  }),
  ...machines({
    key: 'tax-terminal',
    start: at(68.6, 12.4),
    facing: 'south',
    count: 8,
    pitch: 1.2,
    width: 0.9,
    depth: 0.7,
    label: terminal,
  }),
  ...machines({
    key: 'tax-terminal',
    start: at(78.2, 13.9),
    facing: 'north',
    count: 8,
    pitch: 1.2,
    width: 0.9,
    depth: 0.7,
    label: terminal,
    first: 9,
  }),
  ...machines({
    key: 'tax-all-in-one',
    start: at(68.6, 19),
    facing: 'south',
    count: 5,
    pitch: 1.5,
    width: 1.2,
    depth: 0.8,
    label: allInOne,
  }),
  ...machines({
    key: 'tax-computer',
    start: at(81, 18),
    facing: 'south',
    count: 13,
    pitch: 1.1,
    width: 1,
    depth: 0.7,
    label: computer,
  }),
  {
    kind: 'section',
    key: 'tax-hall',
    category: 'servicearea',
    ring: rect(67.5, SOUTH, EAST, NORTH),
    name: name('国地税联合办税服务厅', 'Joint national and local tax hall'),
  },
  {
    kind: 'section',
    key: 'tax-self-service',
    category: 'servicearea',
    ring: rect(68, 10.4, 79, 20.4),
    name: name('联合自助办税区', 'Joint self-service tax zone'),
  },
  {
    kind: 'section',
    key: 'tax-guidance',
    category: 'information',
    ring: rect(68, 33.4, 75, 39),
    name: name('联合导税咨询区', 'Joint tax-guide consultation zone'),
  },
  {
    kind: 'section',
    key: 'tax-forms',
    category: 'servicearea',
    ring: rect(80.4, 16.6, 96.4, 19.6),
    name: name('自助填单区', 'Form-filling zone'),
  },
  {
    kind: 'section',
    key: 'tax-maintenance',
    category: 'servicearea',
    ring: rect(76, 19.4, 80, 21.8),
    name: name('运维服务区', 'Maintenance staff zone'),
  },
  desk('tax-guide-desk', rect(69, 35.4, 73, 36.1), name('导税咨询台', 'Tax-guide desk')),
  amenity('tax-guide-desk', 'information', at(71, 34.6), name('导税咨询台', 'Tax-guide desk'), true),
  desk('tax-maintenance-desk', rect(77, 20, 79, 20.7), name('运维服务台', 'Maintenance desk')),
  equipment('receipt-cabinet', rect(74.6, 26, 75.2, 30), name('回单柜', 'Receipt cabinet')),
  ...writingDesks('tax-forms', 76.8, 34.2, 1),
  ...ticketMachines('tickets-tax', at(75.6, 40.4), 'west', 3),
  ...wingSeats('east'),
  ...seats({ key: 'seats-tax-south', x: 81, y: 11, benches: 6, rows: 3 }),
];

const southRooms: Element[] = [
  ...room(
    'archive-search',
    'library',
    name('不动产档案查询室', 'Real-estate archive search'),
    rect(9, -1, 20, SOUTH),
    door('archive-search-door', ...across(at(14.5, SOUTH), 1.8, 'x'), 'glass'),
  ),
  ...room(
    'training',
    'classroom',
    name('办事培训室', 'Training room'),
    rect(20, -1, 32, SOUTH),
    door('training-door', ...across(at(26, SOUTH), 1.8, 'x')),
  ),
  ...room(
    'meeting',
    'conferenceroom',
    name('洽谈室', 'Meeting room'),
    rect(32, -1, 41, SOUTH),
    door('meeting-door', ...across(at(36.5, SOUTH), 1.5, 'x')),
  ),
  ...staffRoom(
    'office-south-west',
    name('窗口管理办公室', 'Window supervision office'),
    sideRect('west', -1, -1, WEST, 13),
    staffDoor('office-south-west-door', ...across(at(WEST, 10.5), 1, 'y')),
  ),
  ...staffRoom(
    'office-south-east',
    name('税务后台办公室', 'Tax back office'),
    sideRect('east', -1, -1, 9, 13),
    staffDoor('office-south-east-counter', ...across(at(EAST, 4), 1, 'y')),
    staffDoor('office-south-east-door', ...across(at(EAST, 11), 1, 'y')),
  ),
];

const gallery: Element[] = [
  ...northWing('west', 91, name('不动产登记柜台', 'Real-estate registration counter')),
  ...wingIsland('west', 109, name('国土住建规划服务岛', 'Land, housing and planning island')),
  ...northCentre(125, name('环保交通水务柜台', 'Environment, transport and water counter')),
  ...wingSeats('west'),
  ...seats({ key: 'seats-south-west-1', x: 11, y: 11, benches: 3, rows: 3 }),
  ...seats({ key: 'seats-south-west-2', x: 20.2, y: 11, benches: 3, rows: 3 }),
  ...writingDesks('forms-west', 12, 17.7, 6),
  ...ticketMachines('tickets-west', at(32.6, 41.2), 'west', 2),
  ...ticketMachines('tickets-centre', at(47, 13), 'north', 2),
  desk('information', rect(52.2, 14, 55.8, 14.8), name('二楼咨询台', 'Second-floor information')),
  amenity('information', 'information', at(54, 15.5), name('二楼咨询台', 'Second-floor information'), true),
  ...seats({ key: 'seats-bay-west', x: 46.4, y: 1, benches: 2, rows: 3, rowPitch: 2 }),
  ...seats({ key: 'seats-bay-east', x: 56.8, y: 1, benches: 2, rows: 3, rowPitch: 2 }),
  planter('planter-bay-west', at(49, -1.8), 0.8),
  planter('planter-bay-east', at(59, -1.8), 0.8),
  planter('planter-west', at(42.4, 11), 0.9),
  planter('planter-east', at(65.6, 11), 0.9),
];

const zones: Element[] = [
  zone('property', rect(9, 16.6, 37, NORTH), name('不动产建设区', 'Real estate and construction')),
  zone('environment', rect(41, 39, 67, NORTH), name('环保交通区', 'Environment and transport')),
];

const furnishings: Element[] = [
  ...guideKiosk(5, at(53.4, 40.4), 'south'),
  ...guideKiosk(6, at(58, 14.8), 'north'),
  ...rows('archive-desks', name('查询台', 'Search desk'), [10.4, 1, 18.6, 5], 0.7, 1.2),
  ...rows('training-desks', name('培训桌', 'Desk'), [22.4, 1, 31, 6], 0.6, 1.1),
  table('meeting-table', rect(34, 2.4, 39, 4.2)),
];

export const secondStorey: StoreyPlan = {
  level: LEVEL,
  ordinal: 1,
  name: name('二楼', 'Second floor'),
  outline: outline(false),
  concourse: name('二楼服务大厅', 'Second-floor hall'),
  columns: columns(),
  elements: [
    ...core(LEVEL),
    ...waterAlcove('west', 35),
    ...waterAlcove('east', 35),
    ...taxHall,
    ...southRooms,
    ...gallery,
    ...zones,
    ...furnishings,
  ],
};
