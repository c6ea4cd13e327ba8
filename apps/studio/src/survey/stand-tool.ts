import { useStudio } from '../store/studio';
import { snapped } from '../tools/snapping';
import type { Tool } from '../tools/tool';
import { standAt, useSurvey } from './store';

/** A tap on the plan says that the surveyor stands there now. It is chosen by the panel, and only while a walk is on. */
export const standTool: Tool = {
  id: 'stand',
  name: { zh: '走测站点', en: 'Standing here' },
  hint: {
    zh: '匀速走到下一站，站定后在图上点一下您的位置',
    en: 'Walk to the next stop at one pace; standing there, tap where you are',
  },
  key: '',
  glyph: 'walk',
  cursor: 'crosshair',
  begin: () => ({
    tap: ({ at, reach }) => {
      const { level } = useStudio.getState();
      if (!useSurvey.getState().live) return;
      const { point } = snapped(at, reach / 4, { beacons: [], features: [], isFree: true });
      standAt({ ...point, level });
    },
  }),
};
