import { expect, test } from 'vitest';
import { featureOf, idOf, lngLat, rectangle, type TinyFeatures } from '../tiny-archive.test-support';
import { coordinates, findings, properties, summary } from './findings.test-support';

test('a gate within one unit is a door where a barrier of fixtures is beside it', () => {
  const issues = findings((features) => {
    coordinates('opening room-1F', [lngLat(15, 5.5), lngLat(15, 6.5)])(features);
    const barrier = structuredClone(featureOf(features, 'fixture desk-1'));
    Object.assign(barrier, { id: idOf('fixture barrier') });
    Object.assign(barrier.properties, { category: 'obstruction', name: null, anchor_id: null });
    barrier.geometry!.coordinates = [rectangle(14.95, 6.6, 15.05, 8)];
    features.fixture!.push(barrier);
  });
  expect(issues).toEqual([]);
});

test('an entrance may lead into the open air of a level that is drawn as wide as its site', () => {
  const site = rectangle(-50, -50, 50, 50);
  const widen = (category: string) => (features: TinyFeatures) => {
    coordinates('level 1F', [site])(features);
    properties('opening entrance-1F', { category })(features);
  };
  expect(findings(widen('pedestrian.principal'))).toEqual([]);
  expect(summary(findings(widen('pedestrian')))).toEqual([
    `error door-opens-nowhere ${idOf('opening entrance-1F')}`,
  ]);
});

test('a gap of the drawing through the middle of a door makes it no door to nowhere', () => {
  const issues = findings((features) => {
    const hall = featureOf(features, 'unit hall-1F').geometry!;
    hall.type = 'MultiPolygon';
    hall.coordinates = [[rectangle(0, 0, 9.99, 8)], [rectangle(10.01, 0, 20, 8)]];
  });
  expect(issues).toEqual([]);
});
