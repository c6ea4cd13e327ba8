import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom, type VenuePoint } from '@daoyin/geometry';
import { readServices, windowColours } from '@daoyin/services';
import { readVenue, type Venue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { createRouter } from '../router';
import type { Destination, Manoeuvre, ProfileName, Route } from '../types';
import { phrases } from './phrase';

const hall = join(import.meta.dirname, '../../../../floorplans/zhongshan');
const fixture = join(import.meta.dirname, '../../fixtures/texts.txt');
const PROFILES: readonly ProfileName[] = ['walk', 'step-free', 'slow', 'pram'];

function read(): Venue {
  const names = readdirSync(hall).filter((name) => name.endsWith('json'));
  const result = readVenue(new Map(names.map((name) => [name, readFileSync(join(hall, name))])));
  if (!result.ok) throw new Error(result.issues[0]!.message);
  return result.venue;
}

function coloursOf() {
  const read = readServices(readFileSync(join(hall, 'services.json'), 'utf8'));
  if (!read.ok) throw new Error(read.issues[0]!.message);
  return windowColours(read.services);
}

interface Trip {
  readonly title: string;
  readonly from: VenuePoint;
  readonly to: Destination;
  readonly profile: ProfileName;
}

/** From the entrances to windows, from window to window, and to services. */
function trips(venue: Venue): Trip[] {
  const random = seededRandom(2017);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const entries = venue.amenities.filter(({ category }) => category === 'entry');
  const services = venue.amenities.filter(({ category }) =>
    /restroom|information|ticketing|atm|copy/.test(category),
  );
  return Array.from({ length: 72 }, (_, i): Trip => {
    const profile = PROFILES[i % PROFILES.length]!;
    const window = pick(venue.windows);
    const start = pick(venue.windows);
    const entry = pick(entries);
    const service = pick(services);
    const name = (feature: { readonly name: Readonly<Record<string, string>> }) =>
      Object.values(feature.name)[0];
    if (i % 3 === 0) {
      const from = { ...entry.point, level: entry.level };
      return { title: `${name(entry)} → ${window.number}`, from, to: { window: window.number }, profile };
    }
    if (i % 3 === 1) {
      return {
        title: `${start.number} → ${window.number}`,
        from: start.at,
        to: { window: window.number },
        profile,
      };
    }
    return {
      title: `${start.number} → ${name(service)}`,
      from: start.at,
      to: { featureId: service.id },
      profile,
    };
  });
}

function textOf({ title, profile }: Trip, route: Route): string {
  const length = route.length.toFixed(0);
  const lines = (['zh', 'en'] as const).flatMap((language) =>
    phrases(route.manoeuvres, language).map(
      ({ text, speech }) => `  ${text}${speech === text ? '' : `  |  ${speech}`}`,
    ),
  );
  return [`${title}, ${profile}, ${length} m, ${route.duration.toFixed(0)} s`, ...lines].join('\n');
}

describe.skipIf(!existsSync(hall))('the texts of the sample hall', () => {
  const venue = existsSync(hall) ? read() : undefined!;
  const routes = venue === undefined ? [] : routesOf(venue);

  it('are those of the fixture file (UPDATE=1 rewrites it)', () => {
    const texts = `${routes.map(({ trip, route }) => textOf(trip, route)).join('\n\n')}\n`;
    if (process.env.UPDATE === '1') writeFileSync(fixture, texts);
    expect(texts).toBe(readFileSync(fixture, 'utf8'));
    expect(routes.length).toBeGreaterThanOrEqual(60);
  });

  it('a route departs first, arrives last, and its manoeuvres follow one another', () => {
    for (const { route } of routes) {
      const kinds = route.manoeuvres.map(({ kind }) => kind);
      expect([kinds[0], kinds.at(-1)]).toEqual(['depart', 'arrive']);
      const distances = route.manoeuvres.map(({ distance }) => distance);
      expect(distances).toEqual([...distances].sort((a, b) => a - b));
      expect(distances.at(-1)).toBeCloseTo(route.length, 6);
    }
  });

  it('a change of storey is always told, and a lift says which storey to press', () => {
    for (const { route } of routes) {
      const rides = route.manoeuvres.filter(
        (one): one is Extract<Manoeuvre, { kind: 'take-connector' }> => one.kind === 'take-connector',
      );
      const levels = route.path.map(({ level }) => level);
      expect(rides.length > 0).toBe(new Set(levels).size > 1);
      if (rides.length > 0) expect(rides.at(-1)!.toLevel).toBe(levels.at(-1));
      for (const ride of rides.filter(({ connector }) => connector === 'elevator')) {
        expect(phrases([ride], 'zh')[0]!.text).toContain(`按“${ride.toLevel}”`);
        expect(phrases([ride], 'en')[0]!.text).toContain(`press “${ride.toLevel}”`);
      }
    }
  });

  it('no turn is marked by the goal itself, which comes a few metres later', () => {
    const namesOf = (one: Manoeuvre) => Object.values(one.landmark?.name ?? {});
    for (const { route } of routes) {
      const goal = namesOf(route.manoeuvres.at(-1)!);
      const turns = route.manoeuvres.filter(({ kind }) => kind === 'turn');
      for (const turn of turns) expect(goal.filter((name) => namesOf(turn).includes(name))).toEqual([]);
    }
  });

  it('nobody is sent off towards another thing of the name of their goal', () => {
    const kindsOf = (one: Manoeuvre) =>
      Object.values(one.landmark?.name ?? {}).map((name) => name.replace(/\s*\d+$/, ''));
    for (const { route } of routes) {
      const [first, last] = [route.manoeuvres[0]!, route.manoeuvres.at(-1)!];
      if (first.at.level === last.at.level) continue;
      expect(kindsOf(first).filter((name) => kindsOf(last).includes(name))).toEqual([]);
    }
  });

  it('two turns to one side within a few steps are told as one', () => {
    const sideOf = (one: Manoeuvre) =>
      one.kind === 'turn' && one.after === undefined ? /left|right/.exec(one.direction)?.[0] : undefined;
    for (const { route } of routes) {
      route.manoeuvres.forEach((one, i) => {
        const before = route.manoeuvres[i - 1];
        if (before === undefined || sideOf(one) === undefined || sideOf(before) !== sideOf(one)) return;
        expect(one.distance - before.distance).toBeGreaterThan(2.5);
      });
    }
  });

  it('no text is empty, says undefined, or keeps an identifier', () => {
    for (const { route } of routes) {
      for (const language of ['zh', 'en'] as const) {
        for (const { text, speech } of phrases(route.manoeuvres, language)) {
          for (const words of [text, speech]) expect(words).not.toMatch(/^$|undefined|NaN|[0-9a-f]{8}-/);
        }
      }
    }
  });
});

function routesOf(venue: Venue): { readonly trip: Trip; readonly route: Route }[] {
  const router = createRouter(venue, { prepare: [], colours: coloursOf() });
  return trips(venue).flatMap((trip) => {
    const route = router.find(trip);
    return route.ok ? [{ trip, route }] : [];
  });
}
