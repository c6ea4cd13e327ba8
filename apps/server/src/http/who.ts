import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Machine, MachineKind, Machines } from '../machines/machines';
import { findSession, type StaffSession } from '../staff/sessions';
import { type Role, roles } from '../staff/tables';
import type { Database } from '../storage/database';
import { sendProblem } from './problems';

/** Who asks: somebody of the staff by their session's cookie, a machine by its secret, or anybody. */
export type Who =
  | { readonly kind: 'staff'; readonly session: StaffSession }
  | { readonly kind: 'machine'; readonly machine: Machine }
  | { readonly kind: 'anybody' };

declare module 'fastify' {
  interface FastifyRequest {
    who: Who;
  }
}

/** `__Host-`: over TLS or on this machine only, for this host and no other (RFC 6265bis, 4.1.3.2). */
export const SESSION_COOKIE = '__Host-daoyin';
const CSRF_HEADER = 'x-csrf-token';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds out who asks, before anything else is done; a change by a session without its CSRF token is refused. */
export function recogniseWho(
  app: FastifyInstance,
  {
    database,
    machines,
    nowMs,
  }: { readonly database: Database; readonly machines: Machines; readonly nowMs: () => number },
): void {
  app.decorateRequest<Who | undefined>('who', undefined);
  app.addHook('onRequest', async (request, reply) => {
    request.who = { kind: 'anybody' };
    if (!request.url.startsWith('/api/')) return;
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const machine = await machineOf(machines, authorization);
      if (machine === undefined)
        return sendProblem(reply, 401, 'Unknown machine', 'Send Authorization: Bearer <id>:<secret>.');
      request.who = { kind: 'machine', machine };
      return;
    }
    const id = request.cookies[SESSION_COOKIE];
    const session = id === undefined ? undefined : await findSession(database, id, nowMs());
    if (session === undefined) return;
    if (!SAFE.has(request.method) && request.headers[CSRF_HEADER] !== session.csrfToken)
      return sendProblem(reply, 403, 'CSRF token missing', `Send the session's token as ${CSRF_HEADER}.`);
    request.who = { kind: 'staff', session };
  });
}

/** The name under which a change is noted. */
export function actorOf({ who }: FastifyRequest): string {
  if (who.kind === 'staff') return who.session.name;
  return who.kind === 'machine' ? `machine:${who.machine.id}` : 'visitor';
}

/** Who may: staff of a role or a higher one, and machines of the kinds named. */
export interface Allowed {
  readonly role: Role;
  readonly machines?: readonly MachineKind[];
}

/** Lets nobody else in. It carries whom it lets in, for the API's document. */
export function only(allowed: Allowed) {
  const least = roles.indexOf(allowed.role);
  const check = async ({ who }: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (who.kind === 'anybody')
      return sendProblem(reply, 401, 'Sign in first', `This is for staff (${allowed.role} or higher).`);
    const may =
      who.kind === 'staff'
        ? roles.indexOf(who.session.role) >= least
        : (allowed.machines ?? []).includes(who.machine.kind);
    return may ? undefined : sendProblem(reply, 403, 'Not allowed', `This is for ${allowed.role} or higher.`);
  };
  return Object.assign(check, { allowed });
}

async function machineOf(machines: Machines, authorization: string): Promise<Machine | undefined> {
  const match = /^Bearer ([^:\s]{1,64}):([A-Za-z0-9_-]{1,100})$/.exec(authorization);
  return match ? machines.check(match[1]!, match[2]!) : undefined;
}
