import { useSay } from '@daoyin/ui';
import { useEffect, useState } from 'react';
import type { PlayableWalk } from './opened-walk';
import { Picture } from './Picture';
import { ReadOut } from './ReadOut';
import { useMoments } from './useMoments';

const SPEEDS = [1, 2, 4, 16];
const MOMENTS_A_SECOND = 2;
const MOST_FRAMES_A_SECOND = 10;

/** Plays the moments of a walk as they come from the worker. */
export function Player({
  playable,
  estimator,
}: {
  readonly playable: PlayableWalk;
  readonly estimator: string;
}) {
  const { say } = useSay();
  const { moments, done } = useMoments({ ...playable, estimator });
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(true);
  const [speed, setSpeed] = useState(4);
  const [near, setNear] = useState(false);
  const last = Math.max(0, moments.length - 1);
  useEffect(() => {
    if (!playing) return undefined;
    const rate = speed * MOMENTS_A_SECOND;
    const frames = Math.min(rate, MOST_FRAMES_A_SECOND);
    const timer = setInterval(() => setAt((now) => Math.min(now + rate / frames, last)), 1000 / frames);
    return () => clearInterval(timer);
  }, [playing, speed, last]);
  const index = Math.min(last, Math.floor(at));
  const shown = moments.slice(0, index + 1);
  const seconds = ((moments[index]?.atMs ?? 0) - (moments[0]?.atMs ?? 0)) / 1000;
  return (
    <>
      <div className="replay-controls">
        <button type="button" className="button button-primary" onClick={() => setPlaying(!playing)}>
          {say(playing ? 'replay.pause' : 'replay.play')}
        </button>
        <input
          type="range"
          aria-label={say('replay.time')}
          min={0}
          max={last}
          value={index}
          onChange={(event) => setAt(Number(event.target.value))}
        />
        <output className="replay-clock">{say('replay.seconds', { value: seconds.toFixed(0) })}</output>
        <label>
          {say('replay.speed')}
          <select value={speed} onChange={(event) => setSpeed(Number(event.target.value))}>
            {SPEEDS.map((one) => (
              <option key={one} value={one}>{`${one}×`}</option>
            ))}
          </select>
        </label>
        <label className="replay-near">
          <input type="checkbox" checked={near} onChange={(event) => setNear(event.target.checked)} />
          {say('replay.near')}
        </label>
      </div>
      <p className="replay-working" role="status" hidden={done}>
        {say('replay.working')}
      </p>
      <div className="replay-stage">
        <Picture playable={playable} moments={shown} near={near} />
        <ReadOut moments={shown} />
      </div>
    </>
  );
}
