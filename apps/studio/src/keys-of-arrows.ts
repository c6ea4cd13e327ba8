/** Metres that an arrow key moves what is selected; with Shift ten times. */
export const STEP = 0.1;

/** Right and up of each arrow key. */
export const ARROWS: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
