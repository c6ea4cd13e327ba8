import type { Point } from '@daoyin/geometry';
import { note } from './drawing';
import type { Tool } from './tool';

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
