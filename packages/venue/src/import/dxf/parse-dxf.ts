import { DxfRefusal, type Group, numberOf, readGroups } from './read-groups';

/** An entity as it stands in the file. */
export interface DxfEntity {
  readonly type: string;
  readonly layer: string;
  readonly groups: readonly Group[];
  /** The vertices of a POLYLINE, the attributes of an INSERT. */
  readonly parts: readonly DxfEntity[];
}

export interface DxfBlock {
  readonly base: { readonly x: number; readonly y: number };
  readonly entities: readonly DxfEntity[];
}

/** What of a drawing matters for a floor plan. */
export interface DxfFile {
  /** The first value of each variable of the header, such as `$INSUNITS`. */
  readonly header: ReadonlyMap<string, Group>;
  /** Layers that are switched off or frozen. */
  readonly hidden: ReadonlySet<string>;
  readonly blocks: ReadonlyMap<string, DxfBlock>;
  /** Model space. */
  readonly entities: readonly DxfEntity[];
}

const MOST_ENTITIES = 400_000;

/** Reads the sections of a DXF file (R12 to 2018). Throws a `DxfRefusal` for what is no whole drawing. */
export function parseDxf(bytes: Uint8Array): DxfFile {
  const header = new Map<string, Group>();
  const hidden = new Set<string>();
  const blocks = new Map<string, DxfBlock>();
  let entities: readonly DxfEntity[] = [];
  for (const { section, records } of sectionsOf(bytes)) {
    if (section === 'HEADER') readHeader(records[0]?.groups ?? [], header);
    if (section === 'TABLES') readLayers(records, hidden);
    if (section === 'BLOCKS') readBlocks(records, blocks);
    if (section === 'ENTITIES') entities = entitiesOf(records);
  }
  return { header, hidden, blocks, entities };
}

/** A record: everything from one group 0 to the next. */
interface DxfRecord {
  readonly type: string;
  readonly groups: Group[];
}

interface Section {
  readonly section: string;
  readonly records: DxfRecord[];
}

function* sectionsOf(bytes: Uint8Array): Generator<Section> {
  let open: Section | undefined;
  let record: DxfRecord = { type: '', groups: [] };
  let count = 0;
  let isAfterSection = false;
  for (const group of readGroups(bytes)) {
    if (group.code !== 0) {
      // The name of a section comes as its first group, the variables of the header without a group 0.
      if (isAfterSection && group.code === 2) {
        record = { type: '', groups: [] };
        open = { section: group.value.trim(), records: [record] };
        isAfterSection = false;
      } else record.groups.push(group);
      continue;
    }
    const type = group.value.trim();
    if (type === 'EOF' && !open) return;
    if (type === 'ENDSEC' && open) yield open;
    isAfterSection = type === 'SECTION';
    if (isAfterSection || type === 'ENDSEC') open = undefined;
    record = { type, groups: [] };
    open?.records.push(record);
    if (++count > 4 * MOST_ENTITIES) throw tooMany();
  }
  if (open)
    throw new DxfRefusal('dxf-truncated', `is cut off in its section ${open.section}: it has no ENDSEC`);
}

export function tooMany(): DxfRefusal {
  return new DxfRefusal(
    'dxf-too-large',
    `has more than ${MOST_ENTITIES} entities, or more than can be drawn`,
  );
}

function readHeader(groups: readonly Group[], header: Map<string, Group>): void {
  let name: string | undefined;
  for (const group of groups) {
    if (group.code === 9) name = group.value.trim();
    else if (name !== undefined && !header.has(name)) header.set(name, group);
  }
}

const FROZEN = 1;

function readLayers(records: readonly DxfRecord[], hidden: Set<string>): void {
  for (const { type, groups } of records) {
    const name = groups.find(({ code }) => code === 2)?.value.trim();
    if (type !== 'LAYER' || name === undefined) continue;
    const isOff = (numberAt(groups, 62) ?? 0) < 0;
    if (isOff || ((numberAt(groups, 70) ?? 0) & FROZEN) !== 0) hidden.add(name);
  }
}

function readBlocks(records: readonly DxfRecord[], blocks: Map<string, DxfBlock>): void {
  let open: { readonly head: DxfRecord; readonly inside: DxfRecord[] } | undefined;
  for (const record of records) {
    if (record.type === 'BLOCK') open = { head: record, inside: [] };
    else if (record.type !== 'ENDBLK') open?.inside.push(record);
    else if (open) {
      const { groups } = open.head;
      const name = groups.find(({ code }) => code === 2)?.value ?? '';
      const base = { x: numberAt(groups, 10) ?? 0, y: numberAt(groups, 20) ?? 0 };
      blocks.set(blockKey(name), { base, entities: entitiesOf(open.inside) });
      open = undefined;
    }
  }
}

/** Names of blocks are the same in upper and lower case. */
export function blockKey(name: string): string {
  return name.trim().toUpperCase();
}

const PARTS: ReadonlyMap<string, string> = new Map(Object.entries({ VERTEX: 'POLYLINE', ATTRIB: 'INSERT' }));

/** Entities of model space that are visible, vertices and attributes within what they belong to. */
function entitiesOf(records: readonly DxfRecord[]): readonly DxfEntity[] {
  const entities: (DxfEntity & { readonly parts: DxfEntity[] })[] = [];
  for (const { type, groups } of records) {
    if (type === '' || type === 'SEQEND') continue;
    const layer = groups.find(({ code }) => code === 8)?.value.trim() ?? '0';
    const entity = { type, layer, groups, parts: [] };
    const last = entities.at(-1);
    if (last && PARTS.get(type) === last.type) last.parts.push(entity);
    else entities.push(entity);
    if (entities.length > MOST_ENTITIES) throw tooMany();
  }
  return entities.filter(({ groups }) => !isOnPaper(groups) && numberAt(groups, 60) !== 1);
}

function isOnPaper(groups: readonly Group[]): boolean {
  return numberAt(groups, 67) === 1;
}

/** The first number with a code. */
export function numberAt(groups: readonly Group[], code: number): number | undefined {
  const group = groups.find((candidate) => candidate.code === code);
  return group && numberOf(group);
}
