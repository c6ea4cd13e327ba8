import { normal, type Random } from '@daoyin/geometry';
import { bodyLossDb, CHANNEL, clockRate, measuredDbm, pathLossDb, receptionProbability } from './channel';
import { type Fading, passersBy, ricianFading } from './fading';
import { endMs, type Motion, type Pose, poseAt } from './motion';
import { azimuthPattern } from './shadowing';
import { stream } from './streams';
import { type Link, linkTo, type RadioBeacon, type RadioWorld, type Variant } from './world';

/** An identified signal in the contract's line format. */
export interface BeaconLine {
  readonly atMs: number;
  readonly beacon: string;
  readonly rssiDbm: number;
}

/** What is this far below the sensitivity is neither received nor disturbs. */
const INAUDIBLE_DBM = CHANNEL.receiver.sensitivityDbm - 8;
/** Upper bound in dB of what shadowing, patterns and fading add to the mean. */
const LUCK_DB = 16;
/** Upper bound in dB of what fading and patterns add to a static link. */
const DYNAMIC_LUCK_DB = 8;
const HOPELESS_DB = 10;
const CHUNK_MS = 1000;

/** All that a phone hears on its way, in the order in which the host says so. */
export function readingsOf(
  world: RadioWorld,
  motion: Motion,
  seed: number,
  variant: Variant = {},
): readonly BeaconLine[] {
  const phone = createPhone(world, seed, variant);
  const senders = world.beacons
    .filter(({ dead }) => !dead)
    .map((beacon) => createSender(world, beacon, seed, variant));
  for (const sender of senders) sender.nextMs += motion.startMs;
  const lines: BeaconLine[] = [];
  const end = endMs(motion);
  for (let fromMs = motion.startMs; fromMs < end; fromMs += CHUNK_MS) {
    const packets = packetsOn(world, motion, senders, phone, Math.min(end, fromMs + CHUNK_MS));
    for (const [i, packet] of packets.entries()) {
      const line = receive(packet, interferenceAt(packets, i));
      if (line !== undefined) lines.push(line);
    }
  }
  return lines.sort((a, b) => a.atMs - b.atMs);
}

/** The receiver: its gain, its pattern in the direction of the walker's heading, and how much the body takes. */
interface Phone {
  readonly gainDb: number;
  readonly patternDb: (azimuth: number) => number;
  readonly frontToBackDb: number;
}

function createPhone({ effects }: RadioWorld, seed: number, { phoneGainDb, crowd = false }: Variant): Phone {
  const random = stream(seed, 'phone');
  const drawn = normal(random) * CHANNEL.receiver.gainSdDb;
  const { frontToBackDb, crowdExtraDb, phonePatternDb } = effects.body;
  return {
    gainDb: phoneGainDb ?? drawn,
    patternDb: azimuthPattern(random, phonePatternDb),
    frontToBackDb: frontToBackDb + (crowd ? crowdExtraDb : 0),
  };
}

/** A beacon on the air, with the state of its link to this walker. */
interface Sender {
  readonly beacon: RadioBeacon;
  readonly clock: Random;
  readonly reception: Random;
  readonly intervalMs: number;
  readonly fading: Fading;
  readonly passing: (atMs: number, distance: number) => number;
  nextMs: number;
  last: { readonly link: Link; readonly odometer: number } | undefined;
}

function createSender(
  { effects }: RadioWorld,
  beacon: RadioBeacon,
  seed: number,
  { crowd = false }: Variant,
): Sender {
  const { id } = beacon.beacon;
  const clock = stream(seed, `clock/${id}`);
  return {
    beacon,
    clock,
    reception: stream(seed, `reception/${id}`),
    intervalMs: beacon.intervalMs * clockRate(clock),
    fading: ricianFading(stream(seed, `fading/${id}`), effects.fading),
    passing: passersBy(stream(seed, `passing/${id}`), crowd ? effects.crowd : effects.passersBy),
    nextMs: clock() * beacon.intervalMs,
    last: undefined,
  };
}

/** A packet on the channel that the phone listens to, with its power there. */
interface Packet {
  readonly atMs: number;
  readonly sender: Sender;
  readonly powerDbm: number;
}

/** The packets of the time until `untilMs` that are strong enough to be heard or to disturb, in order of time. */
function packetsOn(
  world: RadioWorld,
  motion: Motion,
  senders: readonly Sender[],
  phone: Phone,
  untilMs: number,
): readonly Packet[] {
  const packets: Packet[] = [];
  const near = poseAt(motion, untilMs);
  for (const sender of senders) {
    const silent = bestPowerDbm(sender.beacon, near) + phone.gainDb < INAUDIBLE_DBM;
    for (
      ;
      sender.nextMs < untilMs;
      sender.nextMs += sender.intervalMs + sender.clock() * CHANNEL.air.jitterMs
    ) {
      if (silent) continue;
      const powerDbm = powerAt(world, motion, sender, phone, sender.nextMs);
      if (powerDbm > INAUDIBLE_DBM) packets.push({ atMs: sender.nextMs, sender, powerDbm });
    }
  }
  return packets.sort((a, b) => a.atMs - b.atMs);
}

/** More than the power that can be had of a beacon within a few metres of a pose, from its distance alone. */
function bestPowerDbm({ at, powerDbm }: RadioBeacon, pose: Pose): number {
  const metres = Math.max(1, Math.hypot(at.x - pose.x, at.y - pose.y, at.z - pose.z) - 2);
  return powerDbm + LUCK_DB - pathLossDb(metres);
}

function powerAt(world: RadioWorld, motion: Motion, sender: Sender, phone: Phone, atMs: number): number {
  const pose = poseAt(motion, atMs);
  const link = linkHere(world, sender, pose, INAUDIBLE_DBM - phone.gainDb - DYNAMIC_LUCK_DB);
  const steady = link.powerDbm + phone.gainDb + receiverGainDb(link, pose, phone);
  if (steady + DYNAMIC_LUCK_DB < INAUDIBLE_DBM) return steady;
  const channel = Math.floor(atMs / CHANNEL.receiver.scanWindowMs) % 3;
  return (
    steady - sender.passing(atMs, link.distance) + sender.fading(atMs, pose.odometer, channel, link.inSight)
  );
}

/** The static link, looked at again after 5 cm, and after 1 m where it is hopeless: a shadow of 10 dB does not end within that. */
function linkHere(world: RadioWorld, sender: Sender, pose: Pose, floorDbm: number): Link {
  const { last } = sender;
  const validFor = last !== undefined && last.link.powerDbm < floorDbm - HOPELESS_DB ? 1 : 0.05;
  if (last !== undefined && pose.odometer - last.odometer < validFor) return last.link;
  const place = { x: pose.x, y: pose.y, z: pose.z + CHANNEL.receiver.height };
  const link = linkTo(world, sender.beacon, place, floorDbm);
  sender.last = { link, odometer: pose.odometer };
  return link;
}

function receiverGainDb({ azimuth, cosElevation }: Link, { heading }: Pose, phone: Phone): number {
  const angle = azimuth - heading;
  return phone.patternDb(angle) - bodyLossDb(angle, cosElevation, phone.frontToBackDb);
}

/** Power in dBm of all other packets that overlap packet `i`. */
function interferenceAt(packets: readonly Packet[], i: number): number {
  const { atMs } = packets[i]!;
  let milliwatts = 0;
  const add = (j: number): boolean => {
    const other = packets[j];
    if (other === undefined || Math.abs(other.atMs - atMs) >= CHANNEL.air.packetMs) return false;
    milliwatts += 10 ** (other.powerDbm / 10);
    return true;
  };
  for (let j = i - 1; add(j); j--);
  for (let j = i + 1; add(j); j++);
  return 10 * Math.log10(milliwatts);
}

/** A packet becomes a line when it is neither lost to other traffic, nor to a collision, nor too weak. */
function receive(packet: Packet, interferenceDbm: number): BeaconLine | undefined {
  const { atMs, powerDbm, sender } = packet;
  const { lossShare, captureDb, hostDelayMs } = CHANNEL.air;
  const random = sender.reception;
  if (random() < lossShare) return undefined;
  if (powerDbm < interferenceDbm + captureDb) return undefined;
  if (random() >= receptionProbability(powerDbm)) return undefined;
  const late = -Math.log(1 - random()) * hostDelayMs;
  return {
    atMs: Math.round(atMs + late),
    beacon: sender.beacon.beacon.id,
    rssiDbm: measuredDbm(powerDbm, random),
  };
}
