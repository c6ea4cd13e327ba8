import { type Name, name } from '../elements';
import { numbers } from './departments';

/** One step of a journey, at any of its windows. */
export interface StepPlan {
  readonly name: Name;
  readonly windows: readonly number[];
}

const STEPS = {
  guide: [name('导办咨询', 'Advice from a guide'), '86-90'],
  investment: [name('投资项目导办', 'Investment project guide'), '85'],
  name: [name('名称预先核准', 'Reservation of the name'), '39-50'],
  licence: [name('营业执照设立登记', 'Business licence'), '39-50'],
  individual: [name('个体工商户登记', 'Registration as an individual business'), '39-50'],
  tax: [name('税务信息确认', 'Tax registration'), '141-158'],
  invoice: [name('发票票种核定', 'Invoice types'), '159-180'],
  social: [name('单位社会保险登记', "Employer's social insurance"), '19-26'],
  fund: [name('公积金缴存登记', 'Housing fund registration'), '51-60'],
  seal: [name('公章刻制备案', 'Filing of the seal'), '1-6'],
  food: [name('食品经营许可', 'Food business licence'), '67-72'],
  drugs: [name('药品经营许可', 'Pharmacy licence'), '67-72'],
  devices: [name('医疗器械备案', 'Medical devices'), '67-72'],
  hygiene: [name('公共场所卫生许可', 'Hygiene licence'), '35-37'],
  clinic: [name('医疗机构执业登记', 'Registration of the institution'), '35-37'],
  issue: [name('综合窗口出件', 'Collection at the issuing window'), '38'],
  fire: [name('消防安全检查', 'Fire inspection'), '137-138'],
  environment: [name('环境影响登记', 'Environmental registration'), '125-128'],
  discharge: [name('排水许可', 'Discharge into sewers'), '133-134'],
  repair: [name('机动车维修许可', 'Vehicle repair licence'), '129-132'],
  transport: [name('道路运输许可', 'Road transport licence'), '129-132'],
  culture: [name('文化经营许可', 'Cultural business licence'), '77-79'],
  sport: [name('体育项目许可', 'Sport licence'), '211-214'],
  school: [name('办学许可', 'School licence'), '211-214'],
  labour: [name('人力资源许可', 'Human resources licence'), '27-34'],
  hotel: [name('特种行业许可', 'Security licence'), '1-6'],
  travel: [name('旅行社许可', 'Travel agency licence'), '80'],
  tobacco: [name('烟草专卖零售许可', 'Retail of tobacco'), '84'],
  elderly: [name('养老机构许可', 'Licence of a home for the elderly'), '61-63'],
  project: [name('投资项目备案', 'Filing of the investment'), '201-204'],
  land: [name('用地手续', 'Land'), '109-113'],
  planning: [name('规划许可', 'Planning permit'), '120-124'],
  construction: [name('施工许可', 'Construction permit'), '114-119'],
  power: [name('用电报装', 'Electricity connection'), '239-243'],
  homeTax: [name('缴纳契税', 'Deed tax'), '181-200'],
  transfer: [name('不动产转移登记', 'Transfer of the title'), '91-108'],
  mortgage: [name('抵押登记', 'Mortgage'), '91-108'],
  farm: [name('动物防疫条件审查', 'Animal disease prevention'), '35-37'],
  chemicals: [name('危险化学品经营许可', 'Trade in hazardous chemicals'), '35-37'],
  birth: [name('出生登记', 'Registration of the birth'), '1-6'],
  vehicle: [name('机动车注册登记', 'First registration of the vehicle'), '13-18'],
  household: [name('入户登记', 'Registration of the household'), '1-6'],
  residence: [name('外国人居留证件', 'Residence permit'), '7-12'],
  benefits: [name('社会保险待遇申领', 'Social insurance benefits'), '19-26'],
  association: [name('民办非企业单位登记', 'Registration as a non-profit organisation'), '61-63'],
  medical: [name('居民医疗保险参保', 'Medical insurance'), '19-26'],
} as const satisfies Readonly<Record<string, readonly [Name, string]>>;

/** A step of a theme menu, or of an item that goes on at other windows. Throws for a key that there is not. */
export function stepOf(key: string): StepPlan {
  const step = (STEPS as Readonly<Record<string, readonly [Name, string]>>)[key];
  if (!step) throw new Error(`There is no step ${key}.`);
  return { name: step[0], windows: numbers(step[1]) };
}
