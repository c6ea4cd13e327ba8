import { importIndoor, readVenue, withBeaconExtension, writeImdf, writeZip } from '@daoyin/venue';
import {
  featureOf,
  idOf,
  lngLat,
  rectangle,
  type TinyFeatures,
  tinyArchive,
  tinyRegister,
} from '../../../packages/venue/src/tiny-archive.test-support';
import { drawings } from './drawings';
import { extracts } from './maps';

/** Archives of two storeys as different exporters write them: ours, with beacons, without what may be missing, with what goes wrong. */
export function archives(): readonly Uint8Array[] {
  const whole = tinyArchive();
  const read = readVenue(whole);
  if (!read.ok) throw new Error('the tiny archive is broken');
  const imported = [...drawings().slice(0, 1), ...extracts().slice(0, 1)].flatMap((bytes) => {
    const result = importIndoor('a', bytes);
    return result.ok ? [result.files] : [];
  });
  return [
    whole,
    withBeaconExtension(whole, read.venue, tinyRegister()),
    writeImdf(read.venue),
    ...imported,
    ...[withoutRelationships, withOtherShapes, withOtherSpellings, withConnectors, withoutOutlines].map(
      tinyArchive,
    ),
    new Map([...whole].filter(([name]) => /venue|level|unit/.test(name))),
  ].map(writeZip);
}

function withoutRelationships(features: TinyFeatures): void {
  features.relationship = [];
  for (const feature of features.unit!) delete feature.properties.name;
}

function withOtherShapes(features: TinyFeatures): void {
  const bowTie = [lngLat(0, 8), lngLat(8, 12), lngLat(8, 8), lngLat(0, 12), lngLat(0, 8)];
  featureOf(features, 'unit room-1F').geometry = { type: 'Polygon', coordinates: [bowTie] };
  featureOf(features, 'unit hall-1F').geometry = {
    type: 'MultiPolygon',
    coordinates: [[rectangle(0, 0, 9, 8), rectangle(2, 2, 4, 4)], [rectangle(9, 0, 20, 8)]],
  };
  featureOf(features, 'unit hall-2F').geometry = {
    type: 'Polygon',
    coordinates: [rectangle(0, 0, 2e6, 8e6)],
  };
  featureOf(features, 'opening room-1F').geometry = {
    type: 'MultiLineString',
    coordinates: [[lngLat(3.5, 8), lngLat(4.5, 8)]],
  };
  const slip = rectangle(0, 0, 20, 12).map(([lng, lat], i) => (i === 1 ? [lng! + 40, lat!] : [lng!, lat!]));
  featureOf(features, 'level 2F').geometry = { type: 'Polygon', coordinates: [slip] };
}

function withOtherSpellings(features: TinyFeatures): void {
  for (const [i, level] of features.level!.entries())
    Object.assign(level.properties, { outdoor: 'false', ordinal: 0.5 * i, short_name: 'L' });
  for (const opening of features.opening!)
    Object.assign(opening.properties, {
      accessibility: 'Wheelchair',
      access_control: ['badgereader'],
      door: { type: 'sliding', automatic: true, material: 'glass' },
    });
  for (const unit of features.unit!)
    Object.assign(unit.properties, { restriction: 'employeesonly', display_point: null });
  for (const fixture of features.fixture!) delete fixture.properties.anchor_id;
  const passage = {
    ...{
      category: 'traversal',
      direction: 'undirected',
      hours: 'Mo-Fr 08:30-18:30; PH off',
      intermediary: [],
    },
    origin: { id: idOf('unit hall-1F'), feature_type: 'unit' },
    destination: { id: idOf('unit room-1F'), feature_type: 'unit' },
  };
  features.relationship!.push({
    ...{ id: 'not a uuid', type: 'Feature', feature_type: 'relationship', geometry: null },
    properties: { ...passage, intermediary: [{ id: idOf('opening room-1F'), feature_type: 'opening' }] },
  });
  features.kiosk!.push({
    ...{ id: idOf('kiosk a'), type: 'Feature', feature_type: 'kiosk' },
    geometry: { type: 'Polygon', coordinates: [rectangle(10, 4, 11, 5)] },
    properties: { level_id: idOf('level 1F'), name: '自助机' },
  });
}

/** Ramps, escalators one way, lifts from the top down, an opening for the shaft behind it. */
function withConnectors(features: TinyFeatures): void {
  const lift = featureOf(features, 'relationship lift').properties;
  [lift.origin, lift.destination] = [lift.destination, lift.origin];
  const { properties } = featureOf(features, 'relationship stairs');
  Object.assign(properties, { category: 'escalator', direction: 'directed' });
  Object.assign(properties, { origin: { id: idOf('opening stairs-1F'), feature_type: 'opening' } });
}

function withoutOutlines(features: TinyFeatures): void {
  for (const level of features.level!) level.geometry = null;
  for (const venue of features.venue!) delete venue.properties.display_point;
}
