import { seededRandom } from '@daoyin/geometry';
import {
  accountOf,
  diagnoseEvidence,
  type EvidenceAccount,
  EvidenceMaker,
  joinedAccounts,
  type WalkReport,
} from '@daoyin/positioning';
import type { Findings } from './findings';
import { besideTruth } from './findings';
import type { Day } from './visits';

/** What the hall's server holds where phones tell of beacons and of no place: so many beacons a visit, drawn by lot. */
export class EvidencePool {
  private readonly accounts = new Map<string, EvidenceAccount>();
  private readonly maker: EvidenceMaker;

  constructor(
    private readonly day: Day,
    private readonly toldAVisit: number,
  ) {
    this.maker = new EvidenceMaker(day.site, true);
  }

  add(report: WalkReport, visitor: number, atMs: number): void {
    const random = seededRandom(7_000_000 + visitor);
    const ripe = report.filter(({ heard, expected }) => heard > 0 || expected[0] >= 1);
    for (let told = 0; told < this.toldAVisit && ripe.length > 0; told++) {
      const [testimony] = ripe.splice(Math.floor(random() * ripe.length), 1);
      const evidence = this.maker.make(testimony!);
      if (!evidence) continue;
      const [earlier, later] = [this.accounts.get(evidence.beaconId), accountOf(evidence, atMs)];
      this.accounts.set(evidence.beaconId, earlier ? joinedAccounts(earlier, later) : later);
    }
  }

  findings(): Findings {
    return besideTruth(this.day, diagnoseEvidence(this.accounts, this.day.register), () => 0);
  }
}
