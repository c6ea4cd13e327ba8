import type { AdvertLine, VenueBundle } from '@daoyin/protocol';
import { startDay } from '../day/demonstrate';
import type { EventHub } from '../http/events';
import type { Machines } from '../machines/machines';
import type { ServerOptions } from '../options/options';
import type { ReceiverLink } from '../receivers/link';
import type { TicketDesk } from '../tickets/desk';
import type { Offer } from '../tickets/offers';
import { type DemonstrationVisitor, demonstrationSession, startDemonstration } from './visitor';
import { demonstrationOf } from './walk';

/** What the demonstration uses of the server that it shows. */
export interface DemoParts {
  readonly bundle: VenueBundle;
  readonly desk: TicketDesk;
  readonly offers: ReadonlyMap<string, Offer>;
  readonly hub: EventHub;
  readonly link: ReceiverLink;
  readonly machines: Machines;
  readonly port: number;
  readonly nowMs: () => number;
  readonly warn: (message: string) => void;
}

/** 600,000 numbers a year on 250 days. */
const NUMBERS_A_DAY = 2_400;

/** A visitor who walks wherever somebody watches, and where there is a catalogue a day of numbers and calls. */
export async function startDemo(
  { demoSpeed: speed }: ServerOptions,
  parts: DemoParts,
): Promise<{ readonly visitor: DemonstrationVisitor; readonly close: () => Promise<void> }> {
  const visitor = await startVisitor(speed, parts);
  const { bundle, machines, port, warn } = parts;
  const { services } = bundle;
  const at = `http://127.0.0.1:${port}`;
  const day = services && (await startDay({ at, machines, numbers: NUMBERS_A_DAY, speed, warn, services }));
  return {
    visitor,
    close: async () => {
      await day?.close();
      visitor.stop();
    },
  };
}

/** The visitor's adverts take the same way as a receiver's: published to the broker, through the door, to the session's pages. */
function startVisitor(
  speed: number,
  { bundle, desk, offers, hub, link, nowMs, warn }: DemoParts,
): Promise<DemonstrationVisitor> {
  const publish = (adverts: readonly AdvertLine[]) =>
    link.publish('demo', { receiver: 'demo', session: demonstrationSession, adverts: [...adverts] });
  return startDemonstration({
    ...demonstrationOf(bundle, desk, offers),
    publish,
    listeners: () => hub.listeners(demonstrationSession),
    speed,
    nowMs,
    warn,
  });
}
