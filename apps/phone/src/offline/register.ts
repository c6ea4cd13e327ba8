/**
 * Keeps the page on the phone, so that it opens and guides without any network. Begun when the page stands, never before it; without
 * TLS, or in a browser that keeps nothing, the page simply needs the network.
 */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const register = () =>
    void navigator.serviceWorker
      .register('/phone/service-worker.js', { scope: '/phone/' })
      .catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
