import { accuracyLayer } from '../accuracy/layer';
import { installLayer } from '../install/layer';
import { surveyLayer } from '../survey/layer';
import { tracingLayer } from '../tracing/layer';
import { whatIfLayer } from '../what-if/layer';
import { beaconsLayer } from './beacons';
import { changesLayer } from './changes';
import { closuresLayer } from './closures';
import { gridLayer } from './grid';
import { healthLayer } from './health';
import { labelsLayer } from './labels';
import type { Layer } from './layer';
import { peersLayer } from './peers';
import { planLayer } from './plan';
import { selectionLayer } from './selection';

/** All layers in the order of drawing; picking goes the other way. */
export const layers: readonly Layer[] = [
  planLayer,
  accuracyLayer,
  surveyLayer,
  gridLayer,
  closuresLayer,
  labelsLayer,
  tracingLayer,
  whatIfLayer,
  installLayer,
  beaconsLayer,
  healthLayer,
  changesLayer,
  peersLayer,
  selectionLayer,
];
