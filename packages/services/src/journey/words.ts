import { comingTime, type LocalTime, labelText, spacedInChinese } from '@daoyin/venue';
import type { Journey, JourneyPlace, JourneyPlan, JourneyReason, JourneyStep } from './types';

type Language = 'zh' | 'en';

/** Seconds that are worth telling in minutes. */
const LONG = 45;

/** A plan in words, a sentence a step: `Window 12 first, for the licence: its queue is shortest until 11:00.` */
export function journeyWords(journey: Journey, { steps }: JourneyPlan, language: Language): string[] {
  const stopOf = (id: string) => journey.stops.find((stop) => stop.id === id)!;
  return steps.map((step, i) => {
    const stop = stopOf(step.stop);
    const place = stop.places.find(({ key }) => key === step.place)!;
    const texts = [place.name, stop.name].map((name) => labelText(name, language));
    const why = [reasonText(step.why, journey, language), waitText(step, place, journey.at, language)];
    const told = why.filter((text) => text !== '');
    const sentence = language === 'zh' ? inChinese : inEnglish;
    return sentence(texts[0]!, texts[1]!, { position: i, last: steps.length - 1, why: told });
  });
}

interface Placing {
  readonly position: number;
  readonly last: number;
  readonly why: readonly string[];
}

function inChinese(place: string, stop: string, { position, last, why }: Placing): string {
  const lead = last === 0 ? '去' : position === 0 ? '先去' : position === last ? '最后去' : '再去';
  return spacedInChinese(
    `${lead}${place}${place === stop ? '' : `办“${stop}”`}${why.length > 0 ? '：' : ''}${why.join('，')}。`,
  );
}

function inEnglish(place: string, stop: string, { position, last, why }: Placing): string {
  const order = last === 0 ? '' : position === 0 ? ' first' : position === last ? ' last' : ' next';
  return `${place}${order}${place === stop ? '' : `, for “${stop}”`}${why.length > 0 ? ': ' : ''}${why.join('; ')}.`;
}

/** Until when somebody has to wait though nobody stands before them: it is shut, or the queue is worth letting go by. */
function waitText(
  { idle, arrivesAt, joinsAt }: JourneyStep,
  { hours }: JourneyPlace,
  now: LocalTime,
  language: Language,
) {
  if (idle < LONG) return '';
  const isShut = hours?.isOpen(arrivesAt) === false;
  if (language === 'zh') return `${comingTime(joinsAt, now, 'zh')} ${isShut ? '才开始办' : '再去排队更快'}`;
  return isShut
    ? `it opens ${comingTime(joinsAt, now, 'en')}`
    : `queue there only ${comingTime(joinsAt, now, 'en')}`;
}

/** Why a step comes here, without its place: `its queue is shortest until 11:00`. */
export function reasonText(
  why: JourneyReason,
  journey: Pick<Journey, 'at' | 'stops'>,
  language: Language,
): string {
  return language === 'zh' ? reasonInChinese(why, journey) : reasonInEnglish(why, journey);
}

function reasonInChinese(why: JourneyReason, { at, stops }: Pick<Journey, 'at' | 'stops'>): string {
  switch (why.kind) {
    case 'needed':
      return `办完这一步才能办${quoted(why.before, stops, 'zh')}`;
    case 'follows':
      return `要先办完${quoted(why.after, stops, 'zh')}`;
    case 'delays':
      return `不然${quoted([why.stop], stops, 'zh')}要等到 ${comingTime(why.until, at, 'zh')} 才能办`;
    case 'queue':
      if (!why.shortest) return `这样少排队约 ${minutes(why.saves)} 分钟`;
      return why.until ? `${comingTime(why.until, at, 'zh')} 前这里排队最短` : '这里排队最短';
    case 'closes':
      return `这里 ${comingTime(why.at, at, 'zh')} 就不办了`;
    case 'opens':
      return '别处这时还没开门';
    case 'walk':
      return why.saves < LONG ? '顺路' : `这样少走约 ${minutes(why.saves)} 分钟`;
    case 'equal':
      return '先办后办差不多';
    case 'only':
      return '';
  }
}

function reasonInEnglish(why: JourneyReason, { at, stops }: Pick<Journey, 'at' | 'stops'>): string {
  const minute = (seconds: number) => (minutes(seconds) === 1 ? '1 minute' : `${minutes(seconds)} minutes`);
  switch (why.kind) {
    case 'needed':
      return `${quoted(why.before, stops, 'en')} can only be done after it`;
    case 'follows':
      return `it needs ${quoted(why.after, stops, 'en')} first`;
    case 'delays':
      return `otherwise ${quoted([why.stop], stops, 'en')} has to wait until ${clockOf(why.until, at)}`;
    case 'queue':
      if (!why.shortest) return `this way you queue about ${minute(why.saves)} less`;
      return why.until
        ? `its queue is shortest until ${clockOf(why.until, at)}`
        : 'its queue is the shortest';
    case 'closes':
      return `it stops serving ${comingTime(why.at, at, 'en')}`;
    case 'opens':
      return 'elsewhere it is not open yet';
    case 'walk':
      return why.saves < LONG ? 'it is on the way' : `this way you walk about ${minute(why.saves)} less`;
    case 'equal':
      return 'sooner or later makes no difference';
    case 'only':
      return '';
  }
}

/** `11:00`, `9:00 tomorrow`. */
function clockOf(then: LocalTime, now: LocalTime): string {
  const [, day = '', clock = ''] = /^(.*?) ?at (\S+)$/.exec(comingTime(then, now, 'en')) ?? [];
  return day === '' ? clock : `${clock} ${day}`;
}

function quoted(ids: readonly string[], stops: Journey['stops'], language: Language): string {
  const names = ids.map((id) => labelText(stops.find((stop) => stop.id === id)?.name ?? {}, language));
  const quotes = names.map((name) => `“${name}”`);
  if (language === 'zh') return quotes.join('、');
  return quotes.length < 2 ? quotes.join('') : `${quotes.slice(0, -1).join(', ')} and ${quotes.at(-1)}`;
}

const minutes = (seconds: number): number => Math.max(1, Math.round(seconds / 60));
