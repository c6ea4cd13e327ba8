import type { VenuePoint } from '@daoyin/geometry';
import { createRouter, type ProfileName } from '@daoyin/routing';
import { type MessageKey, useSay } from '@daoyin/ui';
import type { FeatureId, Issue, Venue } from '@daoyin/venue';
import { useMemo, useState } from 'react';
import { Answer } from './Answer';
import { LAYERS, type Layer, Plan } from './Plan';

const PROFILES: readonly ProfileName[] = ['walk', 'step-free', 'slow', 'pram'];

/** One venue: choose the storey and the walker, tap the start and the goal, or what is to be shut. */
export function Search({ venue, issues }: { readonly venue: Venue; readonly issues: readonly Issue[] }) {
  const { say } = useSay();
  const router = useMemo(() => createRouter(venue, { prepare: [] }), [venue]);
  const [level, setLevel] = useState(venue.levels[0]?.shortName ?? '');
  const [profile, setProfile] = useState<ProfileName>('walk');
  const [staff, setStaff] = useState(false);
  const [layers, setLayers] = useState<ReadonlySet<Layer>>(new Set(['floor', 'reached', 'views']));
  const [ends, setEnds] = useState<readonly VenuePoint[]>([]);
  const [closed, setClosed] = useState<readonly FeatureId[]>([]);
  const [shutting, setShutting] = useState(false);
  const found = useMemo(() => {
    const [from, to] = ends;
    if (from === undefined || to === undefined) return undefined;
    router.setClosed(closed);
    const before = performance.now();
    const result = router.find({ from, to, profile, staff });
    return { result, milliseconds: performance.now() - before };
  }, [router, ends, profile, staff, closed]);
  const drawing = useMemo(() => {
    router.setClosed(closed);
    // `found` is part of it: what was searched is drawn.
    return found === undefined || found ? router.drawing(level, profile, staff) : undefined;
  }, [router, level, profile, staff, closed, found]);
  const tap = (at: VenuePoint, unit: FeatureId | undefined) => {
    if (!shutting) setEnds((now) => (now.length === 1 ? [now[0]!, at] : [at]));
    else if (unit !== undefined) {
      setClosed((now) => (now.includes(unit) ? now.filter((id) => id !== unit) : [...now, unit]));
    }
  };
  const toggle = (layer: Layer) =>
    setLayers((now) => new Set(now.has(layer) ? [...now].filter((one) => one !== layer) : [...now, layer]));
  return (
    <>
      <div className="routes-choice">
        <Choice
          name={say('routes.level')}
          value={level}
          options={venue.levels.map(({ shortName }) => shortName)}
          onChange={setLevel}
        />
        <Choice
          name={say('routes.walker')}
          value={profile}
          options={PROFILES}
          onChange={(value) => setProfile(value as ProfileName)}
        />
        <Check name={say('routes.staff')} checked={staff} onChange={() => setStaff(!staff)} />
        <Check name={say('routes.shut')} checked={shutting} onChange={() => setShutting(!shutting)} />
        {LAYERS.map((layer) => (
          <Check
            key={layer}
            name={say(`routes.layer.${layer}` as MessageKey)}
            checked={layers.has(layer)}
            onChange={() => toggle(layer)}
          />
        ))}
      </div>
      {drawing === undefined ? null : (
        <Plan
          venue={venue}
          drawing={drawing}
          layers={layers}
          closed={closed}
          ends={ends}
          route={found?.result}
          onTap={tap}
        />
      )}
      <p>{say('routes.hint')}</p>
      {found === undefined ? null : <Answer {...found} />}
      <Remarks issues={[...issues, ...router.assumptions]} />
    </>
  );
}

function Remarks({ issues }: { readonly issues: readonly Issue[] }) {
  const { say } = useSay();
  if (issues.length === 0) return null;
  return (
    <details>
      <summary>{say('routes.remarks', { count: issues.length })}</summary>
      <ul>
        {issues.map(({ severity, message }) => (
          <li key={message}>
            {severity}: {message}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Check({
  name,
  checked,
  onChange,
}: {
  readonly name: string;
  readonly checked: boolean;
  readonly onChange: () => void;
}) {
  return (
    <label>
      <input type="checkbox" checked={checked} onChange={onChange} />
      {name}
    </label>
  );
}

function Choice({
  name,
  value,
  options,
  onChange,
}: {
  readonly name: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <label>
      {name}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </label>
  );
}
