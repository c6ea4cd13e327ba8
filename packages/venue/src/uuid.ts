/**
 * A UUID (RFC 9562, version 8) that is the same for the same name, for features that a source does not give one: four
 * FNV-1a hashes with different offsets, each mixed as MurmurHash3 ends.
 */
export function uuidOf(name: string): string {
  const hex = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35]
    .map((offset) => hash(name, offset).toString(16).padStart(8, '0'))
    .join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function hash(text: string, offset: number): number {
  let h = offset;
  for (const character of text) h = Math.imul(h ^ character.codePointAt(0)!, 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
