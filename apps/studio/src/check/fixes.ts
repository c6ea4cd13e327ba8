import { centroid } from '@daoyin/geometry';
import type { Language } from '@daoyin/ui';
import {
  type Action,
  collectionOf,
  deleteClosures,
  deleteFeatures,
  type Issue,
  type Labels,
  nextIdentity,
  putBeacons,
  retireBeacons,
  setBeacons,
  setFeatures,
} from '@daoyin/venue';
import { extentOf } from '../canvas/extent';
import type { StudioDocument } from '../store/studio';

/** One click that mends a finding. */
export interface Fix {
  readonly name: Readonly<Record<Language, string>>;
  readonly action: Action;
}

type FixesOf = (id: string, document: StudioDocument) => readonly Fix[];

const fix = (zh: string, en: string, action: Action): Fix => ({ name: { zh, en }, action });
const remove: FixesOf = (id) => [fix('删除', 'Delete it', deleteFeatures([id]))];
const retire: FixesOf = (id) => [fix('停用', 'Take it down', retireBeacons([id]))];

/** What mends a finding of a kind. A fix is an action as any other: it can be undone, and the rules look again. */
const FIXES: Readonly<Record<string, FixesOf>> = {
  'duplicate-identity': (id, { register }) => [
    fix('改用下一个空闲身份', 'Give it the next free identity', setBeacons([id], nextIdentity(register))),
    fix('停用', 'Take it down', retireBeacons([id])),
  ],
  'beacon-without-identity': (id, { register }) => [
    fix('给一个空闲身份', 'Give it a free identity', setBeacons([id], nextIdentity(register))),
  ],
  'beacon-height': (id) => [fix('高度改为 3 米', 'Set the height to 3 m', setBeacons([id], { height: 3 }))],
  'beacon-power': (id) => [
    fix('功率改为 −59', 'Set the power to −59', setBeacons([id], { measuredPowerDbm: -59 })),
  ],
  'beacon-interval': (id) => [
    fix('间隔改为 500 毫秒', 'Set the interval to 500 ms', setBeacons([id], { intervalMs: 500 })),
  ],
  'beacon-outside-level': (id, document) => [...backInside(id, document), ...retire(id, document)],
  'beacon-far-away': (id, document) => [...backInside(id, document), ...retire(id, document)],
  'beacon-unknown-level': (id, document) => [...ontoGround(id, document), ...retire(id, document)],
  sliver: remove,
  'units-overlap': remove,
  'unit-outside-level': remove,
  'door-opens-nowhere': remove,
  'shaft-without-connector': remove,
  'connector-one-level': remove,
  'closure-never': (id) => [fix('取消这次封闭', 'Call the closure off', deleteClosures([id]))],
  'dangling-reference': (id, document) =>
    document.closures.some((closure) => closure.id === id)
      ? [fix('取消这次封闭', 'Call the closure off', deleteClosures([id]))]
      : remove(id, document),
  'missing-translation': translate,
  'bad-hours': (id, document) => withoutHours(id, document),
};

/** The one-click fixes of a finding; none where only a person can know. */
export function fixesOf({ kind, featureId }: Issue, document: StudioDocument): readonly Fix[] {
  return featureId === undefined ? [] : (FIXES[kind]?.(featureId, document) ?? []);
}

function backInside(id: string, { venue, register }: StudioDocument): readonly Fix[] {
  const at = register.beacons.find((beacon) => beacon.id === id)?.at;
  const outline = venue.levels.find(({ shortName }) => shortName === at?.level)?.outline[0]?.outer;
  if (!at || !outline) return [];
  const corner = outline.reduce((a, b) =>
    Math.hypot(b.x - at.x, b.y - at.y) < Math.hypot(a.x - at.x, a.y - at.y) ? b : a,
  );
  const middle = centroid(outline);
  const to = {
    x: corner.x + 0.05 * (middle.x - corner.x),
    y: corner.y + 0.05 * (middle.y - corner.y),
    level: at.level,
  };
  return [fix('移回楼内', 'Bring it inside', putBeacons(new Map([[id, to]])))];
}

function ontoGround(id: string, { venue, register }: StudioDocument): readonly Fix[] {
  const beacon = register.beacons.find((one) => one.id === id);
  const ground = venue.levels.find(({ ordinal }) => ordinal === 0) ?? venue.levels[0];
  if (!beacon?.at || !ground) return [];
  const to = { ...beacon.at, level: ground.shortName };
  return [fix(`放到 ${ground.shortName}`, `Put it on ${ground.shortName}`, putBeacons(new Map([[id, to]])))];
}

function translate(id: string, document: StudioDocument): readonly Fix[] {
  const collection = collectionOf(document, id);
  if (!collection || ['anchors', 'details', 'connectors', 'levels'].includes(collection)) return [];
  const feature = document.venue[collection].find((one) => one.id === id) as
    | { readonly name: Labels }
    | undefined;
  const text = Object.values(feature?.name ?? {})[0];
  if (!feature || text === undefined) return [];
  const name = { 'zh-Hans': text, en: text, ...feature.name };
  return [
    fix(
      '另一种语言先用同样的文字',
      'Use the same words for now',
      setFeatures(collection as 'units', [id], { name }),
    ),
  ];
}

function withoutHours(id: string, document: StudioDocument): readonly Fix[] {
  const collection = collectionOf(document, id);
  if (collection !== 'occupants' && collection !== 'amenities' && collection !== 'connectors') return [];
  return [
    fix(
      '去掉时间（一直开放）',
      'Take the hours away',
      setFeatures(collection as 'occupants', [id], { hours: undefined }),
    ),
  ];
}

/** Where a finding is: its own place, else that of its feature. */
export function placeOf({ at, featureId }: Issue, { venue, register }: StudioDocument) {
  if (at) return at;
  const beacon = register.beacons.find(({ id }) => id === featureId);
  if (beacon?.at) return beacon.at;
  const window = venue.windows.find(({ occupantId }) => occupantId === featureId);
  if (window) return window.at;
  const lists = [venue.units, venue.openings, venue.fixtures, venue.kiosks, venue.sections, venue.amenities];
  const feature = lists.flat().find(({ id }) => id === featureId);
  if (!feature) return undefined;
  const { minX, maxX, minY, maxY } = extentOf(feature);
  return { x: (minX + maxX) / 2, y: (minY + maxY) / 2, level: feature.level };
}
