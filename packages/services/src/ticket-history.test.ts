import { seededRandom } from '@daoyin/geometry';
import { expect, it } from 'vitest';
import type { TicketEvent } from './ticket';
import { type TicketRecord, ticketFromHistory } from './ticket-history';

const events: readonly TicketEvent[] = [
  { kind: 'take', serviceId: 's', series: 'A', ordinal: 1 },
  { kind: 'call', window: '7' },
  { kind: 'recall' },
  { kind: 'pass' },
  { kind: 'resume' },
  { kind: 'call', window: '7' },
  { kind: 'call', window: '9' },
  { kind: 'serve' },
  { kind: 'hold' },
  { kind: 'transfer', serviceId: 't', series: 'B' },
  { kind: 'call', window: '12' },
  { kind: 'finish' },
  { kind: 'rate', stars: 5 },
];
const records: readonly TicketRecord[] = events.map((event, i) => ({ id: `m${i}`, atMs: 1000 + i, event }));
const told = (heard: readonly TicketRecord[]) => ticketFromHistory('2026-11-23', 'A001', heard);

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

it('a ticket is the same in whatever order its messages came, and however often', () => {
  const expected = told(records);
  expect(expected).toMatchObject({ state: 'done', window: '12', rating: 5, serviceId: 't', calls: 5 });
  const random = seededRandom(11);
  for (let run = 0; run < 300; run++) {
    const twice = records.filter(() => random() < 0.3);
    expect(told(shuffled([...records, ...twice], random))).toEqual(expected);
  }
});

it('nothing is known of a ticket before its taking is told', () => {
  expect(told(records.slice(1))).toBeUndefined();
});

it('a call of one who is called already leads to the other window', () => {
  expect(told(records.slice(0, 2))?.window).toBe('7');
  const late = { id: 'z', atMs: 1001.5, event: { kind: 'call', window: '3' } } as const;
  expect(told([...records.slice(0, 2), late])).toMatchObject({ state: 'called', window: '3', calls: 2 });
});

it('what is not possible where it stands is left out', () => {
  expect(told([records[0]!, records[11]!])?.state).toBe('waiting');
});
