import { defaultEstimator, estimatorNames } from '@daoyin/positioning';
import type { RecordedWalk } from '@daoyin/protocol';
import { areaPaintOf, fetchWalk, fetchWalkNames, HallMap, type MapMode } from '@daoyin/ui';
import { readBeaconRegister } from '@daoyin/venue';
import { useEffect, useMemo, useState } from 'react';
import { venueOfWalk } from './occupancy';
import { ReadOut } from './ReadOut';
import { useReplay } from './useReplay';

const wanted = new URLSearchParams(location.search);

/** Plays a recorded walk: the dot and its ring beside the measured truth, with what the estimator thinks. */
export function Replay() {
  const [names, setNames] = useState<readonly string[]>([]);
  const [name, setName] = useState(wanted.get('walk') ?? undefined);
  const [walk, setWalk] = useState<RecordedWalk>();
  const [estimator, setEstimator] = useState<string>(wanted.get('estimator') ?? defaultEstimator);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    void fetchWalkNames().then((result) => {
      if (!result.ok) return setProblem('The server does not answer.');
      if (result.value.length === 0)
        return setProblem('No recorded walks: start the server with --walks DIR.');
      setNames(result.value.map((entry) => entry.name));
      setName((chosen) => chosen ?? result.value[0]!.name);
    });
  }, []);
  useEffect(() => {
    if (name === undefined) return;
    void fetchWalk(name).then((result) =>
      result.ok ? setWalk(result.value) : setProblem(`There is no walk ${name}.`),
    );
  }, [name]);
  return (
    <main className="replay">
      <header>
        <h1>Replay</h1>
        <Choice label="walk" value={name ?? ''} options={names} onChange={setName} />
        <Choice label="estimator" value={estimator} options={estimatorNames} onChange={setEstimator} />
      </header>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      {walk === undefined ? null : (
        <Player key={`${walk.name} ${estimator}`} walk={walk} estimator={estimator} />
      )}
    </main>
  );
}

function Player({ walk, estimator }: { readonly walk: RecordedWalk; readonly estimator: string }) {
  const [mode, setMode] = useState<MapMode>('flat');
  const [speed, setSpeed] = useState('2');
  const register = useMemo(() => {
    const read = readBeaconRegister(walk.beacons ?? { venue: 'none', beacons: [] });
    return read.ok ? read.register : { venue: 'none', beacons: [] };
  }, [walk]);
  const venue = useMemo(() => venueOfWalk(walk, register), [walk, register]);
  const paint = useMemo(() => areaPaintOf(venue, null), [venue]);
  const replay = useReplay(walk, register, estimator, Number(speed));
  const { moment, fromMs, toMs, playing } = replay;
  const level = moment.position?.level ?? moment.truth?.level ?? venue.levels[0]!.shortName;
  return (
    <>
      <div className="replay-map">
        <HallMap
          mode={mode}
          onModeChange={setMode}
          venue={venue}
          paint={paint}
          level={level}
          beacons={register}
          position={moment.position}
          truth={moment.truth}
        />
      </div>
      <ReadOut moment={moment} />
      <footer>
        <button type="button" onClick={() => replay.setPlaying(!playing)}>
          {playing ? 'Pause' : 'Play'}
        </button>
        <Choice label="speed" value={speed} options={['1', '2', '5', '10']} onChange={setSpeed} />
        <input
          type="range"
          aria-label="time"
          min={fromMs}
          max={toMs}
          value={moment.atMs}
          onChange={(event) => replay.seek(Number(event.target.value))}
        />
      </footer>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </label>
  );
}
