import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { polygonArea } from '@daoyin/geometry';
import { lookupOf, validateServices } from '@daoyin/services';
import { validateVenue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { COMPREHENSIVE, COMPREHENSIVE_DEPARTMENTS } from './catalogue/departments';
import { generate } from './generate';
import { files, hall } from './sample-hall.test-support';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { venue, services, register, issues } = hall;
const named = <T extends { readonly name: Readonly<Record<string, string>> }>(
  list: readonly T[],
  pattern: RegExp,
) => list.filter(({ name }) => pattern.test(name.en ?? ''));

describe('the generator', () => {
  it.each([...files.keys()])('%s is committed as it is written now: run `npm run hall`', (path) => {
    expect(readFileSync(root + path, 'utf8') === files.get(path)).toBe(true);
  });

  it('writes the same bytes on every run', () => {
    expect([...generate()]).toEqual([...files]);
  });
});

describe('the sample hall is valid', () => {
  it('as a plan with its beacons', () => {
    expect([...issues, ...validateVenue({ venue, register })]).toEqual([]);
  });

  it('as a catalogue of that plan', () => {
    expect(validateServices(services, venue)).toEqual([]);
  });
});

describe('the figures of the yearbook', () => {
  it('254 windows numbered without a gap, storey after storey', () => {
    expect(venue.windows.map(({ number }) => Number(number))).toEqual(
      Array.from({ length: 254 }, (_, i) => i + 1),
    );
    const ordinals = venue.windows.map(({ at }) =>
      venue.levels.findIndex(({ shortName }) => shortName === at.level),
    );
    expect(ordinals).toEqual([...ordinals].sort());
  });

  it('53 departments, each with a window, 1,379 items, each at a window', () => {
    const lookup = lookupOf(services);
    expect(services.departments).toHaveLength(53);
    expect(services.items).toHaveLength(1379);
    expect(new Set(services.items.map(({ name }) => name['zh-Hans'])).size).toBe(1379);
    for (const { id } of services.departments) {
      expect(lookup.windowsOfDepartment(id), id).not.toHaveLength(0);
      expect(lookup.itemsOfDepartment(id), id).not.toHaveLength(0);
    }
    expect(services.items.filter((item) => item.windows.length === 0)).toEqual([]);
  });

  it('an item is taken in one queue: all its windows call its letter', () => {
    const lookup = lookupOf(services);
    for (const { id, windows, series } of services.items) {
      expect(new Set(windows.map((number) => lookup.seriesOfWindow(number)?.letter)), id).toEqual(
        new Set([series]),
      );
    }
  });

  it('600 beacons with the numbers B001 to B600', () => {
    expect(register.beacons.map(({ id }) => id)).toEqual(
      Array.from({ length: 600 }, (_, i) => `B${String(i + 1).padStart(3, '0')}`),
    );
  });

  it('the joint tax hall: 60 windows, 21 terminals of which 5 all-in-one, 13 computers, a receipt cabinet, its zones', () => {
    const joint = services.windows.filter(({ departmentIds }) => departmentIds.includes('state-tax'));
    expect(joint).toHaveLength(60);
    expect(joint.every(({ departmentIds }) => departmentIds.includes('local-tax'))).toBe(true);
    expect(named(venue.kiosks, /^Tax terminal|^All-in-one tax/)).toHaveLength(21);
    expect(named(venue.kiosks, /^All-in-one tax/)).toHaveLength(5);
    expect(named(venue.kiosks, /^Self-service computer/)).toHaveLength(13);
    expect(named(venue.fixtures, /^Receipt cabinet/)).toHaveLength(1);
    for (const zone of [/self-service tax/, /tax-guide/, /Form-filling/, /Maintenance/]) {
      expect(named(venue.sections, zone)).toHaveLength(1);
    }
  });

  it('comprehensive windows: 3 receive and 1 issues the 93 items of six departments', () => {
    const duties = COMPREHENSIVE.map((number) => lookupOf(services).window(String(number))!.duty.en);
    expect(duties).toEqual([...Array(3).fill('Comprehensive: receiving'), 'Comprehensive: issuing']);
    const items = services.items.filter(({ windows }) => windows.includes(String(COMPREHENSIVE[0])));
    expect(items).toHaveLength(93);
    expect(new Set(items.map(({ departmentId }) => departmentId))).toEqual(
      new Set(COMPREHENSIVE_DEPARTMENTS),
    );
    expect(items.every(({ steps }) => steps.at(-1)?.windows.includes(String(COMPREHENSIVE.at(-1))))).toBe(
      true,
    );
  });

  it('the guides: 5 windows for setting up a company, one for investment projects beside South Gate 2', () => {
    const duty = (text: string) => services.windows.filter(({ duty }) => duty.en === text);
    expect(duty('Enterprise set-up guide')).toHaveLength(5);
    const [investment] = duty('Investment project guide');
    const at = venue.windows.find(({ number }) => number === investment?.number)!.at;
    const gate = named(venue.openings, /^South Gate 2$/)[0]!.line[0]!;
    const { x, y } = at;
    expect(Math.hypot(gate.x - x, gate.y - y)).toBeLessThan(9);
  });

  it('public legal services: legal aid, mediation, notary, publicity', () => {
    const law = services.windows.filter(({ areaId }) => areaId === 'law');
    expect(law.map(({ duty }) => duty.en)).toEqual([
      'Legal aid',
      "People's mediation",
      'Notary',
      'Legal publicity',
    ]);
  });

  it('the 24-hour area: 21 terminals, 93 items, its own street door, a door to the hall that shuts', () => {
    expect(named(venue.kiosks, /^24-hour terminal/)).toHaveLength(21);
    expect(services.items.filter(({ selfService }) => selfService)).toHaveLength(93);
    const hoursOf = (name: RegExp) =>
      services.doors.find(({ featureId }) => featureId === named(venue.openings, name)[0]?.id)?.hours;
    expect(hoursOf(/24-hour area street door/)).toBe('24/7');
    expect(hoursOf(/shut at night/)).not.toBe('24/7');
  });

  it('50 community stations with 49 items in 24 categories, 22 themes, 6 steps', () => {
    const atStations = services.items.filter((item) => item.atStations);
    expect(services.stations).toHaveLength(50);
    expect(atStations).toHaveLength(49);
    expect(
      new Set(atStations.map(({ departmentId, business }) => `${departmentId} ${business?.en}`)).size,
    ).toBe(24);
    expect(services.themes).toHaveLength(22);
    expect(services.process).toHaveLength(6);
  });

  it('names are as long as real ones: of up to 110 characters, each of its own', () => {
    const names = services.items.map(({ name }) => name['zh-Hans']!);
    const lengths = names.map((name) => [...name].length).sort((a, b) => a - b);
    expect(lengths.at(-1)).toBe(110);
    expect(lengths[Math.floor(0.95 * lengths.length)]).toBeGreaterThan(26);
    expect(new Set(names).size).toBe(1379);
  });

  it('a theme leaves the order free where nothing needs it, and every step can be done in some order', () => {
    const enterprise = services.themes.find(({ id }) => id === 'industrial-enterprise')!.steps;
    const after = (en: string) =>
      enterprise.find(({ name }) => name.en === en)!.after!.map((i) => enterprise[i]!.name.en);
    expect(after('Invoice types')).toEqual(['Tax registration']);
    expect(after('Filing of the seal')).toEqual(['Business licence']);
    for (const { steps } of services.themes)
      for (const [i, step] of steps.entries()) expect(step.after!.every((other) => other < i)).toBe(true);
  });

  it('every theme goes over several windows, and items that begin something go on at others', () => {
    for (const { steps } of services.themes)
      expect(new Set(steps.map(({ windows }) => windows.join())).size).toBeGreaterThan(1);
    const company = services.items.find(({ name }) => name.en === 'Limited company: formation')!;
    expect(company.steps.map(({ name }) => name.en).slice(0, 2)).toEqual([
      'Filing of the seal',
      'Tax registration',
    ]);
    for (const { windows, steps } of services.items)
      for (const step of steps) expect(windows).not.toEqual(step.windows);
  });

  it('three storeys of about 6,000 m²', () => {
    expect(venue.levels.map(({ shortName }) => shortName)).toEqual(['1F', '2F', '3F']);
    for (const { outline } of venue.levels) {
      const area = outline.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
      expect(Math.abs(area - 6000)).toBeLessThan(150);
    }
  });

  it('bid and evaluation rooms are not public', () => {
    const rooms = named(venue.units, /Bid room|valuation|Expert|Supervision room/);
    expect(rooms.length).toBeGreaterThan(8);
    expect(rooms.filter(({ restriction }) => restriction !== 'restricted')).toEqual([]);
  });
});
