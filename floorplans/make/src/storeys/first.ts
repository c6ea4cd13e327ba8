import { type Element, name, type StoreyPlan } from '../elements';
import { across, staffDoor } from '../parts/doors';
import {
  amenity,
  desk,
  equipment,
  guideKiosk,
  planter,
  seats,
  tactilePaving,
  ticketMachines,
  writingDesks,
  zone,
} from '../parts/furniture';
import { waterAlcove } from '../parts/strip';
import { areaOf, at, disc, rect } from '../shapes';
import { eastGate, gateTwo, mainEntrance } from './entrances';
import { columns, NORTH, outline, SOUTH } from './frame';
import { allNight, southRooms } from './ground-rooms';
import { core, northCentre, northWing, wingIsland, wingSeats } from './shared';

const LEVEL = '1F';

/** The atrium's floor: the main information desk in the axis, trees and seats on both sides of the escalators. */
const lobby: Element[] = [
  {
    kind: 'unit',
    key: 'information',
    category: 'nonpublic',
    name: name('总服务台', 'Information desk'),
    restriction: 'employeesonly',
    area: areaOf(disc(at(54, 15), 1.3, 8)),
  },
  ...[0, 1, 2, 3, 4, 5, 6].map((i) =>
    desk(`information-${i + 1}`, ringSegment(i + 3), name('总服务台', 'Information desk')),
  ),
  staffDoor('information-gate', ...across(at(54, 15 + 1.3 * Math.cos(Math.PI / 8)), 0.9, 'x')),
  amenity('information', 'information', at(54, 12.2), name('总服务台', 'Information desk'), true),
  ...ticketMachines('tickets-main-west', at(46.2, 12), 'south', 3),
  ...ticketMachines('tickets-main-east', at(58.2, 12), 'south', 3),
  planter('tree', at(54, 29), 1.8),
  planter('planter-nw', at(42.4, 37.8), 0.9),
  planter('planter-ne', at(65.6, 37.8), 0.9),
  planter('planter-sw', at(42.8, 19), 0.9),
  planter('planter-se', at(65.2, 19), 0.9),
  ...seats({ key: 'seats-atrium-west', x: 42.2, y: 24, benches: 2, rows: 5, rowPitch: 2 }),
  ...seats({ key: 'seats-atrium-east', x: 61, y: 24, benches: 2, rows: 5, rowPitch: 2 }),
  equipment('wheelchairs', rect(46, 8.3, 48.4, 9), name('轮椅借用处', 'Wheelchairs to borrow')),
  amenity(
    'wheelchairs',
    'wheelchairassist',
    at(47.2, 9.6),
    name('轮椅借用处', 'Wheelchairs to borrow'),
    true,
  ),
  amenity('wifi-atrium', 'wifi', at(54, 25), name('免费无线网络', 'Free Wi-Fi')),
];

/** One of eight desks around the information point. */
function ringSegment(i: number) {
  const [a, b] = [i - 0.5, i + 0.5].map((turn) => (turn * Math.PI) / 4);
  const p = (radius: number, angle: number) =>
    at(54 + radius * Math.cos(angle), 15 + radius * Math.sin(angle));
  return [p(1.3, a!), p(2, a!), p(2, b!), p(1.3, b!)];
}

/** Tactile paving from the gates to the information desk and the lifts. */
const paving: Element[] = [
  tactilePaving('gate-1', [at(54, -4), at(54, 11.8)]),
  tactilePaving('lift-west', [at(54, 9.6), at(39.2, 9.6), at(39.2, 26.5), at(36.4, 26.5)]),
  tactilePaving('lift-east', [
    at(54, 9.6),
    at(63.8, 9.6),
    at(63.8, 13.2),
    at(68.8, 13.2),
    at(68.8, 26.5),
    at(71.6, 26.5),
  ]),
  tactilePaving('gate-2', [at(84, 3), at(84, 13.2), at(68.8, 13.2)]),
];

const zones: Element[] = [
  zone('police', rect(9, 33, 37, NORTH), name('公安出入境区', 'Police and exit-entry')),
  zone('people-west', rect(9, 16.6, 31, 33), name('社保民生区', 'Social security and civil affairs')),
  zone('business-centre', rect(41, 38, 67, NORTH), name('商事登记区', 'Business registration and licences')),
  zone('business-east', rect(71, 33, 99, NORTH), name('商事登记区', 'Business registration and licences')),
  zone('business-guide', rect(68, SOUTH, 81, 13), name('企业导办区', 'Guidance for companies')),
  zone('people-east', rect(77, 16.6, 99, 33), name('社保民生区', 'Social security and civil affairs')),
];

/** The children's corner, the desk that sends licences home, and what makes waiting easier. */
const comforts: Element[] = [
  {
    kind: 'section',
    key: 'children',
    category: 'recreation',
    ring: rect(29, 34.4, 32.8, 38.6),
    name: name('儿童活动角', "Children's corner"),
  },
  {
    kind: 'fixture',
    key: 'children-table',
    category: 'furniture',
    ring: disc(at(30.9, 36.5), 0.5, 12),
    name: name('儿童桌', "Children's table"),
  },
  amenity('children', 'childplayarea', at(30.2, 35), name('儿童活动角', "Children's corner")),
  desk('express-desk', rect(75.2, 36, 78.6, 36.7), name('证照寄递服务台', 'Delivery desk')),
  amenity('express-desk', 'mailbox', at(76.9, 35.3), name('证照寄递服务台', 'Delivery desk'), true),
  equipment('charging', rect(66.2, 28.2, 66.7, 29.8), name('手机充电柜', 'Phone charging')),
  amenity('charging', 'powerchargingstation', at(67.2, 29), name('手机充电', 'Phone charging')),
  equipment('brochures', rect(41.4, 28.2, 41.9, 29.8), name('办事指南架', 'Brochures')),
];

const guideKiosks: Element[] = [
  ...guideKiosk(1, at(49.9, 12), 'south'),
  ...guideKiosk(2, at(56.9, 12), 'south'),
  ...guideKiosk(3, at(87.2, 11), 'south'),
  ...guideKiosk(4, at(98.6, 35.4), 'west'),
];

const wings: Element[] = [
  ...northWing('west', 1, name('公安服务柜台', 'Police counter')),
  ...wingIsland('west', 19, name('人力资源和社会保障服务岛', 'Human resources and social security island')),
  ...northCentre(35, name('综合与商事登记柜台', 'Comprehensive and business registration counter')),
  ...wingIsland('east', 51, name('公积金与民生服务岛', 'Housing fund and civil affairs island')),
  ...northWing('east', 67, name('市场准入服务柜台', 'Market access counter')),
  ...wingSeats('west'),
  ...wingSeats('east'),
  ...seats({ key: 'seats-south-west-1', x: 11, y: 11, benches: 3, rows: 3 }),
  ...seats({ key: 'seats-south-west-2', x: 20.2, y: 11, benches: 3, rows: 3 }),
  ...seats({ key: 'seats-south-east', x: 89.8, y: 11.4, benches: 3, rows: 3 }),
  ...writingDesks('forms-west', 12, 17.7, 6),
  ...writingDesks('forms-east', 80.6, 17.7, 6),
];

export const firstStorey: StoreyPlan = {
  level: LEVEL,
  ordinal: 0,
  name: name('一楼', 'First floor'),
  outline: outline(true),
  concourse: name('一楼服务大厅', 'First-floor hall'),
  columns: columns(),
  elements: [
    ...core(LEVEL),
    ...waterAlcove('west', 35),
    ...mainEntrance,
    ...gateTwo,
    ...allNight,
    ...southRooms,
    ...eastGate,
    ...lobby,
    ...wings,
    ...zones,
    ...comforts,
    ...guideKiosks,
    ...paving,
  ],
};
