import type { Services } from '@daoyin/services';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import QrCode from 'qrcode';
import { z } from 'zod';
import type { Site } from '../../site/site';
import { problems } from '../answers';
import { sendProblem } from '../problems';

const labels = z.record(z.string(), z.string());
const themeView = z.object({
  id: z.string(),
  name: labels,
  steps: z.array(z.object({ name: labels, windows: z.array(z.string()) })),
  /** Where its QR code leads, below the server's own address. */
  path: z.string(),
});

/** The theme menus: each a journey over several windows, reached by a QR code on a sign or a leaflet. */
export const themeRoutes =
  (themes: () => Services['themes'], site: Site): FastifyPluginAsyncZod =>
  async (app) => {
    const viewsNow = () =>
      themes().map(({ id, name, steps }) => ({
        id,
        name,
        steps: steps.map((step) => ({ name: step.name, windows: [...step.windows] })),
        path: `/phone/?theme=${encodeURIComponent(id)}`,
      }));
    app.get(
      '/api/themes',
      {
        schema: {
          tags: ['hall'],
          summary: 'The theme menus with their steps, in order',
          response: { 200: z.array(themeView), ...problems },
        },
      },
      () => viewsNow(),
    );
    app.get(
      '/api/themes/:id/qr.svg',
      {
        schema: {
          tags: ['hall'],
          summary: 'The QR code of a theme menu, to print',
          params: z.object({ id: z.string().min(1).max(100) }),
        },
      },
      async (request, reply) => {
        const theme = viewsNow().find((view) => view.id === request.params.id);
        if (theme === undefined) return sendProblem(reply, 404, 'Unknown theme');
        const { publicUrl } = await site.view();
        const address = `${publicUrl ?? `${request.protocol}://${request.host}`}${theme.path}`;
        const svg = await QrCode.toString(address, { type: 'svg', errorCorrectionLevel: 'Q', margin: 4 });
        return reply.type('image/svg+xml').header('vary', 'host').send(svg);
      },
    );
  };
