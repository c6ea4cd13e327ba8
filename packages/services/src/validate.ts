import type { Issue, Venue } from '@daoyin/venue';
import { parseHours } from './hours/hours';
import type { ServiceStep, Services } from './types';

/** What a catalogue must agree with: the windows and doors of its plan. */
export type PlanOfServices = Pick<Venue, 'windows' | 'openings'>;

/** Every reference of a catalogue that leads nowhere, every id that is there twice, and hours that nobody can read. */
export function validateServices(services: Services, plan: PlanOfServices): readonly Issue[] {
  return [
    ...duplicates(services),
    ...windowProblems(services, plan),
    ...itemProblems(services),
    ...hoursProblems(services, plan),
  ];
}

const problem = (kind: string, message: string, severity: Issue['severity'] = 'error'): Issue => ({
  severity,
  kind,
  message,
  file: 'services.json',
});

function duplicates({ departments, areas, windows, series, items, themes, stations }: Services): Issue[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['department', departments.map(({ id }) => id)],
    ['area', areas.map(({ id }) => id)],
    ['window', windows.map(({ number }) => number)],
    ['series', series.map(({ letter }) => letter)],
    ['item', items.map(({ id }) => id)],
    ['theme', themes.map(({ id }) => id)],
    ['station', stations.map(({ id }) => id)],
  ];
  return lists.flatMap(([what, ids]) =>
    ids
      .filter((id, i) => ids.indexOf(id) !== i)
      .map((id) => problem('duplicate-id', `There are two ${what} entries "${id}".`)),
  );
}

function windowProblems(services: Services, plan: PlanOfServices): Issue[] {
  const planned = new Set(plan.windows.map(({ number }) => number));
  const listed = new Set(services.windows.map(({ number }) => number));
  const departments = new Set(services.departments.map(({ id }) => id));
  const areas = new Set(services.areas.map(({ id }) => id));
  const unlisted = plan.windows.filter(({ number }) => !listed.has(number));
  return [
    ...unlisted.map(({ number }) =>
      problem('window-without-duty', `Window ${number} of the plan serves nothing.`, 'warning'),
    ),
    ...services.windows.flatMap(({ number, departmentIds, areaId }) => [
      ...(planned.has(number) ? [] : [problem('unknown-window', `Window ${number} is not in the plan.`)]),
      ...departmentIds
        .filter((id) => !departments.has(id))
        .map((id) => problem('unknown-department', `Window ${number}: there is no department "${id}".`)),
      ...(areas.has(areaId)
        ? []
        : [problem('unknown-area', `Window ${number}: there is no area "${areaId}".`)]),
    ]),
  ];
}

function itemProblems({ items, themes, series, windows, departments }: Services): Issue[] {
  const numbers = new Set(windows.map(({ number }) => number));
  const letters = new Set(series.map(({ letter }) => letter));
  const ids = new Set(departments.map(({ id }) => id));
  const unknown = (whose: string, list: readonly string[]) =>
    list
      .filter((number) => !numbers.has(number))
      .map((number) => problem('unknown-window', `${whose}: there is no window ${number}.`));
  return [
    ...series.flatMap((one) => unknown(`Series ${one.letter}`, one.windows)),
    ...themes.flatMap((theme) => theme.steps.flatMap((step) => unknown(`Theme ${theme.id}`, step.windows))),
    ...themes.flatMap(({ id, steps }) => steps.flatMap((step, i) => orderProblems(`Theme ${id}`, step, i))),
    ...items.flatMap((item) => [
      ...unknown(`Item ${item.id}`, [...item.windows, ...item.steps.flatMap((step) => step.windows)]),
      ...(ids.has(item.departmentId)
        ? []
        : [problem('unknown-department', `Item ${item.id}: there is no department "${item.departmentId}".`)]),
      ...(item.windows.length === 0 || letters.has(item.series)
        ? []
        : [problem('unknown-series', `Item ${item.id}: there is no series "${item.series}".`)]),
    ]),
  ];
}

/** A step can only need steps that stand before it in the list. */
function orderProblems(whose: string, { after = [] }: ServiceStep, index: number): Issue[] {
  return after
    .filter((needed) => needed >= index)
    .map((needed) => problem('bad-order', `${whose}: step ${index} cannot come after step ${needed}.`));
}

function hoursProblems({ hours, doors, holidays }: Services, plan: PlanOfServices): Issue[] {
  const openings = new Set(plan.openings.map(({ id }) => id));
  const texts = [...Object.entries(hours), ...doors.map((door) => [door.featureId, door.hours] as const)];
  return [
    ...texts
      .filter(([, text]) => parseHours(text) === undefined)
      .map(([where, text]) => problem('bad-hours', `${where}: nobody can read the hours "${text}".`)),
    ...doors
      .filter(({ featureId }) => !openings.has(featureId))
      .map(({ featureId }) => problem('unknown-opening', `There is no opening "${featureId}" in the plan.`)),
    ...holidays
      .filter(({ from, to }) => from > to)
      .map(({ from, to }) => problem('bad-holiday', `A holiday cannot last from ${from} to ${to}.`)),
    ...holidays.flatMap(({ worked = [] }) =>
      worked
        .filter((day) => holidays.some(({ from, to }) => from <= day && day <= to))
        .map((day) => problem('bad-holiday', `${day} cannot be a holiday and be worked for one.`)),
    ),
  ];
}
