import { type StaffAction, type TicketView, takenTicket } from '@daoyin/protocol';
import type { Services } from '@daoyin/services';
import type { LoadPage } from './load-page';
import type { ServerProcess } from './start-process';

export type LoadApi = Awaited<ReturnType<typeof openLoadApi>>;

/** The API as the load test uses it: numbers at random, and what may follow for each. */
export async function openLoadApi({ at, secret }: ServerProcess, random: () => number) {
  const headers = { authorization: `Bearer load-test:${secret}`, 'content-type': 'application/json' };
  const post = (path: string, body: object) =>
    fetch(at + path, { method: 'POST', headers, body: JSON.stringify(body) });
  const venue = (await (await fetch(`${at}/api/venue`)).json()) as { services: Services };
  const offered = new Map(
    venue.services.items.filter(({ windows }) => windows.length > 0).map((item) => [item.id, item]),
  );
  const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
  const ids = [...offered.keys()];
  return {
    services: venue.services,
    take: async () =>
      takenTicket.parse(await (await post('/api/tickets', { serviceId: one(ids) })).json()).number,
    /** What may follow where a ticket stands: it is called, moved, held, passed or brought back. */
    change: async (page: LoadPage) => {
      const { state, serviceId } = page.ticket();
      const window = one(offered.get(serviceId)!.windows)!;
      const follow: Partial<Record<TicketView['state'], readonly StaffAction[]>> = {
        waiting: [{ kind: 'call', window }],
        called: [{ kind: 'move', window }, { kind: 'hold' }, { kind: 'pass' }],
        held: [{ kind: 'call', window }, { kind: 'resume' }],
        passed: [{ kind: 'call', window }, { kind: 'resume' }],
      };
      const action = one(follow[state] ?? []);
      if (action === undefined) return undefined;
      const response = await post(`/api/tickets/${page.number}/actions`, action);
      return response.ok ? ((await response.json()) as TicketView) : undefined;
    },
  };
}
