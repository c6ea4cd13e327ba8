import { deleteFeatures, moveBeacons, moveFeatures, retireBeacons, sequence } from '@daoyin/venue';
import { currentPlan, currentSession } from './canvas/PlanCanvas';
import { perform, redo, select, selectedBeacons, selectedFeatures, undo, useStudio } from './store/studio';
import { tools } from './tools/registry';

const STEP = 0.1; // metres an arrow key moves; with Shift ten times
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The keys of the page; what is typed into a field is the field's. */
export function attachKeys(): () => void {
  const down = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.isComposing) return;
    if (currentSession()?.key?.(event) || handle(event)) event.preventDefault();
  };
  addEventListener('keydown', down);
  return () => removeEventListener('keydown', down);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null;

function handle(event: KeyboardEvent): boolean {
  const { key, shiftKey, altKey } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && key.toLowerCase() === 'z') return shiftKey ? done(redo) : done(undo);
  if (isCommand && key.toLowerCase() === 'y') return done(redo);
  if (isCommand || altKey) return false;
  const arrow = ARROWS[key];
  if (arrow) return nudge(arrow, shiftKey ? 10 * STEP : STEP);
  if (key === 'Escape') return done(() => useStudio.setState({ tool: 'select', selection: [] }));
  if (key === 'Delete' || key === 'Backspace') return remove();
  if (key === '+' || key === '=') return done(() => currentPlan()?.zoomBy(1.4));
  if (key === '-') return done(() => currentPlan()?.zoomBy(1 / 1.4));
  const tool = tools.find((other) => other.key === key.toLowerCase());
  return tool ? done(() => useStudio.setState({ tool: tool.id })) : false;
}

function done(act: () => void): true {
  act();
  return true;
}

function nudge([right, up]: readonly [number, number], metres: number): boolean {
  const { selection } = useStudio.getState();
  if (selection.length === 0) return false;
  const [dx, dy] = [right * metres, up * metres];
  const action = sequence(
    moveBeacons(selectedBeacons(selection), dx, dy),
    moveFeatures(selectedFeatures(selection), dx, dy),
  );
  perform(action, 'move', 'arrows');
  return true;
}

/** Beacons are taken down, features deleted. */
function remove(): boolean {
  const { selection } = useStudio.getState();
  if (selection.length === 0) return false;
  perform(
    sequence(retireBeacons(selectedBeacons(selection)), deleteFeatures(selectedFeatures(selection))),
    'delete',
  );
  select([]);
  return true;
}
