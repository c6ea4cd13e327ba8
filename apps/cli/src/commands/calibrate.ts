import { writeFileSync } from 'node:fs';
import { registerHeard, surveyWalk } from '@daoyin/beacon-ingest';
import { type BeaconFinding, type Calibration, calibrate } from '@daoyin/positioning';
import { type BeaconRegister, type Venue, writeBeaconRegister } from '@daoyin/venue';
import { type Command, type Flags, readArguments, textOf } from '../arguments';
import { createComplaints, say } from '../complaints';
import { loadRegister, loadVenue, sayErrors } from '../files';
import { Refusal } from '../refusal';
import { type RecordedWalk, readWalks } from '../survey-walks';

/** `daoyin calibrate`: survey walks in, a register with gains, places and a radio map out. */
export const command: Command = {
  help: `Usage: daoyin calibrate [--venue DIR] [--beacons FILE] --walks DIR --out FILE

Learns from survey walks how strong each beacon is, the channel and a radio map, and where a beacon hangs whose position the
register does not give. Writes a beacon register that locate takes, and one line of JSON for each beacon: readings, the
squares of 1 m where it was heard, gainDb and x, y with their standard deviations.

  --venue DIR      floor plan folder or zip; its walls explain much of what is heard
  --beacons FILE   beacon register (beacons.json); without it, it is made of the names in the walks
  --walks DIR      every folder at or below it with readings.jsonl and truth.jsonl is a walk; truth may be sparse:
                   between two lines of it the surveyor walked straight, or stood
  --out FILE       the register to write`,
  async run(args) {
    const { flags } = readArguments(args, options, { required: ['walks', 'out'] });
    const complaints = createComplaints(say);
    const walks = readWalks(textOf(flags, 'walks')!, complaints);
    complaints.finish();
    const { register, venue } = readSite(flags, walks);
    const surveys = walks.map(({ inputs, truth }) => surveyWalk(register, inputs, truth));
    const calibration = calibrate(register, surveys, venue);
    if (calibration.readings === 0) {
      throw new Refusal(
        'no reading has a place: beacons of the register, and truth about the time of the readings?',
      );
    }
    writeRegister(textOf(flags, 'out')!, calibration.register);
    for (const finding of calibration.findings) process.stdout.write(`${lineOf(finding)}\n`);
    say(`calibrate: ${summaryOf(calibration)}`);
    return 0;
  },
};

const options = {
  venue: { type: 'string' },
  beacons: { type: 'string' },
  walks: { type: 'string' },
  out: { type: 'string' },
} as const;

function readSite(flags: Flags, walks: readonly RecordedWalk[]): { register: BeaconRegister; venue?: Venue } {
  const folder = textOf(flags, 'venue');
  const loaded = folder === undefined ? undefined : loadVenue(folder);
  if (loaded) sayErrors(folder!, loaded.issues);
  const venue = loaded && { venue: loaded.venue };
  const file = textOf(flags, 'beacons');
  if (file === undefined) {
    return { register: registerHeard(walks.flatMap(({ inputs }) => inputs)), ...venue };
  }
  const { register, issues } = loadRegister(file, loaded?.venue);
  sayErrors(file, issues);
  return { register, ...venue };
}

function lineOf({ id, place, ...finding }: BeaconFinding): string {
  return JSON.stringify({ beacon: id, ...finding, ...place });
}

function summaryOf({ walks, readings, findings, bodyHalfDb, field }: Calibration): string {
  const heard = findings.filter((finding) => finding.readings > 0);
  const placed = findings.filter(({ place }) => place);
  const parts = [
    `${heard.length} of ${findings.length} beacons heard in ${readings} readings of ${walks} walks`,
    ...(placed.length > 0 ? [`${placed.length} placed`] : []),
    `shadowing ${field.sdDb.toFixed(1)} dB over ${field.correlationLength.toFixed(1)} m`,
    `body ${(2 * bodyHalfDb).toFixed(1)} dB`,
  ];
  return parts.join(', ');
}

function writeRegister(file: string, register: BeaconRegister): void {
  try {
    writeFileSync(file, writeBeaconRegister(register));
  } catch (error) {
    throw new Refusal(`cannot write ${file}: ${(error as Error).message}`);
  }
}
