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
export const receiverBatch = z.object({
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
