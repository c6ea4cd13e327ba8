import { fetchVenue, useSay } from '@daoyin/ui';
import type { Issue, Venue } from '@daoyin/venue';
import { useEffect, useState } from 'react';
import { firstFault, openArchive } from './archive';
import { Search } from './Search';

interface Shown {
  readonly venue: Venue;
  readonly issues: readonly Issue[];
}

/** Shows how routes are found: on the server's plan, or on any archive that is opened here. */
export function Routes() {
  const { say } = useSay();
  const [shown, setShown] = useState<Shown | undefined>(undefined);
  const [fault, setFault] = useState('');
  useEffect(() => {
    void fetchVenue().then(
      (result) => result.ok && setShown((now) => now ?? { venue: result.value.venue, issues: [] }),
    );
  }, []);
  const open = async (files: readonly File[]) => {
    const result = await openArchive(files);
    setFault(result.ok ? '' : firstFault(result.issues));
    if (result.ok) setShown({ venue: result.venue, issues: result.issues });
  };
  return (
    <main className="routes">
      <h1>{say('routes.title')}</h1>
      <label className="routes-open">
        {say('routes.open')}
        <input
          type="file"
          multiple
          accept=".zip,.geojson,.json,.osm,.xml,.dxf"
          onChange={(event) => void open([...(event.target.files ?? [])])}
        />
      </label>
      {fault === '' ? null : <p role="alert">{fault}</p>}
      {shown === undefined ? null : <Search key={shown.venue.id} venue={shown.venue} issues={shown.issues} />}
    </main>
  );
}
