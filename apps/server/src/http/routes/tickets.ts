import { holderAction, queueView, staffAction, takenTicket, takeTicket, ticketView } from '@daoyin/protocol';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { TicketDesk } from '../../tickets/desk';
import type { Teller } from '../../tickets/events';
import { problems, sendRefusal } from '../answers';
import { takingLimit } from '../limits';
import { actorOf, only } from '../who';

const number = z.object({ number: z.string().min(1).max(40) });
const again = z.object({ 'idempotency-key': z.string().min(8).max(100).optional() });
const calling = only({ role: 'editor', machines: ['calls'] });

/** Numbers: taken by visitors and kiosks, called by the windows. */
export const ticketRoutes =
  (desk: TicketDesk): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api/tickets',
      {
        config: takingLimit,
        schema: {
          tags: ['tickets'],
          summary: 'Take a number',
          headers: again,
          body: takeTicket,
          response: { 201: takenTicket, ...problems },
        },
      },
      async (request, reply) => {
        const by = { requestKey: request.headers['idempotency-key'], actor: actorOf(request) };
        const taken = await desk.take(request.body, by);
        if (!taken.ok) return sendRefusal(reply, taken);
        return reply.code(201).send({ ...taken.ticket, holderToken: taken.holderToken });
      },
    );

    app.get(
      '/api/tickets/:number',
      {
        schema: {
          tags: ['tickets'],
          summary: 'Where a ticket of today stands',
          params: number,
          response: { 200: ticketView, ...problems },
        },
      },
      async (request, reply) => {
        const found = await desk.find(request.params.number);
        return found.ok ? reply.send(found.ticket) : sendRefusal(reply, found);
      },
    );

    app.post(
      '/api/tickets/:number/holder',
      {
        schema: {
          tags: ['tickets'],
          summary: 'What its holder does: cancel, return after a pass, rate',
          params: number,
          body: holderAction,
          response: { 200: ticketView, ...problems },
        },
      },
      async (request, reply) => {
        const { holderToken, ...wish } = request.body;
        const done = await desk.actAsHolder(request.params.number, wish, holderToken);
        return done.ok ? reply.send(done.ticket) : sendRefusal(reply, done);
      },
    );

    app.post(
      '/api/tickets/:number/actions',
      {
        preHandler: calling,
        schema: {
          tags: ['calling'],
          summary: 'Call, recall, serve, hold, pass, resume, move, transfer, finish, no-show, cancel',
          params: number,
          headers: again,
          body: staffAction,
          response: { 200: ticketView, ...problems },
        },
      },
      async (request, reply) => {
        const done = await desk.act(request.params.number, request.body, tellerOf(request));
        return done.ok ? reply.send(done.ticket) : sendRefusal(reply, done);
      },
    );

    app.post(
      '/api/windows/:number/next',
      {
        preHandler: calling,
        schema: {
          tags: ['calling'],
          summary: 'Call whoever comes next; 204 where nobody waits',
          params: number,
          headers: again,
          response: { 200: ticketView, 204: z.null(), ...problems },
        },
      },
      async (request, reply) => {
        const called = await desk.callNext(request.params.number, tellerOf(request));
        if (!called.ok) return sendRefusal(reply, called);
        return called.ticket === undefined ? reply.code(204).send(null) : reply.code(200).send(called.ticket);
      },
    );

    for (const [word, open] of [
      ['open', true],
      ['close', false],
    ] as const) {
      app.post(
        `/api/windows/:number/${word}`,
        {
          preHandler: calling,
          schema: {
            tags: ['calling'],
            summary: `${open ? 'Open' : 'Close'} a window for today`,
            params: number,
            response: { 204: z.null(), ...problems },
          },
        },
        async (request, reply) => {
          const set = await desk.setCounter(request.params.number, open, { actor: actorOf(request) });
          return set.ok ? reply.code(204).send(null) : sendRefusal(reply, set);
        },
      );
    }

    app.get(
      '/api/queues',
      {
        schema: {
          tags: ['tickets'],
          summary: 'All queues, for boards',
          response: { 200: z.array(queueView), ...problems },
        },
      },
      async () => [...(await desk.queues())],
    );
  };

/** A key is its sender's own: two who choose the same one do not meet. */
function tellerOf(request: FastifyRequest): Partial<Teller> {
  const key = request.headers['idempotency-key'];
  const actor = actorOf(request);
  return { actor, ...(typeof key === 'string' && { source: `api:${actor}`, messageId: key }) };
}
