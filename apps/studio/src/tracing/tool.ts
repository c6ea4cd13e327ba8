import { venueToImage } from '@daoyin/geometry';
import { useStudio } from '../store/studio';
import { snappedCorner } from '../tools/snapping';
import type { Tool } from '../tools/tool';
import { addTie, underlayOf, useTracing } from './store';

/**
 * Tells where the picture lies. A tie point is two taps: on the picture, then on the plan, where corners and edges pull. A known length is
 * two taps on the picture; its metres are typed in the panel.
 */
export const tracingTool: Tool = {
  id: 'tracing',
  name: { zh: '校准底图', en: 'Place picture' },
  hint: {
    zh: '在图上点两下，点什么见右侧“摆正底图”',
    en: 'Tap twice; what to tap, “Place the picture” in the panel says',
  },
  key: 'i',
  glyph: 'align',
  cursor: 'crosshair',
  begin: () => ({
    tap: ({ at, reach, alt }) => {
      const underlay = underlayOf(useStudio.getState().level);
      if (!underlay) return useStudio.setState({ panel: 'tracing' });
      const { step, pending } = useTracing.getState();
      const image = venueToImage(underlay.placement, at);
      if (!pending) return useTracing.setState({ pending: image, measured: undefined });
      if (step === 'tie')
        addTie(pending, snappedCorner(at, reach, { beacons: [], features: [], isFree: alt }).point);
      else useTracing.setState({ pending: undefined, measured: { from: pending, to: image } });
    },
    key: (event) => {
      if (event.key !== 'Escape' || !useTracing.getState().pending) return false;
      useTracing.setState({ pending: undefined });
      return true;
    },
    cancel: () => useTracing.setState({ pending: undefined }),
  }),
};
