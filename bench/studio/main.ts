import { seededRandom } from '@daoyin/geometry';
import { panned } from '@daoyin/ui';
import type { Beacon, Fixture, Unit } from '@daoyin/venue';
import '../../packages/ui/src/theme/tokens.css';
import { openPlan } from '../../apps/studio/src/canvas/plan';
import { beaconsLayer } from '../../apps/studio/src/layers/beacons';
import { labelsLayer } from '../../apps/studio/src/layers/labels';
import { planLayer } from '../../apps/studio/src/layers/plan';
import { openDocument, useStudio } from '../../apps/studio/src/store/studio';

declare global {
  interface Window {
    /** Pans for so many frames; gives the JavaScript milliseconds of each. `still` false paints all features anew at each frame. */
    pan: (frames: number, still: boolean) => Promise<number[]>;
  }
}

const FEATURES = 5_000;
const BEACONS = 600;
const [WIDTH, DEPTH] = [140, 90]; // metres

const random = seededRandom(7);
const square = (side: number) => {
  const [x, y] = [random() * (WIDTH - side), random() * (DEPTH - side)];
  return [
    {
      outer: [
        { x, y },
        { x: x + side, y },
        { x: x + side, y: y + side },
        { x, y: y + side },
      ],
      holes: [],
    },
  ];
};
const units = Array.from({ length: FEATURES / 5 }, (_, i): Unit => {
  return {
    id: `u${i}`,
    level: '1F',
    name: { en: `Room ${i}` },
    category: 'room',
    accessibility: [],
    area: square(3),
  };
});
const fixtures = Array.from({ length: (FEATURES * 4) / 5 }, (_, i): Fixture => {
  return { id: `f${i}`, level: '1F', name: {}, category: 'desk', area: square(1) };
});
const beacons = Array.from({ length: BEACONS }, (_, i): Beacon => {
  const at = { x: random() * WIDTH, y: random() * DEPTH, level: '1F' };
  return { id: `B${i}`, at, height: 3, measuredPowerDbm: -59, status: 'active' };
});
const outline = [
  {
    outer: [
      { x: 0, y: 0 },
      { x: WIDTH, y: 0 },
      { x: WIDTH, y: DEPTH },
      { x: 0, y: DEPTH },
    ],
    holes: [],
  },
];
const level = {
  id: 'l',
  shortName: '1F',
  name: {},
  ordinal: 0,
  elevation: 0,
  outdoor: false,
  outline,
  buildingIds: [],
};

const canvas = document.querySelector('canvas')!;
const { history } = useStudio.getState();
openDocument({
  ...history.present,
  venue: { ...history.present.venue, id: 'bench', levels: [level], units, fixtures },
  register: { venue: 'bench', beacons },
});

window.pan = async (frames, still) => {
  const layers = [
    { ...planLayer, kind: still ? ('still' as const) : ('live' as const) },
    labelsLayer,
    beaconsLayer,
  ];
  if (!still) layers[0] = { ...planLayer, kind: 'live', paint: paintAll };
  const plan = openPlan({ canvas, layers, language: () => 'en' });
  plan.resize({ width: 1280, height: 800 });
  plan.zoomBy(1.6);
  await new Promise((done) => setTimeout(done, 1500));
  const times: number[] = [];
  plan.onFrame = (ms) => times.push(ms);
  for (let i = 0; i < frames; i++) {
    const turn = (2 * Math.PI * i) / frames;
    plan.setView(panned(plan.view(), plan.size(), 9 * Math.cos(turn), 9 * Math.sin(turn)));
    await new Promise(requestAnimationFrame);
  }
  plan.close();
  return times;
};

/** As if there were no tiles: every feature in view at each frame. */
const paintAll: typeof planLayer.paint = (context, scene) => {
  const corner = scene.toScreen({ x: 0, y: 0 });
  context.translate(corner.left, corner.top);
  context.scale(scene.view.scale, -scene.view.scale);
  planLayer.paint(context, scene);
};
