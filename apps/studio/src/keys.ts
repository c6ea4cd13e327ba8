import { type Action, moveBeacons, moveFeatures, sequence } from '@daoyin/venue';
import { currentPlan, currentSession } from './canvas/PlanCanvas';
import { openDialog } from './dialogs/ask';
import { ARROWS, STEP } from './keys-of-arrows';
import { runOperation } from './operations/registry';
import { perform, selectedBeacons, selectedFeatures, useStudio } from './store/studio';
import { tools } from './tools/registry';

const OPERATIONS: Readonly<Record<string, string>> = {
  Delete: 'delete',
  Backspace: 'delete',
  Insert: 'add-beacon',
  q: 'square',
  '0': 'whole',
  f: 'show-selected',
  '3': 'solid',
  PageUp: 'level-up',
  PageDown: 'level-down',
};

/** The keys of the page; what is typed into a field or a dialog is theirs. */
export function attachKeys(): () => void {
  const down = (event: KeyboardEvent) => {
    if (event.isComposing || isDialogOpen()) return;
    if (isTyping(event.target)) return;
    if (currentSession()?.key?.(event) || handle(event)) event.preventDefault();
  };
  addEventListener('keydown', down);
  return () => removeEventListener('keydown', down);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="checkbox"]), textarea, select, [role="tablist"]') !== null;

const isDialogOpen = (): boolean => document.querySelector('dialog[open]') !== null;

function handle(event: KeyboardEvent): boolean {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) return command(key, event.shiftKey);
  if (event.altKey) return false;
  const arrow = ARROWS[key];
  if (arrow) return nudge(arrow, event.shiftKey ? 10 * STEP : STEP, event.repeat);
  if (key === 'Escape') return done(() => useStudio.setState({ tool: 'select', selection: [] }));
  if (key === '?' || key === 'F1') return done(() => openDialog('help'));
  if (key === '+' || key === '=') return done(() => currentPlan()?.zoomBy(1.4));
  if (key === '-') return done(() => currentPlan()?.zoomBy(1 / 1.4));
  const operation = OPERATIONS[key];
  if (operation) return runOperation(operation);
  const tool = tools.find((other) => other.key === key);
  return tool ? done(() => useStudio.setState({ tool: tool.id })) : false;
}

function command(key: string, shift: boolean): boolean {
  if (key === 'z') return done(() => runOperation(shift ? 'redo' : 'undo'));
  if (key === 'y') return done(() => runOperation('redo'));
  if (key === 'a') return done(() => runOperation('select-all'));
  if (key === 'k') return done(() => openDialog('palette'));
  return false;
}

function done(act: () => void): true {
  act();
  return true;
}

let held = 0;

/** Arrow keys held down are one step to undo. */
function nudge([right, up]: readonly [number, number], metres: number, isHeld: boolean): boolean {
  const { selection } = useStudio.getState();
  if (selection.length === 0) return false;
  if (!isHeld) held += 1;
  const [dx, dy] = [right * metres, up * metres];
  const action: Action = sequence(
    moveBeacons(selectedBeacons(selection), dx, dy),
    moveFeatures(selectedFeatures(selection), dx, dy),
  );
  perform(action, 'move', `arrows ${held}`);
  return true;
}
