import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Requests a minute to the API from one address; machines of the hall ask as often as they must. */
const REQUESTS_A_MINUTE = 1200;
/** Numbers that one phone may take in a minute, and tries to sign in. */
const NUMBERS_A_MINUTE = 20;
const SIGN_INS_A_MINUTE = 20;
const EVIDENCE_A_MINUTE = 600;

const trusted = ({ who }: FastifyRequest) => who?.kind === 'machine';

export const takingLimit = {
  rateLimit: { max: NUMBERS_A_MINUTE, timeWindow: 60_000, allowList: trusted },
} as const;

export const signInLimit = { rateLimit: { max: SIGN_INS_A_MINUTE, timeWindow: 60_000 } } as const;

/** A phone tells a few times a minute; behind a hall's Wi-Fi are hundreds with one address. */
export const evidenceLimit = { rateLimit: { max: EVIDENCE_A_MINUTE, timeWindow: 60_000 } } as const;

/** Limits what one address may ask of the API. Needs to know who asks. */
export async function limitRates(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    max: REQUESTS_A_MINUTE,
    timeWindow: 60_000,
    allowList: (request) => trusted(request) || !request.url.startsWith('/api/'),
    errorResponseBuilder: (_request, { after }) =>
      Object.assign(new Error(`Too many requests from here; try again in ${after}.`), { statusCode: 429 }),
  });
}
