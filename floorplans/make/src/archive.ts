import type { Storey } from './assemble';
import { elementFeatures } from './element-features';
import type { ConnectorPlan } from './elements';
import { type Feature, feature } from './imdf';
import { levelFeature, siteFeatures } from './site-features';
import { elementId } from './venue-ids';

export const manifest = {
  version: '1.0.0',
  created: '2017-12-31T00:00:00+08:00',
  generated_by:
    'daoyin floorplans/make 1.0.0; illustrative plan, figures from the 2018 Zhongshan yearbook (the year 2017)',
  language: 'zh-Hans',
  extensions: null,
};

/** The archive's GeoJSON files by name. */
export function archive(
  storeys: readonly Storey[],
  connectors: readonly ConnectorPlan[],
): ReadonlyMap<string, readonly Feature[]> {
  const features = [
    ...siteFeatures(storeys),
    ...storeys.flatMap((storey) => [levelFeature(storey), ...storeyFeatures(storey)]),
    ...connectors.map(relationship),
  ];
  const files = new Map<string, Feature[]>();
  for (const item of features) {
    const file = `${item.feature_type}.geojson`;
    const list = files.get(file);
    if (list) list.push(item);
    else files.set(file, [item]);
  }
  return files;
}

function storeyFeatures(storey: Storey): Feature[] {
  const things = storey.elements.filter(({ kind }) => kind !== 'unit');
  return [...storey.units, ...things].flatMap((element) => elementFeatures(storey, element));
}

/** A lift is one relationship over all its storeys; an escalator leads from where one steps on to where one steps off. */
function relationship({ key, kind, direction, units }: ConnectorPlan): Feature {
  const way = direction === 'down' ? [...units].reverse() : units;
  const references = way.map(([level, unit]) => ({
    id: elementId('unit', level, unit),
    feature_type: 'unit',
  }));
  return feature('relationship', key, null, {
    category: kind,
    direction: direction === 'both' ? 'undirected' : 'directed',
    origin: references[0],
    intermediary: references.length > 2 ? references.slice(1, -1) : null,
    destination: references.at(-1),
    hours: null,
  });
}
