import { mutateBytes } from './bytes';
import { bytesOf, type Chance, type Mutator, textOf } from './mutator';

/** Of JSON, one tree into another: values exchanged, left out, doubled, of another type. Seldom the text itself, so that its parser has work. */
export const mutateJson: Mutator = (one, other, chance) => {
  const text = chance.below(20) > 0 ? changedJson(textOf(one), textOf(other), chance) : undefined;
  return text === undefined ? mutateBytes(one, other, chance) : bytesOf(text);
};

/** Undefined for what is no JSON. */
export function changedJson(one: string, other: string, chance: Chance): string | undefined {
  const root = { json: parsed(one) };
  if (root.json === undefined) return undefined;
  const lent = { json: parsed(other) ?? null };
  for (let turns = 1 + chance.below(4); turns > 0; turns--) change(slotIn(root, chance), lent, chance);
  return JSON.stringify(root.json) ?? 'null';
}

type Container = Record<string, unknown> | unknown[];
interface Slot {
  readonly of: Container;
  readonly key: string;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;
const valueIn = ({ of, key }: Slot): unknown => (of as Record<string, unknown>)[key];

/** Any place in a tree, each as likely as another. */
function slotIn(root: Container, { pick }: Chance): Slot {
  const slots: Slot[] = [];
  const collect = (of: Container) => {
    for (const key of Object.keys(of)) {
      slots.push({ of, key });
      const value = valueIn({ of, key });
      if (isContainer(value)) collect(value);
    }
  };
  collect(root);
  return pick(slots);
}

/** So that `__proto__` becomes a key, as JSON.parse makes one. */
function set({ of, key }: Slot, value: unknown): void {
  Object.defineProperty(of, key, { value, enumerable: true, configurable: true, writable: true });
}

function change(slot: Slot, lent: Container, chance: Chance): void {
  const { below, pick, tokens } = chance;
  const value = valueIn(slot);
  const borrowed = () => structuredClone(valueIn(slotIn(lent, chance)));
  const what = below(8);
  if (what === 0) set(slot, junk(chance));
  else if (what === 1) set(slot, borrowed());
  else if (what === 2) leaveOut(slot);
  else if (what === 3 && Array.isArray(slot.of))
    slot.of.splice(below(slot.of.length + 1), 0, structuredClone(value));
  else if (what === 3 && isContainer(value) && !Array.isArray(value))
    set({ of: value, key: pick(tokens) }, below(2) === 0 ? junk(chance) : borrowed());
  else if (what === 4 && Array.isArray(value) && value.length > 0)
    for (let times = below(below(2) * 100); times > 0; times--) value.push(structuredClone(pick(value)));
  else if (what === 5 && Array.isArray(value)) value.reverse();
  else set(slot, alike(value, chance));
}

function leaveOut({ of, key }: Slot): void {
  if (Array.isArray(of)) of.splice(Number(key), 1);
  else if (key !== 'json') delete of[key];
}

/** Another value of the same type. */
function alike(value: unknown, chance: Chance): unknown {
  const { below, pick, tokens } = chance;
  if (typeof value === 'number')
    return pick([-value, value + 1, value - 1, value / 1e3, value * 1e6, Math.round(value), value + 1e-9]);
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return value;
  const at = below(value.length + 1);
  const put = pick([pick(tokens), String.fromCharCode(below(0x3000)), String(below(100)), '']);
  return below(3) === 0 ? put : value.slice(0, at) + put + value.slice(at + below(4));
}

function junk({ below, pick, tokens }: Chance): unknown {
  return pick<unknown>([
    null,
    true,
    0,
    -1,
    1e308,
    5e-324,
    2 ** 53,
    below(1000),
    '',
    pick(tokens),
    'x'.repeat(5_000),
    [],
    {},
    [[]],
    [null],
    { [pick(tokens)]: null },
  ]);
}
