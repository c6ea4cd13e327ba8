import { createReadStream } from 'node:fs';
import {
  type Advert,
  createAdvertReader,
  createBtsnoopReader,
  decodeAdvert,
  type HciPacket,
  hexToBytes,
  mainFrame,
} from '@daoyin/beacon-ingest';
import { type Command, readArguments, textOf } from '../arguments';
import { createComplaints, say } from '../complaints';
import { requireFile } from '../files';
import { Refusal } from '../refusal';
import { type LineWriter, linesOf, lineWriter, type NumberedLine } from '../streams';

/** `daoyin decode`: what is in each advert. */
export const command: Command = {
  help: `Usage: daoyin decode < adverts.jsonl
       daoyin decode --btsnoop FILE

Says what is in each advert: ibeacon, altbeacon, eddystone-uid, eddystone-tlm, unknown, or malformed with the reason.
One line out for each line in, {"advertHex":"0201061aff4c000215…"} with AD structures, or for each advertising report
of a btsnoop capture. Address, time and RSSI are repeated where they are known.

  --btsnoop FILE   a capture of HCI traffic, as Android and btmon write it`,
  async run(args) {
    const { flags } = readArguments(args, { btsnoop: { type: 'string' } });
    const writer = lineWriter(process.stdout);
    const file = textOf(flags, 'btsnoop');
    if (file === undefined) await decodeLines(writer);
    else await decodeCapture(file, writer);
    await writer.flush();
    return 0;
  },
};

async function decodeLines(writer: LineWriter): Promise<void> {
  for await (const lines of linesOf(process.stdin)) {
    for (const line of lines) writer.write(JSON.stringify(decodeLine(line)));
    await writer.flush();
  }
}

/** What a line's advert holds. A line that is none is itself malformed: one line out for each in. */
function decodeLine({ number, text, tooLong }: NumberedLine): object {
  const malformed = (reason: string) => ({ type: 'malformed', reason: `line ${number}: ${reason}` });
  if (tooLong) return malformed('longer than 1 MB');
  let fields: { advertHex?: unknown; atMs?: unknown; address?: unknown; rssiDbm?: unknown } | null;
  try {
    fields = JSON.parse(text);
  } catch {
    return malformed(`not JSON: ${JSON.stringify(text.slice(0, 60))}`);
  }
  if (typeof fields !== 'object' || fields === null || fields.advertHex === undefined) {
    return malformed('advertHex is missing');
  }
  const { advertHex, atMs, address, rssiDbm } = fields;
  const bytes = typeof advertHex === 'string' ? hexToBytes(advertHex) : undefined;
  if (!bytes) {
    return malformed(`advertHex is ${JSON.stringify(advertHex)?.slice(0, 60)}, expected pairs of hex digits`);
  }
  return { ...contentsOf(bytes), atMs, address, rssiDbm };
}

function contentsOf(bytes: Uint8Array): object {
  const decoded = decodeAdvert({ kind: 'ad-structures', bytes });
  const frame = mainFrame(decoded);
  const others = decoded.frames.filter((other) => other !== frame && other.type !== 'unknown');
  return {
    ...frame,
    ...(others.length > 0 && { others }),
    ...(frame.type !== 'malformed' && decoded.anomalies.length > 0 && { anomalies: decoded.anomalies }),
  };
}

async function decodeCapture(file: string, writer: LineWriter): Promise<void> {
  requireFile(file);
  const reader = createBtsnoopReader();
  const adverts = createAdvertReader();
  const complaints = createComplaints(say);
  let record = 0;
  for await (const bytes of createReadStream(file)) {
    reader.append(bytes as Uint8Array);
    for (let next = reader.next(); next; next = reader.next()) {
      if (next.kind === 'problem') throw new Refusal(`${file}: record ${record + 1}: ${next.message}`);
      record++;
      const { packet, atMs } = next.record;
      const found = adverts.read(hciPacket(packet), atMs);
      for (const advert of found.adverts) writer.write(reportLine(advert));
      for (const anomaly of found.anomalies) {
        writer.write(JSON.stringify({ type: 'malformed', reason: anomaly, atMs }));
        complaints.add('broken-packet', `${file}: record ${record}`, anomaly);
      }
    }
    await writer.flush();
  }
  const cut = reader.end();
  if (cut !== undefined && record === 0) throw new Refusal(`${file}: ${cut}`);
  if (cut !== undefined) say(`${file}: after record ${record}: ${cut}`);
  complaints.finish();
}

const HCI_EVENT = 0x04;

function hciPacket(packet: Uint8Array): HciPacket {
  return { kind: packet[0] === HCI_EVENT ? 'event' : 'command', bytes: packet };
}

function reportLine({ payload, atMs, address, rssiDbm, scanResponse }: Advert): string {
  const bytes = payload.kind === 'ad-structures' ? payload.bytes : new Uint8Array(0);
  return JSON.stringify({ ...contentsOf(bytes), atMs, address, rssiDbm, scanResponse });
}
