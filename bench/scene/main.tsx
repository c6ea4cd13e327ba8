import { createRouter, type Route } from '@daoyin/routing';
import { type FrameStats, HallScene, type HallSceneHandle, type HallSceneProps } from '@daoyin/scene';
import { type BeaconRegister, readBeaconRegister, readVenue, type Venue } from '@daoyin/venue';
import { useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Naive } from './Naive';
import { showPanel } from './panel';

/** What bench/scene.ts drives: one scene at a time in one page. */
export interface Bench {
  show: (what: 'hall' | 'naive') => void;
  hide: () => void;
  set: (props: Partial<HallSceneProps>) => void;
  handle: HallSceneHandle | null;
  frames: FrameStats[];
  routes: readonly Route[];
  levels: readonly string[];
}

declare global {
  interface Window {
    bench: Bench;
  }
}

const FILES =
  'venue building footprint level unit opening fixture kiosk section amenity anchor occupant detail relationship';
const query = new URLSearchParams(location.search);
const frames: FrameStats[] = [];
const onFrame = (stats: FrameStats) => frames.push(stats);

async function load(): Promise<{ venue: Venue; register: BeaconRegister }> {
  const names = ['manifest.json', ...FILES.split(' ').map((name) => `${name}.geojson`)];
  const texts = await Promise.all(
    names.map(async (name) => [name, await (await fetch(`${query.get('venue')}/${name}`)).text()] as const),
  );
  const result = readVenue(new Map(texts.filter(([, text]) => /^\s*{/.test(text))));
  const register = readBeaconRegister(await (await fetch(query.get('beacons')!)).text());
  if (!result.ok || !register.ok) throw new Error('The bench needs a venue and a beacon register.');
  return { venue: result.venue, register: register.register };
}

function Hall({ first }: { readonly first: HallSceneProps }) {
  const [props, setProps] = useState(first);
  window.bench.set = (more) => setProps((old) => ({ ...old, ...more }));
  return (
    <HallScene
      {...props}
      onFrame={onFrame}
      onUnavailable={(reason) => console.error(reason)}
      ref={(handle) => {
        window.bench.handle = handle;
      }}
    />
  );
}

const { venue, register } = await load();
const router = createRouter(venue);
const routes = venue.windows.flatMap(({ number }, i) => {
  const from = venue.windows[(i * 37 + 11) % venue.windows.length]!.at;
  const found = i % 6 === 0 ? router.find({ from, to: { window: number }, profile: 'walk' }) : undefined;
  return found?.ok ? [found] : [];
});
let root: Root | undefined;
const element = document.getElementById('root')!;
window.bench = {
  frames,
  routes,
  levels: venue.levels.map(({ shortName }) => shortName),
  handle: null,
  set: () => undefined,
  hide: () => root?.unmount(),
  show: (what) => {
    frames.length = 0;
    root = createRoot(element);
    root.render(
      what === 'hall' ? (
        <Hall first={{ venue, beacons: register, route: routes[0] }} />
      ) : (
        <Naive venue={venue} register={register} onFrame={onFrame} />
      ),
    );
  },
};
if (query.has('panel')) showPanel(window.bench);
