import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import * as air from './air';

const COMMAND = 0x01;
const LE = 0x08 << 10;
const READ_LOCAL_VERSION = 0x0001 | (0x04 << 10);
const READ_BD_ADDR = 0x0009 | (0x04 << 10);
const READ_LE_HOST_SUPPORTED = 0x006c | (0x03 << 10);
const READ_LE_BUFFER_SIZE = 0x0002 | LE;

/** What each command is answered with, after its status of 0. */
const ANSWERS: Readonly<Record<number, Uint8Array>> = {
  [READ_LOCAL_VERSION]: air.bytes(0x0b, air.u16le(1), 0x0b, air.u16le(2), air.u16le(3)),
  [READ_BD_ADDR]: air.addressLe('00:11:22:33:44:55'),
  [READ_LE_HOST_SUPPORTED]: air.bytes(1, 0),
  [READ_LE_BUFFER_SIZE]: air.bytes(air.u16le(27), 8),
};

/**
 * In the place of `@abandonware/bluetooth-hci-socket`: a controller that answers every command and hears what it is told to. Each
 * `data` is one packet, as the kernel's raw socket gives them.
 */
export class StandInSocket extends EventEmitter {
  static last: StandInSocket | undefined;
  readonly commands: number[] = [];

  constructor() {
    super();
    StandInSocket.last = this;
  }

  bindRaw(): void {}
  start(): void {}
  stop(): void {}
  setFilter(): void {}
  isDevUp(): boolean {
    return true;
  }

  write(command: Buffer): void {
    if (command[0] !== COMMAND) return;
    const opcode = command.readUInt16LE(1);
    this.commands.push(opcode);
    const answer = ANSWERS[opcode] ?? new Uint8Array(0);
    const parameters = air.bytes(1, air.u16le(opcode), 0x00, answer);
    setImmediate(() => this.hear(air.bytes(0x04, 0x0e, parameters.length, parameters)));
  }

  hear(packet: Uint8Array): void {
    this.emit('data', Buffer.from(packet));
  }
}

/** Puts the stand-in where noble's own files look for the socket; they are loaded anew, and run unmodified. */
export function replaceSocketModule(socket: unknown = StandInSocket): void {
  const require = createRequire(import.meta.url);
  const noble = createRequire(require.resolve('@abandonware/noble/package.json'));
  const file = noble.resolve('@abandonware/bluetooth-hci-socket');
  for (const loaded of Object.keys(require.cache)) {
    if (loaded.includes('@abandonware/noble')) delete require.cache[loaded];
  }
  require.cache[file] = {
    id: file,
    filename: file,
    loaded: true,
    exports: socket,
  } as unknown as NodeJS.Module;
}
