import { readPublicUrl, type SiteChange, type SiteView } from '@daoyin/protocol';
import { eq } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { audit } from '../staff/audit';
import { forgetFailures, lockedUntil, noteFailure } from '../staff/lockout';
import { hashPassword, isPassword } from '../staff/passwords';
import type { Database } from '../storage/database';
import { inTransaction } from '../storage/transaction';
import type { Queries } from '../tickets/rows';

const site = pgTable('site', { key: text('key').primaryKey(), value: text('value').notNull() });

export type SiteResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly kind: 'bad-address' | 'wrong-pin' | 'no-pin' | 'locked';
      readonly message: string;
      readonly retryAfterSeconds?: number;
    };

/** What is set for the hall as a whole. */
export interface Site {
  view(): Promise<SiteView>;
  change(by: string, to: SiteChange): Promise<SiteResult>;
  /** Whether a kiosk's settings may be opened; who guesses is locked out as at signing in. `from` is the asker's address. */
  unlock(pin: string, from: string): Promise<SiteResult>;
}

/** `publicUrl` of the command line goes before what an admin has set. */
export function openSite(database: Database, nowMs: () => number, publicUrl: string | undefined): Site {
  const read = async (key: 'public-url' | 'kiosk-pin') => {
    const [row] = await database.select().from(site).where(eq(site.key, key));
    return row?.value;
  };
  return {
    async view() {
      const [stored, pin] = await Promise.all([read('public-url'), read('kiosk-pin')]);
      return { publicUrl: publicUrl ?? stored ?? null, kioskPin: pin !== undefined };
    },
    async change(by, to) {
      const address = to.publicUrl ? readPublicUrl(to.publicUrl) : undefined;
      if (address?.ok === false) return { ok: false, kind: 'bad-address', message: address.message };
      const hash = to.kioskPin ? await hashPassword(to.kioskPin) : undefined;
      await inTransaction(database, async (queries) => {
        if (to.publicUrl !== undefined) {
          await put(queries, 'public-url', address?.url);
          await note(queries, by, 'public-url', { to: address?.url ?? null });
        }
        if (to.kioskPin !== undefined) {
          await put(queries, 'kiosk-pin', hash);
          await note(queries, by, 'kiosk-pin', { set: hash !== undefined });
        }
      });
      return { ok: true };
    },
    async unlock(pin, from) {
      const name = `kiosk ${from}`;
      const until = await lockedUntil(database, name);
      if (until > nowMs()) {
        const seconds = Math.ceil((until - nowMs()) / 1000);
        const message = `Too many wrong PINs; try again in ${seconds} s.`;
        return { ok: false, kind: 'locked', message, retryAfterSeconds: seconds };
      }
      const hash = await read('kiosk-pin');
      if (hash === undefined) return { ok: false, kind: 'no-pin', message: 'No PIN is set for kiosks.' };
      const right = await isPassword(pin, hash);
      await inTransaction(database, async (queries) => {
        if (right) await forgetFailures(queries, name);
        else await noteFailure(queries, name, nowMs());
        await audit(queries, {
          atMs: nowMs(),
          actor: name,
          action: right ? 'kiosk.unlock' : 'kiosk.refused',
          subject: 'kiosk',
        });
      });
      return right ? { ok: true } : { ok: false, kind: 'wrong-pin', message: 'The PIN is wrong.' };
    },
  };

  function note(queries: Queries, actor: string, subject: string, detail: Record<string, unknown>) {
    return audit(queries, { atMs: nowMs(), actor, action: 'site.change', subject, detail });
  }
}

async function put(queries: Queries, key: string, value: string | undefined): Promise<void> {
  if (value === undefined) await queries.delete(site).where(eq(site.key, key));
  else
    await queries
      .insert(site)
      .values({ key, value })
      .onConflictDoUpdate({ target: site.key, set: { value } });
}
