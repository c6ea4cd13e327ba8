const MOST_PIXELS = 6e6;

/** Device pixels for one CSS pixel of the canvas and its labels: the screen's, up to 3, while the window has at most 6 million. */
export function pixelRatio(): number {
  const screen = typeof devicePixelRatio === 'number' ? devicePixelRatio : 1;
  const affordable = Math.sqrt(MOST_PIXELS / Math.max(1, innerWidth * innerHeight));
  return Math.max(1, Math.min(screen, 3, affordable));
}
