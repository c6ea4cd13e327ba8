/**
 * Receivers as a process of its own, so that what they send is not waited for by those who are timed: `receivers-process URL VENUE
 * RECEIVERS READINGS_A_SECOND [PASSWORD] < beacons.json`. Says `{sent}` on its last line, after SIGTERM, when all is acknowledged.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { receiverTopic } from '@daoyin/protocol';
import type { Beacon } from '@daoyin/venue';
import mqtt from 'mqtt';

const [url, venue, count, wanted, password] = process.argv.slice(2);
if (url === undefined || venue === undefined)
  throw new Error('Usage: receivers-process URL VENUE RECEIVERS READINGS');
/** As `daoyin receive` does. */
const BATCHES_A_SECOND = 2;
const receivers = Number(count);
const perBatch = Math.round(Number(wanted) / receivers / BATCHES_A_SECOND);

const parts: Buffer[] = [];
for await (const part of process.stdin) parts.push(part as Buffer);
const beacons = JSON.parse(Buffer.concat(parts).toString()) as readonly Beacon[];
const hex = (value: number) => value.toString(16).padStart(4, '0');
const adverts = beacons
  .filter(({ uuid, major, minor }) => uuid !== undefined && major !== undefined && minor !== undefined)
  .map(
    ({ uuid, major, minor }) =>
      `0201061aff4c000215${uuid!.replaceAll('-', '')}${hex(major!)}${hex(minor!)}c5`,
  );

let [sent, isEnding] = [0, false];
process.once('SIGTERM', () => {
  isEnding = true;
});
await Promise.all(Array.from({ length: receivers }, (_, i) => receive(i)));
console.log(JSON.stringify({ sent }));

/** One receiver hears a tenth of the hall's beacons, each as often as it takes. */
async function receive(index: number): Promise<void> {
  const name = `hour-${index}`;
  const client = await mqtt.connectAsync(url!, password === undefined ? {} : { username: name, password });
  const near = Math.ceil(adverts.length / 10);
  const first = Math.floor((index / receivers) * adverts.length);
  await sleep((1000 / BATCHES_A_SECOND) * (index / receivers));
  const began = performance.now();
  for (let batch = 0; !isEnding; batch++) {
    const atMs = Date.now();
    const lines = Array.from({ length: perBatch }, (_, i) => ({
      atMs,
      advertHex: adverts[(first + ((batch * 7 + i) % near)) % adverts.length],
      rssiDbm: -55 - ((batch + i) % 40),
    }));
    const text = JSON.stringify({
      receiver: name,
      session: `hour-session-${String(index).padStart(4, '0')}`,
      adverts: lines,
    });
    await client.publishAsync(receiverTopic(venue!, name), text, { qos: 1 });
    sent += perBatch;
    await sleep(Math.max(0, began + ((batch + 1) * 1000) / BATCHES_A_SECOND - performance.now()));
  }
  await client.endAsync();
}
