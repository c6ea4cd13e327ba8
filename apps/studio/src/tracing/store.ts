import {
  axisOf,
  boundsOfAreas,
  FEWEST_TIES,
  fitAffine,
  fitSimilarity,
  type ImageFit,
  type ImagePlacement,
  type ImagePoint,
  type KnownLength,
  type Point,
  placedByLengths,
  type TiePoint,
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
  const { level } = useStudio.getState();
  useTracing.setState({ isOpening: true, refusal: undefined });
  const result = await openImage(file, page);
  useTracing.setState({ isOpening: false });
  if (!result.ok) return useTracing.setState({ refusal: result.refusal });
  const placement = fittedTo(level, result.image.bitmap);
  useTracing.setState({ pending: undefined, measured: undefined });
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

/** How far off an axis of the plan a line is still taken for one along it: scans and photographs are nearly upright. */
const NEARLY = Math.PI / 12;

/** The metres of the length just measured. */
export function addLength(metres: number): void {
  const { measured } = useTracing.getState();
  if (!measured || !(metres > 0)) return;
  change((underlay) => {
    const direction = axisOf(underlay.placement, measured, NEARLY);
    return placed({ ...underlay, lengths: [...underlay.lengths, { ...measured, metres, direction }] });
  });
  useTracing.setState({ measured: undefined });
}

/** Another length or direction of one that is known. */
export function setLength(number: number, known: Partial<Pick<KnownLength, 'metres' | 'direction'>>): void {
  if (known.metres !== undefined && !(known.metres > 0)) return;
  change((underlay) =>
    placed({
      ...underlay,
      lengths: underlay.lengths.map((length, i) => (i === number ? { ...length, ...known } : length)),
    }),
  );
}

export function removeLength(number: number): void {
  change((underlay) => placed({ ...underlay, lengths: underlay.lengths.filter((_, i) => i !== number) }));
}

/** Points say where it lies as soon as they can; until then lengths do, about the one point that there may be. */
function placed(underlay: Underlay): Underlay {
  const { placement, lengths, ties } = underlay;
  const fit = fitOf(underlay);
  return { ...underlay, placement: fit?.placement ?? placedByLengths(placement, lengths, ties[0]) };
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
