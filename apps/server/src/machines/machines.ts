import { timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { audit } from '../staff/audit';
import { hashToken, secretToken } from '../staff/sessions';
import { machines } from '../staff/tables';
import type { Database } from '../storage/database';
import { inTransaction } from '../storage/transaction';

/** `calls` is the hall's calling system, `kiosk` takes numbers for many, `receiver` hears beacons. */
export const machineKinds = ['calls', 'kiosk', 'receiver'] as const;
export type MachineKind = (typeof machineKinds)[number];

export interface Machine {
  readonly id: string;
  readonly kind: MachineKind;
}

/** The machines of the hall and their secrets. */
export interface Machines {
  /** The machine, where the secret is its own. */
  check(id: string, secret: string): Promise<Machine | undefined>;
  /** What the calling system signs with; undefined for other machines. */
  signingSecret(id: string): Promise<string | undefined>;
  list(): Promise<readonly (Machine & { readonly createdAtMs: number })[]>;
  /** Makes a machine, or gives one a new secret; the secret is shown this once. */
  enrol(by: string, machine: Machine): Promise<string>;
  remove(by: string, id: string): Promise<boolean>;
}

/** How long another server may still trust a machine that was removed. */
const TRUST_MS = 10_000;

export function openMachines(database: Database, nowMs: () => number): Machines {
  const known = new Map<string, { readonly row: Row | undefined; readonly untilMs: number }>();
  const read = async (id: string): Promise<Row | undefined> => {
    const cached = known.get(id);
    if (cached && cached.untilMs > performance.now()) return cached.row;
    const [row] = await database.select().from(machines).where(eq(machines.id, id));
    if (known.size > 1000) known.clear();
    known.set(id, { row, untilMs: performance.now() + TRUST_MS });
    return row;
  };
  return {
    async check(id, secret) {
      const row = await read(id);
      if (row === undefined) return undefined;
      const given = row.kind === 'calls' ? secret : hashToken(secret);
      return isSame(row.secret, given) ? { id: row.id, kind: row.kind as MachineKind } : undefined;
    },
    async signingSecret(id) {
      const row = await read(id);
      return row?.kind === 'calls' ? row.secret : undefined;
    },
    list: async () =>
      (await database.select().from(machines).orderBy(machines.id)).map(({ id, kind, createdAtMs }) => ({
        id,
        kind: kind as MachineKind,
        createdAtMs,
      })),
    enrol: async (by, { id, kind }) => {
      const secret = secretToken();
      // the calling system's signature can only be checked with the secret itself
      const kept = kind === 'calls' ? secret : hashToken(secret);
      await inTransaction(database, async (queries) => {
        await queries
          .insert(machines)
          .values({ id, kind, secret: kept, createdAtMs: nowMs() })
          .onConflictDoUpdate({ target: machines.id, set: { kind, secret: kept } });
        await audit(queries, {
          atMs: nowMs(),
          actor: by,
          action: 'machine.enrol',
          subject: id,
          detail: { kind },
        });
      });
      known.delete(id);
      return secret;
    },
    remove: async (by, id) => {
      known.delete(id);
      return inTransaction(database, async (queries) => {
        const gone = await queries.delete(machines).where(eq(machines.id, id)).returning();
        if (gone.length > 0)
          await audit(queries, { atMs: nowMs(), actor: by, action: 'machine.remove', subject: id });
        return gone.length > 0;
      });
    },
  };
}

type Row = typeof machines.$inferSelect;

/** Of hashes, so that the time tells nothing of the length either. */
const isSame = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(hashToken(a)), Buffer.from(hashToken(b)));
