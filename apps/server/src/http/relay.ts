import { indexBeacons } from '@daoyin/beacon-ingest';
import { decodeRelayBatch, isRelaySession, type ReadingLine } from '@daoyin/protocol';
import type { BeaconRegister } from '@daoyin/venue';
import type { FastifyInstance } from 'fastify';
import type { EventHub } from './events';

/** Messages a second that one phone may send; it sends two. */
const MESSAGES_A_SECOND = 10;
const BAD_REQUEST = 4400;
const TOO_MUCH = 4429;

/**
 * GET /api/relay?session=… as a WebSocket: a mini program hands what it hears to the page that it shows, because such a page gets
 * nothing from its mini program. Readings, never positions; handed on at once, kept nowhere. Gives a way to go by another register, once one is published.
 */
export function serveRelay(
  app: FastifyInstance,
  hub: EventHub,
  register: BeaconRegister,
): (register: BeaconRegister) => void {
  let index = indexBeacons(register);
  const readingOf = ({ atMs, rssiDbm, ...identity }: { atMs: number; rssiDbm: number } & Identity) => {
    const beacon = index.byIdentity({ type: 'ibeacon', ...identity });
    return beacon === undefined ? [] : [{ atMs, beacon: beacon.id, rssiDbm } satisfies ReadingLine];
  };
  app.get<{ Querystring: { session?: string } }>('/api/relay', { websocket: true }, (socket, request) => {
    const { session } = request.query;
    if (!isRelaySession(session)) return socket.close(BAD_REQUEST, 'session: 16 to 64 letters and digits');
    let [second, messages] = [0, 0];
    socket.on('error', () => undefined);
    socket.on('message', (data) => {
      const now = Math.floor(Date.now() / 1000);
      [second, messages] = now === second ? [second, messages + 1] : [now, 1];
      if (messages > MESSAGES_A_SECOND) return socket.close(TOO_MUCH, 'too many messages');
      const batch = decodeRelayBatch(String(data));
      if (batch === undefined) return socket.close(BAD_REQUEST, 'not a batch');
      const readings = batch.heard.flatMap(readingOf);
      if (readings.length > 0) hub.relay(session, readings);
    });
  });
  return (published) => {
    index = indexBeacons(published);
  };
}

interface Identity {
  readonly uuid: string;
  readonly major: number;
  readonly minor: number;
}
