/** Hours in OpenStreetMap's opening_hours syntax, local time of the hall. */

/** When the windows serve. The hour after closing on Tuesday and Thursday is by appointment and stands in the catalogue. */
export const HOURS = 'Mo-Fr 09:00-12:00,14:00-17:00';
export const ROUND_THE_CLOCK = '24/7';
/** When the doors between the street and the hall are open. */
export const HALL_HOURS = 'Mo-Fr 08:30-18:30';
/** Tuesday and Thursday, one hour after closing, by appointment. */
export const EXTENDED_HOURS = 'Tu,Th 17:00-18:00';
/** The community stations: weekends too. */
export const STATION_HOURS = 'Mo-Su 09:00-20:00';
