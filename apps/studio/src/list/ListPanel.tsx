import { useSay } from '@daoyin/ui';
import { type CollectionName, entitiesOf, type Labels, labelText } from '@daoyin/venue';
import { useState } from 'react';
import { levelOf } from '../layers/selection';
import { useDocument } from '../store/studio';
import { collectionName } from '../words/collections';
import { BeaconList } from './BeaconList';
import { ListChoice } from './parts';
import { Rows } from './Rows';
import { useListWords } from './words';

const LISTED: readonly CollectionName[] = [
  'beacons',
  'units',
  'openings',
  'fixtures',
  'kiosks',
  'sections',
  'amenities',
  'closures',
];

/** Everything that can be chosen on the plan, without the plan. */
export function ListPanel() {
  const word = useListWords();
  const { language } = useSay();
  const [what, setWhat] = useState<CollectionName>('beacons');
  const [text, setText] = useState('');
  return (
    <div className="panel-body">
      <ListChoice
        label={word('what')}
        of={LISTED}
        value={what}
        nameOf={(collection) => collectionName(collection, language)}
        onChoose={setWhat}
      />
      <input
        type="search"
        placeholder={word('search')}
        aria-label={word('search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {what === 'beacons' ? <BeaconList text={text} /> : <FeatureList key={what} of={what} text={text} />}
    </div>
  );
}

function FeatureList({ of, text }: { readonly of: CollectionName; readonly text: string }) {
  const { language } = useSay();
  const document = useDocument();
  const wanted = text.trim().toLowerCase();
  const rows = entitiesOf(document, of).map((entity) => {
    const key = String(entity.id);
    const name = labelText((entity.name ?? entity.reason ?? {}) as Labels, language);
    return {
      ref: { collection: of, key },
      name: name === '' ? String(entity.category ?? key.slice(0, 8)) : name,
      where: levelOf(entity) ?? '',
      note: name === '' ? '' : String(entity.category ?? ''),
    };
  });
  return <Rows rows={rows.filter(({ name, note }) => `${name} ${note}`.toLowerCase().includes(wanted))} />;
}
