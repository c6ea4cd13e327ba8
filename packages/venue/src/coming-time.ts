import type { LocalTime } from './types';

const DAY = 86_400_000;
const WEEKDAYS: Readonly<Record<'zh' | 'en', readonly string[]>> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A coming moment as one says it now: `14:00`, `明天 9:00`, `on Monday at 9:00`, `on 3 May at 9:00`. */
export function comingTime(then: LocalTime, now: LocalTime, language: 'zh' | 'en'): string {
  const clock = `${then.hour}:${String(then.minute).padStart(2, '0')}`;
  const days = (dayOf(then) - dayOf(now)) / DAY;
  if (days === 0) return language === 'zh' ? clock : `at ${clock}`;
  return language === 'zh'
    ? `${dayInChinese(then, days)} ${clock}`
    : `${dayInEnglish(then, days)} at ${clock}`;
}

function dayInChinese(then: LocalTime, days: number): string {
  if (days === 1) return '明天';
  return days < 7 ? WEEKDAYS.zh[weekday(then)]! : `${then.month}月${then.day}日`;
}

function dayInEnglish(then: LocalTime, days: number): string {
  if (days === 1) return 'tomorrow';
  return days < 7 ? `on ${WEEKDAYS.en[weekday(then)]}` : `on ${then.day} ${MONTHS[then.month - 1]}`;
}

const dayOf = ({ year, month, day }: LocalTime): number => Date.UTC(year, month - 1, day);

const weekday = (time: LocalTime): number => new Date(dayOf(time)).getUTCDay();
