import { distance, nearestOnSegment, polygonArea, ringEdges } from '@daoyin/geometry';
import {
  type Connector,
  type ConnectorKind,
  type FeatureId,
  type Labels,
  type LocalTime,
  labelText,
  type Opening,
  type Unit,
  type Venue,
} from '@daoyin/venue';
import { unitKind } from '../space/categories';
import { middleOf } from '../space/doorways';
import type { Language, Obstacle, ProfileName } from '../types';
import { reasonInEnglish } from './reason-en';
import { reasonInChinese } from './reason-zh';

/** Why there is no way, as far as it is known. */
export interface Why {
  readonly profile: ProfileName;
  readonly obstacles: readonly Obstacle[];
  /** What leads there on foot at this moment, for a walker who cannot climb. */
  readonly onFoot?: readonly ConnectorKind[] | undefined;
  /** What is shut besides and would lead there too, each kind by itself. */
  readonly also?: readonly ConnectorKind[] | undefined;
  readonly at?: LocalTime | undefined;
  /** The levels that nothing joins, whatever is open and whoever walks. */
  readonly apart?: readonly [string, string];
}

/** An obstacle with the words for what it is. */
export interface NamedObstacle extends Obstacle {
  readonly what: 'connector' | 'door' | 'area';
  readonly connector?: ConnectorKind;
  /** Its own name, else for a door that of the room behind it. */
  readonly name?: string;
  readonly roomName?: string;
}

/** The reason in both languages: what blocks, and what would open the way. */
export function reasonFor(venue: Venue, why: Why): Readonly<Record<Language, string>> {
  const named = (language: Language) =>
    why.obstacles.map((obstacle) => ({ ...obstacle, ...describe(venue, obstacle.featureId, language) }));
  return { zh: reasonInChinese(named('zh'), why), en: reasonInEnglish(named('en'), why) };
}

function describe(venue: Venue, id: FeatureId, language: Language): Omit<NamedObstacle, keyof Obstacle> {
  const connector = venue.connectors.find((one) => one.id === id || one.unitIds.includes(id));
  if (connector !== undefined) {
    const name = textOf(shaftName(venue, connector), language);
    return { what: 'connector', connector: connector.kind, ...(name && { name }) };
  }
  const opening = venue.openings.find((one) => one.id === id);
  if (opening === undefined) {
    const name = textOf(venue.units.find((one) => one.id === id)?.name, language);
    return { what: 'area', ...(name && { name }) };
  }
  const name = textOf(opening.name, language);
  const roomName = textOf(roomAt(venue, opening)?.name, language);
  return { what: 'door', ...(name && { name }), ...(roomName && { roomName }) };
}

function shaftName(venue: Venue, { unitIds }: Connector): Labels | undefined {
  const units = venue.units.filter(({ id }) => unitIds.includes(id));
  return units.find(({ name }) => Object.keys(name).length > 0)?.name;
}

function textOf(labels: Labels | undefined, language: Language): string | undefined {
  return (labels && labelText(labels, language)) || undefined;
}

/** The smallest named room on whose edge an opening lies. */
function roomAt(venue: Venue, { level, line }: Opening): Unit | undefined {
  const { middle } = middleOf(line);
  const size = ({ area }: Unit) => area.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
  const isNamedRoom = ({ category, name }: Unit) =>
    unitKind(category) === 'room' && Object.keys(name).length > 0;
  const touches = ({ area }: Unit) =>
    area.some(({ outer }) =>
      [...ringEdges(outer)].some(([a, b]) => distance(middle, nearestOnSegment(middle, a, b).point) < 0.6),
    );
  return venue.units
    .filter((unit) => unit.level === level && isNamedRoom(unit) && touches(unit))
    .sort((a, b) => size(a) - size(b))[0];
}
