/** A bench as `npm run bench` runs it, and the figures that it prints which somebody asked for. */
export interface Bench {
  readonly name: string;
  readonly command: string;
  readonly figures: readonly Figure[];
  /** Takes many minutes: left out but with `--all`. */
  readonly long?: true;
}

export interface Figure {
  readonly what: string;
  readonly asked: string;
  /** The figure in what the bench printed; undefined where it is not there. */
  readonly figure: (out: string) => string | undefined;
}
