/**
 * Closed rings from the pieces of a multipolygon relation, each a list of node ids: pieces are joined at their ends, turned
 * round where they must be. Pieces that close no ring are left over.
 */
export function assembleRings(pieces: readonly (readonly string[])[]): {
  readonly rings: readonly (readonly string[])[];
  readonly open: number;
} {
  const rings: (readonly string[])[] = [];
  const left = pieces.filter((piece) => piece.length >= 2).map((piece) => [...piece]);
  let open = 0;
  for (let ring = left.pop(); ring; ring = left.pop()) {
    while (ring[0] !== ring.at(-1)) {
      const end = ring.at(-1);
      const next = left.findIndex((piece) => piece[0] === end || piece.at(-1) === end);
      if (next < 0) break;
      const [piece] = left.splice(next, 1) as [string[]];
      ring.push(...(piece[0] === end ? piece : piece.reverse()).slice(1));
    }
    if (ring[0] === ring.at(-1) && ring.length >= 4) rings.push(ring);
    else open += 1;
  }
  return { rings, open };
}
