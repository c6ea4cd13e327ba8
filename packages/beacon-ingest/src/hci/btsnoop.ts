/** One record of a capture: an HCI packet with its H4 type byte, and when it was taken. */
export interface BtsnoopRecord {
  readonly atMs: number;
  readonly packet: Uint8Array;
  /** Bytes that the capturing tool left out. */
  readonly missing: number;
}

export type BtsnoopNext =
  | { readonly kind: 'record'; readonly record: BtsnoopRecord }
  /** The file is no btsnoop file, or breaks off; nothing comes after it. */
  | { readonly kind: 'problem'; readonly message: string };

/**
 * Reads a btsnoop capture (RFC 1761 with Bluetooth datalinks), as Android and BlueZ write them. `append` bytes of the file in any
 * pieces, then take `next()` until it gives nothing; after the last bytes `end()` tells what was cut off.
 */
export interface BtsnoopReader {
  append(bytes: Uint8Array): void;
  next(): BtsnoopNext | undefined;
  end(): string | undefined;
}

const MAGIC = 'btsnoop\0';
const FILE_HEADER = 16;
const RECORD_HEADER = 24;
const MAX_RECORD = 1 << 20;
/** Datalink codes: HCI packets without and with their type byte, and BlueZ's monitor. */
const UNENCAPSULATED = 1001;
const UART = 1002;
const MONITOR = 2001;
/** The type byte of each monitor opcode: command, event, ACL out and in, SCO out and in, ISO out and in. */
const MONITOR_TYPES: Readonly<Record<number, number>> = { 2: 1, 3: 4, 4: 2, 5: 2, 6: 3, 7: 3, 18: 5, 19: 5 };
/** Microseconds from midnight, 1 January of year 0, to the Unix epoch. */
const EPOCH_US = 0x00dcddb30f2f8000n;

export function createBtsnoopReader(): BtsnoopReader {
  let pending: Uint8Array = new Uint8Array(0);
  let datalink: number | undefined;
  let failed = false;
  const fail = (message: string): BtsnoopNext => {
    failed = true;
    return { kind: 'problem', message };
  };
  const take = (count: number) => {
    const taken = pending.subarray(0, count);
    pending = pending.subarray(count);
    return taken;
  };

  function next(): BtsnoopNext | undefined {
    if (failed) return undefined;
    if (datalink === undefined) {
      if (pending.length < FILE_HEADER) return undefined;
      const header = take(FILE_HEADER);
      const found = view(header).getUint32(12);
      if (String.fromCharCode(...header.subarray(0, 8)) !== MAGIC)
        return fail('not a btsnoop file: no magic');
      if (![UNENCAPSULATED, UART, MONITOR].includes(found)) {
        return fail(`btsnoop datalink ${found} is not supported`);
      }
      datalink = found;
    }
    while (pending.length >= RECORD_HEADER) {
      const header = view(pending);
      const length = header.getUint32(4);
      if (length > MAX_RECORD) return fail(`btsnoop record of ${length} bytes`);
      if (pending.length < RECORD_HEADER + length) return undefined;
      const record = recordOf(take(RECORD_HEADER + length), datalink);
      if (record) return { kind: 'record', record };
    }
    return undefined;
  }

  return {
    append(bytes) {
      const joined = new Uint8Array(pending.length + bytes.length);
      joined.set(pending);
      joined.set(bytes, pending.length);
      pending = joined;
    },
    next,
    end() {
      if (failed) return undefined;
      if (datalink === undefined) return `not a btsnoop file: ${pending.length} bytes, ${FILE_HEADER} needed`;
      return pending.length > 0
        ? `the capture breaks off inside a record (${pending.length} bytes)`
        : undefined;
    },
  };
}

function recordOf(bytes: Uint8Array, datalink: number): BtsnoopRecord | undefined {
  const header = view(bytes);
  const flags = header.getUint32(8);
  const data = bytes.subarray(RECORD_HEADER);
  const packet = withTypeByte(data, flags, datalink);
  if (!packet) return undefined;
  return {
    atMs: Number(header.getBigInt64(16) - EPOCH_US) / 1000,
    packet,
    missing: Math.max(0, header.getUint32(0) - data.length),
  };
}

function withTypeByte(data: Uint8Array, flags: number, datalink: number): Uint8Array | undefined {
  if (datalink === UART) return data;
  // unencapsulated: bit 0 is received, bit 1 is command or event; monitor: the low half is an opcode
  const type =
    datalink === MONITOR ? MONITOR_TYPES[flags & 0xffff] : (flags & 2) === 0 ? 2 : (flags & 1) === 0 ? 1 : 4;
  if (type === undefined) return undefined;
  const packet = new Uint8Array(data.length + 1);
  packet[0] = type;
  packet.set(data, 1);
  return packet;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
