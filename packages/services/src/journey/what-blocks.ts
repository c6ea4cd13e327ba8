import type { Journey, NoJourney } from './types';

/** What a router says of a way: there is one, or why not. */
type Way =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly error: { readonly message?: string; readonly reason?: NoJourney['error']['reason'] };
    };

/** Where no way leads to a stop: with the router's reason, which names what blocks and what would open it. */
export function withWhatBlocks(
  none: NoJourney,
  { stops }: Journey,
  wayTo: (place: string) => Way,
): NoJourney {
  const { error } = none;
  const far = stops.find(({ id }) => error.kind === 'unreachable' && id === error.stops[0]);
  const way = far?.places[0] && wayTo(far.places[0].key);
  if (way === undefined || way.ok) return none;
  const { message = error.message, reason = error.reason } = way.error;
  return { ok: false, error: { ...error, message, reason } };
}
