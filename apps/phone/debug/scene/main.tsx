import { createRouter } from '@daoyin/routing';
import { type FrameStats, HallScene, type HallSceneHandle, type HallSceneProps } from '@daoyin/scene';
import { readBeaconRegister, readVenue, type Venue } from '@daoyin/venue';
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** `?venue=URL of a floor plan folder&level=1F&theme=dark&window=32&from=x,y,level&at=x,y,level,accuracy&beacons=URL`. */
const query = new URLSearchParams(location.search);
const FILES = [
  'manifest.json',
  'address',
  'venue',
  'building',
  'footprint',
  'level',
  'unit',
  'opening',
  'fixture',
  'kiosk',
  'section',
  'amenity',
  'anchor',
  'occupant',
  'detail',
  'relationship',
  'geofence',
].map((name) => (name.includes('.') ? name : `${name}.geojson`));

async function loadVenue(url: string): Promise<Venue> {
  const texts = await Promise.all(
    FILES.map(async (name) => {
      const response = await fetch(`${url}/${name}`);
      const text = response.ok ? await response.text() : '';
      return [name, text] as const;
    }),
  );
  const result = readVenue(new Map(texts.filter(([, text]) => /^\s*[{[]/.test(text))));
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('\n'));
  return result.venue;
}

function point(name: string) {
  const [x, y, level, accuracy95] = query.get(name)?.split(',') ?? [];
  return x && y && level
    ? { x: Number(x), y: Number(y), level, accuracy95: Number(accuracy95 ?? 2) }
    : undefined;
}

declare global {
  interface Window {
    scene: {
      handle: HallSceneHandle | null;
      set: (props: Partial<HallSceneProps>) => void;
      frames: FrameStats[];
      venue: Venue;
      route: (from: string, to: string) => void;
    };
  }
}

function Page({ venue, first }: { readonly venue: Venue; readonly first: HallSceneProps }) {
  const [props, setProps] = useState(first);
  const handle = useRef<HallSceneHandle>(null);
  useEffect(() => {
    window.scene = {
      handle: handle.current,
      frames: [],
      venue,
      set: (more) => setProps((old) => ({ ...old, ...more })),
      route: (from, to) => {
        const start = venue.windows.find(({ number }) => number === from)?.at;
        const found = start && createRouter(venue).find({ from: start, to: { window: to }, profile: 'walk' });
        const route = found?.ok ? found : undefined;
        setProps((old) => ({ ...old, route, highlightWindow: to }));
      },
    };
  }, [venue]);
  return (
    <HallScene
      {...props}
      ref={handle}
      onFrame={(stats) => window.scene?.frames.push(stats)}
      onSelect={(target) => console.log('select', JSON.stringify(target))}
      onLevelChange={(level) => setProps((old) => ({ ...old, level }))}
      onUnavailable={(reason) => console.error(reason)}
    />
  );
}

async function start(): Promise<void> {
  const venue = await loadVenue(query.get('venue') ?? '/floorplans/zhongshan');
  const [from, at, window] = [point('from'), point('at'), query.get('window') ?? undefined];
  const profile = query.has('stepfree') ? 'step-free' : 'walk';
  const found = from && window ? createRouter(venue).find({ from, to: { window }, profile }) : undefined;
  if (found && !found.ok) console.error(JSON.stringify(found.error));
  const beacons = query.get('beacons');
  const register = beacons ? readBeaconRegister(await (await fetch(beacons)).text()) : undefined;
  const first: HallSceneProps = {
    venue,
    level: query.get('level') ?? undefined,
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    language: query.get('lang') === 'en' ? 'en' : 'zh',
    route: found?.ok ? found : undefined,
    highlightWindow: window,
    position: at,
    heading: query.has('heading') ? Number(query.get('heading')) : undefined,
    follow: query.has('follow'),
    here: point('here'),
    beacons: register?.ok ? register.register : undefined,
    reducedMotion: query.has('still'),
    labelScale: Number(query.get('labels') ?? 1),
  };
  createRoot(document.getElementById('root')!).render(<Page venue={venue} first={first} />);
}

start().catch((error: unknown) => {
  document.body.textContent = String(error);
});
