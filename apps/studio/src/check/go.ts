import type { VenuePoint } from '@daoyin/geometry';
import { collectionOf, type Issue } from '@daoyin/venue';
import { currentPlan } from '../canvas/PlanCanvas';
import { select, showLevel, useStudio } from '../store/studio';

const AROUND = 6; // metres

/** Shows where a finding is, and selects what it is about. */
export function goTo({ featureId }: Issue, place: VenuePoint | undefined): void {
  const document = useStudio.getState().history.present;
  const isBeacon = document.register.beacons.some(({ id }) => id === featureId);
  const collection = featureId === undefined || isBeacon ? undefined : collectionOf(document, featureId);
  if (featureId !== undefined && isBeacon) select([{ collection: 'beacons', key: featureId }]);
  else if (featureId !== undefined && collection) select([{ collection, key: featureId }]);
  if (!place) return;
  showLevel(place.level);
  const { x, y } = place;
  currentPlan()?.show({ minX: x - AROUND, maxX: x + AROUND, minY: y - AROUND, maxY: y + AROUND });
}
