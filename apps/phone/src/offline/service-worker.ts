/// <reference lib="webworker" />
import { strategyOf } from './strategy';

declare const self: ServiceWorkerGlobalScope;

/** Every file that the phone page can ask for, and a name for just these; filled in by the build (vite.config.ts). */
declare const __PHONE_FILES__: readonly string[];
declare const __PHONE_VERSION__: string;

const PREFIX = 'daoyin-phone-';
const CACHE = PREFIX + __PHONE_VERSION__;
const PAGE = '/phone/';
const PLAN = '/api/venue';
/** A server that has not begun to answer by then counts as away. */
const PATIENCE_MS = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([PAGE, PLAN, ...__PHONE_FILES__])));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOld().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const strategy = strategyOf(url.pathname, request.mode === 'navigate');
  if (strategy === 'shell') event.respondWith(kept(PAGE, request));
  else if (strategy === 'kept') event.respondWith(kept(url.pathname, request));
  else if (strategy === 'fresh') event.respondWith(fresh(request));
});

async function kept(path: string, request: Request): Promise<Response> {
  return (await caches.match(path)) ?? fetch(request);
}

/** The server's answer, kept for later; else what was kept. */
async function fresh(request: Request): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.ok) await (await caches.open(CACHE)).put(PLAN, response.clone());
    return response;
  } catch (error) {
    const last = await caches.match(PLAN);
    if (last === undefined) throw error;
    return last;
  }
}

async function dropOld(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
}
