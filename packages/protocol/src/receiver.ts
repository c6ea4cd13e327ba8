import { z } from 'zod';

/** One advertising report as a receiver heard it: AD structures as hex. */
const advertLine = z.object({
  atMs: z.number(),
  address: z.string().max(32).optional(),
  advertHex: z
    .string()
    .max(512)
    .regex(/^(?:[0-9a-fA-F]{2})*$/),
  rssiDbm: z.number(),
});

/** What a receiver publishes on `daoyin/<venue>/receivers/<receiver>/readings`, about twice a second. */
const receiverBatch = z.object({
  receiver: z.string().min(1).max(64),
  /** The listening session that this receiver lends its ears to, if any: a handheld lent to a visitor. */
  session: z.string().min(1).max(64).optional(),
  adverts: z.array(advertLine).max(10_000),
});

export type AdvertLine = z.infer<typeof advertLine>;
export type ReceiverBatch = z.infer<typeof receiverBatch>;

export type ReceiverBatchResult =
  | { readonly ok: true; readonly batch: ReceiverBatch }
  | { readonly ok: false; readonly message: string };

/** A batch from the text of an MQTT message, or what is wrong with it, naming the field. */
export function decodeReceiverBatch(text: string): ReceiverBatchResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, message: `not JSON: ${text.slice(0, 60)}` };
  }
  const decoded = receiverBatch.safeParse(json);
  if (decoded.success) return { ok: true, batch: decoded.data };
  const issue = decoded.error.issues[0]!;
  return { ok: false, message: `${issue.path.join('.') || 'batch'}: ${issue.message}` };
}

/** The topic that a receiver of a venue publishes its readings on; `+` for all receivers. */
export const receiverTopic = (venue: string, receiver: string) =>
  `daoyin/${venue}/receivers/${receiver}/readings`;

/** How a receiver itself is; the broker says `online: false` for it when it falls silent. */
export const receiverHealth = z.object({
  atMs: z.number(),
  online: z.boolean(),
  /** Adverts sent, waiting to be sent and given up since it started. */
  sent: z.number().int().nonnegative(),
  waiting: z.number().int().nonnegative(),
  lost: z.number().int().nonnegative(),
});

export type ReceiverHealth = z.infer<typeof receiverHealth>;

export const receiverHealthTopic = (venue: string, receiver: string) =>
  `daoyin/${venue}/receivers/${receiver}/health`;

/** What staff are told of a beacon. `heard` is never of a visitor: receivers stand still or are the staff's own. */
export const beaconHealthView = z.object({
  beaconId: z.string(),
  lastHeardMs: z.number(),
  rssiDbm: z.number(),
  intervalMs: z.number().nullable(),
  /** Heard twice as often as it is sent, or from near in two places at once: another device says the same. */
  copied: z.boolean(),
  batteryMv: z.number().nullable(),
  temperatureC: z.number().nullable(),
  telemetryAtMs: z.number().nullable(),
  /** By whom it was heard. */
  receivers: z.array(z.object({ receiver: z.string(), lastHeardMs: z.number(), rssiDbm: z.number() })),
});

export type BeaconHealthView = z.infer<typeof beaconHealthView>;
