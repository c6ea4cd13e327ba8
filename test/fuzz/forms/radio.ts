import { mutateBytes } from './bytes';
import { type Chance, changedList, joined, type Mutator } from './mutator';

/** Of AD structures: whole ones left out, doubled, exchanged or changed, with lengths that are right; at times not. */
export const mutateStructures: Mutator = (one, other, chance) => {
  if (chance.below(8) === 0) return mutateBytes(one, other, chance);
  const changed = changedList(
    structuresOf(one),
    structuresOf(other),
    (one) => mutateBytes(one, one, chance),
    chance,
  );
  return joined(...changed.map((body) => joined(Uint8Array.of(body.length & 255), body)));
};

/** The bodies of structures, without their length. */
function structuresOf(bytes: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += 1 + bytes[at]!)
    found.push(bytes.subarray(at + 1, at + 1 + bytes[at]!));
  return found;
}

const HCI_EVENT = 4;
const LE_META = 0x3e;
/** What stands before an event's parameters: its type byte, its code and their length. */
const EVENT_HEADER = 3;

/** Of a stream of HCI packets: packets left out, doubled, exchanged; in one the reports, or bytes; lengths made right again. */
export const mutateHci: Mutator = (one, other, chance) => {
  if (chance.below(8) === 0) return mutateBytes(one, other, chance);
  const lent = packetsOf(other);
  return joined(
    ...changedList(packetsOf(one), lent, (packet) => changedPacket(packet, lent, chance), chance),
  );
};

function packetsOf(bytes: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes[at] === HCI_EVENT ? at + EVENT_HEADER + (bytes[at + 2] ?? 0) : at + 1;
    found.push(bytes.subarray(at, end));
    at = end;
  }
  return found;
}

/** Before the data of a legacy report and of an extended one stands its length; behind the data of a legacy one its level. */
const FORMS = { 2: { lengthAt: 8, behind: 1 }, 13: { lengthAt: 23, behind: 0 } } as const;

function changedPacket(packet: Uint8Array, lent: readonly Uint8Array[], chance: Chance): Uint8Array {
  const form = FORMS[packet[EVENT_HEADER] as keyof typeof FORMS];
  if (packet[1] !== LE_META || form === undefined || chance.below(4) === 0)
    return withLength(mutateBytes(packet, chance.pick(lent) ?? packet, chance));
  const reports: Uint8Array[] = [];
  for (let at = EVENT_HEADER + 2; at < packet.length; ) {
    const end = at + form.lengthAt + 1 + (packet[at + form.lengthAt] ?? 0) + form.behind;
    reports.push(packet.subarray(at, end));
    at = end;
  }
  const changed = changedList(reports, reports, (report) => changedReport(report, form, chance), chance);
  return withLength(joined(packet.subarray(0, EVENT_HEADER + 1), Uint8Array.of(changed.length), ...changed));
}

function changedReport(
  report: Uint8Array,
  { lengthAt, behind }: (typeof FORMS)[keyof typeof FORMS],
  chance: Chance,
): Uint8Array {
  const [head, data] = [report.subarray(0, lengthAt), report.subarray(lengthAt + 1, report.length - behind)];
  const tail = report.subarray(report.length - behind);
  if (chance.below(2) === 0) {
    const other = head.slice();
    other[chance.below(lengthAt)] = chance.pick([0, 1, 3, 4, 0x20, 0x28, 0x40, 0x60, 255, chance.below(256)]);
    return joined(other, Uint8Array.of(data.length), data, tail);
  }
  const changed = mutateStructures(data, data, chance);
  return joined(head, Uint8Array.of(changed.length & 255), changed, tail);
}

function withLength(packet: Uint8Array): Uint8Array {
  if (packet.length < EVENT_HEADER) return packet;
  const out = packet.slice(0, EVENT_HEADER + 255);
  out[2] = out.length - EVENT_HEADER;
  return out;
}

const FILE_HEADER = 16;
const RECORD_HEADER = 24;

/** Of a btsnoop capture: records left out, doubled, exchanged, their packets changed and their lengths made right again. */
export const mutateCapture: Mutator = (one, other, chance) => {
  if (chance.below(8) === 0 || one.length < FILE_HEADER) return mutateBytes(one, other, chance);
  const head = one.slice(0, FILE_HEADER);
  if (chance.below(6) === 0)
    head.set(
      [
        0,
        0,
        ...chance.pick([
          [3, 0xe9],
          [3, 0xea],
          [7, 0xd1],
          [0, chance.below(256)],
        ]),
      ],
      12,
    );
  return joined(
    head,
    ...changedList(recordsOf(one), recordsOf(other), (record) => changedRecord(record, chance), chance),
  );
};

function recordsOf(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Uint8Array[] = [];
  for (let at = FILE_HEADER; at + RECORD_HEADER <= bytes.length; ) {
    const end = at + RECORD_HEADER + view.getUint32(at + 4);
    found.push(bytes.subarray(at, end));
    at = end;
  }
  return found;
}

function changedRecord(record: Uint8Array, chance: Chance): Uint8Array {
  const [head, packet] = [record.slice(0, RECORD_HEADER), record.subarray(RECORD_HEADER)];
  const view = new DataView(head.buffer);
  if (chance.below(2) === 0) {
    view.setUint32(8, chance.below(24));
    return joined(head, packet);
  }
  const changed = mutateHci(packet, packet, chance);
  for (const at of [0, 4]) view.setUint32(at, changed.length);
  return joined(head, changed);
}
