import { type Action, rotateFeatures, setPoints, squared } from '@daoyin/venue';
import { ask, type Refusal } from '../dialogs/ask';
import { perform, useStudio } from '../store/studio';
import type { Operation } from './operation';
import { selectedBounds } from './selected-bounds';
import { featuresOf, needs } from './when';

const oneFeature = { zh: '先选房间或墙等', en: 'Select a room, wall or the like' };

export const ofFeaturesSelected: readonly Operation[] = [
  {
    id: 'square',
    name: { zh: '改为直角', en: 'Make right angles' },
    keys: 'Q',
    group: 'features',
    disabled: needs(1, featuresOf, oneFeature),
    run: squareSelected,
  },
  {
    id: 'rotate',
    name: { zh: '旋转…', en: 'Rotate…' },
    group: 'features',
    disabled: needs(1, featuresOf, oneFeature),
    run: () =>
      ask({
        title: { zh: '逆时针角度（°）', en: 'Degrees counter-clockwise' },
        value: '90',
        take: (text) => rotateSelected(Number(text)),
      }),
  },
];

function squareSelected(): void {
  const ids = new Set(featuresOf(useStudio.getState()));
  const action: Action = (document) => {
    const { units, fixtures, sections } = document.venue;
    const chosen = [...units, ...fixtures, ...sections].filter(({ id }) => ids.has(id));
    return chosen.reduce(
      (current, { id, area }) => setPoints({ id, ring: 0 }, squared(area[0]!.outer))(current),
      document,
    );
  };
  perform(action, 'feature.square');
}

function rotateSelected(degrees: number): Refusal | undefined {
  const middle = middleOfSelection();
  if (!middle || !Number.isFinite(degrees)) return { zh: '请输入角度', en: 'A number of degrees, please' };
  perform(
    rotateFeatures(featuresOf(useStudio.getState()), middle, (degrees * Math.PI) / 180),
    'feature.rotate',
  );
  return undefined;
}

function middleOfSelection() {
  const bounds = selectedBounds();
  return bounds && { x: (bounds.minX + bounds.maxX) / 2, y: (bounds.minY + bounds.maxY) / 2 };
}
