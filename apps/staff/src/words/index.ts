import { wordingOf } from '@daoyin/ui';
import { en } from './en';
import { type StaffKey, zh } from './zh';

export type { StaffKey } from './zh';

/** The key of a sentence that is named by data; undefined where there is none. */
export const wordNamed = (key: string): StaffKey | undefined => (key in zh ? (key as StaffKey) : undefined);

/** The sentence for what the record says was done; undefined for an action that has none. */
export const auditKey = (action: string): StaffKey | undefined => wordNamed(`audit.of.${action}`);

/** Who is not an account: the link of the first start, a visitor, a machine of the hall with its id; undefined for a name. */
export function keyOfActor(actor: string): { readonly key: StaffKey; readonly id: string } | undefined {
  const [kind, id] = actor.split(/:(.*)/s);
  const key = wordNamed(`audit.actor.${kind}`);
  return key && (key === 'audit.actor.machine') === (id !== undefined) ? { key, id: id ?? '' } : undefined;
}

/** The sentence for one detail of the record, such as `disabled: true`; undefined where its value itself is what to show. */
export const keyOfDetail = (name: string, value: unknown): StaffKey | undefined =>
  wordNamed(`audit.detail.${name}.${value}`) ??
  wordNamed(`role.${value}`) ??
  wordNamed(`machines.kind.${value}`);

/** The sentences that only the staff page says. */
export const useStaffWords = wordingOf({ zh, en });
