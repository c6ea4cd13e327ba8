import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestServer, type TestServer } from '../testing/hall';

const deploy = (file: string) =>
  readFileSync(fileURLToPath(new URL(`../../../../deploy/${file}`, import.meta.url)), 'utf8');

describe('watching a server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ env: { DAOYIN_METRICS_PORT: '0' } });
  }, 60_000);
  afterAll(() => server.close());

  const scrape = async (): Promise<string> =>
    (await fetch(`http://127.0.0.1:${server.metricsPort}/metrics`)).text();
  const figure = (text: string, series: string): number =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${series} `))
        ?.slice(series.length),
    );
  const take = () =>
    fetch(`${server.at}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"serviceId":"tax"}',
    });

  it('it is ready once its database answers, and says whether receivers are heard', async () => {
    const response = await fetch(`${server.at}/api/ready`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ ready: true, broker: true });
  });

  it('metrics count the people who wait, the pages, the answers and the adverts', async () => {
    await take();
    await take();
    const page = new WebSocket(`${server.at.replace('http', 'ws')}/api/events`);
    await new Promise((resolve) => page.once('message', resolve));
    const text = await scrape();
    expect(figure(text, 'daoyin_waiting{queue="B"}')).toBe(2);
    expect(figure(text, 'daoyin_pages')).toBe(1);
    expect(figure(text, 'daoyin_database_up')).toBe(1);
    expect(figure(text, 'daoyin_broker_up')).toBe(1);
    expect(figure(text, 'daoyin_beacons{state="registered"}')).toBe(1);
    expect(figure(text, 'daoyin_adverts_total{outcome="readings"}')).toBe(0);
    expect(
      figure(text, 'daoyin_http_request_seconds_count{route="/api/tickets",method="POST",status="2xx"}'),
    ).toBe(2);
    expect(figure(text, 'daoyin_ticket_changes_total{state="waiting"}')).toBeGreaterThanOrEqual(2);
    page.close();
  });

  it('no route of a metric holds what was asked for', async () => {
    await fetch(`${server.at}/api/tickets/Z998`);
    await fetch(`${server.at}/nothing/of/that/kind`);
    const text = await scrape();
    expect(text).toContain('route="/api/tickets/:number"');
    expect(text).not.toMatch(/Z998|nothing/);
  });

  it('visitors cannot ask for the metrics', async () => {
    expect((await fetch(`${server.at}/metrics`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${server.metricsPort}/api/tickets/B001`)).status).toBe(404);
  });

  it.each(['grafana-dashboard.json', 'prometheus-alerts.yml'])(
    'every metric that %s asks for is there',
    async (file) => {
      const named = [...(await scrape()).matchAll(/^# TYPE (\w+) (\w+)/gm)];
      const told = new Set(
        named.flatMap(([, name, kind]) =>
          kind === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
        ),
      );
      const asked = new Set(deploy(file).match(/\b(daoyin|nodejs|process)_[a-z0-9_]+/g));
      expect(asked.size).toBeGreaterThan(5);
      for (const name of asked) expect(told, name).toContain(name);
    },
  );
});
