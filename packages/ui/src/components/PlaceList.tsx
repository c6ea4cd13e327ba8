import { labelText } from '@daoyin/venue';
import { useState } from 'react';
import { useSay } from '../language';
import type { AreaPaint } from '../map/areas';
import type { Place } from '../search/places';
import { rangesOf } from '../search/places';
import { Icon } from './Icon';

/** Places to choose from: what it is, where it is, in words; never by colour alone. */
export function PlaceList({
  places,
  first = 12,
  paint,
  label,
  onChoose,
}: {
  readonly places: readonly Place[];
  /** How many are shown before one asks for more. */
  readonly first?: number;
  readonly paint: AreaPaint;
  readonly label: string;
  readonly onChoose: (place: Place) => void;
}) {
  const { say } = useSay();
  const [all, setAll] = useState(false);
  const shown = all ? places : places.slice(0, first);
  return (
    <>
      <ul aria-label={label}>
        {shown.map((place) => (
          <li key={place.id}>
            <PlaceRow place={place} paint={paint} onChoose={() => onChoose(place)} />
          </li>
        ))}
      </ul>
      {places.length > shown.length ? (
        <button type="button" className="button button-plain" onClick={() => setAll(true)}>
          {say('find.more', { count: places.length - shown.length })}
        </button>
      ) : null}
    </>
  );
}

function PlaceRow({
  place,
  paint,
  onChoose,
}: {
  readonly place: Place;
  readonly paint: AreaPaint;
  readonly onChoose: () => void;
}) {
  const { language } = useSay();
  const { kind, windows, levels, icon, name } = place;
  const colour = windows[0] === undefined ? undefined : paint.windows.get(windows[0]);
  // the windows first: where a line is cut, one still knows where to go
  const details = [
    kind === 'service' ? labelText(rangesOf(windows), language) : '',
    labelText(place.detail, language),
  ].filter((text) => text !== '');
  return (
    <button type="button" className="result" onClick={onChoose}>
      <span
        className="result-mark"
        style={colour === undefined ? {} : { borderInlineStart: `5px solid ${colour}` }}
      >
        {kind === 'window' ? windows[0] : <Icon name={icon} />}
      </span>
      <span>
        <span className="result-name">{labelText(name, language)}</span>
        {details.length === 0 ? null : <span className="result-detail">{details.join(' · ')}</span>}
      </span>
      <span className="result-levels">{levels.length > 2 ? '' : levels.join(' ')}</span>
    </button>
  );
}
