import type { Services } from '@daoyin/services';
import type { Venue } from '@daoyin/venue';
import { perform } from '../store/studio';
import { type Entry, freeKey, type ListName, putEntry } from './edit';

/** Makes an entry that is to be filled in; gives its key, undefined where there is nothing left to make one for. */
export function addNew(list: ListName, catalogue: Services, venue: Venue): string | undefined {
  const key = keyFor(list, catalogue, venue);
  if (key === undefined) return undefined;
  perform(putEntry(list, blank(list, key, catalogue)), 'catalogue.add');
  return key;
}

/** Windows and doors are the plan's: the next that the catalogue does not have. */
function keyFor(list: ListName, catalogue: Services, venue: Venue): string | undefined {
  if (list === 'windows') {
    const listed = new Set(catalogue.windows.map(({ number }) => number));
    return venue.windows.find(({ number }) => !listed.has(number))?.number;
  }
  if (list === 'doors') {
    const listed = new Set(catalogue.doors.map(({ featureId }) => featureId));
    return venue.openings.find(({ id }) => !listed.has(id))?.id;
  }
  return freeKey(list, catalogue[list], STEM[list]);
}

const STEM = {
  departments: 'department',
  items: 'item',
  series: 'series',
  themes: 'theme',
  areas: 'area',
  stations: 'station',
} as const;

function blank(list: ListName, key: string, catalogue: Services): Entry<ListName> {
  const departmentId = catalogue.departments[0]?.id ?? '';
  switch (list) {
    case 'items':
      return {
        ...{ id: key, name: {}, departmentId, windows: [], series: catalogue.series[0]?.letter ?? '' },
        ...{ bring: [], steps: [], selfService: false, atStations: false },
      };
    case 'windows':
      return {
        ...{ number: key, departmentId, departmentIds: [departmentId] },
        ...{ areaId: catalogue.areas[0]?.id ?? '', duty: {} },
      };
    case 'series':
      return { letter: key, name: {}, windows: [] };
    case 'themes':
      return { id: key, name: {}, steps: [] };
    case 'areas':
      return { id: key, name: {}, colour: '#0072b2' };
    case 'doors':
      return { featureId: key, hours: catalogue.hours.regular };
    default:
      return { id: key, name: {} };
  }
}
