import { z } from 'zod';

/** One signal as a visitor's own WeChat heard it: who, how loud, when by the phone's clock. No place, no name. */
const heard = z.object({
  atMs: z.number(),
  uuid: z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  major: z.number().int().min(0).max(65_535),
  minor: z.number().int().min(0).max(65_535),
  rssiDbm: z.number().min(-127).max(20),
});

/** What a mini program sends for the page that it shows: a second's signals at most. */
const relayBatch = z.object({ heard: z.array(heard).max(1000) });

export type HeardLine = z.infer<typeof heard>;
export type RelayBatch = z.infer<typeof relayBatch>;

/** A session is shared by two ends of one phone; whoever guesses it could listen to its readings. */
export const isRelaySession = (session: string | undefined): session is string =>
  session !== undefined && /^[\w-]{16,64}$/.test(session);

/** A batch from the text of a message; undefined for anything else. */
export function decodeRelayBatch(text: string): RelayBatch | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const decoded = relayBatch.safeParse(json);
  return decoded.success ? decoded.data : undefined;
}
