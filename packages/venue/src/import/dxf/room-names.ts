import type { Labels } from '../../types';

/** What is written in rooms and is no name: areas, heights, codes of doors and windows, dimensions. */
const NO_NAME = [
  /^[\d.,\s]*(m2|m²|㎡|平方米|sqm|sq\.?\s?ft)?$/i,
  /^[±+-]?\d+[.,]\d+$/,
  /^(FM|GM|TLM|MLC|LC|BYC|DK|M|C|D|W|FW)[\u4e00-\u9fff]?-?\d{1,5}[a-z]?$/i,
  /^[\d\s]+[x×*]\s*\d+$/i,
  /^[^\p{L}\p{N}]*$/u,
  /^(上|下|UP|DN|DOWN)$/i,
];

/** The names among the texts of a room: the largest in Chinese and the largest in Latin letters; none where all are codes. */
export function nameOf(texts: readonly { readonly text: string; readonly height: number }[]): Labels | null {
  const lines = texts
    .flatMap(({ text, height }) =>
      text.split('\n').map((line) => ({ line: line.normalize('NFKC').trim(), height })),
    )
    .filter(({ line }) => !NO_NAME.some((pattern) => pattern.test(line)))
    .flatMap(({ line, height }) =>
      inLanguages(line).map((words) => ({ words, height, isHan: HAN.test(words) })),
    )
    .sort((a, b) => b.height - a.height);
  const [han, latin] = [lines.find(({ isHan }) => isHan), lines.find(({ isHan }) => !isHan)];
  if (!han && !latin) return null;
  return { ...(han && { 'zh-Hans': han.words }), ...(latin && { en: latin.words }) };
}

const HAN = /\p{Script=Han}/u;

/** "会议室 Meeting Room" as two names; figures stay with the Chinese ("201会议室"). */
function inLanguages(line: string): readonly string[] {
  const found = /^(.*\p{Script=Han}[^A-Za-z]*?)\s*[/(]?\s*([A-Za-z][A-Za-z .,'&-]{2,})\)?$/u.exec(line);
  return found ? [found[1]!.trim(), found[2]!.trim()] : [line];
}

/** IMDF unit categories by what a room is called. */
const CATEGORIES: readonly (readonly [RegExp, string])[] = [
  [/无障碍(卫生间|厕所|洗手间)|第三卫生间|accessible (toilet|restroom|wc)/i, 'restroom.unisex.wheelchair'],
  [/女(卫生间|厕|洗手间)|\b(women|ladies|female)\b/i, 'restroom.female'],
  [/男(卫生间|厕|洗手间)|\b(men|gents|male)('s)?\b/i, 'restroom.male'],
  [/卫生间|厕所|洗手间|盥洗|\b(wc|toilets?|restrooms?|washroom)\b/i, 'restroom'],
  [/母婴|哺乳|\b(nursing|mothers?'?)\b/i, 'mothersroom'],
  [/电梯厅|lift lobby|elevator lobby/i, 'lobby'],
  [/电梯|\b(lift|elevator)\b/i, 'elevator'],
  [/扶梯|escalator/i, 'escalator'],
  [/楼梯|\bstairs?(case|well)?\b/i, 'stairs'],
  [/走廊|走道|过道|通道|连廊|corridor|passage|hallway|aisle/i, 'walkway'],
  [/大厅|门厅|前厅|中庭|大堂|服务厅|办事厅|等候区|\b(lobby|hall|foyer|atrium|entrance)\b/i, 'lobby'],
  [/候[诊车办]|等候室|waiting/i, 'waitingroom'],
  [/会议|会客|洽谈|conference|meeting/i, 'conferenceroom'],
  [
    /机房|配电|弱电|强电|设备|水泵|空调|管井|电井|风井|plant room|electrical|mechanical|shaft|server/i,
    'nonpublic',
  ],
  [/库|储藏|储物|档案|storage|store ?room|archive/i, 'storage'],
  [/办公|科室|主任|经理|office/i, 'office'],
  [/厨房|kitchen/i, 'kitchen'],
  [/餐厅|食堂|咖啡|canteen|restaurant|caf[eé]/i, 'foodservice'],
  [/教室|培训|classroom|training/i, 'classroom'],
  [/医务|急救|first ?aid/i, 'firstaid'],
  [/吸烟|smoking/i, 'smokingarea'],
  [/图书|阅览|library|reading/i, 'library'],
];

/** The IMDF category of a room by its name; undefined where the name says none. */
export function categoryByName(name: Labels | null): string | undefined {
  const texts = Object.values(name ?? {});
  return CATEGORIES.find(([pattern]) => texts.some((text) => pattern.test(text)))?.[1];
}

export interface StoreyName {
  readonly shortName: string;
  /** As IMDF counts them: the Chinese 1F is 0. */
  readonly ordinal: number;
}

const HAN_DIGITS = '零一二三四五六七八九十';

/** The storey that a title or a file name tells: 一层平面图, 首层, B1, 2F, "GROUND FLOOR PLAN", L3. */
export function storeyOf(text: string): StoreyName | undefined {
  const plain = text.normalize('NFKC');
  const below = /地下\s*(?:室)?\s*([一二三四五六七八九]|\d)?|(?<![A-Za-z])B(\d)(?:F|层|\b|_)/i.exec(plain);
  if (below) return storey(-digits(below[1] ?? below[2] ?? '1'));
  if (/首层|底层|ground\s*floor|(?<![A-Za-z])GF\b/i.test(plain)) return storey(1);
  const found =
    /([一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:层|楼)/.exec(plain) ??
    /(?<![A-Za-z0-9])(\d{1,2})F(?![A-Za-z])/i.exec(plain) ??
    /(?<![A-Za-z])(?:L|F|level\s*|floor\s*)(\d{1,2})(?!\d)/i.exec(plain) ??
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th)\s*floor/i.exec(plain);
  if (found) return storey(digits(found[1]!));
  const word = /\b(first|second|third|fourth|fifth|sixth)\s+floor/i.exec(plain)?.[1]?.toLowerCase();
  return word
    ? storey(['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].indexOf(word) + 1)
    : undefined;
}

function storey(number: number): StoreyName | undefined {
  if (number === 0) return undefined;
  return number > 0
    ? { shortName: `${number}F`, ordinal: number - 1 }
    : { shortName: `B${-number}`, ordinal: number };
}

/** 12 of `12`, `十二`; 20 of `二十`. */
function digits(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const value = (digit: string | undefined, otherwise: number) =>
    digit ? HAN_DIGITS.indexOf(digit) : otherwise;
  return text.includes('十') ? 10 * value(tens, 1) + value(ones, 0) : value(ones, 0);
}
