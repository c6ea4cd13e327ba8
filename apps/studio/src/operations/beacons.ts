import {
  type Action,
  alignBeacons,
  deleteBeacons,
  distributeBeacons,
  distributeOnGrid,
  nextBeaconId,
  placeBeacon,
  renumberBeacons,
  replaceBeacon,
  restoreBeacons,
  retireBeacons,
} from '@daoyin/venue';
import { currentPlan } from '../canvas/PlanCanvas';
import { ask, type Refusal } from '../dialogs/ask';
import { perform, select, useStudio } from '../store/studio';
import type { Operation } from './operation';
import { beaconsOf, editable, needs } from './when';

export const ofBeaconsSelected: readonly Operation[] = [
  ofBeacons(
    'align-row',
    { zh: '对齐成一行', en: 'Align in a row' },
    2,
    withBeacons((ids) => alignBeacons(ids, 'y'), 'beacon.align'),
  ),
  ofBeacons(
    'align-column',
    { zh: '对齐成一列', en: 'Align in a column' },
    2,
    withBeacons((ids) => alignBeacons(ids, 'x'), 'beacon.align'),
  ),
  ofBeacons(
    'align-line',
    { zh: '对齐到两端连线', en: 'Align on the line of the two ends' },
    3,
    withBeacons((ids) => alignBeacons(ids, 'line'), 'beacon.align'),
  ),
  ofBeacons(
    'distribute',
    { zh: '等距分布', en: 'Distribute evenly' },
    3,
    withBeacons(distributeBeacons, 'beacon.distribute'),
  ),
  ofBeacons('grid', { zh: '排到网格…', en: 'Distribute on a grid…' }, 1, () =>
    ask({
      title: { zh: '网格间距（米）', en: 'Spacing of the grid (m)' },
      value: '5',
      take: (text) => gridBy(Number(text)),
    }),
  ),
  ofBeacons('renumber', { zh: '重新编号…', en: 'Renumber…' }, 1, () =>
    ask({ title: { zh: '从哪个编号开始', en: 'First id' }, value: 'B001', take: renumber }),
  ),
  ofBeacons('retire', { zh: '停用', en: 'Take down' }, 1, withBeacons(retireBeacons, 'beacon.retire')),
  ofBeacons(
    'restore',
    { zh: '恢复使用', en: 'Put up again' },
    1,
    withBeacons(restoreBeacons, 'beacon.restore'),
  ),
  ofBeacons(
    'replace',
    { zh: '换新（同位置，新编号）', en: 'Replace (same place, new device)' },
    1,
    replaceSelected,
  ),
  {
    id: 'add-beacon',
    name: { zh: '在画面中央挂一个信标', en: 'Hang a beacon in the middle of the view' },
    keys: 'Insert',
    group: 'draft',
    disabled: editable,
    run: addInTheMiddle,
  },
  ofBeacons('forget', { zh: '从名册删除', en: 'Delete from the register' }, 1, forgetSelected),
];

function ofBeacons(id: string, name: Operation['name'], least: 1 | 2 | 3, run: () => void): Operation {
  const why =
    least === 1
      ? { zh: '先选信标', en: 'Select a beacon' }
      : { zh: `先选至少 ${least} 个信标`, en: `Select at least ${least} beacons` };
  return { id, name, group: 'beacons', disabled: needs(least, beaconsOf, why), run };
}

/** Does an action with the beacons that are selected. */
function withBeacons(act: (ids: readonly string[]) => Action, name: string): () => void {
  return () => {
    perform(act(beaconsOf(useStudio.getState())), name);
  };
}

/** Hangs a beacon without a pointer: it is moved from there by keys and numbers. */
function addInTheMiddle(): void {
  const { history, level } = useStudio.getState();
  const centre = currentPlan()?.view().centre;
  if (!centre) return;
  const id = nextBeaconId(history.present.register);
  if (!perform(placeBeacon(id, { ...centre, level }), 'beacon.place')) return;
  select([{ collection: 'beacons', key: id }]);
  useStudio.setState({ panel: 'inspect' });
}

const LEAST_SPACING = 0.2; // metres

function gridBy(spacing: number): Refusal | undefined {
  if (!(spacing >= LEAST_SPACING))
    return { zh: '请输入至少 0.2 的数字', en: 'A number of at least 0.2, please' };
  const ids = beaconsOf(useStudio.getState());
  perform(distributeOnGrid(ids, { origin: { x: 0, y: 0 }, spacing }), 'beacon.grid');
  return undefined;
}

function renumber(first: string): Refusal | undefined {
  if (!/\d$/.test(first.trim()))
    return { zh: '编号要以数字结尾，如 B001', en: 'An id ends in a number, such as B001' };
  const ids = beaconsOf(useStudio.getState());
  const chosen = new Set(ids);
  const at = useStudio.getState().history.present.register.beacons.map(({ id }) => chosen.has(id));
  if (!perform(renumberBeacons(ids, first.trim()), 'beacon.renumber'))
    return { zh: '其中有编号已被别的信标占用', en: 'Another beacon has one of these ids' };
  const { beacons } = useStudio.getState().history.present.register;
  select(beacons.filter((_, i) => at[i]).map(({ id }) => ({ collection: 'beacons', key: id })));
  return undefined;
}

function replaceSelected(): void {
  const ids = beaconsOf(useStudio.getState());
  const action: Action = (document) =>
    ids.reduce((current, id) => replaceBeacon(id, nextBeaconId(current.register))(current), document);
  const before = new Set(useStudio.getState().history.present.register.beacons.map(({ id }) => id));
  if (!perform(action, 'beacon.replace')) return;
  const fresh = useStudio.getState().history.present.register.beacons.filter(({ id }) => !before.has(id));
  select(fresh.map(({ id }) => ({ collection: 'beacons', key: id })));
}

function forgetSelected(): void {
  perform(deleteBeacons(beaconsOf(useStudio.getState())), 'beacon.delete');
  select([]);
}
