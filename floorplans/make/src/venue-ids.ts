import { venueFrame } from '@daoyin/geometry';
import { type Name, name } from './elements';
import { idOf } from './ids';
import { geometries } from './imdf';

/** South-west of the building, near 22 Boai 6th Road; the origin of the venue frame. */
const ORIGIN = [113.392, 22.517] as const;

export const VENUE_KEY = 'zhongshan';
export const VENUE_NAME: Name = name('中山市行政服务中心', 'Zhongshan Administrative Service Centre');
export const ADDRESS_ID = idOf(`address/${VENUE_KEY}`);
export const BUILDING_ID = idOf(`building/${VENUE_KEY}`);

export const levelId = (level: string): string => idOf(`level/${level}`);
/** The id of an element, for what refers to it from elsewhere. */
export const elementId = (type: string, level: string, key: string): string =>
  idOf(`${type}/${level}/${key}`);

/** GeoJSON geometries of points in the venue frame. */
export const { point, line, area } = geometries(venueFrame(ORIGIN));
