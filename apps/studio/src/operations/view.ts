import { currentPlan } from '../canvas/PlanCanvas';
import { showLevel, useStudio } from '../store/studio';
import type { Operation } from './operation';
import { selectedBounds, selectedLevels } from './selected-bounds';
import { always } from './when';

const AROUND = 6; // metres

export const views: readonly Operation[] = [
  {
    id: 'whole',
    name: { zh: '显示整层', en: 'Show the whole level' },
    keys: '0',
    group: 'view',
    disabled: always,
    run: () => currentPlan()?.frameLevel(),
  },
  {
    id: 'show-selected',
    name: { zh: '移到所选', en: 'Go to the selection' },
    keys: 'F',
    group: 'view',
    disabled: always,
    run: showSelected,
  },
  {
    id: 'solid',
    name: { zh: '并排显示三维', en: '3D beside the plan' },
    keys: '3',
    group: 'view',
    disabled: always,
    run: () => useStudio.setState(({ solid }) => ({ solid: !solid })),
  },
  {
    id: 'level-up',
    name: { zh: '上一层', en: 'Storey up' },
    keys: 'PageUp',
    group: 'view',
    disabled: always,
    run: () => stepLevel(1),
  },
  {
    id: 'level-down',
    name: { zh: '下一层', en: 'Storey down' },
    keys: 'PageDown',
    group: 'view',
    disabled: always,
    run: () => stepLevel(-1),
  },
];

function showSelected(): void {
  const levels = new Set(selectedLevels());
  const { level } = useStudio.getState();
  const [other] = levels;
  if (other !== undefined && !levels.has(level)) showLevel(other);
  const bounds = selectedBounds();
  if (!bounds) return;
  currentPlan()?.show({
    minX: bounds.minX - AROUND,
    minY: bounds.minY - AROUND,
    maxX: bounds.maxX + AROUND,
    maxY: bounds.maxY + AROUND,
  });
}

function stepLevel(by: 1 | -1): void {
  const { history, level } = useStudio.getState();
  const { levels } = history.present.venue;
  const next = levels[levels.findIndex(({ shortName }) => shortName === level) + by];
  if (next) useStudio.setState({ level: next.shortName });
}
