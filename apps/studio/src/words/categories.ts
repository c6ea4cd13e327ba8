import type { Language } from '@daoyin/ui';

/** Categories of IMDF that a service hall has, `zh|en` by list; others of an archive are shown as it has them. */
const LISTS = {
  units: {
    room: '房间|Room',
    office: '办公室|Office',
    walkway: '过道、大厅|Walkway, hall',
    lobby: '门厅|Lobby',
    waitingroom: '等候室|Waiting room',
    conferenceroom: '会议室|Meeting room',
    classroom: '培训室|Classroom',
    library: '阅览室|Library',
    nonpublic: '内部区域|Not public',
    storage: '储藏室|Storage',
    restroom: '洗手间|Toilets',
    'restroom.male': '男洗手间|Toilets, men',
    'restroom.female': '女洗手间|Toilets, women',
    'restroom.unisex.wheelchair': '无障碍洗手间|Toilet, step-free',
    mothersroom: '母婴室|Nursing room',
    firstaid: '医务室|First aid',
    elevator: '电梯|Lift',
    stairs: '楼梯|Stairs',
    escalator: '扶梯|Escalator',
    ramp: '坡道|Ramp',
    steps: '台阶|Steps',
    terrace: '露台|Terrace',
    opentobelow: '中空|Open to below',
    column: '柱|Column',
    structure: '墙体、结构|Structure',
    unspecified: '其他|Other',
  },
  openings: {
    pedestrian: '普通门|Door',
    'pedestrian.principal': '主入口|Main entrance',
    service: '内部门|Staff door',
    emergencyexit: '安全出口|Emergency exit',
    automobile: '车辆出入口|For vehicles',
  },
  fixtures: {
    desk: '柜台|Counter',
    wall: '墙、隔断|Wall, partition',
    furniture: '家具|Furniture',
    equipment: '设备|Equipment',
    securityequipment: '安检设备|Security equipment',
    vegetation: '绿植|Plants',
    obstruction: '障碍物|Obstruction',
  },
  sections: {
    servicearea: '服务区|Service area',
    seating: '等候座位区|Seating',
    information: '咨询区|Information',
    ticketing: '取号区|Ticket machines',
    recreation: '休闲区|Recreation',
    security: '安检区|Security',
  },
  amenities: {
    information: '咨询台|Information',
    'reception.desk': '接待台|Reception',
    ticketing: '取号机|Ticket machine',
    entry: '入口|Entrance',
    'security.checkpoint': '安检|Security check',
    restroom: '洗手间|Toilets',
    'restroom.male': '男洗手间|Toilets, men',
    'restroom.female': '女洗手间|Toilets, women',
    'restroom.unisex.wheelchair': '无障碍洗手间|Toilet, step-free',
    'restroom.wheelchair': '无障碍洗手间|Toilet, step-free',
    mothersroom: '母婴室|Nursing room',
    babychanging: '婴儿护理台|Baby changing',
    elevator: '电梯|Lift',
    stairs: '楼梯|Stairs',
    seating: '座位|Seats',
    seat: '座位|Seat',
    atm: '取款机|Cash machine',
    copymachine: '复印机|Copier',
    photobooth: '照相|Photo booth',
    drinkingfountain: '饮水处|Drinking water',
    vendingmachine: '售货机|Vending machine',
    powerchargingstation: '充电|Charging',
    wifi: '无线网络|Wi-Fi',
    phone: '电话|Telephone',
    mailbox: '邮箱|Letter box',
    firstaid: '急救|First aid',
    defibrillator: '除颤仪|Defibrillator',
    wheelchairassist: '轮椅服务|Wheelchairs',
    childplayarea: '儿童区|Play area',
    unspecified: '其他|Other',
  },
  restriction: {
    employeesonly: '仅限员工|Staff only',
    restricted: '限制进入|Restricted',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, `${string}|${string}`>>>>;

export type CategoryList = keyof typeof LISTS;

/** What to choose from, in the order that it is shown in. */
export const categoriesOf = (list: CategoryList): readonly string[] => Object.keys(LISTS[list]);

export const isCategoryList = (name: string): name is CategoryList => Object.hasOwn(LISTS, name);

/** A category in the page's language; one that is not listed as it is. */
export function categoryName(list: CategoryList, category: string, language: Language): string {
  const names = (LISTS[list] as Readonly<Record<string, string>>)[category];
  return names?.split('|')[language === 'zh' ? 0 : 1] ?? category;
}
