import { collectionOf, placeAmenity, putClosure } from '@daoyin/venue';
import { perform, select, useStudio } from '../store/studio';
import { levelNow, make, newId } from './make';
import { useToolOptions } from './options';
import type { Tool } from './tool';

export const amenityTool: Tool = {
  id: 'amenity',
  name: { zh: '设施', en: 'Facility' },
  hint: { zh: '点一下放置设施，类别在右侧选', en: 'Tap to place a facility of the kind chosen at the right' },
  key: 'p',
  glyph: 'amenity',
  cursor: 'crosshair',
  begin: () => ({
    tap: ({ at }) => {
      const { amenityCategory: category } = useToolOptions.getState();
      const id = newId();
      make(placeAmenity({ id, level: levelNow(), point: at, category }), 'amenity.place', id, 'amenities');
    },
  }),
};

export const closureTool: Tool = {
  id: 'closure',
  name: { zh: '封闭', en: 'Close off' },
  hint: {
    zh: '点门、房间或电梯，把它临时封闭；时间在右侧填',
    en: 'Tap a door, room or lift to shut it for a time, set at the right',
  },
  key: 'x',
  glyph: 'closure',
  cursor: 'not-allowed',
  begin: () => ({
    tap: ({ at, picked }) => {
      if (!picked || picked.collection === 'beacons') return;
      const { history, level } = useStudio.getState();
      const { venue } = history.present;
      const isShut = ['units', 'openings'].includes(collectionOf(history.present, picked.key) ?? '');
      if (!isShut) return;
      const shaft = venue.connectors.find(({ unitIds, assumed }) => !assumed && unitIds.includes(picked.key));
      const id = newId();
      const closure = { id, featureIds: [shaft?.id ?? picked.key], reason: {}, at: { ...at, level } };
      if (perform(putClosure(closure), 'closure.put')) select([{ collection: 'closures', key: id }]);
    },
  }),
};
