import type { BeaconEvidence, BeaconVerdict } from '@daoyin/positioning';
import type {
  Demonstration,
  Forecast,
  HolderAction,
  RecordedWalk,
  TicketView,
  VenueBundle,
} from '@daoyin/protocol';
import { isTicketView } from '@daoyin/protocol';

/** Why the server gave nothing; the page words it. `status` is the HTTP status. */
export type ApiError =
  | { readonly kind: 'offline' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'refused'; readonly status: number; readonly detail: string }
  | { readonly kind: 'server'; readonly status: number };

export type ApiResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ApiError };

/** The published venue, its beacons and its services. The server decoded them; they are trusted here. */
export function fetchVenue(): Promise<ApiResult<VenueBundle>> {
  return request<VenueBundle>('/api/venue');
}

/** Where a ticket stands; `not-found` for a number that the server does not know. */
export function fetchTicket(number: string): Promise<ApiResult<TicketView>> {
  return request(`/api/tickets/${encodeURIComponent(number)}`, asTicket);
}

/** A number just taken; the token lets its holder cancel, come back and rate. */
export type TakenNumber = TicketView & { readonly holderToken: string | null };

/** Takes a number for a service; `refused` where none are given now. Asked again with the same `key`, it is the same number. */
export function takeNumber(serviceId: string, key?: string): Promise<ApiResult<TakenNumber>> {
  const again = key === undefined ? {} : { 'idempotency-key': key };
  return request('/api/tickets', asTaken, posted({ serviceId }, again));
}

/** What the holder of a ticket wants: cancel it, come back after a pass, rate it. */
export function actAsHolder(number: string, action: HolderAction): Promise<ApiResult<TicketView>> {
  return request(`/api/tickets/${encodeURIComponent(number)}/holder`, asTicket, posted(action));
}

const posted = (body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** How the waits of all queues will develop today. */
export function fetchForecast(): Promise<ApiResult<Forecast>> {
  return request<Forecast>('/api/forecast');
}

/** Which beacons are dead, weak or moved, by what walks told. */
export function fetchVerdicts(): Promise<ApiResult<readonly BeaconVerdict[]>> {
  return request<readonly BeaconVerdict[]>('/api/beacons/verdicts');
}

/** Tells what a walk says of one beacon; without cookies, so that nobody is told with it. */
export function sendBeaconEvidence(evidence: BeaconEvidence): Promise<ApiResult<undefined>> {
  const init: RequestInit = { ...posted(evidence), credentials: 'omit', referrerPolicy: 'no-referrer' };
  return request('/api/beacons/evidence', () => undefined, init);
}

/** The demonstration's visitor; `not-found` where the server runs none. */
export function fetchDemonstration(): Promise<ApiResult<Demonstration>> {
  return request<Demonstration>('/api/demo');
}

export function fetchWalkNames(): Promise<ApiResult<readonly { readonly name: string }[]>> {
  return request<readonly { readonly name: string }[]>('/api/walks');
}

export function fetchWalk(name: string): Promise<ApiResult<RecordedWalk>> {
  return request<RecordedWalk>(`/api/walks/${name.split('/').map(encodeURIComponent).join('/')}`);
}

function asTaken(body: unknown): TakenNumber {
  const { holderToken } = body as { readonly holderToken?: unknown };
  return { ...asTicket(body), holderToken: typeof holderToken === 'string' ? holderToken : null };
}

function asTicket(body: unknown): TicketView {
  if (!isTicketView(body)) throw new Error('the answer is no ticket');
  return body;
}

/** Asks the API, for 15 s where `init` has no signal of its own; `decode` throws for an answer of another form. */
export async function request<T>(
  path: string,
  decode: (body: unknown) => T = (body) => body as T,
  init?: RequestInit,
): Promise<ApiResult<T>> {
  let response: Response;
  try {
    response = await fetch(path, { signal: AbortSignal.timeout(15_000), ...init });
  } catch {
    return { ok: false, error: { kind: 'offline' } };
  }
  if (!response.ok) return { ok: false, error: await errorOf(response) };
  try {
    const body = response.status === 204 ? undefined : await response.json();
    return { ok: true, value: decode(body) };
  } catch {
    return { ok: false, error: { kind: 'server', status: response.status } };
  }
}

async function errorOf(response: Response): Promise<ApiError> {
  const { status } = response;
  if (status === 404) return { kind: 'not-found' };
  if (status >= 500) return { kind: 'server', status };
  const body = await response.json().catch(() => undefined);
  const detail = (body as { detail?: unknown } | undefined)?.detail;
  return { kind: 'refused', status, detail: typeof detail === 'string' ? detail : '' };
}
