import { HallScene } from '@daoyin/scene';
import { NORTH_UP, useSay } from '@daoyin/ui';
import { useEffect, useState } from 'react';
import { settings } from './settings';
import { select, showLevel, useDocument, useStudio } from './store/studio';

/** How long the document must rest before the hall is built anew. */
const CALM_MS = 250;

/** The hall in 3D, live beside the plan; a chunk of its own, because three.js is large. */
export function Solid() {
  const { language } = useSay();
  const document = useCalm(useDocument());
  const level = useStudio((state) => state.level);
  const theme = settings.store((state) => state.theme);
  return (
    <div className="solid-box">
      <HallScene
        venue={document.venue}
        level={level}
        beacons={document.register}
        language={language}
        upHeading={NORTH_UP} // as the plan beside it
        theme={theme === 'light' || theme === 'auto' ? 'light' : 'dark'}
        onLevelChange={showLevel}
        onSelect={(target) => {
          if (target.kind !== 'feature') return;
          const unit = document.venue.units.find(({ id }) => id === target.id);
          if (unit) select([{ collection: 'units', key: unit.id }]);
        }}
      />
    </div>
  );
}

function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), CALM_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return calm;
}
