import { type ConnectorKind, comingTime } from '@daoyin/venue';
import type { NamedObstacle, Why } from './reason';

const CONNECTORS: Readonly<Record<ConnectorKind, string>> = {
  elevator: 'lift',
  escalator: 'escalator',
  stairs: 'stairs',
  ramp: 'ramp',
};

/** More names than these are counted. */
const MOST_NAMES = 4;

/** `Lift 2 is out of service; only the stairs lead there now.` */
export function reasonInEnglish(
  obstacles: readonly NamedObstacle[],
  { profile, onFoot = [], also = [], at, apart }: Why,
): string {
  if (obstacles.length === 0 && apart !== undefined) return nothingJoins(apart);
  const of = (...kinds: readonly NamedObstacle['kind'][]) =>
    obstacles.filter(({ kind }) => kinds.includes(kind));
  const clauses = [
    ...shutClauses(of('closed')),
    ...of('hours').map((one) => hoursClause(one, at)),
    ...(of('staff').length > 0
      ? ['the way leads through an area for staff; ask a member of staff to take you']
      : []),
    ...stepsClauses(of('steps')),
    ...(of('narrow').length > 0 || obstacles.length === 0
      ? [`a passage on the way is too narrow for a ${profile === 'pram' ? 'pram' : 'wheelchair'}`]
      : []),
  ];
  const kinds = listed(
    onFoot.map((kind) => `the ${CONNECTORS[kind]}`),
    'or',
  );
  const lead = onFoot.at(-1) === 'stairs' || onFoot.length > 1 ? 'lead' : 'leads';
  const instead = onFoot.length > 0 ? [`only ${kinds} ${lead} there now`] : [];
  const shutToo = also.map((kind) => `the ${CONNECTORS[kind]}`);
  const besides =
    shutToo.length === 0
      ? []
      : [`so ${shutToo.length > 1 || verb(shutToo) === 'are' ? 'are' : 'is'} ${listed(shutToo, 'and')}`];
  const text = [...new Set([...clauses, ...besides, ...instead])].join('; ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

function nothingJoins([from, to]: readonly [string, string]): string {
  return from === to
    ? 'There is no way between the start and the destination.'
    : `No lift, escalator or stairs lead from ${from} to ${to}.`;
}

function shutClauses(closed: readonly NamedObstacle[]): string[] {
  const clause = (what: NamedObstacle['what'], word: string) => {
    const names = [...new Set(closed.filter((one) => one.what === what).map(nameOf))];
    return names.length === 0 ? [] : [`${listed(fewOf(names), 'and')} ${verb(names)} ${word}`];
  };
  return [...clause('connector', 'out of service'), ...clause('door', 'shut'), ...clause('area', 'closed')];
}

const verb = (names: readonly string[]): string =>
  names.length > 1 || /stairs\b/i.test(names[0]!) ? 'are' : 'is';

function hoursClause(one: NamedObstacle, at: Why['at']): string {
  const name = nameOf(one);
  const opens =
    one.opens && at
      ? `; ${verb([name]) === 'are' ? 'they open' : 'it opens'} ${comingTime(one.opens, at, 'en')}`
      : '';
  return `${name} ${verb([name])} closed at this hour${opens}`;
}

function stepsClauses(steps: readonly NamedObstacle[]): string[] {
  const ways = [...new Set(steps.filter(({ what }) => what === 'connector').map(nameOf))];
  if (ways.length > 0)
    return [
      `only ${listed(ways, 'and')} ${ways.length > 1 || verb(ways) === 'are' ? 'lead' : 'leads'} there, and no lift`,
    ];
  return steps.length > 0 ? ['there are steps on the way'] : [];
}

function nameOf({ what, connector, name, roomName }: NamedObstacle): string {
  if (name !== undefined) return name;
  if (what === 'connector') return `the ${CONNECTORS[connector!]}`;
  if (what === 'area') return 'an area on the way';
  return roomName === undefined ? 'a door on the way' : `the door of ${roomName}`;
}

/** The first names of many, and how many more there are. */
function fewOf(names: readonly string[]): readonly string[] {
  return names.length <= MOST_NAMES + 1
    ? names
    : [...names.slice(0, MOST_NAMES), `${names.length - MOST_NAMES} others`];
}

function listed(words: readonly string[], joint: 'and' | 'or'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}
