import { drawRoom, drawShaft, drawWall } from '@daoyin/venue';
import { useStudio } from '../store/studio';
import { drawing } from './drawing';
import { levelNow, make, newId } from './make';
import { useToolOptions } from './options';
import type { Tool } from './tool';

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
