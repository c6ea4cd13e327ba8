import { currentPlan } from '../canvas/PlanCanvas';
import { type Ref, useStudio } from '../store/studio';
import { chooseCorner, outlineOf } from './store';

/** CSS pixels between corners below which a finger cannot tell them apart. */
const LEAST_EDGE = 28;
/** Metres around a feature that is brought near. */
const AROUND = 2;

/** Takes up the outline of one feature; what is too small to take hold of is brought nearer. */
export function beginShape(ref: Ref): void {
  chooseCorner(undefined);
  useStudio.setState({ selection: [ref], tool: 'shape' });
  const outline = outlineOf(useStudio.getState().history.present, ref);
  const points = outline?.rings.flat() ?? [];
  const plan = currentPlan();
  if (!plan || points.length === 0) return;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const bounds = {
    minX: Math.min(...xs),
    maxX: Math.max(...xs),
    minY: Math.min(...ys),
    maxY: Math.max(...ys),
  };
  const girth = 2 * (bounds.maxX - bounds.minX + bounds.maxY - bounds.minY);
  if ((girth / points.length) * plan.view().scale >= LEAST_EDGE) return;
  plan.show({
    minX: bounds.minX - AROUND,
    maxX: bounds.maxX + AROUND,
    minY: bounds.minY - AROUND,
    maxY: bounds.maxY + AROUND,
  });
}
