import { epochMs } from '@daoyin/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Appointments } from '../../tickets/appointments';
import { problems, sendRefusal } from '../answers';
import { takingLimit } from '../limits';
import { sendProblem } from '../problems';

const serviceId = z.string().min(1).max(200);
const booking = z.object({ code: z.string(), atMs: z.number() });

/** Appointments: a code that takes a number which goes first when its time has come. */
export const appointmentRoutes =
  (appointments: Appointments): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/appointments/slots',
      {
        schema: {
          tags: ['tickets'],
          summary: 'The times of a day that can be booked, every quarter of an hour',
          querystring: z.object({ serviceId, day: z.iso.date() }),
          response: {
            200: z.array(z.object({ atMs: z.number(), free: z.number().int(), extended: z.boolean() })),
            ...problems,
          },
        },
      },
      async ({ query }, reply) => {
        const found = await appointments.slots(query.serviceId, query.day);
        return found.ok ? reply.code(200).send([...found.slots]) : sendRefusal(reply, found);
      },
    );
    app.post(
      '/api/appointments',
      {
        config: takingLimit,
        schema: {
          tags: ['tickets'],
          summary: 'Book a time; the code takes the number on the day',
          body: z.object({ serviceId, atMs: epochMs }),
          response: { 201: booking, ...problems },
        },
      },
      async ({ body }, reply) => {
        const booked = await appointments.book(body.serviceId, body.atMs);
        return booked.ok ? reply.code(201).send(booked.booking) : sendRefusal(reply, booked);
      },
    );
    app.delete(
      '/api/appointments/:code',
      {
        config: takingLimit,
        schema: {
          tags: ['tickets'],
          summary: 'Give a time back',
          params: z.object({ code: z.string().min(1).max(40) }),
          response: { 204: z.null(), ...problems },
        },
      },
      async ({ params }, reply) =>
        (await appointments.cancel(params.code))
          ? reply.code(204).send(null)
          : sendProblem(reply, 404, 'Unknown appointment'),
    );
  };
