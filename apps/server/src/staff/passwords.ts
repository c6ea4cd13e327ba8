import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's second choice of parameters (Password Storage Cheat Sheet, 2024): 32 MiB and about a quarter of a second. */
const COST: Readonly<Record<'N' | 'r' | 'p', number>> = { N: 2 ** 15, r: 8, p: 3 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** `scrypt$N$r$p$salt$key`, so that the cost can rise and old hashes still be read. */
export async function hashPassword(password: string, cost = COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Whether the password is that of the hash; false for a hash of another form. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [form, N, r, p, salt, key] = hash.split('$');
  if (form !== 'scrypt' || salt === undefined || key === undefined) return false;
  const kept = Buffer.from(key, 'base64');
  const derived = await derive(password, Buffer.from(salt, 'base64'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return kept.length === derived.length && timingSafeEqual(kept, derived);
}

/** What a password of nobody costs to check: as much as one of somebody. */
export const nobodysHash = hashPassword(randomBytes(SALT_BYTES).toString('base64'));

function derive(password: string, salt: Buffer, { N, r, p }: typeof COST): Promise<Buffer> {
  const maxmem = 2 * 128 * N * r;
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
