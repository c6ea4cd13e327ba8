import { readBeaconRegister, readVenue } from '@daoyin/venue';
import '../../packages/ui/src/theme/tokens.css';
import { accuracyLayer } from '../../apps/studio/src/accuracy/layer';
import { followDocument, useAccuracy } from '../../apps/studio/src/accuracy/store';
import { openPlan } from '../../apps/studio/src/canvas/plan';
import { attachPointer } from '../../apps/studio/src/canvas/pointer';
import { beaconsLayer } from '../../apps/studio/src/layers/beacons';
import { planLayer } from '../../apps/studio/src/layers/plan';
import { openDocument, useStudio } from '../../apps/studio/src/store/studio';
import { toolNamed } from '../../apps/studio/src/tools/registry';
import beaconsText from '../../beacons.json?raw';

declare global {
  interface Window {
    drag: {
      /** Milliseconds from opening the document to its first map: all beacons anew. */
      readonly anewMs: Promise<number>;
      /** Where a beacon of the storey hangs, in CSS pixels. */
      readonly place: (id: string) => { readonly left: number; readonly top: number };
      /** Milliseconds from each move of the beacon that was followed to the frame that shows its map. */
      readonly times: readonly number[];
    };
  }
}

const files = import.meta.glob('../../floorplans/zhongshan/*.{json,geojson}', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Readonly<Record<string, string>>;
const read = readVenue(new Map(Object.entries(files).map(([path, text]) => [path.split('/').at(-1)!, text])));
if (!read.ok) throw new Error(read.issues[0]!.message);
const { venue } = read;
const beacons = readBeaconRegister(beaconsText, { venue });
if (!beacons.ok) throw new Error(beacons.issues[0]!.message);
const { register } = beacons;

openDocument({ ...useStudio.getState().history.present, venue, register });
const plan = openPlan({
  canvas: document.querySelector('canvas')!,
  layers: [planLayer, accuracyLayer, beaconsLayer],
  language: () => 'en',
});
plan.resize({ width: 1280, height: 800 });
const session = toolNamed('select').begin(plan);
plan.use(session);
attachPointer(document.querySelector('#box')!, plan, () => session);

const times: number[] = [];
const start = performance.now();
followDocument();
const anewMs = new Promise<number>((done) => {
  useAccuracy.subscribe(({ picture, tookMs }, before) => {
    if (!picture || picture === before.picture) return;
    if (!before.picture) done(performance.now() - start);
    if (tookMs === undefined || tookMs === before.tookMs) return;
    const sentMs = performance.now() - tookMs;
    // the map is painted in the next frame, after which this one comes
    requestAnimationFrame(() => requestAnimationFrame(() => times.push(performance.now() - sentMs)));
  });
});
window.drag = {
  anewMs,
  place: (id) => plan.toScreen(register.beacons.find((beacon) => beacon.id === id)!.at!),
  times,
};
