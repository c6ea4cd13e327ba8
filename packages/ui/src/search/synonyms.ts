/** What people say, by what the signs say. Each group is one meaning; the first word is how the hall words it. */
const groups: readonly (readonly string[])[] = [
  [
    '卫生间',
    '厕所',
    '洗手间',
    '公厕',
    '茅房',
    '茅厕',
    '化妆间',
    '解手',
    '方便',
    'wc',
    'toilet',
    'restroom',
    'bathroom',
  ],
  ['无障碍卫生间', '残疾人厕所', '第三卫生间', 'accessible toilet'],
  [
    '咨询台',
    '导办台',
    '服务台',
    '问询处',
    '问讯处',
    '导办',
    '导税',
    '帮忙',
    '问路',
    'information',
    'help',
    'guide desk',
  ],
  ['取号机', '叫号机', '排队机', '拿号', '取票', '排号', 'ticket machine'],
  ['电梯', '直梯', '升降机', '升降梯', 'lift', 'elevator'],
  ['扶梯', '手扶梯', '自动扶梯', '手扶电梯', 'escalator'],
  ['楼梯', 'stairs'],
  ['出入口', '出口', '大门', '门口', '入口', '出去', 'exit', 'entrance', 'gate'],
  ['母婴室', '哺乳室', '喂奶', '换尿布', '育婴室', 'baby', 'nursing'],
  ['饮水', '喝水', '开水', '热水', '打水', '饮水机', 'water'],
  ['自助终端', '自助机', '自助服务', '自助区', 'self-service', 'terminal'],
  ['座位', '休息', '坐', '椅子', '等候', '等候区', '休息区', 'seat'],
  ['复印', '打印', '影印', '文印', 'copy', 'print'],
  ['取款机', '银行', '提款', 'atm', 'bank'],
  ['社会保险', '社保', '养老', '退休金', '养老金', 'social security', 'pension'],
  ['医疗保险', '医保', '看病报销', 'medical insurance'],
  ['公积金', '住房公积金', '房积金', 'housing fund'],
  ['不动产', '房产', '房产证', '过户', '房本', 'property', 'real estate'],
  ['税务', '税', '报税', '交税', '缴税', '发票', '纳税', 'tax', 'invoice'],
  ['出入境', '护照', '港澳通行证', '通行证', '签注', 'passport', 'visa'],
  ['户籍', '户口', '身份证', '公安', '派出所', 'police', 'identity card'],
  [
    '工商',
    '营业执照',
    '执照',
    '开公司',
    '办公司',
    '注册公司',
    '市场监管',
    '商事',
    'business licence',
    'company',
  ],
  ['婚姻', '结婚', '离婚', '民政', 'marriage'],
  ['法律', '律师', '公证', '打官司', '调解', 'legal', 'notary'],
  ['车管', '驾驶证', '驾照', '交警', '违章', '罚款', '年审', 'driving licence', 'traffic'],
  ['人力资源', '人社', '就业', '失业', '招工', 'employment'],
];

/** Chinese to syllables without tones: `社保` to `['she', 'bao']`. */
export type Syllables = (text: string) => readonly string[];

/**
 * Gives the query and what else it may mean: every group that one of its words belongs to. Letters count for the words that they
 * spell or begin the syllables of, so that `sb` is `社保` and not only names with such syllables in them.
 */
export function openSynonyms(syllables: Syllables): (query: string) => string[] {
  const spelt = new Map<string, string[]>();
  for (const word of groups.flat()) {
    if (!/^\p{Script=Han}{2,}$/u.test(word)) continue;
    const sounds = syllables(word);
    for (const letters of [sounds.join(''), sounds.map((sound) => sound.slice(0, 1)).join('')])
      spelt.set(letters, [...(spelt.get(letters) ?? []), word]);
  }
  return (query) => {
    const words = spelt.get(query.replaceAll(' ', '')) ?? [];
    return [...new Set([...words, query, ...[query, ...words].flatMap(meantBy)])];
  };
}

/** The words of every group that one of the query's words belongs to. */
function meantBy(query: string): readonly string[] {
  return groups.filter((group) => group.some((word) => says(query, word))).flat();
}

function says(query: string, word: string): boolean {
  if (/^[a-z -]+$/.test(word)) return new RegExp(`\\b${word}s?\\b`).test(query);
  return query.includes(word) || (query.length >= 2 && word === query);
}
