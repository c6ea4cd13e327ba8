import type { Kind } from './kinds';
import * as kinds from './kinds';

/**
 * One thing that can be set: by its key in the file, by a flag of the command line where it has one, and by the environment as
 * `DAOYIN_` and its key (`DAOYIN_HTTP_PORT`), or under a name that everybody knows.
 */
export interface Setting<T> {
  readonly key: string;
  readonly kind: Kind<T>;
  readonly flag?: string;
  readonly env?: string;
  readonly says: string;
}

const setting = <T>(key: string, kind: Kind<T>, says: string, names: { flag?: string; env?: string } = {}) =>
  ({ key, kind, says, ...names }) satisfies Setting<T>;

const port = kinds.number(0, 65_535);

/** All that can be set, in the order of the help. */
export const settings = {
  port: setting('http.port', port, 'HTTP port (8080)', { flag: 'port' }),
  host: setting('http.host', kinds.text, 'address to listen on (all)', { flag: 'host' }),
  tlsCertificate: setting('http.tls-certificate', kinds.path, 'certificate chain (PEM): pages by https'),
  tlsKey: setting('http.tls-key', kinds.path, 'its private key (PEM)'),
  publicUrl: setting(
    'http.public-url',
    kinds.publicAddress,
    "where visitors' phones reach this server, for QR codes (else set on the staff page)",
    { flag: 'public-url', env: 'PUBLIC_URL' },
  ),
  trustProxy: setting(
    'http.trust-proxy',
    kinds.onOff,
    "take visitors' addresses from X-Forwarded-For: behind a proxy of your own only",
    { flag: 'trust-proxy' },
  ),
  venue: setting('hall.plan', kinds.path, 'floor plan folder (floorplans/zhongshan)', { flag: 'venue' }),
  beacons: setting('hall.beacons', kinds.path, 'beacon register (beacons.json)', { flag: 'beacons' }),
  timeZone: setting('hall.time-zone', kinds.timeZone, 'IANA zone of the hall (Asia/Shanghai)', {
    flag: 'time-zone',
  }),
  data: setting('storage.data', kinds.path, 'where tickets are kept (.data)', { flag: 'data' }),
  databaseUrl: setting(
    'storage.database-url',
    kinds.address('postgres:', 'postgresql:'),
    'a PostgreSQL instead of the database inside',
    { env: 'DATABASE_URL' },
  ),
  ticketDays: setting(
    'storage.ticket-days',
    kinds.number(2, 36_500),
    'days after which tickets and their events are deleted (400)',
  ),
  auditDays: setting(
    'storage.audit-days',
    kinds.number(30, 36_500),
    'days after which the audit is deleted (1100)',
  ),
  mqttUrl: setting(
    'broker.url',
    kinds.address('mqtt:', 'mqtts:', 'tcp:', 'ws:', 'wss:'),
    'an MQTT broker instead of the one inside',
    { env: 'MQTT_URL' },
  ),
  mqttPort: setting('broker.port', port, 'port of the MQTT broker inside (1883)', { flag: 'mqtt-port' }),
  logLevel: setting(
    'log.level',
    kinds.oneOf('error', 'warn', 'info', 'debug'),
    'the least that is logged (info)',
  ),
  logFormat: setting(
    'log.format',
    kinds.oneOf('json', 'text'),
    'a JSON object a line, or text (text on a terminal, else json)',
  ),
  metricsPort: setting('metrics.port', port, 'port of the metrics for Prometheus (none)'),
  metricsHost: setting('metrics.host', kinds.text, 'address of the metrics (127.0.0.1)'),
  backupFolder: setting('backup.folder', kinds.path, 'where backups are written (none)'),
  backupAt: setting('backup.at', kinds.timeOfDay, 'when, in the time of the hall (02:30)'),
  backupKeep: setting('backup.keep', kinds.number(1, 10_000), 'how many backups are kept (14)'),
  walks: setting('debug.walks', kinds.path, 'recorded walks for the debug player', { flag: 'walks' }),
  demo: setting(
    'debug.demo',
    kinds.onOff,
    'with a demonstration visitor who walks to the window of a ticket, and a day of 2,400 others',
    { flag: 'demo' },
  ),
  demoSpeed: setting(
    'debug.demo-speed',
    kinds.number(0.1, 100, false),
    'how many times faster than life the visitor walks and the day passes (1)',
    { flag: 'demo-speed' },
  ),
};

export type SettingName = keyof typeof settings;
export type ValueOf<Name extends SettingName> =
  (typeof settings)[Name]['kind'] extends Kind<infer T> ? T : never;
/** What was set, wherever. */
export type Values = { readonly [Name in SettingName]?: ValueOf<Name> };

export const settingNames = Object.keys(settings) as SettingName[];
/** `DAOYIN_HTTP_PORT` for `http.port`. */
export const envNameOf = (key: string): string => `DAOYIN_${key.replaceAll(/[.-]/g, '_').toUpperCase()}`;
