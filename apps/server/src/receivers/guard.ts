import type { Socket } from 'node:net';
import { openFraming } from './framing';

/** What one client of the broker inside may do. */
export interface GuardLimits {
  readonly packetBytes: number;
  readonly packetsPerSecond: number;
  readonly bytesPerSecond: number;
}

/** A gateway that publishes each advert of 600 beacons by itself sends 1,200 packets a second; a receiver catching up sends batches of 200 kB. */
export const GUARD_LIMITS: GuardLimits = {
  packetBytes: 1_000_000,
  packetsPerSecond: 5_000,
  bytesPerSecond: 4_000_000,
};

const WINDOW_MS = 2_000;

/** Cuts a client off that sends more than it may, before the broker has it in memory; `why` is told. */
export function guardSocket(socket: Socket, limits: GuardLimits, why: (reason: string) => void): void {
  const framing = openFraming(limits.packetBytes);
  const { push } = socket;
  let [sinceMs, packets, bytes] = [performance.now(), 0, 0];
  const isTooMuch = (chunk: Uint8Array): string | undefined => {
    const begun = framing.take(chunk);
    if (begun === undefined) return `a packet of more than ${limits.packetBytes} bytes`;
    const nowMs = performance.now();
    if (nowMs - sinceMs > WINDOW_MS) [sinceMs, packets, bytes] = [nowMs, 0, 0];
    packets += begun;
    bytes += chunk.length;
    const seconds = WINDOW_MS / 1000;
    if (packets > limits.packetsPerSecond * seconds)
      return `more than ${limits.packetsPerSecond} packets a second`;
    return bytes > limits.bytesPerSecond * seconds
      ? `more than ${limits.bytesPerSecond} bytes a second`
      : undefined;
  };
  // what the kernel hands over passes here, before anybody reads it
  socket.push = (chunk: Uint8Array | null, ...rest: []) => {
    const reason = chunk === null ? undefined : isTooMuch(chunk);
    if (reason === undefined) return push.call(socket, chunk, ...rest);
    why(reason);
    socket.destroy();
    return false;
  };
}
