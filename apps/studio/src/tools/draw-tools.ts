import { nearestOnSegment, type Point, ringEdges } from '@daoyin/geometry';
import {
  type Action,
  collectionOf,
  drawCounter,
  drawDoor,
  drawRoom,
  drawShaft,
  drawWall,
  numberAfter,
  placeAmenity,
  putClosure,
  type VenueCollection,
} from '@daoyin/venue';
import { onLevel } from '../layers/on-level';
import { perform, select, useStudio } from '../store/studio';
import { drawing, far, note } from './drawing';
import { useToolOptions } from './options';
import type { PlanPointer, Tool } from './tool';

const WINDOW_SHARE = 1.5; // metres of a counter for each window, unless somebody says otherwise

const newId = (): string => crypto.randomUUID();
const levelNow = (): string => useStudio.getState().level;

/** Draws, and selects what was drawn. */
function make(action: Action, name: string, id: string, collection: VenueCollection): void {
  if (perform(action, name)) select([{ collection, key: id }]);
}

export const wallTool: Tool = {
  id: 'wall',
  name: { zh: '墙', en: 'Wall' },
  hint: {
    zh: '逐点画墙；可直接输入长度；回车或双击结束',
    en: 'Tap from corner to corner; type a length; Enter or double tap ends',
  },
  key: 'w',
  glyph: 'wall',
  cursor: 'crosshair',
  begin: (plan) =>
    drawing(plan, {
      least: 2,
      isRing: false,
      finish: (line) => {
        const id = newId();
        const { wallThickness: thickness } = useToolOptions.getState();
        make(drawWall({ id, level: levelNow(), line, thickness }), 'wall.draw', id, 'fixtures');
      },
    }),
};

export const roomTool: Tool = {
  id: 'room',
  name: { zh: '房间', en: 'Room' },
  hint: {
    zh: '拖出矩形，或逐点画出房间；点回起点闭合',
    en: 'Drag a rectangle, or tap the corners and the first again',
  },
  key: 'r',
  glyph: 'room',
  cursor: 'crosshair',
  begin: (plan) =>
    drawing(plan, {
      least: 3,
      isRing: true,
      finish: (ring) => {
        const id = newId();
        const { roomCategory: category } = useToolOptions.getState();
        make(drawRoom({ id, level: levelNow(), ring, category }), 'room.draw', id, 'units');
      },
    }),
};

export const doorTool: Tool = {
  id: 'door',
  name: { zh: '门', en: 'Door' },
  hint: { zh: '点房间的边，就在那里开门', en: 'Tap the edge of a room to make a door there' },
  key: 'd',
  glyph: 'door',
  cursor: 'crosshair',
  begin: (plan) => {
    let shown: readonly [Point, Point] | undefined;
    return {
      move: (pointer) => {
        shown = doorAt(pointer);
        plan.invalidate();
      },
      tap: (pointer) => {
        const line = doorAt(pointer);
        const id = newId();
        if (line) make(drawDoor({ id, level: levelNow(), line }), 'door.draw', id, 'openings');
      },
      paint: (context, toScreen) => {
        if (!shown) return;
        const [a, b] = shown.map(toScreen) as [ReturnType<typeof toScreen>, ReturnType<typeof toScreen>];
        context.strokeStyle = '#136c40';
        context.lineWidth = 5;
        context.beginPath();
        context.moveTo(a.left, a.top);
        context.lineTo(b.left, b.top);
        context.stroke();
      },
    };
  },
};

/** A door of the set width about the nearest place on the edge of a unit; undefined far from any. */
function doorAt({ at, reach }: PlanPointer): readonly [Point, Point] | undefined {
  const { history, level } = useStudio.getState();
  const { doorWidth } = useToolOptions.getState();
  let best:
    | { readonly point: Point; readonly edge: readonly [Point, Point]; readonly metres: number }
    | undefined;
  for (const { area } of onLevel(history.present.venue.units, level)) {
    for (const ring of area.flatMap(({ outer, holes }) => [outer, ...holes])) {
      for (const edge of ringEdges(ring)) {
        const { point } = nearestOnSegment(at, ...edge);
        const metres = far(point, at);
        if (metres <= 2 * reach && (!best || metres < best.metres)) best = { point, edge, metres };
      }
    }
  }
  if (!best) return undefined;
  const [a, b] = best.edge;
  const length = far(a, b);
  const half = Math.min(doorWidth, length) / 2;
  const middle = Math.min(length - half, Math.max(half, far(a, best.point)));
  const on = (metres: number): Point => ({
    x: a.x + ((b.x - a.x) * metres) / length,
    y: a.y + ((b.y - a.y) * metres) / length,
  });
  return [on(middle - half), on(middle + half)];
}

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

export const shaftTool: Tool = {
  id: 'shaft',
  name: { zh: '电梯楼梯', en: 'Lift, stairs' },
  hint: {
    zh: '拖出电梯井或楼梯间，所选楼层一次建好并连通',
    en: 'Drag the shaft: it is made and joined on all chosen storeys',
  },
  key: 'l',
  glyph: 'stairs',
  cursor: 'crosshair',
  begin: (plan) =>
    drawing(plan, {
      least: 3,
      isRing: true,
      finish: (ring) => {
        const { shaftKind: kind, shaftLevels } = useToolOptions.getState();
        const { levels: all } = useStudio.getState().history.present.venue;
        const levels = shaftLevels.length > 1 ? shaftLevels : all.map(({ shortName }) => shortName);
        const id = newId();
        make(drawShaft({ id, kind, levels, ring }), 'shaft.draw', id, 'connectors');
      },
    }),
};

export const amenityTool: Tool = {
  id: 'amenity',
  name: { zh: '设施', en: 'Facility' },
  hint: { zh: '点一下放置设施，类别在右侧选', en: 'Tap to place a facility of the kind chosen at the right' },
  key: 'p',
  glyph: 'amenity',
  cursor: 'crosshair',
  begin: () => ({
    tap: ({ at }) => {
      const { amenityCategory: category } = useToolOptions.getState();
      const id = newId();
      make(placeAmenity({ id, level: levelNow(), point: at, category }), 'amenity.place', id, 'amenities');
    },
  }),
};

export const closureTool: Tool = {
  id: 'closure',
  name: { zh: '封闭', en: 'Close off' },
  hint: {
    zh: '点门、房间或电梯，把它临时封闭；时间在右侧填',
    en: 'Tap a door, room or lift to shut it for a time, set at the right',
  },
  key: 'x',
  glyph: 'closure',
  cursor: 'not-allowed',
  begin: () => ({
    tap: ({ at, picked }) => {
      if (!picked || picked.collection === 'beacons') return;
      const { history, level } = useStudio.getState();
      const { venue } = history.present;
      const isShut = ['units', 'openings'].includes(collectionOf(history.present, picked.key) ?? '');
      if (!isShut) return;
      const shaft = venue.connectors.find(({ unitIds, assumed }) => !assumed && unitIds.includes(picked.key));
      const id = newId();
      const closure = { id, featureIds: [shaft?.id ?? picked.key], reason: {}, at: { ...at, level } };
      if (perform(putClosure(closure), 'closure.put')) select([{ collection: 'closures', key: id }]);
    },
  }),
};

export const measureTool: Tool = {
  id: 'measure',
  name: { zh: '测量', en: 'Measure' },
  hint: { zh: '拖动量距离', en: 'Drag to measure' },
  key: 'm',
  glyph: 'ruler',
  cursor: 'crosshair',
  begin: (plan) => {
    let from: Point | undefined;
    let to: Point | undefined;
    return {
      down: ({ at }) => {
        from = at;
        to = undefined;
        return true;
      },
      drag: ({ at }) => {
        to = at;
        plan.invalidate();
      },
      cancel: () => {
        from = undefined;
        to = undefined;
      },
      paint: (context, toScreen) => {
        if (!from || !to) return;
        const [a, b] = [toScreen(from), toScreen(to)];
        context.strokeStyle = '#cf2231';
        context.lineWidth = 2;
        context.beginPath();
        context.moveTo(a.left, a.top);
        context.lineTo(b.left, b.top);
        context.stroke();
        const [dx, dy] = [to.x - from.x, to.y - from.y];
        note(context, `${Math.hypot(dx, dy).toFixed(2)} m  (${dx.toFixed(2)}, ${dy.toFixed(2)})`, b);
      },
    };
  },
};
