/** Follows the packets of one MQTT connection without reading them. */
export interface Framing {
  /** Takes what came; gives how many packets began in it, undefined where one is longer than allowed or has no length at all. */
  take(bytes: Uint8Array): number | undefined;
}

const MOST_LENGTH_BYTES = 4;

/** A packet is one byte of type, its length as a variable byte integer, then so many bytes (MQTT 5.0, 2.1). */
export function openFraming(mostBytes: number): Framing {
  /** Bytes of the packet still to come; undefined while its length is being read. */
  let rest: number | undefined = 0;
  let [length, lengthBytes] = [0, 0];
  return {
    take(bytes) {
      let packets = 0;
      for (let i = 0; i < bytes.length; ) {
        if (rest === undefined) {
          const byte = bytes[i++]!;
          length += (byte & 0x7f) * 128 ** lengthBytes++;
          if (length > mostBytes || (byte >= 0x80 && lengthBytes === MOST_LENGTH_BYTES)) return undefined;
          if (byte < 0x80) rest = length;
        } else if (rest === 0) {
          i++; // its type
          packets++;
          [rest, length, lengthBytes] = [undefined, 0, 0];
        } else {
          const taken = Math.min(rest, bytes.length - i);
          i += taken;
          rest -= taken;
        }
      }
      return packets;
    },
  };
}
