/** Half-edge h = 3·triangle + k of a triangulation: the one that follows in its triangle, and the one before. */
export const next = (h: number): number => (h % 3 === 2 ? h - 2 : h + 1);
export const previous = (h: number): number => (h % 3 === 0 ? h + 2 : h - 1);
