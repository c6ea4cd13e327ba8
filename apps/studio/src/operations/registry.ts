import {
  type Action,
  alignBeacons,
  deleteBeacons,
  deleteFeatures,
  distributeBeacons,
  distributeOnGrid,
  nextBeaconId,
  renumberBeacons,
  replaceBeacon,
  restoreBeacons,
  retireBeacons,
  rotateFeatures,
  setPoints,
  squared,
} from '@daoyin/venue';
import { extentOf, united } from '../canvas/extent';
import { currentPlan } from '../canvas/PlanCanvas';
import { ask } from '../dialogs/ask';
import { downloadBeacons, downloadJson, openImport } from '../exchange/exchange';
import {
  perform,
  redo,
  type StudioState,
  select,
  selectedBeacons,
  selectedFeatures,
  undo,
  useStudio,
} from '../store/studio';
import type { Operation } from './operation';

const READ_ONLY = { zh: '您的账号只能查看', en: 'Your account may only look' };

const needs =
  (
    least: number,
    of: (state: StudioState) => readonly string[],
    why: { readonly zh: string; readonly en: string },
  ) =>
  (state: StudioState) =>
    state.readOnly ? READ_ONLY : of(state).length < least ? why : undefined;

const beaconsOf = ({ selection }: StudioState) => selectedBeacons(selection);
const featuresOf = ({ selection }: StudioState) => selectedFeatures(selection);
const always = () => undefined;
const editable = ({ readOnly }: StudioState) => (readOnly ? READ_ONLY : undefined);

const two = { zh: '先选至少 2 个信标', en: 'Select at least 2 beacons' };
const three = { zh: '先选至少 3 个信标', en: 'Select at least 3 beacons' };
const oneBeacon = { zh: '先选信标', en: 'Select a beacon' };
const oneFeature = { zh: '先选房间或墙等', en: 'Select a room, wall or the like' };

/** Does an action with the beacons that are selected. */
const withBeacons = (act: (ids: readonly string[]) => Action, name: string) => () => {
  perform(act(beaconsOf(useStudio.getState())), name);
};

export const operations: readonly Operation[] = [
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
  {
    id: 'align-row',
    name: { zh: '对齐成一行', en: 'Align in a row' },
    group: 'beacons',
    disabled: needs(2, beaconsOf, two),
    run: withBeacons((ids) => alignBeacons(ids, 'y'), 'beacon.align'),
  },
  {
    id: 'align-column',
    name: { zh: '对齐成一列', en: 'Align in a column' },
    group: 'beacons',
    disabled: needs(2, beaconsOf, two),
    run: withBeacons((ids) => alignBeacons(ids, 'x'), 'beacon.align'),
  },
  {
    id: 'align-line',
    name: { zh: '对齐到两端连线', en: 'Align on the line of the two ends' },
    group: 'beacons',
    disabled: needs(3, beaconsOf, three),
    run: withBeacons((ids) => alignBeacons(ids, 'line'), 'beacon.align'),
  },
  {
    id: 'distribute',
    name: { zh: '等距分布', en: 'Distribute evenly' },
    group: 'beacons',
    disabled: needs(3, beaconsOf, three),
    run: withBeacons(distributeBeacons, 'beacon.distribute'),
  },
  {
    id: 'grid',
    name: { zh: '排到网格…', en: 'Distribute on a grid…' },
    group: 'beacons',
    disabled: needs(1, beaconsOf, oneBeacon),
    run: () =>
      ask({
        title: { zh: '网格间距（米）', en: 'Spacing of the grid (m)' },
        value: '5',
        take: (text) => gridBy(Number(text)),
      }),
  },
  {
    id: 'renumber',
    name: { zh: '重新编号…', en: 'Renumber…' },
    group: 'beacons',
    disabled: needs(1, beaconsOf, oneBeacon),
    run: () => ask({ title: { zh: '从哪个编号开始', en: 'First id' }, value: 'B001', take: renumber }),
  },
  {
    id: 'retire',
    name: { zh: '停用', en: 'Take down' },
    group: 'beacons',
    disabled: needs(1, beaconsOf, oneBeacon),
    run: withBeacons(retireBeacons, 'beacon.retire'),
  },
  {
    id: 'restore',
    name: { zh: '恢复使用', en: 'Put up again' },
    group: 'beacons',
    disabled: needs(1, beaconsOf, oneBeacon),
    run: withBeacons(restoreBeacons, 'beacon.restore'),
  },
  {
    id: 'replace',
    name: { zh: '换新（同位置，新编号）', en: 'Replace (same place, new device)' },
    group: 'beacons',
    disabled: needs(1, beaconsOf, oneBeacon),
    run: replaceSelected,
  },
  {
    id: 'forget',
    name: { zh: '从名册删除', en: 'Delete from the register' },
    group: 'beacons',
    disabled: needs(1, beaconsOf, oneBeacon),
    run: forgetSelected,
  },
  {
    id: 'square',
    name: { zh: '改为直角', en: 'Make right angles' },
    keys: 'Q',
    group: 'features',
    disabled: needs(1, featuresOf, oneFeature),
    run: squareSelected,
  },
  {
    id: 'rotate',
    name: { zh: '旋转…', en: 'Rotate…' },
    group: 'features',
    disabled: needs(1, featuresOf, oneFeature),
    run: () =>
      ask({
        title: { zh: '逆时针角度（°）', en: 'Degrees counter-clockwise' },
        value: '90',
        take: (text) => rotateSelected(Number(text)),
      }),
  },
  {
    id: 'whole',
    name: { zh: '显示整层', en: 'Show the whole level' },
    keys: '0',
    group: 'view',
    disabled: always,
    run: () => currentPlan()?.frameLevel(),
  },
  {
    id: 'show-selected',
    name: { zh: '移到所选', en: 'Go to the selection' },
    keys: 'F',
    group: 'view',
    disabled: always,
    run: showSelected,
  },
  {
    id: 'solid',
    name: { zh: '并排显示三维', en: '3D beside the plan' },
    keys: '3',
    group: 'view',
    disabled: always,
    run: () => useStudio.setState(({ solid }) => ({ solid: !solid })),
  },
  {
    id: 'level-up',
    name: { zh: '上一层', en: 'Storey up' },
    keys: 'PageUp',
    group: 'view',
    disabled: always,
    run: () => stepLevel(1),
  },
  {
    id: 'level-down',
    name: { zh: '下一层', en: 'Storey down' },
    keys: 'PageDown',
    group: 'view',
    disabled: always,
    run: () => stepLevel(-1),
  },
  {
    id: 'import',
    name: { zh: '导入…（IMDF、GeoJSON、CSV、JSON）', en: 'Import… (IMDF, GeoJSON, CSV, JSON)' },
    group: 'draft',
    disabled: editable,
    run: openImport,
  },
  {
    id: 'export-imdf',
    name: { zh: '导出 IMDF 压缩包', en: 'Export an IMDF archive' },
    group: 'draft',
    disabled: always,
    run: () => location.assign('/api/studio/export'),
  },
  {
    id: 'export-csv',
    name: { zh: '导出信标 CSV', en: 'Export beacons as CSV' },
    group: 'draft',
    disabled: always,
    run: downloadBeacons,
  },
  {
    id: 'export-json',
    name: { zh: '导出 beacons.json', en: 'Export beacons.json' },
    group: 'draft',
    disabled: always,
    run: downloadJson,
  },
];

export const operationNamed = (id: string): Operation | undefined => operations.find((one) => one.id === id);

/** Runs an operation where it can be done now; gives whether it was. */
export function runOperation(id: string): boolean {
  const operation = operationNamed(id);
  if (!operation || operation.disabled(useStudio.getState())) return false;
  operation.run();
  return true;
}

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

function gridBy(spacing: number): void {
  const ids = beaconsOf(useStudio.getState());
  if (spacing > 0.2) perform(distributeOnGrid(ids, { origin: { x: 0, y: 0 }, spacing }), 'beacon.grid');
}

function renumber(first: string): void {
  const ids = beaconsOf(useStudio.getState());
  const chosen = new Set(ids);
  const at = useStudio.getState().history.present.register.beacons.map(({ id }) => chosen.has(id));
  if (!perform(renumberBeacons(ids, first.trim()), 'beacon.renumber')) return;
  const { beacons } = useStudio.getState().history.present.register;
  select(beacons.filter((_, i) => at[i]).map(({ id }) => ({ collection: 'beacons', key: id })));
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

function squareSelected(): void {
  const ids = new Set(featuresOf(useStudio.getState()));
  const action: Action = (document) => {
    const { units, fixtures, sections } = document.venue;
    const chosen = [...units, ...fixtures, ...sections].filter(({ id }) => ids.has(id));
    return chosen.reduce(
      (current, { id, area }) => setPoints({ id, ring: 0 }, squared(area[0]!.outer))(current),
      document,
    );
  };
  perform(action, 'feature.square');
}

function rotateSelected(degrees: number): void {
  const middle = middleOfSelection();
  if (!middle || !Number.isFinite(degrees)) return;
  perform(
    rotateFeatures(featuresOf(useStudio.getState()), middle, (degrees * Math.PI) / 180),
    'feature.rotate',
  );
}

function selectedBounds() {
  const { selection, history } = useStudio.getState();
  const keys = new Set(selection.map(({ key }) => key));
  const { venue, register } = history.present;
  const all = [
    ...register.beacons
      .filter(({ at }) => at !== undefined)
      .map((beacon) => ({ id: beacon.id, at: beacon.at! })),
    ...venue.units,
    ...venue.fixtures,
    ...venue.kiosks,
    ...venue.sections,
    ...venue.openings,
    ...venue.amenities,
    ...venue.anchors,
  ].filter(({ id }) => keys.has(id));
  return all.length === 0 ? undefined : all.map(extentOf).reduce(united);
}

function middleOfSelection() {
  const bounds = selectedBounds();
  return bounds && { x: (bounds.minX + bounds.maxX) / 2, y: (bounds.minY + bounds.maxY) / 2 };
}

const AROUND = 6; // metres

function showSelected(): void {
  const bounds = selectedBounds();
  if (!bounds) return;
  currentPlan()?.show({
    minX: bounds.minX - AROUND,
    minY: bounds.minY - AROUND,
    maxX: bounds.maxX + AROUND,
    maxY: bounds.maxY + AROUND,
  });
}

function stepLevel(by: 1 | -1): void {
  const { history, level } = useStudio.getState();
  const { levels } = history.present.venue;
  const next = levels[levels.findIndex(({ shortName }) => shortName === level) + by];
  if (next) useStudio.setState({ level: next.shortName });
}
