import { forecast } from '@daoyin/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Forecasts } from '../../tickets/forecasts';
import { problems } from '../answers';

/** What pages plan a visitor's stops by, on the visitor's own device. */
export const forecastRoutes =
  (forecasts: Forecasts): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/forecast',
      {
        schema: {
          tags: ['tickets'],
          summary: 'How the wait of each queue will develop today',
          response: { 200: forecast, ...problems },
        },
      },
      () => forecasts.now(),
    );
  };
