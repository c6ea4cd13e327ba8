import { type Element, name, type StoreyPlan } from '../elements';
import { straightCounter } from '../parts/counter';
import { across, door, staffDoor } from '../parts/doors';
import { amenity, desk, planter, seats, ticketMachines, writingDesks } from '../parts/furniture';
import { restrictedRoom, room, staffRoom } from '../parts/rooms';
import { waterAlcove } from '../parts/strip';
import { at, rect } from '../shapes';
import { columns, EAST, outline, SOUTH, sideRect, WEST } from './frame';
import { core, northCentre, northOffice, northWing, wingIsland, wingSeats } from './shared';

const LEVEL = '3F';
/** The west wall of the bid rooms. */
const BID = 80;

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

const bidRoom = (number: string, zh: string, y0: number, y1: number): Element[] =>
  restrictedRoom(
    `bid-${number}`,
    'conferenceroom',
    name(`${zh}开标室`, `Bid room ${number}`),
    rect(BID, y0, EAST, y1),
    {
      ...door(`bid-${number}-door`, ...across(at(BID, (Math.max(y0, 0) + y1) / 2), 1.8, 'y')),
      accessControl: ['guard'],
    },
  );

const evaluationRoom = (
  key: string,
  zh: string,
  en: string,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  doorAt: readonly [number, number],
): Element[] =>
  restrictedRoom(
    key,
    'conferenceroom',
    name(zh, en),
    rect(x0, y0, x1, y1),
    staffDoor(`${key}-door`, ...across(at(...doorAt), 1.2, 'x')),
  );

/** The public resources trading centre: bid rooms for those invited, and behind a guarded door the evaluation rooms. */
const trading: Element[] = [
  ...bidRoom('1', '第一', -1, 8),
  ...bidRoom('2', '第二', 8, 17),
  ...bidRoom('3', '第三', 17, 26),
  ...bidRoom('4', '第四', 26, 35),
  ...restrictedRoom(
    'evaluation-corridor',
    'walkway',
    name('评标区走廊', 'Evaluation corridor'),
    rect(BID, 35, EAST, 38),
    {
      ...staffDoor('evaluation-gate', ...across(at(BID, 36.5), 1.4, 'y')),
      accessControl: ['guard', 'badgereader'],
    },
  ),
  ...evaluationRoom('evaluation-1', '评标一室', 'Evaluation room 1', BID, 38, 86, 44, [83, 38]),
  ...evaluationRoom('evaluation-2', '评标二室', 'Evaluation room 2', 86, 38, 92, 44, [89, 38]),
  ...restrictedRoom(
    'evaluation-link',
    'walkway',
    name('评标区通道', 'Evaluation passage'),
    rect(92, 38, 94.4, 44),
    staffDoor('evaluation-link-door', ...across(at(93.2, 38), 1.4, 'x')),
  ),
  ...evaluationRoom('experts', '专家抽取室', 'Expert selection room', 94.4, 38, EAST, 44, [96.7, 38]),
  ...restrictedRoom(
    'remote-evaluation',
    'conferenceroom',
    name('远程异地评标室', 'Remote bid evaluation'),
    rect(BID, 44, EAST, 50),
    staffDoor('remote-evaluation-door', ...across(at(93.2, 44), 1.4, 'x')),
  ),
  ...[0, 1, 2, 3, 4, 5].map((i) =>
    desk(
      `remote-seat-${i + 1}`,
      rect(81 + i * 1.9, 48.4, 82.5 + i * 1.9, 49.1),
      name(`远程评标席${i + 1}`, `Remote evaluation seat ${i + 1}`),
    ),
  ),
  ...restrictedRoom(
    'supervision',
    'office',
    name('电子监察室', 'Supervision room'),
    rect(BID, 50, EAST, 60),
    staffDoor('supervision-door', ...across(at(96, 50), 1.2, 'x')),
  ),
  ...staffRoom(
    'trading-office',
    name('交易服务办公室', 'Trading service office'),
    rect(71, 44, BID, 50),
    staffDoor('trading-office-door', ...across(at(75.5, 44), 1.2, 'x')),
  ),
  ...northOffice('trading-archive', 'east', 28, 37, name('交易档案室', 'Trading archive')),
  ...room(
    'multi-purpose',
    'conferenceroom',
    name('多功能厅', 'Multi-purpose room'),
    rect(67, -1, BID, SOUTH),
    door('multi-purpose-door', ...across(at(74, SOUTH), 1.8, 'x')),
  ),
  desk('trading-desk', rect(73, 36.6, 77, 37.4), name('公共资源交易服务台', 'Trading service desk')),
  amenity(
    'trading-desk',
    'reception.desk',
    at(75, 35.8),
    name('公共资源交易服务台', 'Trading service desk'),
    true,
  ),
  {
    kind: 'section',
    key: 'trading',
    category: 'servicearea',
    ring: rect(67, SOUTH, BID, 44),
    name: name('公共资源交易中心', 'Public resources trading centre'),
  },
  ...seats({ key: 'seats-trading', x: 72.6, y: 10.6, benches: 2, rows: 3 }),
  ...staffRoom(
    'office-south-east',
    name('设备机房', 'Server room'),
    sideRect('east', -1, -1, 9, 13),
    staffDoor('office-south-east-door', ...across(at(EAST, 4), 1, 'y')),
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
    area: [{ outer: [at(45, 0), at(47, -3), at(51, -4), at(57, -4), at(61, -3), at(63, 0)], holes: [] }],
  },
  door('terrace-door', ...across(at(54, 0), 2.4, 'x'), 'glass'),
  ...seats({ key: 'seats-lounge-west', x: 46, y: 2, benches: 2, rows: 3, rowPitch: 1.8 }),
  ...seats({ key: 'seats-lounge-east', x: 57.2, y: 2, benches: 2, rows: 3, rowPitch: 1.8 }),
  planter('planter-terrace-west', at(49, -1.8), 0.8),
  planter('planter-terrace-east', at(59, -1.8), 0.8),
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
  ],
};
