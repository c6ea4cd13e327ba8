import type { FeatureId } from '@daoyin/venue';
import { GRID } from '../space/clip';
import { accessOf } from '../space/walker';
import type { NoRoute, RouteQuery } from '../types';
import type { Building } from './building';
import { failure } from './goals';
import { findWay, type Spot, type Way } from './network';
import { PACES } from './pace';

/** Finds what stands in the way: what is closed, steps, or an area for staff, each tried on its own and the first that helps named. */
export function whyUnreachable(
  building: Building,
  closed: ReadonlySet<FeatureId>,
  query: Omit<RouteQuery, 'to'>,
  from: Spot,
  goals: readonly Spot[],
): NoRoute {
  const { profile, staff = false } = query;
  const attempt = (walker: RouteQuery['profile'], asStaff: boolean, shut: ReadonlySet<FeatureId>) =>
    anyWay(building, walker, asStaff, shut, from, goals);
  const none: ReadonlySet<FeatureId> = new Set();
  if (closed.size > 0 && attempt(profile, staff, none)) {
    const blocking = [...closed].filter((id) =>
      attempt(profile, staff, new Set([...closed].filter((other) => other !== id))),
    );
    const named = blocking.length > 0 ? blocking : [...closed];
    return failure('unreachable', `Closed: ${named.map((id) => nameOf(building, id)).join(', ')}.`, named);
  }
  const climbed = profile === 'walk' ? undefined : attempt('walk', staff, closed);
  if (climbed !== undefined) {
    const used = climbed.steps.flatMap((step) => (step.kind === 'ride' ? [step.stop.connector] : []));
    const steep = used.filter(({ kind }) => kind === 'stairs' || kind === 'escalator');
    const names = steep.map(({ id }) => nameOf(building, id)).join(', ');
    const message = names ? `Only by ${names}.` : 'Only through a passage that is too narrow, or over steps.';
    return failure(
      'unreachable',
      message,
      steep.map(({ id }) => id),
    );
  }
  if (!staff && attempt(profile, true, closed)) {
    return failure('unreachable', 'Only through an area for staff.');
  }
  return failure('unreachable', 'No way leads there: the floors of start and goal are not connected.');
}

function anyWay(
  building: Building,
  profile: RouteQuery['profile'],
  staff: boolean,
  closed: ReadonlySet<FeatureId>,
  from: Spot,
  goals: readonly Spot[],
): Way | undefined {
  const network = building.network(accessOf(profile, staff), closed);
  const placed = (spot: Spot): Spot | undefined => {
    const { x, y } = spot.placed;
    const found = network.plan(spot.level).place({ x: x / GRID, y: y / GRID }, 1);
    return found && { level: spot.level, placed: found };
  };
  const start = placed(from);
  for (const goal of goals) {
    const end = placed(goal);
    const way = start && end && findWay(network, PACES[profile], start, end);
    if (way) return way;
  }
  return undefined;
}

function nameOf({ venue }: Building, id: FeatureId): string {
  const connector = venue.connectors.find((feature) => feature.id === id);
  if (connector !== undefined) return `${connector.kind} ${id}`;
  const feature = [...venue.units, ...venue.openings].find((candidate) => candidate.id === id);
  const name = feature && Object.values(feature.name)[0];
  return name ? `${name} (${id})` : `${feature?.category ?? 'feature'} ${id}`;
}
