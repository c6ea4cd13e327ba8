import { decodeReading, startChain } from '@daoyin/beacon-ingest';
import type { EstimatorDebug, Position } from '@daoyin/positioning';
import type { RecordedWalk } from '@daoyin/protocol';
import {
  type PositionLine,
  playWalk,
  type Score,
  scoreWalk,
  type TruthPoint,
  type WalkPlayer,
} from '@daoyin/traces';
import type { BeaconRegister } from '@daoyin/venue';
import { useEffect, useMemo, useRef, useState } from 'react';

export interface Moment {
  readonly atMs: number;
  readonly position: Position | undefined;
  readonly truth: TruthPoint | undefined;
  readonly error: number | undefined;
  readonly debug: EstimatorDebug | undefined;
  /** Of all whole seconds until now. */
  readonly score: Score;
}

export interface Replay {
  readonly moment: Moment;
  readonly fromMs: number;
  readonly toMs: number;
  readonly playing: boolean;
  readonly setPlaying: (playing: boolean) => void;
  /** Plays silently up to a time, from the start where that lies behind. */
  readonly seek: (atMs: number) => void;
}

interface Run {
  readonly player: WalkPlayer<{ readonly atMs: number }>;
  readonly advance: (untilMs: number) => Moment;
}

/** Folds a recorded walk through the chain at `speed` times its own pace. */
export function useReplay(
  walk: RecordedWalk,
  register: BeaconRegister,
  estimator: string,
  speed: number,
): Replay {
  const run = useRef<Run>(undefined);
  const start = () => startRun(walk, register, estimator);
  const begun = useMemo(start, [walk, register, estimator]);
  const [moment, setMoment] = useState(() => begun.advance(begun.player.fromMs));
  const [playing, setPlaying] = useState(true);
  useEffect(() => {
    run.current = begun;
    setMoment(begun.advance(begun.player.fromMs));
  }, [begun]);
  useEffect(() => {
    if (!playing) return undefined;
    let last = performance.now();
    let frame = requestAnimationFrame(function draw(now) {
      const elapsed = Math.min(250, now - last) * speed;
      last = now;
      setMoment(({ atMs }) => run.current!.advance(Math.min(atMs + elapsed, run.current!.player.toMs)));
      frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, speed]);
  const seek = (atMs: number) => {
    if (atMs < moment.atMs) run.current = start();
    setMoment(run.current!.advance(atMs));
  };
  return { moment, fromMs: begun.player.fromMs, toMs: begun.player.toMs, playing, setPlaying, seek };
}

function startRun(walk: RecordedWalk, register: BeaconRegister, estimator: string): Run {
  const chain = startChain({
    register,
    estimator,
    seed: 1,
    everyMs: 1000,
    ...(walk.venue && { venue: walk.venue }),
  });
  const player = playWalk(walk.lines as readonly { readonly atMs: number }[], walk.truth);
  const seconds: PositionLine[] = [];
  const advance = (untilMs: number): Moment => {
    player.playUntil(untilMs, (line) => {
      const decoded = decodeReading({ ...line });
      if (!decoded.ok) return chain.badLine();
      for (const event of chain.push(decoded.input))
        if (event.kind === 'position') seconds.push(event.position);
    });
    const position = chain.positionAt(untilMs);
    const truth = player.truthAt(untilMs);
    const error = position && truth && Math.hypot(position.x - truth.x, position.y - truth.y);
    return {
      atMs: untilMs,
      position,
      truth,
      error,
      debug: chain.debug(),
      score: scoreWalk(walk.truth, seconds),
    };
  };
  return { player, advance };
}
