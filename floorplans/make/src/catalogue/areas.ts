import { type Name, name } from '../elements';
import { numbers } from './departments';

/** A part of the hall with its colour on maps and signs. Colours after Okabe and Ito (2008) and Tol (2021): apart for colour-blind eyes. */
export interface AreaPlan {
  readonly id: string;
  readonly name: Name;
  readonly colour: string;
  readonly windows: readonly number[];
}

const area = (id: string, zh: string, en: string, colour: string, windows: string): AreaPlan => ({
  id,
  name: name(zh, en),
  colour,
  windows: numbers(windows),
});

export const AREAS: readonly AreaPlan[] = [
  area('police', '公安出入境区', 'Police and exit-entry', '#0072b2', '1-18'),
  area('people', '社保民生区', 'Social security and civil affairs', '#d55e00', '19-34 51-66'),
  area('business', '商事登记区', 'Business registration and licences', '#009e73', '35-50 67-90'),
  area('property', '不动产建设区', 'Real estate and construction', '#e69f00', '91-124'),
  area('environment', '环保交通区', 'Environment and transport', '#56b4e9', '125-140'),
  area('tax', '联合办税区', 'Joint tax hall', '#cc79a7', '141-200'),
  area('general', '经济农林公用区', 'Economy, nature and utilities', '#999933', '201-250'),
  area('law', '公共法律服务区', 'Public legal services', '#332288', '251-254'),
];

/** A queue: the letter that its tickets begin with. I and O are left out: they look like digits. */
export interface SeriesPlan {
  readonly letter: string;
  readonly name: Name;
  readonly windows: readonly number[];
}

const series = (letter: string, zh: string, en: string, windows: string): SeriesPlan => ({
  letter,
  name: name(zh, en),
  windows: numbers(windows),
});

export const SERIES: readonly SeriesPlan[] = [
  series('A', '户政治安', 'Household register and public order', '1-6'),
  series('B', '出入境', 'Exit and entry', '7-12'),
  series('C', '车辆驾驶人', 'Vehicles and drivers', '13-18'),
  series('D', '社会保险', 'Social insurance', '19-26'),
  series('E', '就业人才', 'Employment and talents', '27-34'),
  series('F', '生产经营综合', 'Production and operation comprehensive', '35-38'),
  series('G', '工商登记', 'Business registration', '39-50'),
  series('H', '住房公积金', 'Housing fund', '51-60'),
  series('J', '民政民生', 'Civil affairs', '61-66'),
  series('K', '食品药品', 'Food and drugs', '67-72'),
  series('L', '质监文旅商务', 'Quality, culture, tourism, commerce', '73-84'),
  series('M', '投资项目导办', 'Investment project guide', '85'),
  series('N', '企业设立导办', 'Enterprise set-up guide', '86-90'),
  series('P', '不动产登记', 'Real-estate registration', '91-108'),
  series('Q', '国土住建规划', 'Land, housing, planning', '109-124'),
  series('R', '环保交通水务', 'Environment, transport, water', '125-140'),
  series('S', '税务登记受理', 'Tax registration and documents', '141-158'),
  series('T', '发票', 'Invoices', '159-180'),
  series('U', '申报纳税', 'Declaration and payment', '181-200'),
  series('V', '发改口岸教育财政', 'Development, port, education, finance', '201-218'),
  series('W', '农林卫生民宗', 'Nature, health and others', '219-234'),
  series('X', '公共资源交易', 'Public resources trading', '235-238'),
  series('Y', '水电气', 'Power, water and gas', '239-250'),
  series('Z', '公共法律服务', 'Public legal services', '251-254'),
];
