import type { Beacon, BeaconRegister } from '../../types';

export type Fields = Readonly<Record<string, unknown>>;

/** The columns in their order, with what else they are called in sheets that are seen. */
export const COLUMNS: readonly (readonly [name: string, others: string])[] = [
  ['id', '编号|名称|beacon|name'],
  ['level', '楼层|floor'],
  ['x', '东'],
  ['y', '北'],
  ['height', '高度|高|z'],
  ['uuid', ''],
  ['major', ''],
  ['minor', ''],
  ['namespace', ''],
  ['instance', ''],
  ['address', 'mac|地址'],
  ['measuredPowerDbm', '功率|power|txpower|measured power'],
  ['intervalMs', '间隔|interval'],
  ['status', '状态'],
  ['installedOn', '安装日期|installed'],
  ['note', '备注|remark'],
  ['gainDb', ''],
  ['pathLossExponent', ''],
];

/** The beacons as CSV (RFC 4180) with a byte order mark, so that Excel reads its Chinese. */
export function writeBeaconsCsv({ beacons }: Pick<BeaconRegister, 'beacons'>): string {
  const names = COLUMNS.map(([name]) => name);
  const rows = beacons.map((beacon) => {
    const fields = fieldsOf(beacon);
    return names.map((name) => quoted(fields[name]));
  });
  return `\uFEFF${[names, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
}

/** A beacon as one flat row. */
export function fieldsOf({ at, level, eddystone, ...rest }: Beacon): Fields {
  return { ...rest, ...eddystone, level: at?.level ?? level, x: at?.x, y: at?.y };
}

/** A cell; what a sheet would take for a formula is written as text. */
function quoted(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' && /^[=+@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
