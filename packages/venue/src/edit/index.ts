export * from './beacons/arrange';
export { readBeaconsCsv } from './beacons/csv';
export { editBeacons } from './beacons/edit-beacons';
export { readBeaconExtension } from './beacons/geojson';
export * from './beacons/place';
export { writeBeaconsCsv } from './beacons/write-csv';
export { BEACON_EXTENSION, BEACON_FILE, beaconExtension, withBeaconExtension } from './beacons/write-geojson';
export {
  type CollectionName,
  collectionsOf,
  type Entity,
  entitiesOf,
  keyOf,
  VENUE_COLLECTIONS,
  type VenueCollection,
} from './collections';
export { applyForeignPatch, type DecodedPatch, decodePatch, type ForeignEdit } from './decode-patch';
export { type Change, diffDocuments } from './diff';
export * from './document';
export * from './geometry/numbers';
export * from './geometry/right-angles';
export * from './geometry/snap';
export * from './history';
export { type Conflict, type Merged, mergeDocuments, resolveConflict } from './merge';
export { applyPatch, type Patch, type PatchStep, patchBetween } from './patch';
export * from './plan/closures';
export * from './plan/draw';
export {
  addFeatures,
  collectionOf,
  deleteFeatures,
  editFeatures,
  type FeatureOf,
  setFeatures,
} from './plan/edit-features';
export * from './plan/move';
export { putStorey } from './plan/put-storey';
export * from './plan/vertices';
export { isSame } from './same';
