import './styles.css';

export * from './api/client';
export { type ConnectionState, openEventStream } from './api/events';
export { fetchSite, phoneBase, useSite } from './api/site';
export * from './api/staff';
export { type Feed, useFeed } from './api/useFeed';
export { type Hall, type HallState, useHall } from './api/useHall';
export { type CameraProblem, watchCodes } from './camera/watch-codes';
export { Dialog } from './components/Dialog';
export { ErrorBoundary } from './components/ErrorBoundary';
export { Icon, type IconName } from './components/Icon';
export { LetterKeyboard } from './components/LetterKeyboard';
export { LevelSwitch } from './components/LevelSwitch';
export { Notice, type NoticeTone } from './components/Notice';
export { NumberPad } from './components/NumberPad';
export { PlaceList } from './components/PlaceList';
export { Qr } from './components/Qr';
export { RouteList } from './components/RouteList';
export { ShutNotice } from './components/ShutNotice';
export { SwitchRow } from './components/SwitchRow';
export { TicketCard, ticketSentence } from './components/TicketCard';
export { WalkerChoice } from './components/WalkerChoice';
export { type Guide, openGuide } from './guide/client';
export { type Entry, readEntry } from './guide/entry';
export { errandTo, featureGoal, type Goal, placeGoal, windowGoal } from './guide/goal';
export type { Stop, StopsPlan } from './guide/messages';
export type { Shut } from './guide/opening';
export { type EntryProblem, type Resolution, resolveEntry } from './guide/resolve';
export { type GuideStep, refusalOf, spokenStep, stepsOf } from './guide/steps';
export { useSilence } from './guide/useSilence';
export { useWalk, type Walk } from './guide/useWalk';
export { changeLanguage, type Language, languageOf, type MessageKey, type Say, useSay } from './language';
export { wordingOf } from './language/wording';
export { type AreaPaint, areaPaintOf, isZone } from './map/areas';
export { FlatPlan } from './map/FlatPlan';
export { HallMap, type MapMode } from './map/HallMap';
export { placeAlong } from './map/route-lines';
export type { HallMapProps, MapHandle, MapInsets, ShownPosition } from './map/types';
export { useSize } from './map/useSize';
export * from './map/view';
export { type FacilityKind, facilities } from './search/facilities';
export { entrancesOf, type Place, type PlaceKind, placesOf, rangesOf } from './search/places';
export { useFindable, useSearch } from './search/useSearch';
export {
  createSettings,
  defaultSettings,
  type Settings,
  type SettingsStore,
  walkerOf,
} from './state/settings';
export { applyTheme, type ThemeName, themeFor } from './theme/theme';
export { hasVoice, hush, speak, useHasVoice } from './voice';
