import { type Action, deleteFeatures, retireBeacons } from '@daoyin/venue';
import { perform, redo, select, selectedBeacons, selectedFeatures, undo, useStudio } from '../store/studio';
import type { Operation } from './operation';
import { always, needs } from './when';

export const edits: readonly Operation[] = [
  {
    id: 'undo',
    name: { zh: '撤销', en: 'Undo' },
    keys: 'Ctrl Z',
    group: 'edit',
    disabled: ({ history }) =>
      history.past.length > 0 ? undefined : { zh: '没有可撤销的', en: 'Nothing to undo' },
    run: undo,
  },
  {
    id: 'redo',
    name: { zh: '重做', en: 'Redo' },
    keys: 'Ctrl Shift Z',
    group: 'edit',
    disabled: ({ history }) =>
      history.future.length > 0 ? undefined : { zh: '没有可重做的', en: 'Nothing to redo' },
    run: redo,
  },
  {
    id: 'select-all',
    name: { zh: '全选本层信标', en: 'Select all beacons here' },
    keys: 'Ctrl A',
    group: 'edit',
    disabled: always,
    run: selectAll,
  },
  {
    id: 'delete',
    name: { zh: '停用信标／删除所选', en: 'Take down or delete' },
    keys: 'Delete',
    group: 'edit',
    disabled: needs(1, ({ selection }) => selection.map(({ key }) => key), {
      zh: '还没有选中',
      en: 'Nothing is selected',
    }),
    run: removeSelected,
  },
];

function selectAll(): void {
  const { history, level } = useStudio.getState();
  const here = history.present.register.beacons.filter(
    ({ at, status }) => at?.level === level && status === 'active',
  );
  select(here.map(({ id }) => ({ collection: 'beacons', key: id })));
}

/** Beacons are taken down and stay in the register; features are deleted. */
function removeSelected(): void {
  const { selection } = useStudio.getState();
  const [beacons, features] = [selectedBeacons(selection), selectedFeatures(selection)];
  const action: Action = (document) => deleteFeatures(features)(retireBeacons(beacons)(document));
  perform(action, 'delete');
  select([]);
}
