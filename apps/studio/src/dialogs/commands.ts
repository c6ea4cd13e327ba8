import type { Language } from '@daoyin/ui';
import { currentPlan } from '../canvas/PlanCanvas';
import { operations } from '../operations/registry';
import { panels } from '../panels/registry';
import { select, showLevel, useStudio } from '../store/studio';
import { tools } from '../tools/registry';

/** One thing that the palette offers. */
export interface Command {
  readonly id: string;
  readonly text: string;
  readonly keys?: string;
  /** Why it cannot be done now. */
  readonly disabled?: string;
  readonly run: () => void;
}

const MOST = 60;
const AROUND = 6; // metres

/** What fits what is typed: operations, tools, panels, and beacons and windows by their numbers. */
export function commandsFor(typed: string, language: Language): readonly Command[] {
  const wanted = typed.trim().toLowerCase();
  const fits = ({ zh, en }: Readonly<Record<Language, string>>) =>
    `${zh} ${en}`.toLowerCase().includes(wanted);
  const state = useStudio.getState();
  const offered: Command[] = operations
    .filter(({ name }) => fits(name))
    .map(({ id, name, keys, disabled, run }) => {
      const why = disabled(state)?.[language];
      return { id, text: name[language], ...(keys && { keys }), ...(why && { disabled: why }), run };
    });
  for (const { id, name, key } of tools.filter((tool) => fits(tool.name)))
    offered.push({
      id: `tool ${id}`,
      text: name[language],
      keys: key.toUpperCase(),
      run: () => useStudio.setState({ tool: id }),
    });
  for (const { id, name } of panels.filter((panel) => fits(panel.name)))
    offered.push({ id: `panel ${id}`, text: name[language], run: () => useStudio.setState({ panel: id }) });
  const ranked = offered.toSorted((a, b) => rankOf(a, wanted) - rankOf(b, wanted));
  return [...places(wanted), ...ranked].slice(0, MOST);
}

/** What is called exactly so comes first, then what begins so; before anything is typed, what can be done now. */
function rankOf({ text, disabled }: Command, wanted: string): number {
  if (wanted === '') return disabled === undefined ? 0 : 1;
  const name = text.toLowerCase();
  return name === wanted ? 0 : name.startsWith(wanted) ? 1 : 2;
}

function places(wanted: string): readonly Command[] {
  if (wanted === '') return [];
  const { register, venue } = useStudio.getState().history.present;
  const go = (at: { readonly x: number; readonly y: number; readonly level: string }) => {
    showLevel(at.level);
    currentPlan()?.show({
      minX: at.x - AROUND,
      maxX: at.x + AROUND,
      minY: at.y - AROUND,
      maxY: at.y + AROUND,
    });
  };
  const beacons = register.beacons
    .filter(({ id, at }) => at && id.toLowerCase().startsWith(wanted))
    .slice(0, 5);
  const windows = venue.windows.filter(({ number }) => number.toLowerCase() === wanted);
  return [
    ...beacons.map(({ id, at }) => ({
      id: `beacon ${id}`,
      text: `${id} · ${at!.level}`,
      run: () => {
        go(at!);
        select([{ collection: 'beacons', key: id }]);
      },
    })),
    ...windows.map(({ number, at, fixtureId }) => ({
      id: `window ${number}`,
      text: `${number} 号窗口 Window · ${at.level}`,
      run: () => {
        go(at);
        if (fixtureId) select([{ collection: 'fixtures', key: fixtureId }]);
      },
    })),
  ];
}
