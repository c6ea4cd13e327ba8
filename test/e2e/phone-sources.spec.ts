import { createRouter, type Route } from '@daoyin/routing';
import type { Beacon, Venue } from '@daoyin/venue';
import { expect, type Page, test } from '@playwright/test';
import { placeAlong } from '../../packages/ui/src/map/route-lines';
import { flatBrowser } from './flat';
import { startHall, type TestHall } from './hall';

test.use({
  launchOptions: flatBrowser,
  viewport: { width: 360, height: 640 },
});

let hall: TestHall;
let venue: Venue;
let beacons: readonly Beacon[];
test.beforeAll(async () => {
  hall = await startHall();
  const bundle = await (await fetch(`${hall.at}/api/venue`)).json();
  venue = bundle.venue;
  beacons = bundle.register.beacons;
});
test.afterAll(() => hall?.close());

const WALKING = 1.3;
const TICK_MS = 300;

/** A way of some twenty-five metres to a window on one storey. */
function shortWalk(): Route {
  const router = createRouter(venue);
  for (const { number, at } of venue.windows)
    for (const other of venue.windows) {
      const straight = Math.hypot(at.x - other.at.x, at.y - other.at.y);
      if (at.level !== other.at.level || straight < 14 || straight > 24) continue;
      const route = router.find({ from: other.at, to: { window: number }, profile: 'walk' });
      if (route.ok && route.length < 28) return route;
    }
  throw new Error('no two windows are so near');
}

/** A browser that scans: adverts are what the test says is in the air. */
async function giveBluetooth(page: Page, answer: 'grant' | 'deny' | 'off'): Promise<void> {
  await page.addInitScript((how) => {
    const radio = Object.assign(new EventTarget(), {
      requestLEScan: async () => {
        if (how === 'deny') throw new DOMException('no', 'NotAllowedError');
        if (how === 'off') throw new DOMException('adapter off', 'InvalidStateError');
        return { stop: () => undefined };
      },
    });
    Object.defineProperty(navigator, 'bluetooth', { value: radio });
    const advertise = (heard: readonly (readonly [bytes: readonly number[], rssi: number])[]) => {
      for (const [bytes, rssi] of heard) {
        const data = new DataView(Uint8Array.from(bytes).buffer);
        const event = Object.assign(new Event('advertisementreceived'), {
          rssi,
          manufacturerData: new Map([[0x004c, data]]),
          serviceData: new Map(),
        });
        radio.dispatchEvent(event);
      }
    };
    Object.assign(window, { advertise });
  }, answer);
}

/** What an iBeacon's manufacturer data is once the browser has taken the company away. */
function frameOf({ uuid, major, minor, measuredPowerDbm }: Beacon): number[] {
  const id = (uuid ?? '').replaceAll('-', '').match(/../g) ?? [];
  return [
    0x02,
    0x15,
    ...id.map((pair) => Number.parseInt(pair, 16)),
    (major ?? 0) >> 8,
    (major ?? 0) & 255,
    (minor ?? 0) >> 8,
    (minor ?? 0) & 255,
    measuredPowerDbm & 255,
  ];
}

function heardAt(at: { readonly x: number; readonly y: number; readonly level: string }) {
  return beacons.flatMap((beacon) => {
    if (beacon.at?.level !== at.level) return [];
    const metres = Math.hypot(beacon.at.x - at.x, beacon.at.y - at.y, beacon.height - 1.2);
    if (metres > 15) return [];
    return [[frameOf(beacon), Math.round(beacon.measuredPowerDbm - 20 * Math.log10(metres))] as const];
  });
}

async function openSources(page: Page): Promise<void> {
  await page.getByTestId('best-source').click();
}
const source = (page: Page, name: string) => page.locator(`[data-source=${name}].source`);

test('a whole walk by Bluetooth: the dot comes from beacons, the goal is reached, and no position leaves the page', async ({
  page,
}) => {
  const asked: { readonly url: string; readonly method: string; readonly body: string }[] = [];
  const sent: string[] = [];
  page.on('request', (request) => {
    asked.push({ url: request.url(), method: request.method(), body: request.postData() ?? '' });
  });
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
  await giveBluetooth(page, 'grant');
  const walk = shortWalk();
  const { x, y, level } = walk.path[0]!;
  await page.goto(`${hall.at}/phone/?window=${walk.destination.window}#from=${x},${y},${level}`);
  await expect(page.getByTestId('distance-left')).toBeVisible();
  await openSources(page);
  await source(page, 'bluetooth').getByRole('button').click();
  const began = Date.now();
  for (;;) {
    const metres = ((Date.now() - began) / 1000) * WALKING;
    const { at } = placeAlong(walk, Math.min(metres, walk.length));
    await page.evaluate(
      (heard) => (window as unknown as { advertise: (all: unknown) => void }).advertise(heard),
      heardAt(at),
    );
    if (metres > walk.length + 8 || (await page.getByTestId('arrival').isVisible())) break;
    if (metres > 6 && metres < 12)
      await expect(page.getByTestId('best-source')).toHaveAttribute('data-source', 'bluetooth');
    await page.waitForTimeout(TICK_MS);
  }
  await expect(page.getByTestId('arrival')).toBeVisible();

  expect(asked.length).toBeGreaterThan(5);
  for (const { url, method, body } of asked) {
    expect(method, url).toBe('GET');
    expect(body, url).toBe('');
    expect(new URL(url).origin).toBe(hall.at);
    const { pathname, search } = new URL(url);
    expect(decodeURIComponent(pathname + search), url).not.toMatch(/\d\.\d/);
    // nor rounded: beside the address that was opened nothing is asked with any value
    if (pathname !== '/phone/') expect(search, url).toBe('');
  }
  expect(sent).toEqual([]);
});

test('each source that fails says why and what helps, and the walk goes on by signs', async ({ browser }) => {
  for (const [answer, motion, words] of [
    ['deny', 'denied', [/没有允许使用蓝牙/, /没有允许运动传感器/]],
    ['off', 'granted', [/蓝牙没有打开/, /手机没有报告走动|正在使用/]],
  ] as const) {
    const page = await (await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' })).newPage();
    await giveBluetooth(page, answer);
    await page.addInitScript((permission) => {
      const asking = { requestPermission: async () => permission };
      Object.defineProperty(window, 'DeviceMotionEvent', { value: asking });
      Object.defineProperty(window, 'DeviceOrientationEvent', { value: asking });
    }, motion);
    await page.goto(`${hall.at}/phone/?window=232`);
    await page.locator('#here-window').fill('32');
    await page.getByRole('button', { name: '就在这里' }).click();
    await expect(page.getByTestId('distance-left')).toBeVisible();
    await openSources(page);
    await source(page, 'bluetooth').getByRole('button').click();
    await expect(source(page, 'bluetooth')).toContainText(words[0]);
    await expect(source(page, 'steps')).toContainText(words[1]);
    await page.getByRole('button', { name: '我走到了，下一步' }).click();
    await expect(page.getByTestId('distance-left')).toBeVisible();
    await page.context().close();
  }
});

test('where there is no Bluetooth, no motion and no voice, each is said and the steps stand in words', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ['DeviceMotionEvent', 'DeviceOrientationEvent'])
      Object.defineProperty(window, name, { value: undefined });
    Object.defineProperty(navigator, 'bluetooth', { value: undefined });
    speechSynthesis.getVoices = () => [];
  });
  await page.goto(`${hall.at}/phone/?window=232`);
  await page.locator('#here-window').fill('32');
  await page.getByRole('button', { name: '就在这里' }).click();
  await expect(page.getByTestId('caption')).toBeVisible();
  await openSources(page);
  await source(page, 'bluetooth').getByRole('button').click();
  await expect(source(page, 'bluetooth')).toContainText('收不到信标');
  await expect(source(page, 'steps')).toContainText('没有运动传感器');
  await expect(page.locator('.banner-phrase')).not.toHaveText('');
});

test('the camera that is denied, missing, busy or of no use is named with what helps; a code that it sees says where one is', async ({
  browser,
}) => {
  const [sign] = venue.windows.filter(({ number }) => number === '32');
  const here = `${hall.at}/phone/#from=${sign!.at.x},${sign!.at.y},${sign!.at.level}`;
  for (const [refusal, code, words] of [
    ['NotAllowedError', '', /没有允许使用相机/],
    ['NotFoundError', '', /没有找到相机/],
    ['NotReadableError', '', /相机打不开/],
    ['no detector', '', /窗口号|自带的相机/],
    ['', 'https://other.example.cn/phone/#from=9000,9000,1F', /不是这个大厅|不是大厅牌子/],
    ['', here, undefined],
  ] as const) {
    const page = await (await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' })).newPage();
    await page.addInitScript(giveCamera, { refusal, code });
    await page.goto(`${hall.at}/phone/?window=232`);
    await page.getByRole('button', { name: '扫身边牌子上的二维码' }).click();
    if (words === undefined) await expect(page.getByTestId('distance-left')).toBeVisible();
    else await expect(page.locator('dialog[open] .notice')).toContainText(words);
    await page.context().close();
  }
});

/** A camera that refuses, or shows this code at once. Must stand alone: it is sent to the page as text. */
function giveCamera({ refusal, code }: { readonly refusal: string; readonly code: string }): void {
  class Detector {
    async detect() {
      return code === '' ? [] : [{ rawValue: code }];
    }
  }
  Object.defineProperty(window, 'BarcodeDetector', {
    value: refusal === 'no detector' ? undefined : Detector,
  });
  navigator.mediaDevices.getUserMedia = async () => {
    if (refusal !== '') throw new DOMException(refusal, refusal);
    return document.createElement('canvas').captureStream(5);
  };
  HTMLMediaElement.prototype.play = async () => undefined; // nothing is filmed: there is no first picture to wait for
}
