import type { PeerReport, StudioEvent } from '@daoyin/protocol';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Studio } from '../studio/studio';
import { only } from './who';

const report = z.object({
  level: z.string().max(100).optional(),
  at: z.object({ x: z.number(), y: z.number() }).optional(),
  selection: z.array(z.string().max(200)).max(50).optional(),
});

/** A peer says where it is at most so often. */
const REPORT_PACE_MS = 150;
const PING_MS = 20_000;

/** GET /api/studio/events as a WebSocket for the staff: that the draft moved on, who else has it open, that a version went live. */
export function serveStudioEvents(
  app: FastifyInstance,
  studio: Studio,
  nowMs: () => number,
): { close: () => void } {
  const sockets = new Set<(event: StudioEvent) => void>();
  const tell = (event: StudioEvent) => {
    for (const say of sockets) say(event);
  };
  const stops = [
    studio.peers.onChange(tell),
    studio.live.onChange(() => tell({ type: 'published' })),
    studio.onDraft(async (told) => {
      const revision = told ?? (await studio.draft.read().catch(() => undefined))?.revision;
      if (revision !== undefined) tell({ type: 'draft', revision });
    }),
  ];
  app.get(
    '/api/studio/events',
    { websocket: true, preHandler: only({ role: 'viewer' }) },
    async (socket, request) => {
      const { who } = request;
      if (who.kind !== 'staff') return socket.close();
      const say = (event: StudioEvent) => {
        if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(event));
      };
      const peer = studio.peers.enter(who.session.name);
      let [lastMs, isAlive] = [0, true];
      const ping = setInterval(() => {
        if (!isAlive) return socket.terminate();
        isAlive = false;
        socket.ping();
      }, PING_MS);
      socket.on('pong', () => {
        isAlive = true;
      });
      socket.on('error', () => socket.terminate());
      socket.on('close', () => {
        clearInterval(ping);
        sockets.delete(say);
        peer.leave();
      });
      socket.on('message', (data) => {
        const told = reportOf(String(data));
        if (!told || nowMs() - lastMs < REPORT_PACE_MS) return;
        lastMs = nowMs();
        peer.report(told);
      });
      sockets.add(say);
      const { revision } = await studio.draft.read();
      const peers = studio.peers.list().filter(({ id }) => id !== peer.id);
      say({ type: 'hello', you: peer.id, revision, peers });
    },
  );
  return {
    close: () => {
      for (const stop of stops) stop();
    },
  };
}

function reportOf(text: string): PeerReport | undefined {
  try {
    const decoded = report.safeParse(JSON.parse(text));
    return decoded.success ? (decoded.data as PeerReport) : undefined;
  } catch {
    return undefined;
  }
}
