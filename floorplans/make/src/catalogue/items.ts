import { type Name, name } from '../elements';
import { ACTIONS, type Action, type ActionMark } from './actions';
import { SERIES } from './areas';
import { BUILDING } from './businesses-building';
import { COMPANIES } from './businesses-companies';
import { PEOPLE } from './businesses-people';
import { TRADE } from './businesses-trade';
import { COMPREHENSIVE, DEPARTMENTS, type DepartmentPlan, numbers } from './departments';
import { type StepPlan, stepOf } from './steps';

/** One item of the catalogue, before it is written out. */
export interface ItemPlan {
  readonly id: string;
  readonly departmentId: string;
  readonly name: Name;
  /** The business that it is an action of. */
  readonly business: Name;
  readonly windows: readonly number[];
  readonly bring: readonly Name[];
  /** Where it goes on, at other windows. */
  readonly steps: readonly StepPlan[];
  readonly selfService: boolean;
  readonly atStations: boolean;
}

const BUSINESSES: Readonly<Record<string, string>> = { ...PEOPLE, ...COMPANIES, ...BUILDING, ...TRADE };

/** The whole catalogue, department by department. */
export function itemPlans(): readonly ItemPlan[] {
  return DEPARTMENTS.flatMap((department) => {
    const lines = BUSINESSES[department.id]?.trim().split('\n');
    if (!lines) throw new Error(`No businesses of department ${department.id}.`);
    const items = lines.flatMap((line) => itemsOf(department, line));
    return items.map((item, i) => ({ ...item, id: `${department.id}-${String(i + 1).padStart(3, '0')}` }));
  });
}

function itemsOf(department: DepartmentPlan, line: string): Omit<ItemPlan, 'id'>[] {
  const [zh, en, mark, marks] = line.split('|');
  const actions: readonly Action[] | undefined = ACTIONS[mark as ActionMark];
  if (!zh || !en || !actions || marks === undefined)
    throw new Error(`${department.id}: cannot read "${line}".`);
  const flags = marks.split(' ').filter((flag) => flag !== '');
  const further = flags.find((flag) => flag.startsWith('n='));
  const steps = further ? further.slice(2).split(',').map(stepOf) : [];
  return actions.map((action, i) => ({
    departmentId: department.id,
    name: itemName(zh, en, action),
    business: name(zh, en),
    windows: windowsOf(department, flags),
    bring: action.bring,
    steps: i === 0 ? steps : [],
    selfService: flags.includes('s'),
    atStations: flags.includes('c'),
  }));
}

/** Words at the end of a business that already say that it is new: "机动车抵押登记", not "机动车抵押登记新办". */
const SAYS_NEW = /(登记|注册|审批|核准|审核|认定|审查|预审|设立|设置|签证|出让|划拨|协议|命名)$/;

/** "食品经营许可新办", "Food business licence: new". A suffix that the name already has is not said twice. */
function itemName(zh: string, en: string, action: Action): Name {
  if (action.zh === '') return name(zh, en);
  if (action.zh === '新办' && SAYS_NEW.test(zh)) return name(zh, `${en}: ${action.en}`);
  const said = ['备案', '登记'].find((word) => zh.endsWith(word) && action.zh.endsWith(word));
  return name(`${said ? zh.slice(0, -said.length) : zh}${action.zh}`, `${en}: ${action.en}`);
}

/** Where an item is taken: the windows that the line names, the receiving comprehensive windows, or the department's own queue. */
function windowsOf(department: DepartmentPlan, flags: readonly string[]): readonly number[] {
  const named = flags.find((flag) => flag.startsWith('w='));
  if (named) return numbers(named.slice(2).replaceAll(',', ' '));
  const receiving = COMPREHENSIVE.slice(0, -1);
  if (flags.includes('k')) return receiving;
  const queues = SERIES.map(({ windows }) =>
    department.windows.filter((window) => windows.includes(window) && !COMPREHENSIVE.includes(window)),
  );
  const own = queues.reduce((most, queue) => (queue.length > most.length ? queue : most));
  return own.length > 0 ? own : receiving;
}
