import { normal, type Random, seededRandom } from '@daoyin/geometry';
import { atLeast, type Covariance2, radius95 } from './accuracy';
import type { BeaconIndex } from './beacon-index';
import { type CentroidFix, weightedCentroid } from './centroid';
import { type Cloud, createCloud, drawParents, momentsOf, reweight, takeFromParents } from './cloud';
import { type Engine, TICK_MS } from './engine';
import { cellAt, type FloorRaster } from './floor-raster';
import { LevelVote } from './level-vote';
import type { RadioModel } from './radio-model';
import { RecentLevels } from './recent-levels';
import { defaultReception, type Site, siteOf } from './reception';
import { ShadowMemory, type ShadowSlot } from './shadow-memory';
import type { EstimatorDebug, Position, Step } from './types';

const tune = {
  samples: 300,
  bodyDb: 6.5,
  temper: 0.5,
  gainFloor: 0.7,
  headingNoise: 0.02,
  posNoise: 0.12,
  lenNoise: 0.08,
  accel: 0.9,
  mapLog: -1.5,
  fade: 1,
  robust: 4,
  inflate: 2,
  modelSd: 1.4,
  extra: 1,
  restCap: 60,
  slots: 40,
  floorDb: -200,
  restFace: 0.1,
  misses: true,
  extrapolate: true,
  nearby: 12,
};

interface TickReading {
  count: number;
  sum: number;
}

export function shadowFilterEngine(
  index: BeaconIndex,
  model: RadioModel,
  floors: readonly FloorRaster[] | undefined,
  seed: number,
  assumedLevel?: number,
): Engine {
  const random: Random = seededRandom(seed);
  const N = tune.samples;
  const recent = new RecentLevels(2000);
  const vote = new LevelVote(index, assumedLevel);
  const memory = new ShadowMemory(N, model.correlationLength);
  let cloud: Cloud | undefined;
  let level: number | undefined;
  let tickMsNow = 0;
  let readings = new Map<number, TickReading>();
  let gainVariance = 100;
  // steps
  let lastStepMs = -Infinity,
    firstStepMs = Infinity;
  let applied = { x: 0, y: 0 };
  let stepPeriod = 0.6;
  let lastStep: Step | undefined;
  let walked = 0; // metres since last tick for shadow fade
  const logL = new Float64Array(N),
    expected = new Float64Array(N),
    sumR = new Float64Array(N),
    sumQ = new Float64Array(N),
    headX = new Float64Array(N),
    headY = new Float64Array(N);
  const residual: Float64Array[] = [];
  let tickCount = 0;
  let rate = 2.5;
  let contradictions = 0;
  let notes: string[] = [];
  let lastHeardMs = -Infinity;
  let debugRes: { beaconId: string; residualDb: number }[] = [];

  const stepsKnown = (atMs: number) => atMs - lastStepMs < 60_000;
  const walkingNow = (atMs: number) => atMs - lastStepMs < 1.6 * stepPeriod * 1000;

  const moveAll = (dx: number, dy: number, noisy: boolean) => {
    const c = cloud!;
    const len = Math.hypot(dx, dy);
    if (len === 0) return;
    for (let i = 0; i < N; i++) {
      const b = c.headingBias[i]!;
      const s = c.lengthScale[i]! * (noisy ? 1 + tune.lenNoise * normal(random) : 1);
      const cos = Math.cos(b) * s,
        sin = Math.sin(b) * s;
      c.x[i] = c.x[i]! + dx * cos - dy * sin;
      c.y[i] = c.y[i]! + dx * sin + dy * cos;
    }
  };
  const onStep = (step: Step) => {
    if (step.atMs > lastStepMs && lastStepMs > -Infinity) {
      const p = (step.atMs - lastStepMs) / 1000;
      if (p < 1.5) stepPeriod = 0.7 * stepPeriod + 0.3 * Math.max(0.3, p);
    }
    const sx = step.length * Math.cos(step.heading),
      sy = step.length * Math.sin(step.heading);
    if (cloud) {
      moveAll(sx - applied.x, sy - applied.y, true);
      walked += step.length;
    }
    applied = { x: 0, y: 0 };
    if (firstStepMs === Infinity) {
      firstStepMs = step.atMs;
      if (cloud) seedSteps(cloud);
    }
    lastStepMs = step.atMs;
    lastStep = step;
  };
  const seedSteps = (c: Cloud) => {
    for (let i = 0; i < N; i++) {
      c.headingBias[i] = random() < 0.25 ? (2 * random() - 1) * Math.PI : normal(random) * 0.35;
      c.lengthScale[i] = Math.max(0.7, 1 + 0.08 * normal(random));
      c.vx[i] = 0;
      c.vy[i] = 0;
    }
  };
  const extrapolate = (atMs: number) => {
    if (!lastStep || !cloud || !tune.extrapolate) return;
    const since = (atMs - lastStepMs) / 1000 / stepPeriod;
    const f = since > 1.6 ? 0 : Math.min(1, since);
    const target = {
      x: f * lastStep.length * Math.cos(lastStep.heading),
      y: f * lastStep.length * Math.sin(lastStep.heading),
    };
    moveAll(target.x - applied.x, target.y - applied.y, false);
    applied = target;
  };
  const freeMotion = (dt: number) => {
    const c = cloud!;
    const decay = Math.exp(-dt / 5);
    const q = tune.accel * Math.sqrt(dt);
    let moved = 0;
    for (let i = 0; i < N; i++) {
      if (c.resting[i]) {
        if (random() < 0.1 * dt) {
          c.resting[i] = 0;
          const a = random() * 2 * Math.PI,
            v = 0.9 * random() + 0.2;
          c.vx[i] = v * Math.cos(a);
          c.vy[i] = v * Math.sin(a);
        }
      } else if (random() < 0.07 * dt) {
        c.resting[i] = 1;
        if (random() < 0.7) c.facing[i] = random() * 2 * Math.PI;
        c.vx[i] = 0;
        c.vy[i] = 0;
      }
      if (c.resting[i]) {
        c.x[i] = c.x[i]! + 0.03 * normal(random);
        c.y[i] = c.y[i]! + 0.03 * normal(random);
        continue;
      }
      c.vx[i] = c.vx[i]! * decay + q * 0.5 * normal(random);
      c.vy[i] = c.vy[i]! * decay + q * 0.5 * normal(random);
      const sp = Math.hypot(c.vx[i]!, c.vy[i]!);
      if (sp > 1.7) {
        c.vx[i]! *= 1.7 / sp;
        c.vy[i]! *= 1.7 / sp;
      }
      c.x[i] = c.x[i]! + c.vx[i]! * dt;
      c.y[i] = c.y[i]! + c.vy[i]! * dt;
      moved += Math.min(sp, 1.7) * dt;
    }
    walked += moved / N;
  };
  const stepMotion = (dt: number, atMs: number) => {
    const c = cloud!;
    const h = tune.headingNoise * Math.sqrt(dt);
    const p = (walkingNow(atMs) ? tune.posNoise : 0.03) * Math.sqrt(dt);
    for (let i = 0; i < N; i++) {
      c.headingBias[i] = c.headingBias[i]! + h * normal(random);
      c.lengthScale[i] = c.lengthScale[i]! + 0.003 * normal(random);
      c.x[i] = c.x[i]! + p * normal(random);
      c.y[i] = c.y[i]! + p * normal(random);
    }
  };
  const init = (fix: CentroidFix, spread: number) => {
    cloud = createCloud(N);
    memory.clear();
    gainVariance = 100;
    applied = { x: 0, y: 0 };
    contradictions = 0;
    for (let i = 0; i < N; i++) {
      for (let tries = 0; tries < 20; tries++) {
        cloud.x[i] = fix.x + spread * normal(random);
        cloud.y[i] = fix.y + spread * normal(random);
        if (!floors || walkableAt(cloud.x[i]!, cloud.y[i]!)) break;
      }
      cloud.resting[i] = random() < 0.4 ? 1 : 0;
      const a = random() * 2 * Math.PI,
        v = cloud.resting[i] ? 0 : random() * 1.3;
      cloud.vx[i] = v * Math.cos(a);
      cloud.vy[i] = v * Math.sin(a);
    }
    if (firstStepMs < Infinity) seedSteps(cloud);
  };
  let restingNow = false,
    restTicks = 0;
  const walkableAt = (x: number, y: number): boolean => {
    const f = floors?.[level!];
    if (!f) return true;
    const at = cellAt(f, x, y);
    return at >= 0 && f.walkable[at] === 1;
  };

  const measure = (atMs: number) => {
    const c = cloud!;
    const before = momentsOf(c);
    // headings for the body
    for (let i = 0; i < N; i++) {
      headX[i] = Math.cos(c.facing[i]!);
      headY[i] = Math.sin(c.facing[i]!);
    }
    for (const [beacon] of readings)
      if (model.covers(beacon, level!)) {
        const sd = model.shadowSdDb(beacon, before.x, before.y, level!);
        const s = memory.open(beacon, sd * sd, atMs);
        s.stationary = sd * sd;
        s.heard = true;
        s.heardMs = atMs;
      }
    if (tune.misses)
      for (const [beacon, b] of nearby(before.x, before.y)) {
        if (!memory.find(beacon)) {
          const sd = model.shadowSdDb(beacon, before.x, before.y, level!);
          memory.open(beacon, sd * sd, atMs);
        }
        void b;
      }
    logL.fill(0);
    sumR.fill(0);
    sumQ.fill(0);
    let sumW = 0;
    let used = 0;
    const usedSlots: { slot: ShadowSlot; site: Site; S: number; r: Float64Array }[] = [];
    debugRes = [];
    const missTick = (tickCount++ & 1) === 0;
    let meanGain = 0;
    for (let i = 0; i < N; i++) meanGain += c.weight[i]! * c.gainDb[i]!;
    for (const slot of memory.slots) {
      const got = readings.get(slot.beacon);
      if (!got && !tune.misses) continue;
      if (!got && slot.alive < 0.3) continue;
      if (!got && (!missTick || model.expectedDbm(slot.beacon, before.x, before.y, level!) + meanGain < -94))
        continue;
      model.expectAt(slot.beacon, c.x, c.y, N, level!, expected);
      const place = model.placeOf(slot.beacon);
      let mu = 0,
        mu2 = 0;
      const r = residual[used] ?? new Float64Array(N);
      residual[used] = r;
      const mean = slot.mean;
      const half = tune.bodyDb / 2;
      const zz = place ? (place.z - index.levels[level!]!.elevation - 1.2) ** 2 : 0;
      for (let i = 0; i < N; i++) {
        let e = expected[i]! + mean[i]! + c.gainDb[i]!;
        if (place && half > 0) {
          const dx = place.x - c.x[i]!,
            dy = place.y - c.y[i]!;
          e += (half * (dx * headX[i]! + dy * headY[i]!)) / Math.sqrt(dx * dx + dy * dy + zz);
        }
        r[i] = e;
        mu += c.weight[i]! * e;
        mu2 += c.weight[i]! * e * e;
      }
      if (mu < tune.floorDb && (!got || got.sum / got.count < tune.floorDb)) continue;
      const spread = Math.max(0, mu2 - mu * mu);
      const predictedVariance = slot.variance + spread + gainVariance;
      const sent = Math.max(got?.count ?? 0, (rate * (got ? 1 : 2) * TICK_MS) / 1000);
      const site = siteOf(
        { heard: got?.count ?? 0, meanDbm: got ? got.sum / got.count : 0, sent },
        mu,
        predictedVariance,
        defaultReception,
      );
      if (!got) {
        if (!site) continue;
        slot.alive = (slot.alive * site.evidence) / (slot.alive * site.evidence + (1 - slot.alive));
        if (slot.alive < 0.5) continue;
      } else slot.alive = Math.min(0.995, slot.alive + 0.3);
      if (!site) continue;
      slot.usedMs = atMs;
      let R =
        (site.variance + tune.extra ** 2) *
        (restingNow ? Math.min(tune.restCap, Math.max(1, restTicks ** 2)) : 1);
      const surprise = (site.meanDbm - mu) ** 2 / (R + predictedVariance);
      if (surprise > tune.robust) R += (R + predictedVariance) * (surprise / tune.robust - 1);
      const S = R + slot.variance;
      if (got) debugRes.push({ beaconId: index.beacons[slot.beacon]!.id, residualDb: site.meanDbm - mu });
      for (let i = 0; i < N; i++) {
        const d = site.meanDbm - r[i]!;
        r[i] = d;
        const q = d / S;
        sumR[i] = sumR[i]! + q;
        sumQ[i] = sumQ[i]! + d * q;
      }
      sumW += 1 / S;
      used++;
      usedSlots.push({ slot, site, S, r });
    }
    if (used === 0) return;
    const denominator = 1 / gainVariance + sumW;
    for (let i = 0; i < N; i++) {
      logL[i] = -0.5 * tune.temper * (sumQ[i]! - sumR[i]! ** 2 / denominator);
      if (floors && !walkableAt(c.x[i]!, c.y[i]!)) logL[i] = logL[i]! + tune.mapLog;
      const dg = sumR[i]! / denominator;
      sumR[i] = dg;
      c.gainDb[i] = c.gainDb[i]! + dg;
    }
    for (const { slot, S, r } of usedSlots) {
      const K = slot.variance / S;
      const { mean } = slot;
      for (let i = 0; i < N; i++) mean[i] = mean[i]! + K * (r[i]! - sumR[i]!);
      slot.variance *= 1 - K;
    }
    gainVariance = Math.max(tune.gainFloor ** 2, 1 / denominator);
    const ess = reweight(c, logL);
    if (ess < N / 2) {
      const parents = drawParents(c, random);
      takeFromParents(c, parents);
      memory.resample(parents);
    }
  };
  const nearby = function* (x: number, y: number): Generator<[number, unknown]> {
    for (let b = 0; b < index.beacons.length; b++) {
      const be = index.beacons[b]!;
      if (
        be.placed &&
        be.level === level &&
        Math.abs(be.x - x) < tune.nearby &&
        Math.abs(be.y - y) < tune.nearby
      )
        yield [b, be];
    }
  };

  return {
    reading(beacon, atMs, rssiDbm) {
      recent.hear(beacon, atMs, rssiDbm);
      lastHeardMs = atMs;
      const r = readings.get(beacon) ?? { count: 0, sum: 0 };
      r.count++;
      r.sum += rssiDbm;
      readings.set(beacon, r);
    },
    step: onStep,
    tick(atMs) {
      const heard = recent.at(atMs);
      const voted = vote.vote(heard);
      const dt = Math.min(20, cloud ? (atMs - tickMsNow) / 1000 : 0);
      tickMsNow = atMs;
      if (voted === undefined) {
        readings = new Map();
        return;
      }
      const strong = heard.filter((h) => h.rssiDbm > -80).slice(0, 8);
      if (strong.length > 2) {
        const now = strong.map((h) => h.count / 2).sort((a, b) => a - b)[strong.length >> 1]!;
        rate += 0.1 * (now - rate);
      }
      const centre = weightedCentroid(index, heard, voted);
      if (level !== voted) {
        level = voted;
        memory.clear();
      }
      if (!cloud) {
        if (centre && readings.size >= 3) {
          init(centre, 4);
        } else {
          readings = new Map();
          return;
        }
      }
      if (stepsKnown(atMs)) {
        stepMotion(dt, atMs);
        extrapolate(atMs - TICK_MS / 2);
      } else freeMotion(dt);
      {
        const c = cloud!;
        const wasRest = restingNow;
        const st = stepsKnown(atMs);
        restingNow = st ? !walkingNow(atMs) : false;
        restTicks = restingNow ? restTicks + 1 : 0;
        for (let i = 0; i < N; i++) {
          if (st) {
            if (!restingNow && lastStep) c.facing[i] = lastStep.heading + c.headingBias[i]!;
            else if (!wasRest) {
              if (random() < 0.7) c.facing[i] = random() * 2 * Math.PI;
            } else
              c.facing[i] =
                random() < 0.01 ? random() * 2 * Math.PI : c.facing[i]! + tune.restFace * normal(random);
          } else if (!c.resting[i]) c.facing[i] = Math.atan2(c.vy[i]!, c.vx[i]!);
          else
            c.facing[i] =
              random() < 0.01 ? random() * 2 * Math.PI : c.facing[i]! + tune.restFace * normal(random);
        }
        memory.fade(walked * tune.fade);
        walked = 0;
      }
      if (readings.size > 0) measure(atMs);
      memory.forgetBefore(atMs - 15_000);
      readings = new Map();
      if (centre) {
        const m = momentsOf(cloud!);
        const d = Math.hypot(m.x - centre.x, m.y - centre.y);
        contradictions = d > 9 ? contradictions + 1 : 0;
        if (contradictions > 10) {
          notes = [`restart at ${atMs}`];
          init(centre, 3);
        }
      }
    },
    positionAt(atMs): Position | undefined {
      if (!cloud || level === undefined || atMs - lastHeardMs > 20_000) return undefined;
      if (stepsKnown(atMs)) extrapolate(atMs);
      const m = momentsOf(cloud);
      let { x, y } = m;
      if (!stepsKnown(atMs)) {
        let vx = 0,
          vy = 0;
        for (let i = 0; i < N; i++) {
          vx += cloud.weight[i]! * cloud.vx[i]!;
          vy += cloud.weight[i]! * cloud.vy[i]!;
        }
        const dt = (atMs - tickMsNow) / 1000;
        x += vx * dt;
        y += vy * dt;
      }
      const cov = honest(m.covariance);
      return {
        atMs,
        x,
        y,
        level: index.levels[level]!.shortName,
        covariance: cov,
        accuracy95: radius95(cov),
      };
    },
    debug: (): EstimatorDebug => ({
      points: cloud
        ? Array.from(cloud.x, (x, i) => ({
            x,
            y: cloud!.y[i]!,
            level: index.levels[level!]!.shortName,
            weight: cloud!.weight[i]!,
          }))
        : [],
      residuals: debugRes,
      notes,
    }),
  };
}

/** Cloud's covariance times a factor, plus a constant: what all samples share (channel, register and map errors) is not in their spread. */
function honest([xx, xy, yy]: Covariance2): Covariance2 {
  const model = tune.modelSd ** 2;
  return atLeast([xx * tune.inflate + model, xy * tune.inflate, yy * tune.inflate + model], model);
}
