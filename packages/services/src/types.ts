import type { Labels } from '@daoyin/venue';

/** What a venue serves: `services.json` beside its IMDF archive, which has no word for any of this. */
export interface Services {
  readonly venue: string;
  readonly departments: readonly Department[];
  readonly areas: readonly Area[];
  readonly windows: readonly WindowDuty[];
  readonly series: readonly TicketSeries[];
  readonly items: readonly ServiceItem[];
  readonly themes: readonly Theme[];
  readonly hours: HallHours;
  /** Days on which nothing but the self-service opens. */
  readonly holidays: readonly Holiday[];
  /** The last day for which the yearly notice on holidays is entered, as `2026-12-31`; beyond it days off may be missing. */
  readonly holidaysKnownUntil?: string | undefined;
  /** Openings of the plan that shut: gates, the door of the 24-hour area. */
  readonly doors: readonly DoorHours[];
  /** The steps of the comprehensive windows' process, in order. */
  readonly process: readonly Labels[];
  readonly stations: readonly Station[];
}

export interface Department {
  readonly id: string;
  readonly name: Labels;
}

/** A part of the hall with a colour of its own, on maps and signs. */
export interface Area {
  readonly id: string;
  readonly name: Labels;
  /** `#rrggbb`. */
  readonly colour: string;
}

/** What one numbered window does. */
export interface WindowDuty {
  readonly number: string;
  readonly departmentId: string;
  /** All departments that serve here, `departmentId` first: a joint or comprehensive window has several. */
  readonly departmentIds: readonly string[];
  readonly areaId: string;
  /** What the sign over the window says below its number. */
  readonly duty: Labels;
}

/** One queue: its letter begins the ticket numbers that its windows call. */
export interface TicketSeries {
  readonly letter: string;
  readonly name: Labels;
  readonly windows: readonly string[];
}

/** One service item of a department (政务服务事项). */
export interface ServiceItem {
  readonly id: string;
  readonly name: Labels;
  /** The business that this is one action of: `食品经营许可` of `食品经营许可新办`. */
  readonly business?: Labels | undefined;
  readonly departmentId: string;
  /** The windows that take it, by number; empty where only a machine or a station does it. */
  readonly windows: readonly string[];
  /** The letter of its queue. */
  readonly series: string;
  /** What to bring. */
  readonly bring: readonly Labels[];
  /** Further steps at other windows, in order. */
  readonly steps: readonly ServiceStep[];
  /** Whether a machine of the 24-hour area does it too, and whether a community station does. */
  readonly selfService: boolean;
  readonly atStations: boolean;
}

export interface ServiceStep {
  readonly name: Labels;
  readonly windows: readonly string[];
  /** The steps that it needs, by their place in the list from 0; without it the step before. */
  readonly after?: readonly number[] | undefined;
}

/** A theme menu: one aim of a visitor as a journey over several windows. */
export interface Theme {
  readonly id: string;
  readonly name: Labels;
  readonly steps: readonly ServiceStep[];
}

/** Hours in OpenStreetMap's opening_hours syntax. */
export interface HallHours {
  readonly regular: string;
  /** The extension by appointment. */
  readonly extended: string;
  readonly selfService: string;
  readonly stations: string;
}

/** A run of public holidays, first and last day as `2018-02-15`. */
export interface Holiday {
  readonly name: Labels;
  readonly from: string;
  readonly to: string;
  /** The days of weekends that are worked for it (调休上班): the hall has the hours of the Monday after. */
  readonly worked?: readonly string[] | undefined;
}

/** When one opening of the plan can be passed, in opening_hours syntax. */
export interface DoorHours {
  readonly featureId: string;
  readonly hours: string;
}

/** A community service station (小区政务服务站). */
export interface Station {
  readonly id: string;
  readonly name: Labels;
}
