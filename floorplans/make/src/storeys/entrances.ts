import { type Element, name } from '../elements';
import { straightCounter } from '../parts/counter';
import { across, gateDoor, passage, staffDoor } from '../parts/doors';
import { amenity, desk, ticketMachines } from '../parts/furniture';
import { room } from '../parts/rooms';
import { at, rect } from '../shapes';
import { BAY, EAST, SOUTH, sideRect, WIDTH } from './frame';

/** The ground floor's gates, with security checks and what visitors find first behind them. */

/** South Gate 1: a bay with a vestibule, the security check, and the hall beyond. */
export const mainEntrance: Element[] = [
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
export const gateTwo: Element[] = [
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

/** East Gate: the way through the east strip from the car park. */
export const eastGate: Element[] = [
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
