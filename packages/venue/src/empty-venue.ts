import type { Venue } from './types';

/** A venue with nothing in it, to begin from. */
export const emptyVenue: Venue = {
  id: '',
  name: {},
  origin: [0, 0],
  levels: [],
  units: [],
  openings: [],
  fixtures: [],
  kiosks: [],
  sections: [],
  amenities: [],
  anchors: [],
  occupants: [],
  details: [],
  connectors: [],
  windows: [],
};
