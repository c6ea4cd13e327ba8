import { type Element, name, type OpeningElement } from '../elements';
import { across, door, staffDoor } from '../parts/doors';
import { amenity, desk, rows, seats, table } from '../parts/furniture';
import { restrictedRoom, room, staffRoom } from '../parts/rooms';
import { at, rect } from '../shapes';
import { EAST, NORTH, SOUTH, sideRect } from './frame';
import { northOffice } from './shared';

/** The public resources trading centre, in the east of the third storey. */

/** The west and east walls of the bid rooms; beyond the east one a public corridor leads to the stairs and toilets. */
const BID_WEST = 80;
const BID_EAST = 96;

/** A room for bidders, who are called in: a table for the host and rows of seats. */
function bidRoom(number: number, zh: string, y0: number, y1: number): Element[] {
  const middle = (y0 + y1) / 2;
  return [
    ...restrictedRoom(
      `bid-${number}`,
      'conferenceroom',
      name(`第${zh}开标室`, `Bid room ${number}`),
      rect(BID_WEST, y0, BID_EAST, y1),
      guarded(door(`bid-${number}-door`, ...across(at(BID_WEST, middle), 1.8, 'y'))),
    ),
    table(`bid-${number}-table`, rect(93.6, middle - 2, 94.6, middle + 2)),
    ...rows(`bid-${number}-seats`, name('投标人席', 'Bidders’ seats'), [83, y0 + 1.4, 92.4, y1 - 1.4]),
  ];
}

const guarded = (opening: OpeningElement): OpeningElement => ({ ...opening, accessControl: ['guard'] });

const bidRooms: Element[] = [
  ...bidRoom(1, '一', 11, 19),
  ...bidRoom(2, '二', 19, 27),
  ...bidRoom(3, '三', 27, 35),
];

const evaluation = (
  key: string,
  zh: string,
  en: string,
  ring: readonly [number, number, number, number],
  entry: OpeningElement,
) => restrictedRoom(key, 'conferenceroom', name(zh, en), rect(...ring), entry);

/** The rooms in which bids are judged, behind one guarded door; some judges sit in other cities. */
const evaluationRooms: Element[] = [
  ...restrictedRoom(
    'evaluation-corridor',
    'walkway',
    name('评标区走廊', 'Evaluation corridor'),
    rect(BID_WEST, 35, BID_EAST, 38),
    {
      ...staffDoor('evaluation-gate', ...across(at(BID_WEST, 36.5), 1.4, 'y')),
      accessControl: ['guard', 'badgereader'],
    },
  ),
  ...evaluation(
    'evaluation-1',
    '评标一室',
    'Evaluation room 1',
    [BID_WEST, 38, 86.5, NORTH],
    staffDoor('evaluation-1-door', ...across(at(83.2, 38), 1.2, 'x')),
  ),
  ...restrictedRoom(
    'evaluation-link',
    'walkway',
    name('评标区通道', 'Evaluation passage'),
    rect(86.5, 38, 89.5, NORTH),
    staffDoor('evaluation-link-door', ...across(at(88, 38), 1.4, 'x')),
  ),
  ...evaluation(
    'evaluation-2',
    '评标二室',
    'Evaluation room 2',
    [89.5, 38, BID_EAST, NORTH],
    staffDoor('evaluation-2-door', ...across(at(92.8, 38), 1.2, 'x')),
  ),
  ...evaluation(
    'remote-evaluation',
    '远程异地评标室',
    'Remote bid evaluation',
    [BID_WEST, NORTH, 92, 50],
    staffDoor('remote-evaluation-door', ...across(at(88, NORTH), 1.4, 'x')),
  ),
  ...evaluation(
    'experts-lounge',
    '专家休息室',
    "Experts' lounge",
    [92, NORTH, EAST, 50],
    staffDoor('experts-lounge-door', ...across(at(92, 47), 1.2, 'y')),
  ),
  ...evaluation(
    'supervision',
    '电子监察室',
    'Supervision room',
    [BID_WEST, 50, 90, 60],
    staffDoor('supervision-door', ...across(at(85, 50), 1.2, 'x')),
  ),
  ...evaluation(
    'experts',
    '专家抽取室',
    'Expert selection room',
    [90, 50, EAST, 60],
    staffDoor('experts-door', ...across(at(95.5, 50), 1.2, 'x')),
  ),
  ...remoteSeats(),
  table('evaluation-1-table', rect(81.6, 40.4, 84.8, 42)),
  table('evaluation-2-table', rect(91.2, 40.4, 94.4, 42)),
];

/** Seats with screens on both sides of the door to the supervision room. */
function remoteSeats(): Element[] {
  return [80.4, 82.1, 86.2, 87.9, 89.6].map((x, i) =>
    desk(
      `remote-seat-${i + 1}`,
      rect(x, 49, x + 1.4, 49.7),
      name(`远程评标席${i + 1}`, `Remote evaluation seat ${i + 1}`),
    ),
  );
}

const offices: Element[] = [
  ...staffRoom(
    'trading-office',
    name('交易服务办公室', 'Trading service office'),
    rect(71, NORTH, BID_WEST, 50),
    staffDoor('trading-office-door', ...across(at(75.5, NORTH), 1.2, 'x')),
  ),
  ...northOffice('trading-archive', 'east', 28, 37, name('交易档案室', 'Trading archive')),
  ...room(
    'multi-purpose',
    'conferenceroom',
    name('多功能厅', 'Multi-purpose room'),
    rect(67, -1, BID_WEST, SOUTH),
    door('multi-purpose-door', ...across(at(73.5, SOUTH), 1.8, 'x')),
  ),
  ...rows('multi-purpose-seats', name('座椅', 'Seats'), [69, 1.2, 77, 5.6]),
  ...room(
    'bidder-training',
    'classroom',
    name('投标培训室', 'Bidder training room'),
    rect(BID_WEST, -1, 90, SOUTH),
    door('bidder-training-door', ...across(at(85, SOUTH), 1.5, 'x')),
  ),
  ...rows('bidder-training-desks', name('培训桌', 'Desk'), [82, 1.2, 88.6, 5.6]),
  ...staffRoom(
    'trading-server',
    name('设备机房', 'Server room'),
    rect(90, -1, EAST, SOUTH),
    staffDoor('trading-server-door', ...across(at(94.5, SOUTH), 1, 'x')),
  ),
  ...staffRoom(
    'office-south-east',
    name('交易监管办公室', 'Trading supervision office'),
    sideRect('east', -1, -1, 9, 13),
    staffDoor('office-south-east-door', ...across(at(EAST, 10.4), 1, 'y')),
  ),
];

const lobby: Element[] = [
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
    fenced: true,
    ring: rect(67.5, SOUTH, BID_WEST, NORTH),
    name: name('公共资源交易中心', 'Public resources trading centre'),
  },
  ...seats({ key: 'seats-trading', x: 72.6, y: 17.2, benches: 2, rows: 3 }),
];

export const trading: Element[] = [...bidRooms, ...evaluationRooms, ...offices, ...lobby];
