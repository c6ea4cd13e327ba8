import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readPublicUrl } from '@daoyin/protocol';

export interface ServerOptions {
  readonly port: number;
  readonly host: string;
  readonly venue: string;
  readonly beacons: string;
  readonly data: string;
  readonly walks: string | undefined;
  readonly demo: boolean;
  readonly demoSpeed: number;
  readonly databaseUrl: string | undefined;
  readonly mqttUrl: string | undefined;
  readonly mqttPort: number;
  readonly mqttPortAsked: boolean;
  readonly timeZone: string;
  /** Where phones reach this server; undefined leaves it to the staff page. */
  readonly publicUrl: string | undefined;
  readonly trustProxy: boolean;
}

export type OptionsResult =
  | { readonly kind: 'run'; readonly options: ServerOptions }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly message: string };

export const serveHelp = `Usage: daoyin serve [options]

Starts the whole system on one machine: pages, API, event stream, database and MQTT broker.

  --port N          HTTP port (8080)
  --host ADDRESS    address to listen on (all)
  --venue DIR       floor plan folder (floorplans/zhongshan)
  --beacons FILE    beacon register (beacons.json)
  --data DIR        where tickets are kept (.data)
  --demo            with a demonstration visitor who walks to the window of a ticket, and a day of 2,400 others
  --demo-speed N    how many times faster than life the visitor walks and the day passes (1)
  --walks DIR       recorded walks for the debug player
  --mqtt-port N     port of the MQTT broker inside (1883)
  --time-zone ZONE  IANA zone of the hall (Asia/Shanghai)
  --public-url URL  where visitors' phones reach this server, for QR codes (else set on the staff page)
  --trust-proxy     take visitors' addresses from X-Forwarded-For: behind a proxy of your own only

PUBLIC_URL may stand for --public-url. DATABASE_URL names a PostgreSQL and MQTT_URL a broker to use instead of those inside.`;

/** The options from the command line and the environment; folders relative to where the command was given. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv, root: string): OptionsResult {
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({ args: [...args], allowPositionals: false, options: flags }));
  } catch (error) {
    return { kind: 'wrong', message: (error as Error).message };
  }
  if (values.help === true) return { kind: 'help', text: serveHelp };
  const text = (name: string, otherwise: string) =>
    typeof values[name] === 'string' ? values[name] : otherwise;
  const numbers = {
    port: text('port', '8080'),
    'mqtt-port': text('mqtt-port', '1883'),
    'demo-speed': text('demo-speed', '1'),
  };
  for (const [name, value] of Object.entries(numbers)) {
    const most = name === 'demo-speed' ? 100 : 65_535;
    if (!(Number(value) >= 0 && Number(value) <= most))
      return { kind: 'wrong', message: `--${name} ${value}: expected 0 to ${most}.` };
  }
  const asked = text('public-url', env.PUBLIC_URL ?? '');
  const address = asked === '' ? undefined : readPublicUrl(asked);
  if (address?.ok === false) return { kind: 'wrong', message: `--public-url: ${address.message}` };
  return {
    kind: 'run',
    options: {
      port: Number(numbers.port),
      host: text('host', '::'),
      venue: resolve(text('venue', resolve(root, 'floorplans/zhongshan'))),
      beacons: resolve(text('beacons', resolve(root, 'beacons.json'))),
      data: resolve(text('data', resolve(root, '.data'))),
      walks: typeof values.walks === 'string' ? resolve(values.walks) : undefined,
      demo: values.demo === true,
      demoSpeed: Math.max(0.1, Number(numbers['demo-speed'])),
      databaseUrl: env.DATABASE_URL,
      mqttUrl: env.MQTT_URL,
      mqttPort: Number(numbers['mqtt-port']),
      mqttPortAsked: values['mqtt-port'] !== undefined,
      trustProxy: values['trust-proxy'] === true,
      publicUrl: address?.url,
      timeZone: text('time-zone', 'Asia/Shanghai'),
    },
  };
}

const flags = {
  port: { type: 'string' },
  host: { type: 'string' },
  venue: { type: 'string' },
  beacons: { type: 'string' },
  data: { type: 'string' },
  walks: { type: 'string' },
  demo: { type: 'boolean' },
  'demo-speed': { type: 'string' },
  'mqtt-port': { type: 'string' },
  'time-zone': { type: 'string' },
  'public-url': { type: 'string' },
  'trust-proxy': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;
