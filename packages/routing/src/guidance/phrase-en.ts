import { type ConnectorKind, labelText } from '@daoyin/venue';
import type { Landmark, Manoeuvre, Phrase, PhraseContext, TurnDirection } from '../types';
import { nameIn, saidDistance, storeyOf, withoutAside } from './phrase';

const TURNS: Readonly<Record<TurnDirection, string>> = {
  straight: 'go straight on',
  'slight-left': 'bear left',
  left: 'turn left',
  'sharp-left': 'turn sharp left',
  'slight-right': 'bear right',
  right: 'turn right',
  'sharp-right': 'turn sharp right',
  back: 'turn round',
};

const CONNECTORS: Readonly<Record<ConnectorKind, string>> = {
  elevator: 'the lift',
  escalator: 'the escalator',
  stairs: 'the stairs',
  ramp: 'the ramp',
};

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^elevator/, 'the lift'],
  [/^escalator/, 'the escalator'],
  [/^stairs/, 'the stairs'],
  [/^ramp/, 'the ramp'],
  [/^restroom.*wheelchair/, 'the accessible toilet'],
  [/^restroom/, 'the toilets'],
  [/^mothersroom/, 'the baby care room'],
  [/^(information|reception)/, 'the information desk'],
  [/^ticketing/, 'the ticket machine'],
  [/^security/, 'the security check'],
  [/^entry/, 'the entrance'],
  [/^atm/, 'the cash machine'],
  [/^vendingmachine/, 'the vending machine'],
  [/^drinkingfountain/, 'the drinking water'],
  [/^firstaid/, 'the first-aid room'],
  [/^copymachine/, 'the copier'],
  [/^photobooth/, 'the photo booth'],
  [/^kiosk/, 'the self-service machine'],
  [/^vegetation/, 'the plants'],
  [/^stage/, 'the stage'],
];

export function phraseInEnglish(manoeuvre: Manoeuvre, { ahead, live = false }: PhraseContext): Phrase {
  const metres = saidDistance(ahead);
  const said = (text: string, speech = text): Phrase => ({
    text: led(metres, 'm', live, text),
    speech: spoken(led(metres, 'metres', live, speech)),
  });
  switch (manoeuvre.kind) {
    case 'depart': {
      const text = departText(manoeuvre);
      return { text, speech: spoken(text) };
    }
    case 'turn':
      return said(turnText(manoeuvre));
    case 'take-connector':
      return rideText(manoeuvre, said);
    case 'arrive':
      return {
        text: arriveText(manoeuvre, metres, 'm', live),
        speech: spoken(arriveText(manoeuvre, metres, 'metres', live)),
      };
  }
}

/** As a voice should say it: no brackets, quotation marks or hyphens; `A12` in its parts, `12-14` as a range. */
function spoken(text: string): string {
  return text
    .replace(/(\d)\s*[-–~]\s*(\d)/g, '$1 to $2')
    .replace(/\b([A-Z]{1,2})(\d+)\b/g, '$1 $2')
    .replace(/[-/]/g, ' ')
    .replace(/\s*[(;]\s*/g, ', ')
    .replace(/[)“”"]/g, '');
}

function led(metres: number | undefined, unit: string, live: boolean, text: string): string {
  if (metres === undefined) return capital(text);
  return live ? `In ${metres} ${unit}, ${text}` : `Walk about ${metres} ${unit}, then ${text}`;
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

function departText({ landmark, facing, direction, here }: Extract<Manoeuvre, { kind: 'depart' }>): string {
  if (here) return 'You are already there';
  const towards = landmark && `walk towards ${landmarkName(landmark)}`;
  if (!facing || direction === undefined) return capital(towards ?? 'set off along the route');
  const name = landmarkName(facing);
  if (direction === 'back') return `With ${name} behind you, ${towards ?? 'walk straight on'}`;
  if (direction === 'straight') return towards ? `Go past ${name} and ${towards}` : `Walk towards ${name}`;
  const side = direction.endsWith('left') ? 'left' : 'right';
  return `Facing ${name}, go ${landmark ? `${side} towards ${landmarkName(landmark)}` : `to the ${side}`}`;
}

function turnText({ direction, landmark, after }: Extract<Manoeuvre, { kind: 'turn' }>): string {
  if (after !== undefined) return `${TURNS[direction]} ${LEAVING[after]}`;
  return landmark ? `${TURNS[direction]} at ${landmarkName(landmark)}` : TURNS[direction];
}

const LEAVING: Readonly<Record<ConnectorKind, string>> = {
  elevator: 'out of the lift',
  escalator: 'off the escalator',
  stairs: 'at the end of the stairs',
  ramp: 'at the end of the ramp',
};

const EXITS: Partial<Record<TurnDirection, string>> = {
  straight: 'leave by the opposite door',
  left: 'leave by the door on the left',
  right: 'leave by the door on the right',
};

function rideText(
  { connector, landmark, toLevel, up, exit, continues }: Extract<Manoeuvre, { kind: 'take-connector' }>,
  said: (text: string, speech?: string) => Phrase,
): Phrase {
  const name = (landmark && withoutAside(nameIn(landmark, 'en'))) || CONNECTORS[connector];
  const way = `${continues ? 'continue on' : 'take'} ${name} ${up ? 'up' : 'down'} to`;
  if (connector !== 'elevator') return said(`${way} ${toLevel}`, `${way} ${spokenFloor(toLevel)}`);
  const leaving = exit !== undefined && EXITS[exit] ? `; ${EXITS[exit]}` : '';
  return said(
    `${way} ${toLevel} (press “${toLevel}”)${leaving}`,
    `${way} ${spokenFloor(toLevel)}, press ${pressed(toLevel)}${leaving}`,
  );
}

function spokenFloor(level: string): string {
  const storey = storeyOf(level);
  if (storey === undefined) return level;
  return storey.below ? `basement ${storey.number}` : `floor ${storey.number}`;
}

function pressed(level: string): string {
  const storey = storeyOf(level);
  return storey === undefined || storey.below ? level : String(storey.number);
}

function arriveText(
  { side, landmark }: Extract<Manoeuvre, { kind: 'arrive' }>,
  metres: number | undefined,
  unit: string,
  live: boolean,
): string {
  const name = landmark === undefined ? 'your destination' : landmarkName(landmark);
  const where =
    landmark === undefined ? '' : side === 'ahead' ? ', straight ahead of you' : `, on your ${side}`;
  if (metres === undefined) return `You have reached ${name}${where}`;
  return live
    ? `In ${metres} ${unit} you reach ${name}${where}`
    : `Walk about ${metres} ${unit} to ${name}${where}`;
}

function landmarkName(landmark: Landmark): string {
  if (landmark.window !== undefined) {
    const colour = landmark.colour && labelText(landmark.colour, 'en');
    return `window ${landmark.window}${colour ? ` in the ${colour} area` : ''}`;
  }
  if (landmark.windows !== undefined) return `the island of windows ${landmark.windows.join('–')}`;
  const name = nameIn(landmark, 'en');
  if (name !== undefined) return withArticle(name);
  return KINDS.find(([pattern]) => pattern.test(landmark.kind))?.[1] ?? 'the sign';
}

/**
 * `Lift 2`, `Stairs B` and `Escalator 4 (down)` are names, `Ticket machine 3` is one of several alike, `Information desk` is a thing;
 * `West toilets, women` are the women's.
 */
function withArticle(name: string): string {
  const text = name
    .replace(/\btoilets, (men|women)$/i, "$1's toilets")
    .replace(/^([^,]+), ([^,]+)$/, '$1 ($2)')
    .replace(/charging$/i, 'charging point');
  if (/^[A-Z][a-z-]+ [a-z].* \d+$/.test(text)) return `${text[0]!.toLowerCase()}${text.slice(1)}`;
  const isName = /(\b[A-Z]|\d)( \(.*\))?$/.test(text) || /^(the|a) /i.test(text) || /^.[A-Z]/.test(text);
  return isName ? text : `the ${text[0]!.toLowerCase()}${text.slice(1)}`;
}
