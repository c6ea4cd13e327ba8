import { type RegisterContext, readBeaconRegister } from '../../beacons/read-register';
import type { Beacon, BeaconRegister, BeaconRegisterResult } from '../../types';

/** The columns in their order, with what else they are called in sheets that are seen. */
const COLUMNS: readonly (readonly [name: string, others: string])[] = [
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

function fieldsOf({ at, level, eddystone, ...rest }: Beacon): Fields {
  return { ...rest, ...eddystone, level: at?.level ?? level, x: at?.x, y: at?.y };
}

/** A cell; what a sheet would take for a formula is written as text. */
function quoted(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' && /^[=+@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export interface SheetContext extends RegisterContext {
  /** The beacons as they are: what the sheet has no column for, they keep. */
  readonly known?: readonly Beacon[];
}

/**
 * Beacons from a CSV with a line of heads, in English or Chinese and any order, separated by comma, semicolon or tab. Cells
 * are read as `readBeaconRegister` reads fields; a head that is not known is reported and ignored.
 */
export function readBeaconsCsv(text: string, context: SheetContext = {}): BeaconRegisterResult {
  const [heads = [], ...rows] = cellsOf(text.replace(/^\uFEFF/, ''));
  const names = heads.map(columnOf);
  const file = context.file ?? 'beacons.csv';
  if (!names.some((name) => name !== undefined)) {
    const message = `${file} has no head that is known; expected ${COLUMNS.map(([name]) => name).join(', ')}.`;
    return { ok: false, issues: [{ severity: 'error', kind: 'not-a-register', file, message }] };
  }
  const known = new Map(context.known?.map((beacon) => [beacon.id, fieldsOf(beacon)]));
  const beacons = rows
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map((row) => entryOf(row, names, known));
  const result = readBeaconRegister({ beacons }, { ...context, file });
  if (!result.ok) return result;
  const strange = heads.filter((head, i) => names[i] === undefined && head.trim() !== '');
  const issues = strange.map((head) => ({
    severity: 'warning' as const,
    kind: 'unknown-column',
    file,
    message: `${file}: the column "${head}" is not known; it is ignored.`,
  }));
  return { ...result, issues: [...issues, ...result.issues] };
}

function columnOf(head: string): string | undefined {
  const wanted = head.trim().toLowerCase();
  return COLUMNS.find(([name, others]) =>
    [name, ...others.split('|')].some((known) => known !== '' && known.toLowerCase() === wanted),
  )?.[0];
}

type Fields = Readonly<Record<string, unknown>>;

function entryOf(
  row: readonly string[],
  names: readonly (string | undefined)[],
  known: ReadonlyMap<string, Fields>,
): object {
  const cells: Record<string, string> = {};
  for (const [i, name] of names.entries()) {
    const cell = row[i]?.trim().replace(/^'(?=[=+@])/, '') ?? '';
    if (name !== undefined && cell !== '') cells[name] = cell;
  }
  const kept = Object.entries(known.get(cells.id ?? '') ?? {}).filter(([name]) => !names.includes(name));
  const { namespace, instance, ...rest } = { ...Object.fromEntries(kept), ...cells } as Fields;
  return { ...rest, ...(namespace && instance ? { eddystone: { namespace, instance } } : {}) };
}

/** The cells of a CSV; the separator is the one that its first line has most of. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const first = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));
  const counts = [',', ';', '\t'].map((mark) => [mark, first.split(mark).length] as const);
  const separator = counts.reduce((a, b) => (b[1] > a[1] ? b : a))[0];
  const rows: string[][] = [];
  let [row, cell, isQuoted]: [string[], string, boolean] = [[], '', false];
  const endRow = () => {
    rows.push([...row, cell]);
    [row, cell] = [[], ''];
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (isQuoted && c === '"' && text[i + 1] === '"') cell += text[++i];
    else if (c === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (isQuoted) cell += c;
    else if (c === separator) [row, cell] = [[...row, cell], ''];
    else if (c === '\n' || c === '\r') {
      if (c === '\r' && text[i + 1] === '\n') i++;
      endRow();
    } else cell += c;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}
