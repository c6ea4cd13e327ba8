import { type Name, name } from '../elements';

/** A run of days off, and the days of weekends that are worked for it. */
interface DaysOff {
  readonly holiday: Name;
  readonly from: string;
  readonly to: string;
  readonly worked: readonly string[];
}

const NEW_YEAR = name('元旦', "New Year's Day");
const SPRING = name('春节', 'Spring Festival');
const TOMBS = name('清明节', 'Tomb-Sweeping Day');
const LABOUR = name('劳动节', 'Labour Day');
const DRAGON_BOATS = name('端午节', 'Dragon Boat Festival');
const MID_AUTUMN = name('中秋节', 'Mid-Autumn Festival');
const NATIONAL = name('国庆节', 'National Day');

const off = (holiday: Name, from: string, to = from, worked: readonly string[] = []): DaysOff => ({
  ...{ holiday, from, to, worked },
});

/** 国务院办公厅关于2018年部分节假日安排的通知, 国办发明电〔2017〕12号. */
const YEAR_2018: readonly DaysOff[] = [
  off(NEW_YEAR, '2017-12-30', '2018-01-01'),
  off(SPRING, '2018-02-15', '2018-02-21', ['2018-02-11', '2018-02-24']),
  off(TOMBS, '2018-04-05', '2018-04-07', ['2018-04-08']),
  off(LABOUR, '2018-04-29', '2018-05-01', ['2018-04-28']),
  off(DRAGON_BOATS, '2018-06-16', '2018-06-18'),
  off(MID_AUTUMN, '2018-09-22', '2018-09-24'),
  off(NATIONAL, '2018-10-01', '2018-10-07', ['2018-09-29', '2018-09-30']),
];

/** 国务院办公厅关于2026年部分节假日安排的通知, 国办发明电〔2025〕7号, of 4 November 2025. */
const YEAR_2026: readonly DaysOff[] = [
  off(NEW_YEAR, '2026-01-01', '2026-01-03', ['2026-01-04']),
  off(SPRING, '2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']),
  off(TOMBS, '2026-04-04', '2026-04-06'),
  off(LABOUR, '2026-05-01', '2026-05-05', ['2026-05-09']),
  off(DRAGON_BOATS, '2026-06-19', '2026-06-21'),
  off(MID_AUTUMN, '2026-09-25', '2026-09-27'),
  off(NATIONAL, '2026-10-01', '2026-10-07', ['2026-09-20', '2026-10-10']),
];

/**
 * Of 2027 only what 全国年节及纪念日放假办法 (as of 1 January 2025) fixes: the days themselves, without those that the notice for
 * the year joins to them or has worked. New year by the moon is 6 February, the eve of it a day off too.
 */
const LAW_2027: readonly DaysOff[] = [
  off(NEW_YEAR, '2027-01-01'),
  off(SPRING, '2027-02-05', '2027-02-08'),
  off(TOMBS, '2027-04-05'),
  off(LABOUR, '2027-05-01', '2027-05-02'),
  off(DRAGON_BOATS, '2027-06-09'),
  off(MID_AUTUMN, '2027-09-15'),
  off(NATIONAL, '2027-10-01', '2027-10-03'),
];

/** The year that the hall's figures are of, the present one, and what is certain of the next. */
export const HOLIDAYS: readonly DaysOff[] = [...YEAR_2018, ...YEAR_2026, ...LAW_2027];

/** The end of the last year whose notice is entered above. */
export const HOLIDAYS_KNOWN_UNTIL = '2026-12-31';
