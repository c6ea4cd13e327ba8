import { type RegisterContext, readBeaconRegister } from '../../beacons/read-register';
import type { Beacon, BeaconRegisterResult } from '../../types';
import { COLUMNS, type Fields, fieldsOf } from './write-csv';

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
