import { type Action, rotateFeatures, setPoints, squared } from '@daoyin/venue';
import { ask, type Refusal } from '../dialogs/ask';
import { beginShape } from '../shape/begin';
import { perform, useStudio } from '../store/studio';
import type { Operation } from './operation';
import { selectedBounds } from './selected-bounds';
import { editable, featuresOf, needs } from './when';

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

export const ofTheLevel: readonly Operation[] = [
  {
    id: 'reshape-level',
    name: { zh: '改本层轮廓', en: 'Reshape this storey’s outline' },
    group: 'view',
    disabled: editable,
    run: reshapeLevel,
  },
];

/** The outline of the storey that is shown. */
function reshapeLevel(): void {
  const { history, level } = useStudio.getState();
  const floor = history.present.venue.levels.find(({ shortName }) => shortName === level);
  if (floor) beginShape({ collection: 'levels', key: floor.id });
}

function squareSelected(): void {
  const ids = new Set(featuresOf(useStudio.getState()));
  const action: Action = (document) => {
    const { units, fixtures, sections, levels } = document.venue;
    const floors = levels.map(({ id, outline }) => ({ id, area: outline }));
    const chosen = [...units, ...fixtures, ...sections, ...floors].filter(({ id }) => ids.has(id));
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
