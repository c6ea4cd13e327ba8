import { estimatorNames } from '@daoyin/positioning';
import type { RecordedWalk } from '@daoyin/protocol';
import { fetchWalk, fetchWalkNames, Notice, useSay } from '@daoyin/ui';
import { readBeaconRegister } from '@daoyin/venue';
import { useEffect, useMemo, useState } from 'react';
import { Picture } from './Picture';
import { quantile, replayWalk } from './track';

/** Plays a recorded walk: estimate and measured truth move together, with the error in figures. */
export function Replay() {
  const { say } = useSay();
  const [names, setNames] = useState<readonly string[] | undefined>(undefined);
  const [name, setName] = useState('');
  const [estimator, setEstimator] = useState<string>(estimatorNames[0]);
  const [walk, setWalk] = useState<RecordedWalk | undefined>(undefined);
  useEffect(() => {
    void fetchWalkNames().then((result) => {
      const found = result.ok ? result.value.map((one) => one.name) : [];
      setNames(found);
      setName(found.find((one) => one.includes('tetam')) ?? found[0] ?? '');
    });
  }, []);
  useEffect(() => {
    setWalk(undefined);
    if (name !== '') void fetchWalk(name).then((result) => result.ok && setWalk(result.value));
  }, [name]);
  if (names?.length === 0) return <Notice tone="info">{say('replay.no-walks')}</Notice>;
  return (
    <main className="replay">
      <h1>{say('replay.title')}</h1>
      <div className="replay-choice">
        <Choice label={say('replay.walk')} value={name} options={names ?? []} onChange={setName} />
        <Choice
          label={say('replay.estimator')}
          value={estimator}
          options={estimatorNames}
          onChange={setEstimator}
        />
      </div>
      {walk === undefined ? (
        <p>{say('net.loading')}</p>
      ) : (
        <Player key={`${name}/${estimator}`} walk={walk} estimator={estimator} />
      )}
    </main>
  );
}

function Player({ walk, estimator }: { readonly walk: RecordedWalk; readonly estimator: string }) {
  const { say } = useSay();
  const register = useMemo(() => {
    const read = readBeaconRegister(JSON.stringify(walk.beacons), walk.venue ? { venue: walk.venue } : {});
    return read.ok ? read.register : undefined;
  }, [walk]);
  const moments = useMemo(
    () => (register === undefined ? [] : replayWalk(walk, register, estimator)),
    [walk, register, estimator],
  );
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(true);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setAt((now) => Math.min(now + 1, moments.length - 1)), 125);
    return () => clearInterval(timer);
  }, [playing, moments]);
  const moment = moments[at];
  if (moment === undefined || register === undefined) return null;
  const known = moments.filter((one) => one.error !== undefined);
  const errors = known.map((one) => one.error!);
  const covered = known.filter((one) => one.error! <= one.position!.accuracy95).length / known.length;
  const metres = (value: number | undefined) =>
    value === undefined ? '–' : say('replay.metres', { value: value.toFixed(2) });
  return (
    <>
      <Picture walk={walk} register={register} moments={moments.slice(0, at + 1)} />
      <div className="replay-controls">
        <button type="button" className="button button-primary" onClick={() => setPlaying(!playing)}>
          {say(playing ? 'replay.pause' : 'replay.play')}
        </button>
        <input
          type="range"
          aria-label={say('replay.time')}
          min={0}
          max={moments.length - 1}
          value={at}
          onChange={(event) => setAt(Number(event.target.value))}
        />
      </div>
      <dl className="replay-figures">
        <Figure name={say('replay.error-now')} value={metres(moment.error)} />
        <Figure name={say('replay.error-median')} value={metres(quantile(errors, 0.5))} />
        <Figure name={say('replay.error-95')} value={metres(quantile(errors, 0.95))} />
        <Figure
          name={say('replay.coverage')}
          value={known.length === 0 ? '–' : `${Math.round(covered * 100)} %`}
        />
      </dl>
    </>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </label>
  );
}
