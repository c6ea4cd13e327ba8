import { type Name, name } from '../elements';

/** The 50 community service stations (小区政务服务站), by town and estate. Estates' names are examples. */
const TOWNS: readonly (readonly [zh: string, en: string, estates: string])[] = [
  ['石岐区', 'Shiqi', '逸仙 民生 博爱'],
  ['东区', 'East District', '起湾 桃苑 竹苑 花苑'],
  ['西区', 'West District', '彩虹 沙朗'],
  ['南区', 'South District', '城南 竹秀园'],
  ['五桂山', 'Wuguishan', '桂南'],
  ['火炬开发区', 'Torch Zone', '康乐 张家边 濠头 中山港'],
  ['小榄镇', 'Xiaolan', '永宁 盛丰 新市'],
  ['古镇镇', 'Guzhen', '海洲 曹步'],
  ['横栏镇', 'Henglan', '茂辉 三沙'],
  ['东升镇', 'Dongsheng', '同茂 裕民'],
  ['港口镇', 'Gangkou', '港口 木河迳'],
  ['沙溪镇', 'Shaxi', '乐群 龙瑞'],
  ['大涌镇', 'Dayong', '安堂 南文'],
  ['黄圃镇', 'Huangpu', '新地 马新'],
  ['南头镇', 'Nantou', '升辉 孖沙'],
  ['东凤镇', 'Dongfeng', '东和平 伯公'],
  ['阜沙镇', 'Fusha', '阜沙 牛角'],
  ['三角镇', 'Sanjiao', '金三角'],
  ['民众镇', 'Minzhong', '浪网'],
  ['南朗镇', 'Nanlang', '翠亨 横门'],
  ['三乡镇', 'Sanxiang', '白石 平岚'],
  ['坦洲镇', 'Tanzhou', '金斗湾 锦绣 永一'],
  ['板芙镇', 'Banfu', '里溪'],
  ['神湾镇', 'Shenwan', '神湾'],
];

export interface StationPlan {
  readonly id: string;
  readonly name: Name;
}

export const STATIONS: readonly StationPlan[] = TOWNS.flatMap(([zh, en, estates]) =>
  estates.split(' ').map((estate, i) => ({ zh: `${zh}${estate}`, en: `${en} ${i + 1}` })),
).map((station, i) => ({
  id: `station-${String(i + 1).padStart(2, '0')}`,
  name: name(`${station.zh}小区政务服务站`, `Community service station ${station.en}`),
}));
