import {
  boundsOfAreas,
  FEWEST_TIES,
  fitAffine,
  fitSimilarity,
  type ImageFit,
  type ImagePlacement,
  type ImagePoint,
  type KnownLength,
  type Point,
  scaleAndTurn,
  scaleOf,
  type TiePoint,
  turnedAbout,
} from '@daoyin/geometry';
import { create } from 'zustand';
import { invalidatePlan } from '../canvas/plan';
import { useStudio } from '../store/studio';
import { type ImageRefusal, type OpenedImage, openImage } from './open-image';

/** The picture under one level, and what is known of its place. */
export interface Underlay {
  readonly image: OpenedImage;
  readonly placement: ImagePlacement;
  readonly ties: readonly TiePoint[];
  readonly lengths: readonly KnownLength[];
  /** With three tie points and more: each axis has its own scale, for scans. */
  readonly isAskew: boolean;
}

export interface TracingState {
  /** By level. */
  readonly underlays: Readonly<Record<string, Underlay>>;
  readonly opacity: number;
  /** What a tap on the plan means. */
  readonly step: 'tie' | 'length';
  /** A point of the picture that waits for its place or its other end. */
  readonly pending: ImagePoint | undefined;
  /** A length that waits for its metres. */
  readonly measured: Omit<KnownLength, 'metres'> | undefined;
  readonly refusal: ImageRefusal | undefined;
  readonly isOpening: boolean;
}

export const useTracing = create<TracingState>()(() => ({
  underlays: {},
  opacity: 0.55,
  step: 'tie',
  pending: undefined,
  measured: undefined,
  refusal: undefined,
  isOpening: false,
}));

useTracing.subscribe(() => invalidatePlan());

export const underlayOf = (level: string): Underlay | undefined => useTracing.getState().underlays[level];

/** Opens a file under the level that is shown, as wide as the level. */
export async function open(file: File, page?: number): Promise<void> {
  useTracing.setState({ isOpening: true, refusal: undefined });
  const result = await openImage(file, page);
  useTracing.setState({ isOpening: false });
  if (!result.ok) return useTracing.setState({ refusal: result.refusal });
  const { level } = useStudio.getState();
  const placement = fittedTo(level, result.image.bitmap);
  put(level, { image: result.image, placement, ties: [], lengths: [], isAskew: false });
}

export function remove(): void {
  const { [useStudio.getState().level]: _, ...underlays } = useTracing.getState().underlays;
  useTracing.setState({ underlays, pending: undefined, measured: undefined });
}

/** How the tie points fit, where there are enough. */
export function fitOf({ ties, isAskew }: Underlay): ImageFit | undefined {
  return isAskew && ties.length >= FEWEST_TIES.affine ? fitAffine(ties) : fitSimilarity(ties);
}

export function addTie(image: ImagePoint, venue: Point): void {
  change((underlay) => placed({ ...underlay, ties: [...underlay.ties, { image, venue }] }));
  useTracing.setState({ pending: undefined });
}

export function setTie(number: number, venue: Point): void {
  change((underlay) =>
    placed({ ...underlay, ties: underlay.ties.map((tie, i) => (i === number ? { ...tie, venue } : tie)) }),
  );
}

export function removeTie(number: number): void {
  change((underlay) => placed({ ...underlay, ties: underlay.ties.filter((_, i) => i !== number) }));
}

export function setAskew(isAskew: boolean): void {
  change((underlay) => placed({ ...underlay, isAskew }));
}

/** A length is known now: the picture is scaled about its start. */
export function addLength(metres: number): void {
  const { measured } = useTracing.getState();
  if (!measured) return;
  change((underlay) => {
    const lengths = [...underlay.lengths, { ...measured, metres }];
    const scale = scaleOf(lengths);
    if (!scale) return underlay;
    const { turn } = scaleAndTurn(underlay.placement);
    const { metresPerPixel } = scale;
    return {
      ...underlay,
      lengths,
      placement: turnedAbout(underlay.placement, measured.from, { metresPerPixel, turn }),
    };
  });
  useTracing.setState({ measured: undefined });
}

/** Turns the picture so that the line just measured lies along the plan's axes, the nearer one. */
export function straighten(): void {
  const { measured } = useTracing.getState();
  if (!measured) return;
  change((underlay) => {
    const { metresPerPixel, turn } = scaleAndTurn(underlay.placement);
    const { from, to } = measured;
    const angle = turn + Math.atan2(from.row - to.row, to.column - from.column);
    const off = Math.round(angle / (Math.PI / 2)) * (Math.PI / 2) - angle;
    return {
      ...underlay,
      placement: turnedAbout(underlay.placement, from, { metresPerPixel, turn: turn + off }),
    };
  });
  useTracing.setState({ measured: undefined });
}

function placed(underlay: Underlay): Underlay {
  const fit = fitOf(underlay);
  return fit ? { ...underlay, placement: fit.placement } : underlay;
}

function change(edit: (underlay: Underlay) => Underlay): void {
  const { level } = useStudio.getState();
  const underlay = underlayOf(level);
  if (underlay) put(level, edit(underlay));
}

function put(level: string, underlay: Underlay): void {
  const { underlays } = useTracing.getState();
  useTracing.setState({ underlays: { ...underlays, [level]: underlay } });
}

const EMPTY_PLAN_M = 60;

/** As wide as the level, its north-west corner in that of the level. */
function fittedTo(level: string, { width }: ImageBitmap): ImagePlacement {
  const { venue } = useStudio.getState().history.present;
  const outline = venue.levels.find(({ shortName }) => shortName === level)?.outline ?? [];
  const bounds = boundsOfAreas(outline);
  const isEmpty = !Number.isFinite(bounds.minX);
  const [west, north] = isEmpty ? [0, EMPTY_PLAN_M] : [bounds.minX, bounds.maxY];
  const scale = (isEmpty ? EMPTY_PLAN_M : bounds.maxX - bounds.minX) / width;
  return { xx: scale, xy: 0, x0: west, yx: 0, yy: -scale, y0: north };
}
