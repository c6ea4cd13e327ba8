import { AccuracyPanel } from '../accuracy/AccuracyPanel';
import { CataloguePanel } from '../catalogue/CataloguePanel';
import { InstallPanel } from '../install/InstallPanel';
import { ListPanel } from '../list/ListPanel';
import { SurveyPanel } from '../survey/SurveyPanel';
import { TracingPanel } from '../tracing/TracingPanel';
import { WhatIfPanel } from '../what-if/WhatIfPanel';
import { ChangesPanel } from './ChangesPanel';
import { CheckPanel } from './CheckPanel';
import { InspectPanel } from './InspectPanel';
import { LayersPanel } from './LayersPanel';
import type { Panel } from './panel';
import { VersionsPanel } from './VersionsPanel';

/** The tabs of the dock, from the top. */
export const panels: readonly Panel[] = [
  { id: 'inspect', glyph: 'details', name: { zh: '属性', en: 'Details' }, Content: InspectPanel },
  { id: 'list', glyph: 'list', name: { zh: '列表', en: 'List' }, Content: ListPanel },
  { id: 'install', glyph: 'install', name: { zh: '安装', en: 'Install' }, Content: InstallPanel },
  { id: 'accuracy', glyph: 'target', name: { zh: '精度', en: 'Accuracy' }, Content: AccuracyPanel },
  { id: 'survey', glyph: 'walk', name: { zh: '走测', en: 'Survey' }, Content: SurveyPanel },
  { id: 'what-if', glyph: 'fork', name: { zh: '推演', en: 'What-if' }, Content: WhatIfPanel },
  { id: 'tracing', glyph: 'picture', name: { zh: '底图', en: 'Picture' }, Content: TracingPanel },
  { id: 'catalogue', glyph: 'book', name: { zh: '目录', en: 'Catalogue' }, Content: CataloguePanel },
  { id: 'check', glyph: 'check', name: { zh: '检查', en: 'Check' }, Content: CheckPanel },
  { id: 'changes', glyph: 'changes', name: { zh: '改动', en: 'Changes' }, Content: ChangesPanel },
  { id: 'versions', glyph: 'history', name: { zh: '版本', en: 'Versions' }, Content: VersionsPanel },
  { id: 'layers', glyph: 'layers', name: { zh: '图层', en: 'Layers' }, Content: LayersPanel },
];
