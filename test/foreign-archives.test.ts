import { createRouter, type RouteResult } from '@daoyin/routing';
import { importIndoor, readVenue, type Venue, type VenueResult, validateVenue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import {
  featureOf,
  idOf,
  lngLat,
  rectangle,
  type TinyFeatures,
  tinyArchive,
} from '../packages/venue/src/tiny-archive.test-support';

/** Archives as others write them, made here from the tiny archive: each is read from its bytes, checked, and routed on. */
interface Foreign {
  readonly venue: Venue;
  readonly said: readonly string[];
  readonly find: (from: readonly [number, number], to: readonly [number, number], more?: More) => RouteResult;
}

interface More {
  readonly fromLevel?: string;
  readonly toLevel?: string;
  readonly profile?: 'walk' | 'step-free';
}

function open(change: (features: TinyFeatures) => void, without: readonly string[] = []): Foreign {
  const files = tinyArchive(change);
  for (const name of without) files.delete(`${name}.geojson`);
  return opened(readVenue(files));
}

function opened(result: VenueResult): Foreign {
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('\n'));
  const router = createRouter(result.venue);
  const issues = [...validateVenue(result), ...router.assumptions];
  const [first, second] = result.venue.levels.map(({ shortName }) => shortName);
  return {
    venue: result.venue,
    said: issues.map(({ severity, kind }) => `${severity} ${kind}`),
    find: ([x0, y0], [x1, y1], { fromLevel = first!, toLevel = first!, profile = 'walk' } = {}) =>
      router.find({
        from: { x: x0, y: y0, level: fromLevel },
        to: { x: x1, y: y1, level: toLevel === 'upstairs' ? second! : toLevel },
        profile,
      }),
  };
}

const IN_HALL = [6, 2] as const;
const IN_ROOM = [2, 10.5] as const;
const upstairs = { toLevel: 'upstairs' } as const;

function rides(result: RouteResult): string[] {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.legs.flatMap((leg) => (leg.kind === 'connector' ? [leg.connector] : []));
}

const polygon = (...sides: [number, number, number, number]) => ({
  type: 'Polygon',
  coordinates: [rectangle(...sides)],
});

/** One more unit, such as others draw. */
function addUnit(features: TinyFeatures, name: string, category: string, geometry: object): void {
  const properties = { category, level_id: idOf('level 1F'), name: null };
  const feature = { id: idOf(`unit ${name}`), type: 'Feature', feature_type: 'unit', geometry, properties };
  features.unit!.push(feature as TinyFeatures[string][number]);
}

describe('what joins storeys', () => {
  it('without relationships the lift and the stairs over each other are joined, and said to be assumed', () => {
    const foreign = open((features) => {
      features.relationship = [];
    });
    expect(foreign.said.filter((one) => one === 'assumption connector-assumed')).toHaveLength(2);
    expect(rides(foreign.find(IN_HALL, IN_HALL, upstairs))).toEqual(['stairs']);
    expect(rides(foreign.find(IN_HALL, IN_HALL, { ...upstairs, profile: 'step-free' }))).toEqual([
      'elevator',
    ]);
  });

  it('escalators over each other are joined too, and no wheelchair is sent there', () => {
    const foreign = open((features) => {
      features.relationship = [];
      for (const level of ['1F', '2F']) {
        featureOf(features, `unit stairs-${level}`).properties.category = 'escalator';
        featureOf(features, `unit lift-${level}`).properties.category = 'room';
      }
    });
    expect(foreign.said).toContain('assumption connector-assumed');
    expect(rides(foreign.find(IN_HALL, IN_HALL, upstairs))).toEqual(['escalator']);
    expect(foreign.find(IN_HALL, IN_HALL, { ...upstairs, profile: 'step-free' }).ok).toBe(false);
  });

  it('stairs that stand apart are not joined', () => {
    const foreign = open((features) => {
      features.relationship = [];
      features.unit = features.unit!.filter(({ id }) => id !== idOf('unit lift-2F'));
      featureOf(features, 'unit stairs-2F').geometry = polygon(17, 8, 19, 12);
    });
    expect(foreign.find(IN_HALL, IN_HALL, upstairs).ok).toBe(false);
  });
});

describe('files that are missing', () => {
  it('without openings rooms are open to the hall beside them, and that is said', () => {
    const foreign = open(() => undefined, ['opening']);
    expect(foreign.said).toContain('assumption no-openings');
    expect(foreign.find(IN_HALL, IN_ROOM).ok).toBe(true);
    expect(rides(foreign.find(IN_HALL, IN_HALL, upstairs))).toEqual(['stairs']);
  });

  it.each([['fixture'], ['relationship', 'opening', 'fixture', 'anchor', 'occupant', 'amenity', 'section']])(
    'without %s and so on it is routed on',
    (...without) => {
      const foreign = open(() => undefined, without);
      expect(foreign.find(IN_HALL, IN_ROOM).ok).toBe(true);
      expect(foreign.find(IN_HALL, IN_HALL, upstairs).ok).toBe(true);
    },
  );
});

describe('careless drawing', () => {
  it('a shop drawn over the hall is the smaller, and is walked round', () => {
    const foreign = open((features) => addUnit(features, 'shop', 'room', polygon(8, 1, 10, 7)));
    const found = foreign.find([6, 4], [12, 4]);
    expect(found.ok && found.length).toBeGreaterThan(7);
  });

  it('slivers between hall and room keep nobody out', () => {
    const foreign = open((features) => {
      featureOf(features, 'unit room-1F').geometry = polygon(0, 8.004, 8, 12);
      addUnit(features, 'sliver', 'room', polygon(0, 8, 8, 8.004));
    });
    expect(foreign.find(IN_HALL, IN_ROOM).ok).toBe(true);
  });

  it('rooms that overlap by a hand are entered through their doors', () => {
    const foreign = open((features) => {
      featureOf(features, 'unit room-1F').geometry = polygon(0, 7.9, 8, 12);
    });
    const found = foreign.find(IN_HALL, IN_ROOM);
    expect(found.ok).toBe(true);
  });

  it('a hole in the hall is walked round', () => {
    const foreign = open((features) => {
      featureOf(features, 'unit hall-1F').geometry = {
        type: 'Polygon',
        coordinates: [rectangle(0, 0, 20, 8), [...rectangle(8, 1, 12, 7)].reverse()],
      };
    });
    const found = foreign.find([6, 4], [14, 4]);
    expect(found.ok && found.length).toBeGreaterThan(9.5);
  });

  it('a hall of two polygons that share an edge is one floor', () => {
    const foreign = open((features) => {
      featureOf(features, 'unit hall-1F').geometry = {
        type: 'MultiPolygon',
        coordinates: [[rectangle(0, 0, 9, 8)], [rectangle(9, 0, 20, 8)]],
      };
    });
    const found = foreign.find([2, 3], [18, 3]);
    expect(found.ok && found.length).toBeCloseTo(16, 2);
  });

  it('a door that touches no unit is found, and hurts no route', () => {
    const foreign = open((features) => {
      featureOf(features, 'opening lift-1F').geometry = {
        type: 'LineString',
        coordinates: [lngLat(40, 30), lngLat(41, 30)],
      };
    });
    expect(foreign.said.some((one) => /door|opening/.test(one))).toBe(true);
    expect(foreign.find(IN_HALL, IN_ROOM).ok).toBe(true);
    expect(foreign.find(IN_HALL, IN_HALL, { ...upstairs, profile: 'step-free' }).ok).toBe(true);
  });

  it('a room that crosses itself is taken as drawn, and the hall routed on', () => {
    const foreign = open((features) => {
      const [a, b, c, d] = rectangle(0, 8, 8, 12);
      featureOf(features, 'unit room-1F').geometry = { type: 'Polygon', coordinates: [[a, c, b, d, a]] };
    });
    expect(foreign.find([2, 2], [18, 2]).ok).toBe(true);
  });
});

describe('what no unit covers', () => {
  const withoutHall = (features: TinyFeatures) => {
    features.unit = features.unit!.filter(({ id }) => id !== idOf('unit hall-1F'));
  };

  it('a level without any unit is floor, and that is said', () => {
    const foreign = open((features) => {
      const here = idOf('level 1F');
      features.unit = features.unit!.filter(({ properties }) => properties.level_id !== here);
    });
    expect(foreign.said).toContain('assumption undrawn-floor');
    expect(foreign.find([2, 2], [18, 10]).ok).toBe(true);
  });

  it('between a few rooms with doors it is floor: rooms are entered, lifts and stairs are reached', () => {
    const foreign = open(withoutHall);
    expect(foreign.said).toContain('assumption undrawn-floor');
    expect(foreign.find(IN_HALL, IN_ROOM).ok).toBe(true);
    expect(rides(foreign.find(IN_HALL, IN_HALL, upstairs))).toEqual(['stairs']);
  });

  it('where more doors lead into it than from unit to unit it is floor, though a piece of the way is drawn', () => {
    const foreign = open((features) => {
      featureOf(features, 'unit hall-1F').geometry = polygon(14, 0, 20, 4);
    });
    expect(foreign.find(IN_HALL, IN_ROOM).ok).toBe(true);
  });

  it('beside a hall that is drawn it is solid, and that is said', () => {
    const foreign = open((features) => {
      featureOf(features, 'level 1F').geometry = polygon(0, 0, 60, 12);
    });
    expect(foreign.said).toContain('assumption undrawn-floor');
    expect(foreign.find(IN_HALL, [18, 2]).ok).toBe(true);
    const beside = foreign.find(IN_HALL, [40, 6]);
    expect(!beside.ok && beside.error.kind).toBe('not-walkable');
  });

  it('of a storey of OpenStreetMap with its corridor drawn it is solid', () => {
    const area = (name: string, tags: object, sides: [number, number, number, number]) => ({
      type: 'Feature',
      id: name,
      properties: { level: '0', ...tags },
      geometry: polygon(...sides),
    });
    const features = [
      area('way/1', { indoor: 'level' }, [0, 0, 40, 20]),
      area('way/2', { indoor: 'corridor' }, [0, 8, 40, 11]),
      area('way/3', { indoor: 'room', name: 'A' }, [0, 11, 8, 16]),
      area('way/4', { indoor: 'room', name: 'B' }, [8, 11, 16, 16]),
    ];
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    const imported = importIndoor('storey.geojson', new TextEncoder().encode(text));
    if (!imported.ok) throw new Error('The storey is not imported.');
    const foreign = opened(readVenue(imported.files));
    expect(foreign.said).toContain('assumption undrawn-floor');
    const [{ area: corridor }] = foreign.venue.units.filter(({ category }) => category === 'walkway') as [
      Venue['units'][number],
    ];
    const [{ x, y }] = corridor[0]!.outer as [{ x: number; y: number }];
    expect(foreign.find([x + 2, y + 1.5], [x + 30, y + 1.5]).ok).toBe(true);
    const solid = foreign.find([x + 2, y + 1.5], [x + 30, y + 9.5]);
    expect(!solid.ok && solid.error.kind).toBe('not-walkable');
  });
});

describe('levels and buildings', () => {
  it('short names in several languages are those of the manifest', () => {
    const foreign = open((features) => {
      featureOf(features, 'level 1F').properties.short_name = { en: 'G', 'zh-Hans': '一层', fr: 'RC' };
      featureOf(features, 'level 2F').properties.short_name = { en: '1', 'zh-Hans': '二层', fr: '1er' };
    });
    expect(foreign.venue.levels.map(({ shortName }) => shortName)).toEqual(['一层', '二层']);
    expect(foreign.find(IN_HALL, IN_HALL, { fromLevel: '一层', toLevel: '二层' }).ok).toBe(true);
  });

  it('two buildings whose halls meet at a door are one way', () => {
    const foreign = open((features) => {
      const building = structuredClone(featureOf(features, 'building hall'));
      features.building!.push({ ...building, id: idOf('building annexe') });
      const level = structuredClone(featureOf(features, 'level 1F'));
      level.properties.building_ids = [idOf('building annexe')];
      features.level!.push({ ...level, id: idOf('level annexe'), geometry: polygon(20, 0, 40, 8) });
      addUnit(features, 'annexe', 'walkway', polygon(20.3, 0, 40, 8));
      features.unit!.at(-1)!.properties.level_id = idOf('level annexe');
      const door = structuredClone(featureOf(features, 'opening room-1F'));
      features.opening!.push({
        ...door,
        id: idOf('opening annexe'),
        geometry: { type: 'LineString', coordinates: [lngLat(20.15, 3), lngLat(20.15, 5)] },
      });
    });
    expect(foreign.said).toContain('assumption levels-joined');
    const found = foreign.find([15, 4], [30, 4]);
    expect(found.ok && found.length).toBeCloseTo(15, 1);
  });
});
