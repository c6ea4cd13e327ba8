import type { BeaconEvidence, BeaconVerdict } from '@daoyin/positioning';
import { z } from 'zod';

const adverts = (most: number) => z.number().nonnegative().max(most);
const metres = z.number().int().min(-30).max(30);

/**
 * What a visitor's device may say of one beacon. Strict: a message with anything else in it, such as a place of the device, is refused. There is
 * no sender in it, and the figures are bounded, so that one device weighs no more than one walk.
 */
export const beaconEvidence = z.strictObject({
  beaconId: z.string().min(1).max(64),
  heard: adverts(20),
  expected: z.tuple([adverts(60), adverts(60), adverts(60), adverts(60)]),
  elsewhere: z.number().min(-3).max(6).optional(),
  gainDb: z.number().int().min(-60).max(60).optional(),
  displacement: z.strictObject({ east: metres, north: metres, sd: z.number().min(1).max(10) }).optional(),
});

/** What is held of a beacon by all that was told: only those that are dead, weak or moved. `sinceMs` is absent where it was so from the first. */
export const beaconVerdictView = z.object({
  beaconId: z.string(),
  state: z.enum(['dead', 'weak', 'moved']),
  probability: z.number(),
  sinceMs: z.number().optional(),
  place: z.object({ x: z.number(), y: z.number(), level: z.string(), sd: z.number() }).optional(),
  gainDb: z.number().optional(),
  gainSdDb: z.number().optional(),
});

export type BeaconVerdictView = z.infer<typeof beaconVerdictView>;

/** The message as the positioning package knows it. */
export function evidenceOf({
  elsewhere,
  gainDb,
  displacement,
  ...counts
}: z.infer<typeof beaconEvidence>): BeaconEvidence {
  return {
    ...counts,
    ...(elsewhere !== undefined && { elsewhere }),
    ...(gainDb !== undefined && { gainDb }),
    ...(displacement && { displacement }),
  };
}

/** The verdicts that change whom to trust. */
export function verdictViews(verdicts: readonly BeaconVerdict[]): BeaconVerdictView[] {
  return verdicts.flatMap(({ state, ...verdict }) =>
    state === 'dead' || state === 'weak' || state === 'moved' ? [{ state, ...verdict }] : [],
  );
}
