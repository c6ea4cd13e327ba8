import type { Services } from '@daoyin/services';

import { type Name, name } from '../elements';
import { EXTENDED_HOURS, HALL_HOURS, HOURS, ROUND_THE_CLOCK, STATION_HOURS } from '../hours';
import { elementId } from '../venue-ids';
import { AREAS, SERIES } from './areas';
import { COMPREHENSIVE, COMPREHENSIVE_DEPARTMENTS, DEPARTMENTS } from './departments';
import { HOLIDAYS, HOLIDAYS_KNOWN_UNTIL } from './holidays';
import { type ItemPlan, itemPlans } from './items';
import { STATIONS } from './stations';
import type { StepPlan } from './steps';
import { THEMES } from './themes';

const WINDOWS = 254;
const LAST_COMPREHENSIVE = COMPREHENSIVE.at(-1)!;

const labels = ({ zh, en }: Name) => ({ 'zh-Hans': zh, en });
const texts = (numbers: readonly number[]) => numbers.map(String);

/** The six steps of the comprehensive windows. */
const PROCESS = [
  name('咨询导办', 'Consult'),
  name('取号', 'Take a number'),
  name('提交申请', 'Submit'),
  name('材料审查', 'Review of documents'),
  name('受理审批', 'Acceptance and approval'),
  name('办结出件', 'Collect'),
];

const COLLECT: StepPlan = { name: PROCESS.at(-1)!, windows: [LAST_COMPREHENSIVE] };

/** The catalogue of the sample hall: `services.json`. */
export function services(): Services {
  const items = itemPlans();
  return {
    venue: 'zhongshan',
    departments: DEPARTMENTS.map(({ id, name }) => ({ id, name: labels(name) })),
    areas: AREAS.map(({ id, name, colour }) => ({ id, name: labels(name), colour })),
    windows: Array.from({ length: WINDOWS }, (_, i) => windowDuty(i + 1)),
    series: SERIES.map(({ letter, name, windows }) => ({
      letter,
      name: labels(name),
      windows: texts(windows),
    })),
    items: items.map(serviceItem),
    themes: THEMES.map(({ id, name, steps }) => ({
      id,
      name: labels(name),
      steps: steps.map(({ after, ...step }) => ({ ...serviceStep(step), after })),
    })),
    hours: {
      regular: HOURS,
      extended: EXTENDED_HOURS,
      selfService: ROUND_THE_CLOCK,
      stations: STATION_HOURS,
    },
    holidays: HOLIDAYS.map(({ holiday, from, to, worked }) => ({
      ...{ name: labels(holiday), from, to },
      ...(worked.length > 0 && { worked }),
    })),
    holidaysKnownUntil: HOLIDAYS_KNOWN_UNTIL,
    doors: doors(),
    process: PROCESS.map(labels),
    stations: STATIONS.map(({ id, name }) => ({ id, name: labels(name) })),
  };
}

function owner<T extends { readonly windows: readonly number[] }>(of: readonly T[], number: number): T {
  const found = of.find(({ windows }) => windows.includes(number));
  if (!found) throw new Error(`Nothing owns window ${number}.`);
  return found;
}

function windowDuty(number: number) {
  const departmentIds = DEPARTMENTS.filter(({ windows }) => windows.includes(number)).map(({ id }) => id);
  const joint = number >= 141 && number <= 200;
  const ids = joint ? ['state-tax', 'local-tax'] : departmentIds;
  const main = joint ? departmentIds[0]! : number === LAST_COMPREHENSIVE ? 'service-office' : ids[0]!;
  return {
    number: String(number),
    departmentId: main,
    departmentIds: [main, ...ids.filter((id) => id !== main)],
    areaId: owner(AREAS, number).id,
    duty: labels(dutyOf(number)),
  };
}

const LEGAL: Readonly<Record<number, Name>> = {
  251: name('法律援助', 'Legal aid'),
  252: name('人民调解', "People's mediation"),
  253: name('公证', 'Notary'),
  254: name('法治宣传', 'Legal publicity'),
};

function dutyOf(number: number): Name {
  if (number === LAST_COMPREHENSIVE) return name('综合出件', 'Comprehensive: issuing');
  if (COMPREHENSIVE.includes(number)) return name('综合受理', 'Comprehensive: receiving');
  return LEGAL[number] ?? owner(SERIES, number).name;
}

function serviceItem(item: ItemPlan) {
  const comprehensive = item.windows.every((window) => COMPREHENSIVE.includes(window));
  const collect = comprehensive && COMPREHENSIVE_DEPARTMENTS.includes(item.departmentId);
  return {
    id: item.id,
    name: labels(item.name),
    business: labels(item.business),
    departmentId: item.departmentId,
    windows: texts(item.windows),
    series: owner(SERIES, item.windows[0]!).letter,
    bring: item.bring.map(labels),
    steps: [...item.steps, ...(collect ? [COLLECT] : [])].map(serviceStep),
    selfService: item.selfService,
    atStations: item.atStations,
  };
}

const serviceStep = ({ name, windows }: StepPlan) => ({ name: labels(name), windows: texts(windows) });

/** The doors that shut: those between street and hall, and at night the one between the 24-hour area and the hall. */
function doors() {
  const keys = ['gate-south-1-west', 'gate-south-1-east', 'gate-south-2', 'gate-east', 'night-door'];
  return [
    ...keys.map((key) => ({ featureId: elementId('opening', '1F', key), hours: HALL_HOURS })),
    { featureId: elementId('opening', '1F', 'gate-24h'), hours: ROUND_THE_CLOCK },
  ];
}
