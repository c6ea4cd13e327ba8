import { type Name, name } from '../elements';
import { type StepPlan, stepOf } from './steps';

/** A theme menu (菜单式改革): one aim, its steps, each at windows, and which of them it needs. */
export interface ThemePlan {
  readonly id: string;
  readonly name: Name;
  readonly steps: readonly (StepPlan & { readonly after: readonly number[] })[];
}

/** What a step needs where the menu has it; else it needs the business itself, and before that the advice. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  guide: [],
  name: ['guide'],
  clinic: ['name'],
  school: ['name', 'guide'],
  licence: ['name', 'clinic', 'school'],
  individual: [],
  elderly: [],
  issue: ['hygiene', 'clinic'],
  invoice: ['tax'],
  investment: [],
  project: ['investment'],
  land: ['project'],
  planning: ['land'],
  environment: ['licence', 'individual', 'elderly', 'project'],
  construction: ['planning'],
  power: ['construction'],
  homeTax: [],
  transfer: ['homeTax'],
  mortgage: ['transfer'],
  birth: [],
  medical: ['birth'],
};
const BUSINESS = ['licence', 'individual', 'elderly', 'school'];

function theme(id: string, zh: string, en: string, keys: string): ThemePlan {
  const steps = keys.split(' ');
  return {
    id,
    name: name(zh, en),
    steps: steps.map((key, i) => {
      const needed = (NEEDS[key] ?? BUSINESS).map((other) => steps.indexOf(other));
      return { ...stepOf(key), after: needed.filter((at) => at >= 0 && at < i).sort((a, b) => a - b) };
    }),
  };
}

/** All 22. */
export const THEMES: readonly ThemePlan[] = [
  theme(
    'industrial-enterprise',
    '我要办普通工业企业',
    'Ordinary industrial enterprise',
    'guide name licence seal environment fire tax invoice social fund',
  ),
  theme(
    'clinic',
    '我要开营利性诊所',
    'For-profit clinic',
    'guide name clinic licence issue fire tax invoice',
  ),
  theme('restaurant', '我要开餐馆', 'Restaurant', 'individual food fire discharge tax invoice'),
  theme('pharmacy', '我要开药店', 'Pharmacy', 'name licence drugs devices tax invoice'),
  theme('car-beauty', '我要开汽车美容店', 'Car beauty', 'individual discharge environment tax'),
  theme('car-repair', '我要开汽车维修店', 'Car repair', 'individual repair environment fire tax'),
  theme('gym', '我要开健身房', 'Gym', 'name licence hygiene issue sport fire tax'),
  theme('hotel', '我要开旅馆', 'Hotel', 'name licence hygiene issue hotel fire tax invoice'),
  theme('supermarket', '我要开超市', 'Supermarket', 'name licence food tobacco fire tax invoice'),
  theme('bakery', '我要开面包店', 'Bakery', 'individual food tax invoice'),
  theme('beauty-salon', '我要开美容美发店', 'Beauty salon', 'individual hygiene issue tax'),
  theme('internet-cafe', '我要开网吧', 'Internet café', 'name licence culture hotel fire tax'),
  theme('karaoke', '我要开歌舞厅', 'Song and dance venue', 'name licence culture hygiene issue fire tax'),
  theme('kindergarten', '我要办幼儿园', 'Kindergarten', 'guide school food fire tax'),
  theme('training-school', '我要办培训机构', 'Training school', 'name school licence fire tax'),
  theme('home-for-elderly', '我要办养老院', 'Home for the elderly', 'elderly food fire environment tax'),
  theme('travel-agency', '我要开旅行社', 'Travel agency', 'name licence travel tax invoice'),
  theme('labour-agency', '我要开人力资源公司', 'Human resources agency', 'name licence labour tax social'),
  theme('logistics', '我要开物流公司', 'Haulage company', 'name licence transport tax invoice social'),
  theme(
    'investment-project',
    '我要建厂房',
    'Investment project',
    'investment project land planning construction environment power',
  ),
  theme('home-purchase', '我要办二手房过户', 'Sale of a home', 'homeTax transfer mortgage'),
  theme('newborn', '我家有新生儿', 'A child is born', 'birth medical'),
];
