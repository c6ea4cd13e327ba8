import { type Element, name } from '../elements';
import { HOURS, ROUND_THE_CLOCK } from '../hours';
import { across, door, gateDoor, passage, staffDoor } from '../parts/doors';
import { amenity, desk, machines } from '../parts/furniture';
import { room, staffRoom } from '../parts/rooms';
import { at, rect } from '../shapes';
import { EAST, SOUTH, sideRect } from './frame';

const terminal = (number: number) => name(`24小时自助终端${number}`, `24-hour terminal ${number}`);

/** The 24-hour self-service area with its own street door in the cut corner, and the door to the hall that shuts at night. */
export const allNight: Element[] = [
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
    fenced: true,
    ring: rect(9.6, 0.7, 26.4, 7.3),
    name: name('24小时自助终端', '24-hour terminals'),
  },
  amenity('gate-24h', 'entry', at(4.4, 4.4), name('24小时自助服务区街门', '24-hour area street door'), true),
  amenity('wifi-24h', 'wifi', at(6, 9), name('免费无线网络', 'Free Wi-Fi')),
];

/** Shops along the south face, first aid, and the 12345 corner. */
export const southRooms: Element[] = [
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
