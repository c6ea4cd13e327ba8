import { execFileSync, spawnSync } from 'node:child_process';

/**
 * Hosts on one switch, as network namespaces of this machine: each has addresses, routes and a loopback of its own, and what is split
 * is split by the kernel.
 */
export interface TestNetwork {
  readonly host: (name: string) => TestHost;
  /** The switch swallows what comes from a host and goes to it; nobody is told, as where a switch in between fails. */
  readonly split: (host: string) => void;
  readonly mend: (host: string) => void;
  readonly close: () => void;
}

export interface TestHost {
  readonly address: string;
  /** What to put before a command for it to run on the host. */
  readonly on: readonly string[];
}

/** This machine without a network of its own. */
export const LOOPBACK: TestHost = { address: '127.0.0.1', on: [] };

/** This process is a host on the switch too. */
const HERE = 'here';
const SUBNET = '10.213.77';

/** Why this machine cannot have networks of its own; undefined where it can. */
export function noNetworks(): string | undefined {
  if (process.platform !== 'linux') return 'network namespaces are of Linux';
  if (process.getuid?.() !== 0) return 'network namespaces are made by root only';
  const name = `daoyin-${process.pid}`;
  const made = spawnSync('ip', ['netns', 'add', name], { encoding: 'utf8' });
  if (made.error) return 'ip is missing: sudo apt-get install -y iproute2';
  if (made.status !== 0) return `ip netns add: ${made.stderr.trim()}`;
  ip('netns', 'delete', name);
  return undefined;
}

/** Makes a switch and hosts on it. Root on Linux only; throws with what `ip` says where it cannot. */
export function openNetwork(hosts: readonly string[]): TestNetwork {
  const own = `dy${process.pid}`;
  const middle = `${own}-switch`;
  const space = (host: string) => `${own}-${host}`;
  const all = [HERE, ...hosts];
  const port = (host: string) => `p${all.indexOf(host)}`;
  const cable = `${own}x`.slice(0, 15);
  const made: string[] = [];
  const close = () => {
    spawnSync('ip', ['link', 'delete', cable]);
    for (const name of made) spawnSync('ip', ['netns', 'delete', name]);
  };
  const addSpace = (name: string) => {
    ip('netns', 'add', name);
    made.push(name);
    ip('-n', name, 'link', 'set', 'lo', 'up');
  };
  const plug = (host: string) => {
    const near = host === HERE ? cable : 'eth0';
    const at = host === HERE ? [] : ['-n', space(host)];
    const into = host === HERE ? [] : ['netns', space(host)];
    if (host !== HERE) addSpace(space(host));
    ip('-n', middle, 'link', 'add', port(host), 'type', 'veth', 'peer', 'name', `${cable}t`);
    ip('-n', middle, 'link', 'set', `${cable}t`, ...(host === HERE ? ['netns', String(process.pid)] : into));
    ip(...at, 'link', 'set', `${cable}t`, 'name', near);
    ip('-n', middle, 'link', 'set', port(host), 'master', 'bridge', 'up');
    ip(...at, 'addr', 'add', `${addressOf(host)}/24`, 'dev', near);
    ip(...at, 'link', 'set', near, 'up');
  };
  const addressOf = (host: string) => {
    if (!all.includes(host)) throw new Error(`There is no host ${host} on the switch.`);
    return `${SUBNET}.${all.indexOf(host) + 1}`;
  };
  /** Of a bridge's port: 3 forwards, 0 does not (`bridge link`, ip-link(8)). */
  const setPort = (host: string, state: 0 | 3) => {
    addressOf(host);
    execFileSync('bridge', ['-n', middle, 'link', 'set', 'dev', port(host), 'state', String(state)]);
  };
  try {
    addSpace(middle);
    ip('-n', middle, 'link', 'add', 'bridge', 'type', 'bridge');
    ip('-n', middle, 'link', 'set', 'bridge', 'up');
    for (const host of all) plug(host);
  } catch (error) {
    close();
    throw error;
  }
  return {
    host: (name) => ({
      address: addressOf(name),
      on: name === HERE ? [] : ['ip', 'netns', 'exec', space(name)],
    }),
    split: (host) => setPort(host, 0),
    mend: (host) => setPort(host, 3),
    close,
  };
}

function ip(...args: readonly string[]): void {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
