import { type Element, name } from '../elements';
import { type Side, sideAt, sideRect, WEST } from '../storeys/frame';
import { across, door, passage, staffDoor } from './doors';
import { amenity } from './furniture';
import { room, staffRoom } from './rooms';

/** Toilets for men, women, wheelchairs and families in an end strip: 18 m from `y` northwards, all doors to the hall. */
export function toilets(side: Side, y: number): Element[] {
  const p = (x: number, dy: number) => sideAt(side, x, y + dy);
  const label = side === 'west' ? name('西', 'West') : name('东', 'East');
  const named = (zh: string, en: string) => name(`${label.zh}${zh}`, `${label.en} ${en}`);
  const at = (dy: number, width: number) => across(p(WEST, dy), width, 'y');
  const male = [p(0, 0), p(WEST, 0), p(WEST, 5.5), p(5.4, 5.5), p(5.4, 8), p(0, 8)];
  const female = [p(0, 8), p(WEST, 8), p(WEST, 14.5), p(4, 14.5), p(4, 18), p(0, 18)];
  return [
    ...room(
      `male-${side}`,
      'restroom.male',
      named('侧男洗手间', 'toilets, men'),
      male,
      passage(`male-${side}-door`, ...at(2.5, 1.3)),
    ),
    ...room(
      `accessible-${side}`,
      'restroom.unisex.wheelchair',
      named('侧无障碍洗手间', 'accessible toilet'),
      sideRect(side, 5.4, y + 5.5, WEST, y + 8),
      door(`accessible-${side}-door`, ...at(6.75, 1.2)),
    ),
    ...room(
      `female-${side}`,
      'restroom.female',
      named('侧女洗手间', 'toilets, women'),
      female,
      passage(`female-${side}-door`, ...at(11, 1.3)),
    ),
    ...room(
      `mothers-${side}`,
      'mothersroom',
      named('侧母婴室', 'mother and baby room'),
      sideRect(side, 4, y + 14.5, WEST, y + 18),
      door(`mothers-${side}-door`, ...at(16.25, 1.2)),
    ),
    amenity(`male-${side}`, 'restroom.male', p(4.5, 2.7), named('侧男洗手间', 'toilets, men')),
    amenity(`female-${side}`, 'restroom.female', p(4.5, 11), named('侧女洗手间', 'toilets, women')),
    amenity(
      `accessible-${side}`,
      'restroom.unisex.wheelchair',
      p(7.2, 6.75),
      named('侧无障碍洗手间', 'accessible toilet'),
      true,
    ),
    amenity(`mothers-${side}`, 'mothersroom', p(6.5, 16.25), named('侧母婴室', 'mother and baby room'), true),
  ];
}

/** An open alcove with drinking water. */
export function waterAlcove(side: Side, y: number): Element[] {
  return [
    ...room(
      `water-${side}`,
      'room',
      name('饮水休息处', 'Water and rest'),
      sideRect(side, 0, y, WEST, y + 4),
      passage(`water-${side}-opening`, ...across(sideAt(side, WEST, y + 2), 2.8, 'y')),
    ),
    amenity(
      `water-${side}`,
      'drinkingfountain',
      sideAt(side, 2, y + 2),
      name('直饮水', 'Drinking water'),
      true,
    ),
    amenity(
      `vending-${side}`,
      'vendingmachine',
      sideAt(side, 4.5, y + 3),
      name('自动售货机', 'Vending machine'),
    ),
  ];
}

/** The staff's entrance from the hall and the office behind it, which opens to the north counters and, on the ground, to the street. */
export function staffEntrance(
  side: Side,
  y: number,
  north: number,
  face: number,
  isGround: boolean,
): Element[] {
  return [
    ...staffRoom(
      `staff-lobby-${side}`,
      name('员工门厅', 'Staff entrance'),
      sideRect(side, 0, y, WEST, north),
      staffDoor(`staff-lobby-${side}-door`, ...across(sideAt(side, WEST, north - 1.6), 1, 'y')),
    ),
    ...staffRoom(
      `staff-office-${side}`,
      name('综合办公室', 'General office'),
      sideRect(side, 0, north, WEST, face),
      staffDoor(`staff-office-${side}-door`, ...across(sideAt(side, 4.5, north), 1, 'x')),
      staffDoor(`staff-office-${side}-counter`, ...across(sideAt(side, WEST, north + 3), 1, 'y')),
      ...(isGround
        ? [staffDoor(`staff-office-${side}-street`, ...across(sideAt(side, 0, north + 3), 1.2, 'y'))]
        : []),
    ),
  ];
}
