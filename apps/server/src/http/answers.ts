import { problem } from '@daoyin/protocol';
import type { FastifyReply } from 'fastify';
import type { GuideCallResult } from '../guides/guide-calls';
import type { SiteResult } from '../site/site';
import type { StaffRefusal } from '../staff/accounts';
import type { Refusal } from '../tickets/refusals';
import { sendProblem } from './problems';

/** What may go wrong with a request, for the document. */
export const problems = { '4xx': problem, '5xx': problem } as const;

type Refused<T> = Extract<T, { readonly ok: false }>;
type AnyRefusal = Refusal | StaffRefusal | Refused<GuideCallResult> | Refused<SiteResult>;

const refusals: Readonly<Record<AnyRefusal['kind'], readonly [number, string]>> = {
  'unknown-service': [422, 'Unknown service'],
  'unknown-ticket': [404, 'Unknown ticket'],
  'unknown-window': [422, 'Unknown window'],
  'not-possible': [409, 'Not possible'],
  closed: [409, 'Closed'],
  'not-yours': [403, 'Not your ticket'],
  'wrong-password': [401, 'Wrong password'],
  locked: [429, 'Locked'],
  'bad-link': [410, 'Link used'],
  'name-taken': [409, 'Name taken'],
  'unknown-account': [404, 'Unknown account'],
  'last-admin': [409, 'Last admin'],
  'unknown-call': [404, 'Unknown call'],
  'bad-address': [422, 'Bad address'],
  'wrong-pin': [401, 'Wrong PIN'],
  'no-pin': [409, 'No PIN'],
};

/** Words a refusal as a problem document. */
export function sendRefusal(reply: FastifyReply, refusal: AnyRefusal): FastifyReply {
  const [status, title] = refusals[refusal.kind];
  if ('retryAfterSeconds' in refusal && refusal.retryAfterSeconds !== undefined)
    reply.header('retry-after', String(refusal.retryAfterSeconds));
  return sendProblem(reply, status, title, refusal.message);
}
