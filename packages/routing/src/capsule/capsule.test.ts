import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distance, distanceToSegment, seededRandom } from '@daoyin/geometry';
import { readServices, windowColours } from '@daoyin/services';
import { readVenue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { metresTo, phrase } from '../guidance/phrase';
import { progressOf } from '../guidance/progress';
import { createRouter } from '../router';
import type { ProfileName, Route } from '../types';
import { base64Of, bytesOfBase64, bytesOfText, readBytes } from './bytes';
import { openCapsule, sealRoute } from './capsule';

const folder = join(import.meta.dirname, '../../../../floorplans/zhongshan');
const PROFILES: readonly ProfileName[] = ['walk', 'step-free', 'slow', 'pram'];

function readHall() {
  const names = readdirSync(folder).filter((name) => name.endsWith('json'));
  const read = readVenue(new Map(names.map((name) => [name, readFileSync(join(folder, name))])));
  const services = readServices(readFileSync(join(folder, 'services.json'), 'utf8'));
  if (!read.ok || !services.ok) throw new Error('the sample hall cannot be read');
  return { venue: read.venue, colours: windowColours(services.services) };
}

const { venue, colours } = readHall();
const router = createRouter(venue, { colours });

/** From each entrance to every window, each walker in turn. */
const routes: readonly Route[] = venue.amenities
  .filter(({ category }) => category === 'entry')
  .flatMap(({ point, level }) =>
    venue.windows
      .filter((_, i) => i % 4 === 0)
      .map(({ number }, i) =>
        router.find({
          from: { ...point, level },
          to: { window: number },
          profile: PROFILES[i % PROFILES.length]!,
        }),
      ),
  )
  .filter((result) => result.ok);

const opened = (text: string) => {
  const result = openCapsule(text);
  if (!result.ok) throw new Error(result.reason);
  return result.capsule;
};

/** Bytes that a QR code holds at level L by version (ISO/IEC 18004, table 7): a screen has no dirt to make up for. */
const QR_L = [
  0, 17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520, 586, 644, 718, 792, 858,
];
const versionFor = (bytes: number) => QR_L.findIndex((capacity) => capacity >= bytes);

describe('a route in a capsule', () => {
  it('says the same in both languages as the route itself, with nothing but the text', () => {
    expect(routes.length).toBeGreaterThan(200);
    for (const route of routes) {
      const { route: back } = opened(sealRoute({ venue: venue.id, route }));
      for (const language of ['zh', 'en'] as const)
        expect(back.manoeuvres.map((one) => phrase(one, language))).toEqual(
          route.manoeuvres.map((one) => phrase(one, language)),
        );
      route.manoeuvres.forEach((one, i) => {
        const copy = back.manoeuvres[i]!;
        expect(Math.abs(metresTo(back.manoeuvres, i) - metresTo(route.manoeuvres, i))).toBeLessThan(0.21);
        expect(copy.at.level).toBe(one.at.level);
        expect(distance(copy.at, one.at)).toBeLessThan(1);
      });
      expect(back.destination.window).toBe(route.destination.window);
      expect(Math.abs(back.length - route.length)).toBeLessThan(0.06 * route.legs.length);
      expect(Math.abs(back.duration - route.duration)).toBeLessThan(0.06 * route.legs.length);
    }
  });

  it('leads from its start to its end as the route itself does', () => {
    for (const route of routes.slice(0, 40)) {
      const { route: back } = opened(sealRoute({ venue: venue.id, route }));
      for (const point of route.path) {
        const away = back.path
          .slice(1)
          .map((b, i) => [back.path[i]!, b] as const)
          .filter(([a]) => a.level === point.level)
          .map(([a, b]) => distanceToSegment(point, a, b));
        expect(Math.min(...away)).toBeLessThan(0.35);
      }
      const start = progressOf(back, { ...back.path[0]!, atMs: 0 });
      expect(start.distanceLeft).toBeGreaterThan(0.95 * route.length - 1);
      expect(progressOf(back, { ...back.path.at(-1)!, atMs: 0 }).arrived).toBe(true);
    }
  });

  it('keeps what a goal without a number is called', () => {
    const goal = { zh: '卫生间', en: 'Toilet' };
    const capsule = opened(sealRoute({ venue: venue.id, goal, route: routes[0]! }));
    expect(capsule).toMatchObject({ venue: venue.id, goal });
  });

  it('with its address fits a code that a kiosk can show, whatever the window', () => {
    const sizes = routes.map((route) => sealRoute({ venue: venue.id, route }).length).sort((a, b) => a - b);
    const address = 'http://hall.example.cn/phone/?window=232#route='.length;
    const [median, largest] = [sizes[sizes.length >> 1]!, sizes.at(-1)!];
    console.log(
      `capsules of ${sizes.length} routes: median ${median}, largest ${largest} characters; ` +
        `with the address QR version ${versionFor(median + address)} and ${versionFor(largest + address)} (level L)`,
    );
    expect(largest + address).toBeLessThan(QR_L[20]!);
  });

  it('that was cut or misread is damaged, never another route', () => {
    const text = sealRoute({ venue: venue.id, route: routes[0]! });
    const random = seededRandom(7);
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_!%';
    for (let i = 0; i < 500; i++) {
      const at = Math.floor(random() * text.length);
      const digit = digits[Math.floor(random() * digits.length)]!;
      const wrong = i % 2 === 0 ? text.slice(0, at) : text.slice(0, at) + digit + text.slice(at + 1);
      if (wrong !== text) expect(openCapsule(wrong), wrong).toMatchObject({ ok: false });
    }
    for (const wrong of ['', 'A', '你好', 'AAAA', '../..']) expect(openCapsule(wrong).ok).toBe(false);
  });

  it('of a later version says so', () => {
    // its own checksum, so that only the version is strange
    expect(openCapsule(withVersion(sealRoute({ venue: venue.id, route: routes[0]! }), 2))).toEqual({
      ok: false,
      reason: 'newer',
    });
  });
});

function withVersion(text: string, version: number): string {
  const bytes = bytesOfBase64(text)!;
  bytes[0] = version;
  const body = bytes.slice(0, -2);
  let crc = 0xffff;
  for (const byte of body) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : crc << 1;
  }
  return base64Of([...body, crc >> 8, crc & 255]);
}

it('bytes, base 64 and texts come back as they were', () => {
  const random = seededRandom(1);
  for (let length = 0; length < 70; length++) {
    const bytes = Array.from({ length }, () => Math.floor(random() * 256));
    expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    expect(bytesOfBase64(base64Of(bytes))).toEqual(bytes);
  }
  for (const text of ['', '32', '南2号门', 'Café 🛗', '%41']) {
    expect(bytesOfText(text)).toEqual([...Buffer.from(text)]);
    const bytes = bytesOfText(text);
    expect(readBytes([bytes.length, ...bytes]).text()).toBe(text);
  }
});
