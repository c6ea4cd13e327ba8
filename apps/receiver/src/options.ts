import { parseArgs } from 'node:util';

export type Options =
  | {
      readonly kind: 'record';
      readonly out: string;
      readonly append: boolean;
      readonly seconds: number | undefined;
      readonly extended: boolean;
    }
  | {
      readonly kind: 'receive';
      readonly server: string;
      readonly venue: string;
      readonly receiver: string;
      readonly session: string | undefined;
      readonly token: string | undefined;
      /** A recording to play instead of listening. */
      readonly from: string | undefined;
      readonly speed: number;
      readonly seconds: number | undefined;
      readonly extended: boolean;
    }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly message: string };

const recordHelp = `Usage: daoyin record --out FILE

Writes every Bluetooth advert that this machine hears, as JSONL that decode and locate read, until Ctrl+C.

  --out FILE     file to write; it must not be there yet
  --append       write behind what is there
  --seconds N    stop after N seconds
  --extended     listen with the commands of Bluetooth 5`;

const receiveHelp = `Usage: daoyin receive [--server URL]

Sends every Bluetooth advert that this machine hears to the server, in batches by MQTT, until Ctrl+C. While the server
is away they are kept, the newest 60,000.

  --server URL    the server's MQTT broker (mqtt://localhost:1883)
  --venue NAME    venue of the beacon register (zhongshan)
  --receiver ID   what this receiver is called (the machine's name)
  --token SECRET  the receiver's secret, where it runs on another machine (or DAOYIN_RECEIVER_TOKEN)
  --session ID    listening session of a visitor that it lends its ears to
  --from FILE     play what record wrote instead of listening
  --speed N       how many times faster than life it is played (1)
  --seconds N     stop after N seconds
  --extended      listen with the commands of Bluetooth 5`;

/** The options from the command line; `hostname` names a receiver that is given no name. */
export function readOptions([command, ...args]: readonly string[], hostname: string): Options {
  if (command !== 'record' && command !== 'receive') {
    return { kind: 'wrong', message: `there is no command ${command}` };
  }
  if (args.includes('--help') || args.includes('-h')) {
    return { kind: 'help', text: command === 'record' ? recordHelp : receiveHelp };
  }
  try {
    return command === 'record' ? readRecord(args) : readReceive(args, hostname);
  } catch (error) {
    const message = (error as Error).message.split('. To specify')[0]!.replace(/\.$/, '');
    return { kind: 'wrong', message: `${command}: ${message}; see --help` };
  }
}

function readRecord(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string' },
      append: { type: 'boolean', default: false },
      seconds: { type: 'string' },
      extended: { type: 'boolean', default: false },
    },
  });
  const { out, append, extended } = values;
  if (out === undefined) throw new Error('--out missing');
  return { kind: 'record', out, append, extended, seconds: secondsOf(values.seconds) };
}

function readReceive(args: readonly string[], hostname: string): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      server: { type: 'string', default: 'mqtt://localhost:1883' },
      venue: { type: 'string', default: 'zhongshan' },
      receiver: { type: 'string' },
      session: { type: 'string' },
      token: { type: 'string' },
      from: { type: 'string' },
      speed: { type: 'string', default: '1' },
      seconds: { type: 'string' },
      extended: { type: 'boolean', default: false },
    },
  });
  const { server, venue, session, token = process.env.DAOYIN_RECEIVER_TOKEN, extended } = values;
  checkServer(server);
  const receiver = topicPart(values.receiver ?? hostname);
  const seconds = secondsOf(values.seconds);
  const speed = positive('speed', values.speed);
  const { from } = values;
  return {
    kind: 'receive',
    server,
    venue: topicPart(venue),
    receiver,
    session,
    token,
    from,
    speed,
    seconds,
    extended,
  };
}

function checkServer(url: string): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (['mqtt:', 'mqtts:', 'ws:', 'wss:'].includes(protocol)) return;
  throw new Error(
    `--server is ${JSON.stringify(url)}, expected the broker's address such as mqtt://localhost:1883`,
  );
}

/** MQTT 5, 4.7: these have a meaning in topics. */
function topicPart(name: string): string {
  if (name === '' || name.length > 64 || /[+#/\0]/.test(name)) {
    throw new Error(`${JSON.stringify(name)} is no name: 1 to 64 characters without + # /`);
  }
  return name;
}

function secondsOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : positive('seconds', text);
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} is ${JSON.stringify(text)}, expected more than 0`);
  return value;
}
