import { z } from 'zod';

/** What pages must know of the place where they run. */
export const siteView = z.object({
  /** Where visitors' phones reach this server, without a slash at the end; null where nobody has said. */
  publicUrl: z.string().nullable(),
  /** Whether kiosks' settings can be opened by a PIN. */
  kioskPin: z.boolean(),
});

export type SiteView = z.infer<typeof siteView>;

/** What an admin sets; what is left out stays, null takes it away. */
export const siteChange = z.object({
  publicUrl: z.string().max(200).nullable().optional(),
  kioskPin: z
    .string()
    .regex(/^\d{4,12}$/)
    .nullable()
    .optional(),
});

export type SiteChange = z.infer<typeof siteChange>;

export type PublicUrlResult =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly message: string };

/** An address that phones can open: http or https, a host that is not this machine's own, no query. The slash at the end goes. */
export function readPublicUrl(text: string): PublicUrlResult {
  if (!URL.canParse(text)) return { ok: false, message: `${text} is not a web address.` };
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) return { ok: false, message: `${text} is not http or https.` };
  if (isLoopback(url.hostname))
    return { ok: false, message: `${url.hostname} is the machine itself: no phone can open it.` };
  if (url.search !== '' || url.hash !== '' || url.username !== '')
    return { ok: false, message: `${text}: only host, port and path.` };
  return { ok: true, url: `${url.origin}${url.pathname}`.replace(/\/+$/, '') };
}

/** Whether a host name is the machine's own: `localhost`, 127.0.0.0/8, ::1, or no address at all. */
export function isLoopback(host: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[?::1?\]?)$/i.test(host);
}
