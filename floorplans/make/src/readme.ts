import { polygonArea } from '@daoyin/geometry';
import type { Storey } from './assemble';

/** What a reader of the folder should know. */
export function readme(storeys: readonly Storey[]): string {
  const rows = storeys.map(({ level, hall, outline, elements }) => {
    const windows = elements.flatMap((element) => (element.kind === 'window' ? [element.number] : []));
    const gross = Math.round(polygonArea({ outer: outline, holes: [] }));
    return `| ${level} | ${gross} | ${Math.round(polygonArea(hall.area[0]!))} | ${windows.length} | ${Math.min(...windows)}–${Math.max(...windows)} |`;
  });
  return `# Sample hall: Zhongshan Administrative Service Centre

**The plan is illustrative.** The building's drawings are not public. The figures (254 windows, 53 departments, 1,379 items,
600 beacons, 60 tax windows …) are those of the 2018 Zhongshan yearbook for the year 2017. Names of items are written in the
style of such catalogues; what to bring and how long it takes are examples.

Written by \`npm run hall\` (floorplans/make); change the plan there, never here.

| level | gross m² | hall m² | windows | numbers |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

## How it is modelled
- A valid IMDF 1.0.0 archive (OGC 20-094), language zh-Hans, names also in en. Ids are RFC 4122 version 5 UUIDs of the things' names.
- The venue frame's origin is the venue's \`display_point\`, the south-west corner of the building's rectangle.
- Units tile each level without gaps: an edge between two units is a wall, except where an \`opening\` lies on it; the
  edge of an \`opentobelow\` is a railing. Where \`desk\` fixtures stand along the edge of a \`nonpublic\` unit, that edge is the
  front of a counter, open above the desk, and nobody can walk through. The ends of a counter island are low panels.
- A window is a \`desk\` fixture, its anchor (0.7 m in front, where the visitor stands) and an occupant "32号窗口" / "Window 32".
- A lift is one \`elevator\` relationship over all its storeys (the middle one as \`intermediary\`); stairs go from storey to storey;
  an escalator is directed from where one steps on to where one steps off.
- \`services.json\` has what IMDF has no word for: departments, areas and their colours, items, menus, and hours of doors.
`;
}
