import { AccuracyPanel } from '../accuracy/AccuracyPanel';
import { InspectPanel } from './InspectPanel';
import { LayersPanel } from './LayersPanel';
import { ListPanel } from './ListPanel';
import type { Panel } from './panel';

/** The tabs of the dock, from the top. */
export const panels: readonly Panel[] = [
  { id: 'inspect', glyph: 'details', name: { zh: '属性', en: 'Details' }, Content: InspectPanel },
  { id: 'list', glyph: 'list', name: { zh: '列表', en: 'List' }, Content: ListPanel },
  { id: 'accuracy', glyph: 'map', name: { zh: '精度', en: 'Accuracy' }, Content: AccuracyPanel },
  { id: 'layers', glyph: 'layers', name: { zh: '图层', en: 'Layers' }, Content: LayersPanel },
];
