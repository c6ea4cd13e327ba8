import type { Beacon, BeaconRegister } from '../types';

/** `beacons.json` (design.md) with one beacon a line, so that a change shows as a diff. Ends with a newline. */
export function writeBeaconRegister(register: BeaconRegister): string {
  const lines = register.beacons.map((beacon) => `    ${JSON.stringify(toEntry(beacon))}`);
  const calibration =
    register.calibration === undefined ? '' : `,\n  "calibration": ${JSON.stringify(register.calibration)}`;
  const beacons = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "venue": ${JSON.stringify(register.venue)},\n  "beacons": ${beacons}${calibration}\n}\n`;
}

function toEntry(beacon: Beacon): object {
  const { id, uuid, major, minor, eddystone, address, at, level, height, status, ...rest } = beacon;
  const place = at ? { level: at.level, x: at.x, y: at.y } : { level };
  return { id, uuid, major, minor, eddystone, address, ...place, height, ...statusOf(status), ...rest };
}

function statusOf(status: Beacon['status']): { readonly status?: Beacon['status'] } {
  return status === 'active' ? {} : { status };
}
