/** One HCI packet, or bytes that begin none. */
export type HciPacket =
  | { readonly kind: 'command' | 'acl' | 'sco' | 'event' | 'iso'; readonly bytes: Uint8Array }
  | { readonly kind: 'discarded'; readonly bytes: Uint8Array };

/**
 * Cuts a stream of HCI packets with their type byte (UART transport H4, Core 5.4, Vol 4, Part A, 2), however it arrives.
 * `append` bytes, then take `next()` until it gives nothing. `bytes` of a packet include the type byte.
 */
export interface HciFramer {
  append(bytes: Uint8Array): void;
  next(): HciPacket | undefined;
}

interface Form {
  readonly kind: Exclude<HciPacket['kind'], 'discarded'>;
  /** Where the payload's length stands, how many bytes it has, and its mask. */
  readonly lengthAt: number;
  readonly lengthBytes: 1 | 2;
  readonly mask: number;
}

const FORMS: Readonly<Record<number, Form>> = {
  1: { kind: 'command', lengthAt: 3, lengthBytes: 1, mask: 0xff },
  2: { kind: 'acl', lengthAt: 3, lengthBytes: 2, mask: 0xffff },
  3: { kind: 'sco', lengthAt: 3, lengthBytes: 1, mask: 0xff },
  4: { kind: 'event', lengthAt: 2, lengthBytes: 1, mask: 0xff },
  5: { kind: 'iso', lengthAt: 3, lengthBytes: 2, mask: 0x3fff },
};

export function createHciFramer(): HciFramer {
  let pending: Uint8Array = new Uint8Array(0);
  return {
    append(bytes) {
      const joined = new Uint8Array(pending.length + bytes.length);
      joined.set(pending);
      joined.set(bytes, pending.length);
      pending = joined;
    },
    next() {
      const packet = firstPacket(pending);
      if (packet) pending = pending.subarray(packet.bytes.length);
      return packet;
    },
  };
}

function firstPacket(bytes: Uint8Array): HciPacket | undefined {
  if (bytes.length === 0) return undefined;
  const form = FORMS[bytes[0] as number];
  // one byte at a time, so that the cuts of the stream do not change what comes out
  if (!form) return { kind: 'discarded', bytes: bytes.subarray(0, 1) };
  const header = form.lengthAt + form.lengthBytes;
  if (bytes.length < header) return undefined;
  const high = form.lengthBytes === 2 ? (bytes[form.lengthAt + 1] as number) : 0;
  const end = header + (((bytes[form.lengthAt] as number) | (high << 8)) & form.mask);
  return bytes.length < end ? undefined : { kind: form.kind, bytes: bytes.subarray(0, end) };
}
