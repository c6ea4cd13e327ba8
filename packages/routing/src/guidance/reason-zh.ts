import { type ConnectorKind, comingTime } from '@daoyin/venue';
import type { NamedObstacle, Why } from './reason';

const CONNECTORS: Readonly<Record<ConnectorKind, string>> = {
  elevator: '电梯',
  escalator: '扶梯',
  stairs: '楼梯',
  ramp: '坡道',
};

/** More names than these are counted. */
const MOST_NAMES = 4;

/** `2号电梯停用，现在只能走楼梯。` */
export function reasonInChinese(
  obstacles: readonly NamedObstacle[],
  { profile, onFoot = [], also = [], at, apart }: Why,
): string {
  if (obstacles.length === 0 && apart !== undefined) return nothingJoins(apart);
  const of = (...kinds: readonly NamedObstacle['kind'][]) =>
    obstacles.filter(({ kind }) => kinds.includes(kind));
  const clauses = [
    ...shutClauses(of('closed')),
    ...of('hours').map((one) => hoursClause(one, at)),
    ...(of('staff').length > 0 ? ['要经过工作人员区域，访客不能进入，请找工作人员带路'] : []),
    ...stepsClauses(of('steps')),
    ...(of('narrow').length > 0 || obstacles.length === 0
      ? [`有一处通道太窄，${vehicle(profile)}过不去`]
      : []),
  ];
  const instead = onFoot.length > 0 ? [`现在只能走${onFoot.map((kind) => CONNECTORS[kind]).join('或')}`] : [];
  const besides = also.length > 0 ? [`${also.map((kind) => CONNECTORS[kind]).join('和')}也停用`] : [];
  return `${[...new Set([...clauses, ...besides, ...instead])].join('，')}。`;
}

function nothingJoins([from, to]: readonly [string, string]): string {
  return from === to ? '起点和目的地之间没有相通的路。' : `从${from}到${to}没有可以走的电梯、扶梯或楼梯。`;
}

function shutClauses(closed: readonly NamedObstacle[]): string[] {
  const names = (what: NamedObstacle['what']) => [
    ...new Set(closed.filter((one) => one.what === what).map(nameOf)),
  ];
  const clause = (list: readonly string[], word: string) =>
    list.length === 0 ? [] : [`${fewOf(list)}${list.length > 1 ? '都' : ''}${word}`];
  return [
    ...clause(names('connector'), '停用'),
    ...clause(names('door'), '关着'),
    ...clause(names('area'), '暂不开放'),
  ];
}

/** The first names of many, and how many there are. */
function fewOf(names: readonly string[]): string {
  if (names.length <= MOST_NAMES + 1) return names.join('、');
  return `${names.slice(0, MOST_NAMES).join('、')}等${names.length}处`;
}

function hoursClause(one: NamedObstacle, at: Why['at']): string {
  const opens = one.opens && at ? `，${comingTime(one.opens, at, 'zh')} 开放` : '';
  return `${nameOf(one)}现在不开放${opens}`;
}

function stepsClauses(steps: readonly NamedObstacle[]): string[] {
  const ways = steps.filter(({ what }) => what === 'connector').map(nameOf);
  if (ways.length > 0) return [`只能走${[...new Set(ways)].join('和')}，没有电梯可到`];
  return steps.length > 0 ? ['中间有台阶'] : [];
}

function nameOf({ what, connector, name, roomName }: NamedObstacle): string {
  if (name !== undefined) return name;
  if (what === 'connector') return CONNECTORS[connector!];
  if (what === 'area') return '中间一片区域';
  return roomName === undefined ? '中间一道门' : `${roomName}的门`;
}

const vehicle = (profile: Why['profile']): string => (profile === 'pram' ? '婴儿车' : '轮椅');
