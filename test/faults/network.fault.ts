import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problem, type TicketView, ticketView, type VenueBundle } from '@daoyin/protocol';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  noNetworks,
  openNetwork,
  type TestHost,
  type TestNetwork,
} from '../../apps/server/src/testing/network';
import { startPostgres, type TestPostgres } from '../../apps/server/src/testing/postgres';
import { type ServerProcess, startProcess } from '../../apps/server/src/testing/start-process';
import { withoutWebGl } from '../e2e/kiosk';

const why = noNetworks();
if (why !== undefined) console.warn(`The network cannot be split here, its tests are left out: ${why}`);

const FLAGS = ['--no-sandbox', '--disable-background-networking', '--disable-gpu'];
const { DAOYIN_CHROMIUM: browserProgram = '/usr/bin/chromium' } = process.env;
/** Two signs of life missed, and one turn of trying again. */
const PATIENCE = { timeout: 60_000, interval: 500 };

/** Server, database, phone and kiosk each with a network of its own, on one switch that loses one of them without a word. */
describe.skipIf(why !== undefined)('a network split', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daoyin-split-'));
  let network: TestNetwork;
  let postgres: TestPostgres;
  let server: ServerProcess;
  const browsers: Browser[] = [];

  beforeAll(async () => {
    network = openNetwork(['server', 'database', 'phone', 'kiosk']);
    postgres = await startPostgres({ host: network.host('database') });
    server = await startProcess(
      join(folder, 'data'),
      { DATABASE_URL: postgres.url },
      { machine: 'calls', hall: 'sample', host: network.host('server') },
    );
  }, 300_000);
  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    await server?.kill();
    await postgres?.stop();
    network?.close();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  /** A browser on a host of the network. */
  async function openPage(name: 'phone' | 'kiosk', path: string): Promise<Page> {
    const program = join(folder, name);
    writeFileSync(program, browserOn(network.host(name)));
    chmodSync(program, 0o755);
    const browser = await chromium.launch({ executablePath: program, args: FLAGS });
    browsers.push(browser);
    const page = await browser.newPage({ locale: 'zh-CN' });
    await page.addInitScript(withoutWebGl); // here the processor would draw it
    await page.goto(server.at + path, { timeout: 120_000 });
    return page;
  }
  const post = (path: string, body: object) =>
    fetch(server.at + path, {
      method: 'POST',
      headers: { authorization: `Bearer calls:${server.secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const take = () => post('/api/tickets', { serviceId: 'police-006' });
  const takeOne = async (): Promise<TicketView> => ticketView.parse(await (await take()).json());
  /** Where whoever stands at a window is, as a code on its sign says it. */
  const placeOf = async (window: string): Promise<string> => {
    const { venue } = (await (await fetch(`${server.at}/api/venue`)).json()) as VenueBundle;
    const { x, y, level } = venue.windows.find(({ number }) => number === window)!.at!;
    return `${x},${y},${level}`;
  };
  const textOf = (page: Page) => page.locator('body').innerText();

  it('between phone and server: the page says so, keeps its route, and has the number as it stands when they meet again', async () => {
    const { number, window } = await takeOne();
    const page = await openPage('phone', `/phone/?ticket=${number}#from=${await placeOf('32')}`);
    await page.getByTestId('distance-left').waitFor({ timeout: 120_000 });
    const other = window === '12' ? '13' : '12';
    network.split('phone');
    const called = await post(`/api/tickets/${number}/actions`, { kind: 'call', window: other });
    expect(called.status).toBe(200);
    await vi.waitFor(async () => expect(await textOf(page)).toContain('网络断开'), PATIENCE);
    expect(await page.getByTestId('distance-left').isVisible()).toBe(true);
    network.mend('phone');
    await vi.waitFor(async () => {
      const text = await textOf(page);
      expect(text).not.toContain('网络断开');
      expect(text).toContain(other);
    }, PATIENCE);
  }, 400_000);

  it('between kiosk and server: it says so, finds the way to a window all the same, and is whole again by itself', async () => {
    const page = await openPage('kiosk', '/kiosk/');
    await page.locator('.number-pad').waitFor({ timeout: 120_000 });
    network.split('kiosk');
    await vi.waitFor(async () => expect(await textOf(page)).toContain('网络断开'), PATIENCE);
    for (const key of '32')
      await page.locator('.number-pad').getByRole('button', { name: key, exact: true }).click();
    await page.locator('.number-go').click();
    await vi.waitFor(async () => expect(await textOf(page)).toMatch(/\d+\s*米/), PATIENCE);
    network.mend('kiosk');
    await vi.waitFor(async () => expect(await textOf(page)).not.toContain('网络断开'), PATIENCE);
  }, 400_000);

  it('between server and database: a clear problem instead of a number, not ready; then on, with the next number', async () => {
    const before = await takeOne();
    network.split('database');
    const refused = await take();
    expect(refused.status).toBe(503);
    expect(problem.parse(await refused.json()).title).toBe('The database is away');
    expect((await fetch(`${server.at}/api/ready`)).status).toBe(503);
    expect((await fetch(`${server.at}/api/venue`)).status).toBe(200);
    network.mend('database');
    await vi.waitFor(async () => expect((await fetch(`${server.at}/api/ready`)).status).toBe(200), PATIENCE);
    const after = await takeOne();
    expect(Number(after.number.slice(1))).toBeGreaterThan(Number(before.number.slice(1)));
  }, 200_000);
});

/** A program that is the browser, started on a host. */
function browserOn({ on }: TestHost): string {
  return `#!/bin/sh\nexec ${on.join(' ')} ${browserProgram} "$@"\n`;
}
