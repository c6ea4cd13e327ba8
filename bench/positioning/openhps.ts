import { createRequire } from 'node:module';
import type { DataFrame, DataObject } from '@openhps/core';
import type { RFTransmitterObject } from '@openhps/rf';
import type { Contestant } from './locate';
import { type HeardBeacon, type PeerFix, peerContestant } from './peers';

// Its ES modules call `require` and do not load in Node: the CommonJS build does.
const require = createRequire(import.meta.url);
const core = require('@openhps/core') as typeof import('@openhps/core');
const rf = require('@openhps/rf') as typeof import('@openhps/rf');

/** How OpenHPS is set up: what one would choose who has read its source. */
export interface OpenHpsSettings {
  /** `environmentFactor` of RelativeRSSIProcessing: the path loss exponent. */
  readonly exponent: number;
  /** `maxReferences` of MultilaterationNode: so many nearest beacons. */
  readonly beacons: number;
  readonly windowMs: number;
}

/**
 * OpenHPS' own chain: RelativeRSSIProcessing (log-distance) → MultilaterationNode (nonlinear least squares). `maxIterations` must be given:
 * without it the node takes no step with four or more beacons.
 */
export async function openHps({ exponent, beacons, windowMs }: OpenHpsSettings): Promise<Contestant> {
  const name = `OpenHPS (n ${exponent}, ${beacons} beacons, ${windowMs / 1000} s)`;
  return peerContestant(name, windowMs, await multilateration(exponent, beacons));
}

async function multilateration(environmentFactor: number, maxReferences: number): Promise<PeerFix> {
  let tell: (fix: { readonly x: number; readonly y: number } | undefined) => void = () => {};
  // Not `onceCompleted`: its listeners are never removed, and each frame costs more than the one before.
  const sink = new core.CallbackSinkNode<DataFrame>(
    (frame) => tell((Array.isArray(frame) ? frame[0] : frame)?.source?.position?.toVector3()),
    { persistence: false },
  );
  const model = await core.ModelBuilder.create()
    .from()
    .via(new rf.RelativeRSSIProcessing({ environmentFactor }))
    .via(new core.MultilaterationNode({ maxIterations: 900, maxReferences }))
    .to(sink)
    .build();
  return (heard) => {
    if (heard.length === 0) return undefined;
    const phone = new core.DataObject('phone');
    const transmitters = heard.map(transmitterOf);
    for (const [i, { rssiDbm }] of heard.entries()) {
      phone.addRelativePosition(new rf.RelativeRSSI(transmitters[i], rssiDbm));
    }
    const frame = new core.DataFrame(phone);
    for (const transmitter of transmitters) frame.addObject(transmitter as unknown as DataObject);
    return new Promise((resolve, reject) => {
      tell = (fix) => resolve(fix && { x: fix.x, y: fix.y });
      model.push(frame).catch(reject);
    });
  };
}

function transmitterOf({ beacon, at }: HeardBeacon): RFTransmitterObject {
  const transmitter = new rf.RFTransmitterObject(beacon.id);
  transmitter.calibratedRSSI = beacon.measuredPowerDbm;
  transmitter.setPosition(new core.Absolute2DPosition(at.x, at.y));
  return transmitter;
}
