import { isLoopback, type SiteView, siteView } from '@daoyin/protocol';
import { useEffect, useState } from 'react';
import { type ApiResult, request } from './client';

/** What the server knows of the place where it runs. */
export const fetchSite = (): Promise<ApiResult<SiteView>> => request('/api/site', siteView.parse);

const AGAIN_MS = 5 * 60_000;

/** What is set for the hall, asked again every five minutes; undefined until the first answer. */
export function useSite(): SiteView | undefined {
  const [site, setSite] = useState<SiteView | undefined>(undefined);
  useEffect(() => {
    const ask = () =>
      void fetchSite().then((answer) => {
        if (answer.ok) setSite((known) => (isSame(known, answer.value) ? known : answer.value));
      });
    ask();
    const timer = setInterval(ask, AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return site;
}

const isSame = (a: SiteView | undefined, b: SiteView): boolean =>
  a?.publicUrl === b.publicUrl && a.kioskPin === b.kioskPin;

/**
 * The address below which a phone finds this hall, without a slash at the end: what the hall has set, else where this page was
 * opened. Undefined where that is the machine itself, which no phone can open.
 */
export function phoneBase(
  site: Pick<SiteView, 'publicUrl'> | undefined,
  page: { readonly origin: string; readonly hostname: string },
): string | undefined {
  if (site?.publicUrl) return site.publicUrl;
  return isLoopback(page.hostname) ? undefined : page.origin;
}
