import { createRouter, type Route } from '@daoyin/routing';
import type { Venue } from '@daoyin/venue';
import { expect, type Page, test } from '@playwright/test';
import { simulateGait } from '../../packages/positioning/src/pedometer/gait.test-support';
import { flatBrowser } from './flat';
import { startHall, type TestHall } from './hall';

test.use({ launchOptions: flatBrowser, viewport: { width: 360, height: 640 } });

let hall: TestHall;
let walk: Route;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  hall = await startHall();
  walk = straightWalk((await (await fetch(`${hall.at}/api/venue`)).json()).venue);
});
test.afterAll(() => hall?.close());

const HERTZ = 50;
const DEGREES = 180 / Math.PI;

/** A way to a window on one storey whose first twenty metres are straight. */
function straightWalk(venue: Venue): Route {
  const router = createRouter(venue);
  for (const { number } of venue.windows)
    for (const { at: from } of venue.windows) {
      const route = router.find({ from, to: { window: number }, profile: 'walk' });
      if (!route.ok || route.path.some(({ level }) => level !== from.level)) continue;
      const [start, corner] = route.path;
      if (Math.hypot(corner!.x - start!.x, corner!.y - start!.y) > 20) return route;
    }
  throw new Error('no way begins straight');
}

/** What a phone tells that lies flat in the hand of somebody who walks along the first leg for so many seconds. */
function eventsOf(seconds: number): readonly MotionEvents[] {
  const [start, corner] = walk.path;
  const heading = Math.atan2(corner!.y - start!.y, corner!.x - start!.x);
  const stretches = [
    { seconds: 1, cadence: 0 },
    { seconds, cadence: 1.8 },
  ];
  const samples = simulateGait(stretches, {
    hertz: HERTZ,
    pitch: 0,
    sensors: ['accelerometer', 'gyroscope'],
  });
  const of = (kind: string) => samples.filter((sample) => sample.kind === kind).map(({ xyz }) => xyz);
  const turns = of('gyroscope');
  return of('accelerometer').map(([x, y, z], i) => ({
    // a compass counts from north, clockwise; alpha the other way round
    alpha: (heading * DEGREES - 90 + 360) % 360,
    force: { x, y, z },
    rate: { alpha: turns[i]![0] * DEGREES, beta: turns[i]![1] * DEGREES, gamma: turns[i]![2] * DEGREES },
  }));
}

interface MotionEvents {
  readonly alpha: number;
  readonly force: { readonly x: number; readonly y: number; readonly z: number };
  readonly rate: { readonly alpha: number; readonly beta: number; readonly gamma: number };
}

/** An iPhone's way to ask, which holds only within a tap, and a clock that goes with the events and not with the load of this machine. */
async function likeAnIphone(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const asks = async () => (navigator.userActivation.isActive ? 'granted' : 'denied');
    Object.assign(DeviceMotionEvent, { requestPermission: asks });
    Object.assign(DeviceOrientationEvent, { requestPermission: asks });
    let nowMs = Date.now();
    Date.now = () => nowMs;
    Object.assign(window, { pass: (ms: number) => (nowMs += ms) });
  });
}

/** Lets the events come, a quarter of a second at a time, as the page takes them. */
function move(page: Page, events: readonly MotionEvents[]): Promise<void> {
  return page.evaluate(
    async ([all, ms]) => {
      const pass = (window as unknown as { pass: (ms: number) => void }).pass;
      for (const [i, { alpha, force, rate }] of all.entries()) {
        pass(ms);
        dispatchEvent(
          new DeviceOrientationEvent('deviceorientationabsolute', {
            absolute: true,
            alpha,
            beta: 0,
            gamma: 0,
          }),
        );
        dispatchEvent(
          new DeviceMotionEvent('devicemotion', {
            accelerationIncludingGravity: force,
            rotationRate: rate,
            interval: ms,
          }),
        );
        if (i % 12 === 11) await new Promise((done) => setTimeout(done, 0));
      }
    },
    [events, 1000 / HERTZ] as const,
  );
}

const left = async (page: Page) =>
  Number(/\d+/.exec((await page.getByTestId('distance-left').textContent()) ?? '')?.[0]);

async function openWalk(page: Page): Promise<void> {
  await likeAnIphone(page);
  const { x, y, level } = walk.path[0]!;
  await page.goto(`${hall.at}/phone/?window=${walk.destination.window}#from=${x},${y},${level}`);
  await expect(page.getByTestId('distance-left')).toBeVisible();
  await page.getByTestId('best-source').click();
  const steps = page.locator('[data-source=steps].source');
  await steps.getByRole('button').click();
  await expect(steps).not.toContainText('没有允许');
}

test('steps allowed by a tap carry the dot along the way', async ({ page }) => {
  await openWalk(page);
  const before = await left(page);
  await move(page, eventsOf(12));
  // 12 s at 1.8 steps a second and some 0.7 m each
  await expect.poll(() => left(page)).toBeLessThan(before - 10);
  expect(await left(page)).toBeGreaterThan(before - 20);
  await expect(page.getByTestId('best-source')).toHaveAttribute('data-source', 'steps');
  await expect(page.locator('.plan-dot-stale')).toHaveCount(0);
});

test('without the tap nothing is counted, and the dot stays where it was told to be', async ({ page }) => {
  await likeAnIphone(page);
  const { x, y, level } = walk.path[0]!;
  await page.goto(`${hall.at}/phone/?window=${walk.destination.window}#from=${x},${y},${level}`);
  await expect(page.getByTestId('distance-left')).toBeVisible();
  const before = await left(page);
  await move(page, eventsOf(6));
  expect(await left(page)).toBe(before);
});

test('a phone that was off in the lift does not say that one is where one was: it asks, and goes on from the answer', async ({
  page,
}) => {
  await openWalk(page);
  const before = await left(page);
  await move(page, eventsOf(6));
  await expect.poll(() => left(page)).toBeLessThan(before - 2);
  const seen = (state: 'hidden' | 'visible', afterMs: number) =>
    page.evaluate(
      ([now, ms]) => {
        (window as unknown as { pass: (ms: number) => void }).pass(ms);
        Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      },
      [state, afterMs] as const,
    );
  await seen('hidden', 0);
  await seen('visible', 3000); // a glance elsewhere
  await expect(page.locator('#here-window')).toHaveCount(0);
  await seen('hidden', 0);
  await seen('visible', 180_000);
  await expect(page.locator('.notices')).toContainText('显示的是最后的位置');
  await expect(page.locator('.plan-dot-stale')).toBeAttached();
  await expect(page.locator('#here-window')).toBeVisible();
  await page.locator('#here-window').fill(walk.destination.window!);
  await page.getByRole('button', { name: '就在这里' }).click();
  await expect(page.getByTestId('arrival')).toBeVisible();
});
