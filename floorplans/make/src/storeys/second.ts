import { type Element, name, type StoreyPlan } from '../elements';
import { across, door, staffDoor } from '../parts/doors';
import {
  amenity,
  desk,
  guideKiosk,
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
import { taxHall } from './tax-hall';

const LEVEL = '2F';

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
  zone('environment', rect(41, 38, 67, NORTH), name('环保交通区', 'Environment and transport')),
];

const furnishings: Element[] = [
  ...guideKiosk(5, at(46.2, 39.2), 'south'),
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
