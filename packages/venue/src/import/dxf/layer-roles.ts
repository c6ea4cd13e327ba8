/**
 * What is drawn on a layer: `outline` (the edge of the floor), `wall`, `column`, `glass` (windows and curtain walls; a swing
 * among them is a door), `door`, `room` (closed outlines of rooms), `counter`, `furniture`, `stairs`, `lift`, `escalator`,
 * `text` (names of rooms, numbers of windows), or nothing of a floor plan (`ignore`).
 */
export const LAYER_ROLES = [
  'outline',
  'wall',
  'column',
  'glass',
  'door',
  'room',
  'counter',
  'furniture',
  'stairs',
  'lift',
  'escalator',
  'text',
  'ignore',
] as const;

export type LayerRole = (typeof LAYER_ROLES)[number];

/**
 * By the name of a layer, upper case: the first pattern that fits. AIA and NCS (A-WALL-FULL), 天正 TArch (WALL, WINDOW,
 * EVTR, DOTE), their Chinese translations (建-墙体), and what people write.
 */
const GUESSES: readonly (readonly [RegExp, LayerRole])[] = [
  [/^DEFPOINTS$|DIM|标注|尺寸|AXIS|DOTE|\bGRID|轴|图框|图签|TITLE|TTLB|BORDER|VIEWPORT|VPORT|NPLT/, 'ignore'],
  [
    /WINDOW_TEXT|(DOOR|GLAZ|WIND(OW)?|WALL|STRS|FURN|COLS?)[-_]?(IDEN|TEXT|NO|NUM|TAG|SYMB)|[门窗]编?号/,
    'ignore',
  ],
  [
    /^(E|M|P|F|FP|FA|T|S-GRID)-|[强弱]电|电气|照明|灯具|暖通|空调|给排?水|消防|喷淋|管线|桥架|CLNG|CEIL|天花|吊顶/,
    'ignore',
  ],
  [
    /ROOF|屋[面顶]|DEMO|拆除|ELEV(?!ATOR)|立面|SECT|剖|DETL|详图|索引|INDEX|REDL|红线|ROAD|道路|TREE|绿化|等高/,
    'ignore',
  ],
  [/EVTR|ELEVATOR|\bLIFT|电梯|升降/, 'lift'],
  [/ESCAL|ESCL|扶梯/, 'escalator'],
  [/STAIR|STRS|楼梯|台阶|踏步/, 'stairs'],
  [/OTLN|OUTLINE|轮廓|外轮廓|FOOTPRINT|BOUNDARY/, 'outline'],
  [/COUNTER|DESK|柜台|服务台|窗口|台面|FLOR-(CASE|WDWK)|CASEWORK|MILLWORK/, 'counter'],
  [/CURTAIN|幕墙|WALL-GLAZ|GLAZ|GLASS|玻璃|隔断/, 'glass'],
  [/DOOR|门(?!窗)|ENTRANCE|出入口/, 'door'],
  [/WINDOW|\bWIND?\b|窗/, 'glass'],
  [/COLU|\bCOLS?\b|PILLAR|柱/, 'column'],
  [/WALL|PARTITION|墙|FLOR-TPTN/, 'wall'],
  [/FURN|FIXT|家具|座椅|SEAT|CHAIR|TABLE|LVTRY|洁具|SANITARY|EQPM|设备|PLANT|花[池坛]/, 'furniture'],
  [/ROOM-?(NAME|IDEN|TEXT)|AREA-IDEN|房间名|房名|名称|TEXT|文字|LABEL|NAME|SIGN|导视|编号/, 'text'],
  [/ROOM|SPACE|AREA|ZONE|房间|空间|区域/, 'room'],
  [/ANNO|NOTE|说明/, 'text'],
];

/** What a layer seems to hold, by its name; undefined where the name says nothing (`0`, `Layer1`). */
export function guessedRole(layer: string): LayerRole | undefined {
  const name = ownName(layer).normalize('NFKC').toUpperCase();
  return GUESSES.find(([pattern]) => pattern.test(name))?.[1];
}

/** The name without the drawing that it comes from: `plan|A-WALL`, or bound `plan$0$A-WALL`. */
function ownName(layer: string): string {
  return layer
    .split('|')
    .at(-1)!
    .replace(/^.*\$\d+\$/, '');
}

/** Layers by name, upper and lower case the same; `*` stands for anything. */
export type LayerChoice = Readonly<Record<string, LayerRole>>;

/** The role of each layer: what the caller chose, else the guess by its name. */
export function layerRoles(
  layers: Iterable<string>,
  chosen: LayerChoice = {},
): ReadonlyMap<string, LayerRole | undefined> {
  const patterns = Object.entries(chosen).map(([name, role]) => [patternOf(name), role] as const);
  const chosenFor = (layer: string) => patterns.find(([pattern]) => pattern.test(layer))?.[1];
  return new Map([...layers].map((layer) => [layer, chosenFor(layer) ?? guessedRole(layer)]));
}

function patternOf(name: string): RegExp {
  const parts = name.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'iu');
}

/** Names of blocks that are doors, wherever they are drawn. */
export function isDoorBlock(block: string): boolean {
  const name = block.normalize('NFKC').toUpperCase();
  return /DOOR|\$DORLIB|门(?!牌|窗表|编号)|^(F|G)?M(C|LC)?\d{3,4}/.test(name);
}
