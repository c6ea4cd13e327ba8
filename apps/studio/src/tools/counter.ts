import { drawCounter, numberAfter } from '@daoyin/venue';
import { perform, select, useStudio } from '../store/studio';
import { drawing, far } from './drawing';
import { levelNow, newId } from './make';
import { useToolOptions } from './options';
import type { Tool } from './tool';

const WINDOW_SHARE = 1.5; // metres of a counter for each window, unless somebody says otherwise

export const counterTool: Tool = {
  id: 'counter',
  name: { zh: '柜台', en: 'Counter' },
  hint: {
    zh: '点柜台前沿的起点和终点，办事人在右手边',
    en: 'Tap where the front edge begins and ends; visitors are on its right',
  },
  key: 'c',
  glyph: 'counter',
  cursor: 'crosshair',
  begin: (plan) =>
    drawing(plan, {
      least: 2,
      most: 2,
      isRing: false,
      finish: ([from, to]) => {
        const { windowCount, firstNumber, counterDepth: depth } = useToolOptions.getState();
        const count = windowCount > 0 ? windowCount : Math.max(1, Math.round(far(from!, to!) / WINDOW_SHARE));
        const first = firstNumber.trim() === '' ? nextWindowNumber() : firstNumber.trim();
        const counter = {
          id: newId(),
          level: levelNow(),
          from: from!,
          to: to!,
          count,
          firstNumber: first,
          depth,
        };
        if (!perform(drawCounter(counter), 'counter.draw')) return;
        const drawn = useStudio.getState().history.present.venue.fixtures.slice(-count);
        select(drawn.map(({ id }) => ({ collection: 'fixtures', key: id })));
        useToolOptions.setState({ firstNumber: firstNumber.trim() === '' ? '' : numberAfter(first, count) });
      },
    }),
};

/** The number after the greatest of the plan. */
function nextWindowNumber(): string {
  const { windows } = useStudio.getState().history.present.venue;
  return numberAfter(windows.at(-1)?.number ?? '0', 1);
}
