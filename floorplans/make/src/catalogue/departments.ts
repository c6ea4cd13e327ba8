import { type Name, name } from '../elements';

/** A department of the hall in 2017, and the windows at which it serves. */
export interface DepartmentPlan {
  readonly id: string;
  readonly name: Name;
  readonly windows: readonly number[];
}

/** The numbers of a list of ranges: `35-38 85`. */
export function numbers(ranges: string): readonly number[] {
  return ranges.split(' ').flatMap((range) => {
    const [from, to = from] = range.split('-').map(Number);
    return Array.from({ length: to! - from! + 1 }, (_, i) => from! + i);
  });
}

const of = (id: string, zh: string, en: string, windows: string): DepartmentPlan => ({
  id,
  name: name(zh, en),
  windows: numbers(windows),
});

/** The production and operation comprehensive windows: three receive, the last one issues. */
export const COMPREHENSIVE = numbers('35-38');

/** The six departments of the comprehensive windows. */
export const COMPREHENSIVE_DEPARTMENTS = [
  'economy-it',
  'health',
  'archives',
  'work-safety',
  'agriculture',
  'science',
];

/** All 53. */
export const DEPARTMENTS: readonly DepartmentPlan[] = [
  of('police', '公安局', 'Public Security Bureau', '1-18'),
  of('social-insurance', '社会保险基金管理局', 'Social Insurance Fund Administration', '19-26'),
  of('human-resources', '人力资源和社会保障局', 'Human Resources and Social Security Bureau', '27-34'),
  of('economy-it', '经济和信息化局', 'Economy and Information Technology Bureau', '35-38'),
  of('health', '卫生和计划生育局', 'Health and Family Planning Bureau', '35-38 229-231'),
  of('archives', '档案局', 'Archives Bureau', '35-38 234'),
  of('work-safety', '安全生产监督管理局', 'Work Safety Administration', '35-38'),
  of('agriculture', '农业局', 'Agriculture Bureau', '35-38 232-233'),
  of('science', '科学技术局', 'Science and Technology Bureau', '35-38'),
  of('commerce-registration', '工商行政管理局', 'Administration for Industry and Commerce', '39-50'),
  of('housing-fund', '住房公积金管理中心', 'Housing Provident Fund Centre', '51-60'),
  of('civil-affairs', '民政局', 'Civil Affairs Bureau', '61-63'),
  of('disabled', '残疾人联合会', "Disabled Persons' Federation", '64'),
  of('overseas', '外事侨务局', 'Foreign and Overseas Chinese Affairs Bureau', '65'),
  of('union', '总工会', 'Federation of Trade Unions', '66'),
  of('food-drug', '食品药品监督管理局', 'Food and Drug Administration', '67-72'),
  of('quality', '质量技术监督局', 'Quality and Technology Supervision Bureau', '73-76'),
  of('culture', '文化广电新闻出版局', 'Culture, Broadcasting, Press and Publication Bureau', '77-79'),
  of('tourism', '旅游局', 'Tourism Bureau', '80'),
  of('commerce', '商务局', 'Commerce Bureau', '81-83'),
  of('tobacco', '烟草专卖局', 'Tobacco Monopoly Bureau', '84'),
  of('development', '发展和改革局', 'Development and Reform Bureau', '85 201-204'),
  of('service-office', '政务服务管理办公室', 'Government Service Office', '38 86-90'),
  of('real-estate', '不动产登记中心', 'Real Estate Registration Centre', '91-108'),
  of('land', '国土资源局', 'Land and Resources Bureau', '109-113'),
  of('housing', '住房和城乡建设局', 'Housing and Urban-Rural Development Bureau', '114-119'),
  of('planning', '城乡规划局', 'Urban and Rural Planning Bureau', '120-124'),
  of('environment', '环境保护局', 'Environmental Protection Bureau', '125-128'),
  of('transport', '交通运输局', 'Transport Bureau', '129-132'),
  of('water', '水务局', 'Water Affairs Bureau', '133-134'),
  of('highways', '公路局', 'Highways Bureau', '135'),
  of('meteorology', '气象局', 'Meteorological Bureau', '136'),
  of('fire', '公安消防支队', 'Fire Brigade', '137-138'),
  of('air-defence', '人民防空办公室', 'Civil Air Defence Office', '139'),
  of('urban-management', '城市管理行政执法局', 'Urban Management Bureau', '140'),
  of('state-tax', '国家税务局', 'State Taxation Bureau', '141-170'),
  of('local-tax', '地方税务局', 'Local Taxation Bureau', '171-200'),
  of('customs', '海关', 'Customs', '205-207'),
  of('inspection', '出入境检验检疫局', 'Entry-Exit Inspection and Quarantine Bureau', '208-210'),
  of('education', '教育和体育局', 'Education and Sports Bureau', '211-214'),
  of('finance', '财政局', 'Finance Bureau', '215-216'),
  of('patents', '知识产权局', 'Intellectual Property Office', '217'),
  of('financial-work', '金融工作局', 'Financial Affairs Bureau', '218'),
  of('forestry', '林业局', 'Forestry Bureau', '219-221'),
  of('fisheries', '海洋与渔业局', 'Ocean and Fisheries Bureau', '222-224'),
  of('ethnic-religious', '民族宗教事务局', 'Ethnic and Religious Affairs Bureau', '225'),
  of('salt', '盐务局', 'Salt Administration', '226'),
  of('post', '邮政管理局', 'Postal Administration', '227-228'),
  of('trading', '公共资源交易中心', 'Public Resources Trading Centre', '235-238'),
  of('power', '供电局', 'Power Supply Bureau', '239-243'),
  of('water-supply', '供水公司', 'Water Supply Company', '244-247'),
  of('gas', '管道燃气公司', 'Piped Gas Company', '248-250'),
  of('justice', '司法局', 'Justice Bureau', '251-254'),
];
