import { type ConnectorKind, labelText, spacedInChinese } from '@daoyin/venue';
import type { Landmark, Manoeuvre, Phrase, PhraseContext, TurnDirection } from '../types';
import { nameIn, saidDistance, storeyOf, withoutAside } from './phrase';
import { spokenInChinese, spokenNumber } from './spoken-zh';

const TURNS: Readonly<Record<TurnDirection, string>> = {
  straight: '直行',
  'slight-left': '向左前方走',
  left: '左转',
  'sharp-left': '向左后方转',
  'slight-right': '向右前方走',
  right: '右转',
  'sharp-right': '向右后方转',
  back: '掉头',
};

const CONNECTORS: Readonly<Record<ConnectorKind, string>> = {
  elevator: '电梯',
  escalator: '扶梯',
  stairs: '楼梯',
  ramp: '坡道',
};

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^elevator/, '电梯'],
  [/^escalator/, '扶梯'],
  [/^stairs/, '楼梯'],
  [/^ramp/, '坡道'],
  [/^restroom.*wheelchair/, '无障碍洗手间'],
  [/^restroom/, '洗手间'],
  [/^mothersroom/, '母婴室'],
  [/^(information|reception)/, '咨询台'],
  [/^ticketing/, '取号机'],
  [/^security/, '安检处'],
  [/^entry/, '入口'],
  [/^atm/, '自动取款机'],
  [/^vendingmachine/, '自动售货机'],
  [/^drinkingfountain/, '饮水处'],
  [/^firstaid/, '医务室'],
  [/^copymachine/, '复印机'],
  [/^photobooth/, '自助照相机'],
  [/^kiosk/, '自助机'],
  [/^vegetation/, '绿植'],
  [/^stage/, '舞台'],
];

export function phraseInChinese(manoeuvre: Manoeuvre, { ahead, live = false }: PhraseContext): Phrase {
  const metres = saidDistance(ahead);
  const lead = metres === undefined ? '' : live ? `前方约${metres}米，` : `往前走约${metres}米，`;
  const said = (text: string, speech = text): Phrase => ({
    text: spacedInChinese(lead + text),
    speech: spokenInChinese(lead + speech),
  });
  switch (manoeuvre.kind) {
    case 'depart': {
      const text = departText(manoeuvre);
      return { text: spacedInChinese(text), speech: spokenInChinese(text) };
    }
    case 'turn':
      return said(turnText(manoeuvre));
    case 'take-connector':
      return rideText(manoeuvre, said);
    case 'arrive': {
      const text = arriveText(manoeuvre, metres, live);
      return { text: spacedInChinese(text), speech: spokenInChinese(text) };
    }
  }
}

function departText({ landmark, facing, direction, here }: Extract<Manoeuvre, { kind: 'depart' }>): string {
  if (here) return '您已经到了';
  const towards = landmark && `朝${landmarkName(landmark)}方向走`;
  if (!facing || direction === undefined) return towards ?? '出发，沿路线前行';
  const name = landmarkName(facing);
  if (direction === 'back') return towards ? `背对${name}，${towards}` : `背对${name}直行`;
  if (direction === 'straight') return towards ? `绕过${name}，${towards}` : `朝${name}方向走`;
  const side = direction.endsWith('left') ? '左' : '右';
  return `面向${name}，向${side}${towards ? `，${towards}` : '走'}`;
}

function turnText({ direction, landmark, after }: Extract<Manoeuvre, { kind: 'turn' }>): string {
  if (after !== undefined) return `${LEAVING[after]}${TURNS[direction]}`;
  return landmark ? `在${landmarkName(landmark)}处${TURNS[direction]}` : TURNS[direction];
}

const LEAVING: Readonly<Record<ConnectorKind, string>> = {
  elevator: '出电梯后',
  escalator: '下扶梯后',
  stairs: '出楼梯口后',
  ramp: '走完坡道后',
};

const EXITS: Partial<Record<TurnDirection, string>> = {
  straight: '从对面的门出去',
  left: '从左侧的门出去',
  right: '从右侧的门出去',
};

function rideText(
  { connector, landmark, toLevel, up, exit, continues }: Extract<Manoeuvre, { kind: 'take-connector' }>,
  said: (text: string, speech?: string) => Phrase,
): Phrase {
  const floor = floorName(toLevel);
  const way = up ? '上到' : '下到';
  const name = (landmark && withoutAside(nameIn(landmark, 'zh'))) || CONNECTORS[connector];
  if (connector !== 'elevator') {
    const verb = continues ? '继续' : connector === 'escalator' ? '乘' : '走';
    const what = continues ? `${connector === 'escalator' ? '乘' : '走'}${name}` : name;
    return said(`${verb}${what}${way}${floor}`);
  }
  const leaving = exit !== undefined && EXITS[exit] ? `，${EXITS[exit]}` : '';
  return said(
    `乘${name}${way}${floor}（按“${toLevel}”）${leaving}`,
    `乘${name}${way}${spokenFloor(toLevel)}，请按${spokenFloor(toLevel)}${leaving}`,
  );
}

/** `3F` is 3楼, `B1` is 地下1层. */
function floorName(level: string): string {
  const storey = storeyOf(level);
  if (storey === undefined) return level;
  return storey.below ? `地下${storey.number}层` : `${storey.number}楼`;
}

function spokenFloor(level: string): string {
  const storey = storeyOf(level);
  if (storey === undefined) return level;
  const number = spokenNumber(String(storey.number));
  return storey.below ? `地下${number}层` : `${number}楼`;
}

function arriveText(
  { side, landmark }: Extract<Manoeuvre, { kind: 'arrive' }>,
  metres: number | undefined,
  live: boolean,
): string {
  const name = landmark === undefined ? '目的地' : landmarkName(landmark);
  const where =
    landmark === undefined
      ? ''
      : `在您${side === 'ahead' ? '正前方' : side === 'left' ? '左手边' : '右手边'}`;
  const there = where === '' ? '' : `，就${where}`;
  if (metres === undefined) return `到达${name}${there}`;
  if (live) return `再走约${metres}米就到${name}${where === '' ? '' : `，${where}`}`;
  return `往前走约${metres}米，到${name}${there}`;
}

function landmarkName(landmark: Landmark): string {
  if (landmark.window !== undefined) {
    const colour = landmark.colour && labelText(landmark.colour, 'zh');
    return `${colour ? `${colour}区域的` : ''}${landmark.window}号窗口`;
  }
  if (landmark.windows !== undefined) return `${landmark.windows.join('–')}号窗口服务岛`;
  const name = nameIn(landmark, 'zh');
  if (name !== undefined) return name.replace(/充电$/, '充电处');
  return KINDS.find(([pattern]) => pattern.test(landmark.kind))?.[1] ?? '前方标志';
}
