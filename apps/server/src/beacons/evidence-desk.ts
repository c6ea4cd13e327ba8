import {
  accountOf,
  type BeaconEvidence,
  diagnoseEvidence,
  type EvidenceAccount,
  joinedAccounts,
} from '@daoyin/positioning';
import { type BeaconVerdictView, verdictViews } from '@daoyin/protocol';
import type { Beacon, BeaconRegister } from '@daoyin/venue';
import { readLastHeard } from '../receivers/health-store';
import type { Database } from '../storage/database';
import { addAccounts, forgetAccounts, readAccounts } from './evidence-store';

/** How old an answer may be: what walks say of beacons changes in hours. */
const VERDICTS_FOR_MS = 60_000;
const PACE_MS = 10_000;

/** Adds up what visitors' devices say of beacons, and says what follows. Who said it is never looked at. */
export interface EvidenceDesk {
  /** Takes one piece; what is said of a beacon that is not this hall's is left out. */
  take(evidence: BeaconEvidence): void;
  /** Beacons that are dead, weak or moved, by all that was told on any server. What a receiver has heard since is not dead. */
  verdicts(): Promise<readonly BeaconVerdictView[]>;
  /** Goes by another register: of a beacon that hangs elsewhere now, or is another device, nothing that was told counts any more. */
  follow(register: BeaconRegister): Promise<void>;
  /** Writes what has come since the last time. */
  flush(): Promise<void>;
}

interface EvidenceContext {
  readonly register: BeaconRegister;
  readonly database: Database;
  readonly nowMs: () => number;
}

/** A desk that writes by itself every ten seconds, and when it is closed. */
export function startEvidenceDesk(
  context: EvidenceContext & { readonly warn: (message: string) => void },
): EvidenceDesk & { readonly close: () => Promise<void> } {
  const desk = openEvidenceDesk(context);
  const flush = () => desk.flush().catch((error: Error) => context.warn(`beacon evidence: ${error.message}`));
  const timer = setInterval(flush, PACE_MS);
  const close = () => {
    clearInterval(timer);
    return flush();
  };
  return { ...desk, close };
}

function openEvidenceDesk(context: EvidenceContext): EvidenceDesk {
  const { database, nowMs } = context;
  let { register } = context;
  let known = new Map(register.beacons.map((beacon) => [beacon.id, beacon]));
  let fresh = new Map<string, EvidenceAccount>();
  let answer: { readonly atMs: number; readonly views: readonly BeaconVerdictView[] } | undefined;

  const add = (beaconId: string, later: EvidenceAccount) => {
    const earlier = fresh.get(beaconId);
    fresh.set(beaconId, earlier ? joinedAccounts(earlier, later) : later);
  };
  const flush = async () => {
    const taken = fresh;
    fresh = new Map();
    try {
      await addAccounts(database, taken);
    } catch (error) {
      const since = fresh;
      fresh = taken;
      for (const [beaconId, account] of since) add(beaconId, account);
      throw error;
    }
  };
  return {
    take(evidence) {
      if (known.has(evidence.beaconId)) add(evidence.beaconId, accountOf(evidence, nowMs()));
    },
    flush,
    async follow(next) {
      const before = known;
      register = next;
      known = new Map(next.beacons.map((beacon) => [beacon.id, beacon]));
      const other = next.beacons.filter(
        (beacon) => before.has(beacon.id) && isOther(before.get(beacon.id)!, beacon),
      );
      for (const { id } of other) fresh.delete(id);
      await forgetAccounts(
        database,
        other.map(({ id }) => id),
      );
      answer = undefined;
    },
    async verdicts() {
      if (answer && Math.abs(nowMs() - answer.atMs) < VERDICTS_FOR_MS) return answer.views;
      await flush();
      const [accounts, heard] = await Promise.all([readAccounts(database), readLastHeard(database)]);
      const views = verdictViews(diagnoseEvidence(accounts, register)).filter(
        ({ beaconId, state, sinceMs = accounts.get(beaconId)?.silence.firstMs ?? 0 }) =>
          state !== 'dead' || (heard.get(beaconId) ?? 0) <= sinceMs,
      );
      answer = { atMs: nowMs(), views };
      return views;
    },
  };
}

/** Whether what walks told of a beacon says nothing of it as it is registered now. */
function isOther(before: Beacon, now: Beacon): boolean {
  const figures = ({
    at,
    height,
    measuredPowerDbm,
    uuid,
    major,
    minor,
    eddystone,
    address,
    status,
  }: Beacon) =>
    JSON.stringify([at, height, measuredPowerDbm, uuid, major, minor, eddystone, address, status]);
  return figures(before) !== figures(now);
}
