import type { FrameStats } from '@daoyin/scene';
import type { Bench } from './main';

type Shown = 'hall' | 'naive';

const ROWS: readonly (readonly [name: string, of: (list: readonly FrameStats[]) => string])[] = [
  ['draw calls', (list) => `${list.at(-1)?.calls ?? '–'}`],
  ['triangles', (list) => `${list.at(-1)?.triangles ?? '–'}`],
  ['textures', (list) => `${list.at(-1)?.textures ?? '–'}`],
  ['geometries', (list) => `${list.at(-1)?.geometries ?? '–'}`],
  ['labels shown', (list) => `${list.at(-1)?.labels ?? '–'}`],
  ['frames', (list) => `${list.length}`],
  ['script a frame, median ms', (list) => quantile(list, 0.5)],
  ['script a frame, 95 % ms', (list) => quantile(list, 0.95)],
];

/** The bench as a page: two scenes to choose from, what each frame of them costs, side by side. */
export function showPanel(bench: Bench): void {
  const kept: Record<Shown, readonly FrameStats[]> = { hall: [], naive: [] };
  let shown: Shown | undefined;
  const panel = document.createElement('aside');
  panel.style.cssText =
    'position:fixed;left:12px;top:12px;padding:12px;background:#fffe;color:#111;font:14px/1.4 system-ui;border-radius:8px';
  const table = document.createElement('table');
  const cells = ROWS.map(([name]) => {
    const row = table.insertRow();
    row.insertCell().textContent = name;
    return { hall: row.insertCell(), naive: row.insertCell() };
  });
  const head = table.createTHead().insertRow();
  for (const name of ['', 'hall', 'mesh for each thing']) head.insertCell().textContent = name;
  const show = (what: Shown) => {
    if (shown !== undefined) bench.hide();
    shown = what;
    bench.show(what);
  };
  const turn = async () => {
    for (let i = 0; i < 120; i++) {
      bench.handle?.rotateBy(0.05);
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  panel.append(
    table,
    button('hall', () => show('hall')),
    button('turn it', () => void turn()),
    button('mesh for each thing', () => show('naive')),
  );
  document.body.append(panel);
  setInterval(() => {
    if (shown === undefined) return;
    kept[shown] = bench.frames.slice(-200);
    ROWS.forEach(([, of], i) => {
      cells[i]!.hall.textContent = of(kept.hall);
      cells[i]!.naive.textContent = of(kept.naive);
    });
  }, 500);
  show('hall');
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.onclick = press;
  return made;
}

function quantile(list: readonly FrameStats[], share: number): string {
  const times = list.map(({ scriptMs }) => scriptMs).sort((a, b) => a - b);
  return times[Math.floor(share * (times.length - 1))]?.toFixed(2) ?? '–';
}
