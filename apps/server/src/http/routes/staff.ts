import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Machines, machineKinds } from '../../machines/machines';
import type { Staff } from '../../staff/accounts';
import { readAudit } from '../../staff/audit';
import { endSession } from '../../staff/sessions';
import { roles } from '../../staff/tables';
import type { Database } from '../../storage/database';
import { problems, sendRefusal } from '../answers';
import { signInLimit } from '../limits';
import { sendProblem } from '../problems';
import { actorOf, only, SESSION_COOKIE } from '../who';

const name = z.string().trim().min(1).max(60);
/** As NIST SP 800-63B has it: long rather than odd. */
const password = z.string().min(10).max(200);
const role = z.enum(roles);
const signedIn = z.object({ name: z.string(), role, csrfToken: z.string() });
const account = z.object({ name: z.string(), role, disabled: z.boolean(), createdAtMs: z.number() });
const cookie = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const;
const admin = only({ role: 'admin' });

export interface StaffContext {
  readonly staff: Staff;
  readonly machines: Machines;
  readonly database: Database;
}

/** Signing in, accounts, machines and the audit. */
export const staffRoutes =
  ({ staff, machines, database }: StaffContext): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api/staff/session',
      {
        config: signInLimit,
        schema: {
          tags: ['staff'],
          summary: 'Sign in',
          body: z.object({ name, password: z.string().max(200) }),
          response: { 200: signedIn, ...problems },
        },
      },
      async (request, reply) => {
        const entered = await staff.signIn(request.body.name, request.body.password);
        if (!entered.ok) return sendRefusal(reply, entered);
        return reply.setCookie(SESSION_COOKIE, entered.id, cookie).send(entered.session);
      },
    );

    app.get(
      '/api/staff/session',
      { schema: { tags: ['staff'], summary: 'Who is signed in', response: { 200: signedIn, ...problems } } },
      async ({ who }, reply) =>
        who.kind === 'staff' ? reply.send(who.session) : sendProblem(reply, 401, 'Sign in first'),
    );

    app.delete(
      '/api/staff/session',
      { schema: { tags: ['staff'], summary: 'Sign out', response: { 204: z.null(), ...problems } } },
      async (request, reply) => {
        const id = request.cookies[SESSION_COOKIE];
        if (id !== undefined) await endSession(database, id);
        return reply.clearCookie(SESSION_COOKIE, cookie).code(204).send(null);
      },
    );

    app.post(
      '/api/staff/first-admin',
      {
        config: signInLimit,
        schema: {
          tags: ['staff'],
          summary: 'Make the first admin, with the token of the link printed at the start',
          body: z.object({ token: z.string().min(1).max(100), name, password }),
          response: { 204: z.null(), ...problems },
        },
      },
      async (request, reply) => {
        const { token, ...wanted } = request.body;
        const made = await staff.createFirstAdmin(token, wanted);
        return made.ok ? reply.code(204).send(null) : sendRefusal(reply, made);
      },
    );

    app.put(
      '/api/staff/password',
      {
        config: signInLimit,
        preHandler: only({ role: 'viewer' }),
        schema: {
          tags: ['staff'],
          summary: 'Change your own password; you sign in anew',
          body: z.object({ current: z.string().max(200), next: password }),
          response: { 204: z.null(), ...problems },
        },
      },
      async (request, reply) => {
        const me = actorOf(request);
        const right = await staff.signIn(me, request.body.current);
        if (!right.ok) return sendRefusal(reply, right);
        const done = await staff.change(me, me, { password: request.body.next });
        return done.ok ? reply.code(204).send(null) : sendRefusal(reply, done);
      },
    );

    app.get(
      '/api/staff/accounts',
      {
        preHandler: admin,
        schema: {
          tags: ['staff'],
          summary: 'All accounts',
          response: { 200: z.array(account), ...problems },
        },
      },
      async () => [...(await staff.list())],
    );

    app.post(
      '/api/staff/accounts',
      {
        preHandler: admin,
        schema: {
          tags: ['staff'],
          summary: 'Make an account',
          body: z.object({ name, role, password }),
          response: { 204: z.null(), ...problems },
        },
      },
      async (request, reply) => {
        const made = await staff.create(actorOf(request), request.body);
        return made.ok ? reply.code(204).send(null) : sendRefusal(reply, made);
      },
    );

    app.patch(
      '/api/staff/accounts/:name',
      {
        preHandler: admin,
        schema: {
          tags: ['staff'],
          summary: 'Change a role, disable, or give a new password; ends the sessions',
          params: z.object({ name }),
          body: z.object({
            role: role.optional(),
            disabled: z.boolean().optional(),
            password: password.optional(),
          }),
          response: { 204: z.null(), ...problems },
        },
      },
      async (request, reply) => {
        const done = await staff.change(actorOf(request), request.params.name, request.body);
        return done.ok ? reply.code(204).send(null) : sendRefusal(reply, done);
      },
    );

    app.get(
      '/api/staff/audit',
      {
        preHandler: admin,
        schema: {
          tags: ['staff'],
          summary: 'Who changed what, the newest first',
          querystring: z.object({
            before: z.coerce.number().int().positive().optional(),
            limit: z.coerce.number().int().min(1).max(500).default(100),
          }),
          response: { 200: z.array(z.record(z.string(), z.unknown())), ...problems },
        },
      },
      async ({ query }) => readAudit(database, query.before, query.limit),
    );

    await app.register(machineRoutes(machines));
  };

const machineRoutes =
  (machines: Machines): FastifyPluginAsyncZod =>
  async (app) => {
    const id = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);
    const kind = z.enum(machineKinds);
    app.get(
      '/api/staff/machines',
      {
        preHandler: admin,
        schema: {
          tags: ['staff'],
          summary: 'Receivers, kiosks and calling systems',
          response: { 200: z.array(z.object({ id, kind, createdAtMs: z.number() })), ...problems },
        },
      },
      async () => [...(await machines.list())],
    );
    app.put(
      '/api/staff/machines/:id',
      {
        preHandler: admin,
        schema: {
          tags: ['staff'],
          summary: 'Enrol a machine, or give it a new secret; it is shown this once',
          params: z.object({ id }),
          body: z.object({ kind }),
          response: { 200: z.object({ id, kind, secret: z.string() }), ...problems },
        },
      },
      async (request) => {
        const machine = { id: request.params.id, kind: request.body.kind };
        return { ...machine, secret: await machines.enrol(actorOf(request), machine) };
      },
    );
    app.delete(
      '/api/staff/machines/:id',
      {
        preHandler: admin,
        schema: {
          tags: ['staff'],
          summary: 'Take a machine its access',
          params: z.object({ id }),
          response: { 204: z.null(), ...problems },
        },
      },
      async (request, reply) =>
        (await machines.remove(actorOf(request), request.params.id))
          ? reply.code(204).send(null)
          : sendProblem(reply, 404, 'Unknown machine'),
    );
  };
