import { accuracyLayer } from '../accuracy/layer';
import { beaconsLayer } from './beacons';
import { gridLayer } from './grid';
import { labelsLayer } from './labels';
import type { Layer } from './layer';
import { planLayer } from './plan';
import { selectionLayer } from './selection';

/** All layers in the order of drawing; picking goes the other way. */
export const layers: readonly Layer[] = [
  planLayer,
  accuracyLayer,
  gridLayer,
  labelsLayer,
  beaconsLayer,
  selectionLayer,
];
