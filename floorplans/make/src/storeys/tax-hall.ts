import { type Element, name } from '../elements';
import { straightCounter } from '../parts/counter';
import { amenity, desk, equipment, machines, seats, ticketMachines, writingDesks } from '../parts/furniture';
import { at, rect } from '../shapes';
import { EAST, NORTH, SOUTH } from './frame';
import { northWing, wingIsland, wingSeats } from './shared';

const terminal = (number: number) => name(`办税自助终端${number}`, `Tax terminal ${number}`);
const allInOne = (number: number) => name(`办税一体机${number}`, `All-in-one tax machine ${number}`);
const computer = (number: number) => name(`自助办税电脑${number}`, `Self-service computer ${number}`);

/** The joint national and local tax hall: 60 windows, 16 terminals and 5 all-in-one machines, 13 computers. */
export const taxHall: Element[] = [
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
    fenced: true,
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
