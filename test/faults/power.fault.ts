import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startPostgres, type TestPostgres } from '../../apps/server/src/testing/postgres';
import { openProxy, type Wire } from '../../apps/server/src/testing/proxy';
import { type ServerProcess, startProcess } from '../../apps/server/src/testing/start-process';

const { DAOYIN_CHROMIUM: browserProgram = '/usr/bin/chromium' } = process.env;
const WAITING = pathToFileURL(resolve('deploy/kiosk/waiting.html')).href;
/** A cold start of everything on a busy machine. */
const PATIENCE = { timeout: 120_000, interval: 500 };
/** A kiosk that is not the first of the hall, with what staff have set on it. */
const ASKED = 'at=30,20,2F,90&quiet=120&theme=dark&language=en';

/** What the unit starts the browser with, but for the screen that is not here, and a way to look at its page. */
function kioskFlags(folder: string): string[] {
  const unit = readFileSync('deploy/kiosk/daoyin-kiosk.service', 'utf8');
  const command = /^ExecStart=((?:.*\\\n)*.*)$/m.exec(unit)![1]!.replaceAll('\\\n', ' ');
  const flags = command.split(/\s+/).filter((word) => word.startsWith('--') && word.length > 2);
  const own = flags.filter((flag) => !/^--(ozone-platform|user-data-dir)/.test(flag));
  return [
    ...own,
    `--user-data-dir=${folder}`,
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--remote-debugging-port=0',
  ];
}

describe('the power of a whole hall fails: server and kiosk are gone at once, and what the kiosk had written with them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daoyin-power-'));
  let postgres: TestPostgres;
  let server: ServerProcess;
  let wire: Wire;
  let kiosk: { readonly process: ChildProcess; readonly browser: Browser } | undefined;
  let starts = 0;

  beforeAll(async () => {
    postgres = await startPostgres();
    server = await startServer();
  }, 300_000);
  afterAll(async () => {
    await cutKiosk();
    await server?.kill();
    await wire?.close();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const startServer = () =>
    startProcess(join(folder, 'data'), { DATABASE_URL: postgres.url }, { hall: 'sample' });

  /** As the unit does, with the profile of a memory that has forgotten everything. */
  async function startKiosk(address: string): Promise<Page> {
    const profile = join(folder, `profile-${++starts}`);
    const child = spawn(browserProgram, [...kioskFlags(profile), `${WAITING}#${address}`], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const end = await new Promise<string>((found, failed) => {
      let said = '';
      child.once('exit', (code) => failed(new Error(`the browser ended with ${code}: ${said}`)));
      child.stderr!.on('data', (bytes) => {
        said += bytes;
        const [, at] = /DevTools listening on (\S+)/.exec(said) ?? [];
        if (at !== undefined) found(at);
      });
    });
    const browser = await chromium.connectOverCDP(end);
    kiosk = { process: child, browser };
    return browser.contexts()[0]!.pages()[0]!;
  }
  async function cutKiosk(): Promise<void> {
    if (kiosk === undefined) return;
    const { process: child } = kiosk;
    kiosk = undefined;
    const ended = once(child, 'exit');
    process.kill(-child.pid!, 'SIGKILL');
    await ended;
  }
  const textOf = (page: Page) => page.locator('body').innerText();
  const expectHome = async (page: Page) => {
    await page.locator('.number-pad').waitFor({ timeout: PATIENCE.timeout });
    expect(await page.locator('.kiosk-here').innerText()).toContain('2F');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  };

  it('the kiosk, up first, says in both languages that it starts, and shows its own page as soon as the server answers', async () => {
    wire = await openProxy({ port: Number(new URL(server.at).port) });
    const address = `http://localhost:${wire.port}/kiosk/?${ASKED}`;
    await expectHome(await startKiosk(address));

    await Promise.all([cutKiosk(), server.kill()]);
    const page = await startKiosk(address);
    await vi.waitFor(async () => expect(await textOf(page)).toContain('导引正在启动'), PATIENCE);
    expect(await textOf(page)).toContain('The guide is starting');
    await page.waitForTimeout(7000); // tries that find nobody
    expect(page.url()).toMatch(/^file:/);

    server = await startServer();
    wire.lead(Number(new URL(server.at).port));
    await expectHome(page);
  }, 400_000);
});
