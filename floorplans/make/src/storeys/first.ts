import { type Element, name, type StoreyPlan } from '../elements';
import { HOURS, ROUND_THE_CLOCK } from '../hours';
import { straightCounter } from '../parts/counter';
import { across, door, gateDoor, passage, staffDoor } from '../parts/doors';
import {
  amenity,
  desk,
  equipment,
  guideKiosk,
  machines,
  planter,
  seats,
  tactilePaving,
  ticketMachines,
  writingDesks,
  zone,
} from '../parts/furniture';
import { room, staffRoom } from '../parts/rooms';
import { waterAlcove } from '../parts/strip';
import { areaOf, at, disc, rect } from '../shapes';
import { BAY, columns, EAST, NORTH, outline, SOUTH, sideRect, WIDTH } from './frame';
import { core, northCentre, northWing, wingIsland, wingSeats } from './shared';

const LEVEL = '1F';

/** South Gate 1: a bay with a vestibule, the security check, and the hall beyond. */
const mainEntrance: Element[] = [
  ...room(
    'vestibule-south-1',
    'lobby',
    name('南1号门门厅', 'South Gate 1 vestibule'),
    [...BAY, at(63, 4), at(45, 4)],
    gateDoor('gate-south-1-west', ...across(at(52.4, -4), 2.4, 'x'), name('南1号门', 'South Gate 1')),
    gateDoor('gate-south-1-east', ...across(at(55.6, -4), 2.4, 'x'), name('南1号门', 'South Gate 1')),
    passage('vestibule-south-1-hall', ...across(at(54, 4), 12, 'x')),
  ),
  {
    kind: 'fixture',
    key: 'security-1-west',
    category: 'securityequipment',
    ring: rect(49, 0.6, 50, 3),
    name: name('安检机', 'Security scanner'),
  },
  {
    kind: 'fixture',
    key: 'security-1-east',
    category: 'securityequipment',
    ring: rect(58, 0.6, 59, 3),
    name: name('安检机', 'Security scanner'),
  },
  amenity('security-1', 'security.checkpoint', at(54, 2), name('安检口', 'Security check')),
  amenity('gate-south-1', 'entry', at(54, -2.5), name('南1号门', 'South Gate 1'), true),
];

/** South Gate 2 in its recess, with the guide desk and the windows that begin here. */
const gateTwo: Element[] = [
  ...room(
    'vestibule-south-2',
    'lobby',
    name('南2号门门厅', 'South Gate 2 vestibule'),
    rect(80, 3, 88, SOUTH),
    gateDoor('gate-south-2', ...across(at(84, 3), 3, 'x'), name('南2号门', 'South Gate 2')),
    passage('vestibule-south-2-hall', ...across(at(84, SOUTH), 5, 'x')),
  ),
  {
    kind: 'fixture',
    key: 'security-2',
    category: 'securityequipment',
    ring: rect(80.6, 4.4, 81.6, 6.8),
    name: name('安检机', 'Security scanner'),
  },
  amenity('security-2', 'security.checkpoint', at(84, 5.5), name('安检口', 'Security check')),
  amenity('gate-south-2', 'entry', at(84, 4), name('南2号门', 'South Gate 2'), true),
  ...straightCounter({
    key: 'counter-guide',
    name: name('导办代办服务台', 'Guide service counter'),
    frame: { start: at(78, SOUTH), facing: 'north' },
    width: 10,
    depth: 9,
    first: 85,
    count: 6,
  }),
  staffDoor('counter-guide-door', ...across(at(78, 5.5), 1, 'y')),
  desk('guide-desk', rect(78.4, 9.8, 80.8, 10.5), name('政务导办台', 'Guide desk')),
  amenity('guide-desk', 'information', at(79.6, 11.2), name('政务导办台', 'Guide desk'), true),
  ...ticketMachines('tickets-gate-2', at(91.6, 8.6), 'north', 2),
];

/** The 24-hour self-service area with its own street door in the cut corner, and the door to the hall that shuts at night. */
const terminal = (number: number) => name(`24小时自助终端${number}`, `24-hour terminal ${number}`);
const allNight: Element[] = [
  ...room(
    'self-service-24h',
    'room',
    name('24小时自助服务区', '24-hour self-service area'),
    [at(-1, -1), at(27, -1), at(27, SOUTH), at(9, SOUTH), at(9, 13), at(-1, 13)],
    gateDoor(
      'gate-24h',
      at(2.15, 3.85),
      at(3.85, 2.15),
      name('24小时自助服务区街门', '24-hour area street door'),
    ),
    {
      kind: 'opening',
      key: 'night-door',
      category: 'pedestrian',
      line: across(at(25, SOUTH), 2.4, 'x'),
      door: { type: 'sliding', automatic: true, material: 'glass' },
      name: name('24小时区隔离门（夜间关闭）', 'Door to the hall (shut at night)'),
      accessibility: ['wheelchair'],
    },
  ),
  ...machines({
    key: 'terminal-24h',
    start: at(10.4, 7.3),
    facing: 'south',
    count: 9,
    pitch: 1.4,
    width: 0.9,
    depth: 0.7,
    label: terminal,
  }),
  ...machines({
    key: 'terminal-24h',
    start: at(26.4, 0.7),
    facing: 'north',
    count: 12,
    pitch: 1.4,
    width: 0.9,
    depth: 0.7,
    label: terminal,
    first: 10,
  }),
  ...machines({
    key: 'computer-24h',
    start: at(0.8, 8.4),
    facing: 'east',
    count: 3,
    pitch: 1.4,
    width: 1.2,
    depth: 0.7,
    label: (n) => name(`免费上网电脑${n}`, `Free computer ${n}`),
  }),
  {
    kind: 'section',
    key: 'self-service-24h',
    category: 'servicearea',
    ring: rect(9.6, 0.7, 26.4, 7.3),
    name: name('24小时自助终端', '24-hour terminals'),
  },
  amenity('gate-24h', 'entry', at(4.4, 4.4), name('24小时自助服务区街门', '24-hour area street door'), true),
  amenity('wifi-24h', 'wifi', at(6, 9), name('免费无线网络', 'Free Wi-Fi')),
];

/** Shops along the south face, first aid, and the 12345 corner. */
const southRooms: Element[] = [
  ...room(
    'copy-shop',
    'room',
    name('照相复印', 'Photos and copies'),
    rect(27, -1, 36, SOUTH),
    door('copy-shop-door', ...across(at(31.5, SOUTH), 1.8, 'x'), 'glass'),
  ),
  {
    kind: 'occupant',
    key: 'copy-shop',
    category: 'copyshop',
    name: name('照相复印服务部', 'Photo and copy shop'),
    stand: at(31.5, 5.5),
    hours: HOURS,
  },
  desk('copy-shop-desk', rect(28, 3.6, 35, 4.3), name('照相复印服务台', 'Photo and copy desk')),
  amenity('copy-shop', 'copymachine', at(29.5, 6.5), name('复印', 'Photocopies')),
  amenity('photo', 'photobooth', at(34, 6.5), name('证件照', 'Identity photos')),
  ...room(
    'bank',
    'room',
    name('银行服务点', 'Bank'),
    rect(36, -1, 45, SOUTH),
    door('bank-door', ...across(at(40.5, SOUTH), 1.8, 'x'), 'glass'),
  ),
  {
    kind: 'occupant',
    key: 'bank',
    category: 'bank',
    name: name('银行服务点', 'Bank counter'),
    stand: at(40.5, 5.5),
    hours: HOURS,
  },
  desk('bank-desk', rect(37, 3.6, 44, 4.3), name('银行柜台', 'Bank desk')),
  amenity('atm', 'atm', at(43.6, 6.5), name('自动柜员机', 'Cash machine'), true),
  ...room(
    'first-aid',
    'firstaid',
    name('医务室', 'First aid'),
    rect(63, -1, 68, SOUTH),
    door('first-aid-door', ...across(at(65.5, SOUTH), 1.2, 'x')),
  ),
  amenity('first-aid', 'firstaid', at(65.5, 5), name('医务室', 'First aid'), true),
  amenity('defibrillator', 'defibrillator', at(64.4, 8.6), name('自动体外除颤器', 'Defibrillator')),
  ...staffRoom(
    'control-room',
    name('消防安防控制室', 'Fire and security control'),
    rect(90, -1, EAST, SOUTH),
    staffDoor('control-room-door', ...across(at(95, SOUTH), 1.2, 'x')),
  ),
  ...room(
    'hotline',
    'room',
    name('12345热线服务角', '12345 hotline corner'),
    sideRect('east', -1, -1, 9, 13),
    passage('hotline-opening', ...across(at(EAST, 10.5), 3, 'y')),
  ),
  desk('hotline-desk', rect(101, 5, 106, 5.7), name('12345政企通服务台', '12345 enterprise desk')),
  {
    kind: 'occupant',
    key: 'hotline',
    category: 'publicservices.government',
    name: name('12345政府服务热线', '12345 government hotline'),
    stand: at(103.5, 6.5),
    hours: ROUND_THE_CLOCK,
  },
  amenity('hotline', 'phone', at(106.5, 9), name('12345热线电话', '12345 telephone'), true),
];

/** East Gate: the way through the east strip from the car park. */
const eastGate: Element[] = [
  ...room(
    'vestibule-east',
    'lobby',
    name('东门门厅', 'East Gate vestibule'),
    sideRect('east', 0, 35, 9, 39),
    gateDoor('gate-east', ...across(at(WIDTH, 37), 2.4, 'y'), name('东门', 'East Gate')),
    passage('vestibule-east-hall', ...across(at(EAST, 37), 3, 'y')),
  ),
  {
    kind: 'fixture',
    key: 'security-east',
    category: 'securityequipment',
    ring: rect(102, 37.9, 104.4, 38.8),
    name: name('安检机', 'Security scanner'),
  },
  amenity('gate-east', 'entry', at(106.5, 37), name('东门', 'East Gate'), true),
  amenity('security-east', 'security.checkpoint', at(103.2, 36.8), name('安检口', 'Security check')),
  ...ticketMachines('tickets-east', at(98.4, 41.2), 'west', 2),
];

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
  zone('business-centre', rect(41, 39, 67, NORTH), name('商事登记区', 'Business registration and licences')),
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
