const HEADINGS = 5;
const STRAIGHT_WITHIN = 0.28;
/** A stretch counts once, however many steps it has: most of it after so many steps, and little more later. */
const SHARE_AT_FIRST = 0.4;
const SHARE_LATER = 0.12;
const FULL_AFTER = 10;
const SHARE_BEYOND = 0.02;
const LONGEST = 40;

/** Notices straight stretches in the reported headings. */
export class StraightRun {
  private readonly recent: number[] = [];
  private steps = 0;

  /** Takes a step's heading; gives how much more the stretch now counts, and its heading over the last steps. */
  add(heading: number): { readonly share: number; readonly heading: number } {
    const { recent } = this;
    const last = recent.at(-1) ?? heading;
    recent.push(last + Math.atan2(Math.sin(heading - last), Math.cos(heading - last)));
    if (recent.length > HEADINGS) recent.shift();
    const straight =
      recent.length === HEADINGS && Math.max(...recent) - Math.min(...recent) < STRAIGHT_WITHIN;
    this.steps = straight ? this.steps + 1 : 0;
    const mean = recent.reduce((sum, value) => sum + value, 0) / recent.length;
    return { share: this.share(), heading: mean };
  }

  reset(): void {
    this.recent.length = 0;
    this.steps = 0;
  }

  private share(): number {
    const { steps } = this;
    if (steps === 0 || steps > LONGEST) return 0;
    if (steps === 1) return SHARE_AT_FIRST;
    return steps + HEADINGS <= FULL_AFTER ? SHARE_LATER : SHARE_BEYOND;
  }
}
