import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Serves the benches' pages of the studio on a port of loopback, opens one in a browser, measures there, and closes all. */
export async function onStudioPage(
  { port, page: name }: { readonly port: number; readonly page: string },
  measure: (page: Page, browser: Browser) => Promise<void>,
): Promise<void> {
  const server = await createServer({
    root: `${root}bench/studio`,
    configFile: false,
    logLevel: 'error',
    cacheDir: `${root}.build/vite-bench-studio`,
    server: { port, host: '127.0.0.1', fs: { strict: false }, hmr: false, watch: null },
  });
  await server.listen();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on('pageerror', (error) => console.error(`page error: ${error.message}`));
    await page.goto(`http://127.0.0.1:${port}/${name}`);
    await measure(page, browser);
  } finally {
    await browser.close();
    await server.close();
  }
}
