import { assumeConnectors } from '../archive/assume-connectors';
import { readWindows } from '../archive/read-windows';
import type { Connector, Level, Venue } from '../types';
import type { HallDocument } from './document';

const nobody = () => undefined;

/** A document after an edit of `before`, with what follows from what was edited made anew: windows, assumed connectors, order of levels. */
export function settled<D extends HallDocument>(before: HallDocument, document: D): D {
  const [was, is] = [before.venue, document.venue];
  if (was === is) return document;
  const changed = (...names: readonly (keyof Venue)[]) => names.some((name) => was[name] !== is[name]);
  let venue = is;
  if (changed('levels')) venue = { ...venue, levels: inOrder(is.levels) };
  if (changed('levels', 'units', 'connectors')) venue = { ...venue, connectors: withAssumed(venue) };
  if (changed('occupants', 'anchors', 'fixtures'))
    venue = { ...venue, windows: readWindows(is.occupants, is.anchors, is.fixtures, nobody) };
  return venue === is ? document : { ...document, venue };
}

function inOrder(levels: readonly Level[]): readonly Level[] {
  const isOrdered = levels.every((level, i) => i === 0 || levels[i - 1]!.ordinal <= level.ordinal);
  return isOrdered ? levels : levels.toSorted((a, b) => a.ordinal - b.ordinal);
}

/** The given connectors as far as their units are there, and those that follow from shafts over each other. */
function withAssumed({ connectors, levels, units }: Venue): readonly Connector[] {
  const given = connectors.filter(({ assumed }) => !assumed);
  const assumed = assumeConnectors(given, levels, units, nobody);
  const old = connectors.filter((connector) => connector.assumed);
  const isAsBefore = old.length === assumed.length && old.every(({ id }, i) => id === assumed[i]!.id);
  if (isAsBefore) return connectors;
  return [...given, ...assumed];
}
