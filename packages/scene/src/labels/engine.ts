import type { ScreenBox, ScreenPoint, VenuePoint } from '@daoyin/geometry';
import { caster, type Lens, pixelsPerMetre, projector, type View } from '../camera/view';
import type { Layout } from '../layout';
import type { Atlas } from './atlas';
import type { LabelSpec } from './label';
import { boxOf, type Placing, placeLabels } from './place';

/** The labels of one atlas as the GPU draws them: for each its rectangle in the atlas, and its corner and opacity on the screen. */
export interface LabelLayer {
  readonly specs: readonly LabelSpec[];
  readonly atlas: Atlas;
  /** Left, top in device pixels, opacity, unused. */
  readonly places: Float32Array;
  readonly opacity: Float32Array;
}

const FADE = 9; // 1/s
const RESERVED = 22; // CSS pixels
const ALWAYS = 960; // priority from which a label is shown through a storey above it

interface Candidate extends Placing {
  readonly layer: number;
  readonly index: number;
}

/** Decides over time which labels are shown, and fades them in and out. */
export class LabelEngine {
  private layers: readonly LabelLayer[] = [];
  private shown = new Set<string>();
  private candidates: readonly Candidate[] = [];
  private visible: readonly number[] = [];
  private reserved: readonly VenuePoint[] = [];
  private covered: readonly ScreenBox[] = [];

  setLayers(layers: readonly LabelLayer[]): void {
    this.layers = layers;
  }

  /** Places that no label covers: the walker's dot. */
  reserve(places: readonly VenuePoint[]): void {
    this.reserved = places;
  }

  /** Parts of the picture that the app's controls cover: only what is always shown comes there. */
  cover(boxes: readonly ScreenBox[]): void {
    this.covered = boxes;
  }

  /** Labels drawn in the last frame. */
  get count(): number {
    return this.visible.length;
  }

  /** Places every label for this view; true while one of them fades. `labelScale` is the factor on their size. */
  frame(dt: number, view: View, lens: Lens, layout: Layout, labelScale = 1, instantly = false): boolean {
    this.candidates = this.project(view, lens, layout, labelScale);
    const before = new Set<number>();
    this.candidates.forEach((c, i) => {
      if (this.shown.has(this.idOf(c))) before.add(i);
    });
    this.visible = placeLabels(this.candidates, before).filter((i) => this.candidates[i]!.layer >= 0);
    this.shown = new Set(this.visible.map((i) => this.idOf(this.candidates[i]!)));
    return this.fade(instantly ? 1 : 1 - Math.exp(-FADE * dt));
  }

  /** The label below a pixel. */
  hit({ left, top }: ScreenPoint): LabelSpec | undefined {
    const index = this.visible.find((i) => {
      const box = boxOf(this.candidates[i]!, 6);
      return left >= box.left && left <= box.right && top >= box.top && top <= box.bottom;
    });
    const found = index === undefined ? undefined : this.candidates[index];
    return found && this.layers[found.layer]!.specs[found.index];
  }

  private idOf({ layer, index }: Candidate): string {
    return this.layers[layer]?.specs[index]?.id ?? '';
  }

  private project(view: View, lens: Lens, layout: Layout, labelScale: number): Candidate[] {
    const project = projector(view, lens);
    const scale = pixelsPerMetre(view, lens) / labelScale;
    const ground = caster(view, lens);
    const out: Candidate[] = this.covered.map(coverOf);
    for (const place of this.reserved) {
      const pixel = project({ ...place, elevation: layout.yOf(place.level) });
      const size = RESERVED * labelScale;
      if (pixel && layout.focusOf(place.level) > 0.5) {
        out.push({
          at: pixel,
          width: size,
          height: size,
          anchor: 0.5,
          priority: Infinity,
          layer: -1,
          index: 0,
        });
      }
    }
    this.layers.forEach(({ specs, atlas, places }, layer) => {
      specs.forEach((spec, index) => {
        const { kind, at, minScale, maxScale = Infinity, priority } = spec;
        if (scale < minScale || scale >= maxScale || (kind === 'level' && !layout.stacked)) return;
        if (layout.focusOf(at.level) < 0.5) return;
        const pixel = project({ x: at.x, y: at.y, elevation: layout.yOf(at.level) + at.height });
        if (!pixel || (layout.stacked && priority < ALWAYS && layout.hides(at.level, pixel, ground))) return;
        const sprite = atlas.sprites[index]!;
        const [width, height] = [sprite.width / atlas.ratio, sprite.height / atlas.ratio];
        if (pixel.left < -width || pixel.left > lens.width + width) return;
        if (pixel.top < -height || pixel.top > lens.height + height) return;
        const left = inside(pixel.left, width, lens.width);
        out.push({
          at: { left, top: pixel.top },
          width,
          height,
          anchor: sprite.anchor,
          priority,
          layer,
          index,
        });
        // Whole device pixels, so that the text stays as sharp as it was drawn.
        places[4 * index] = Math.round((left - width / 2) * atlas.ratio);
        places[4 * index + 1] = Math.round((pixel.top - height * sprite.anchor) * atlas.ratio);
      });
    });
    return out;
  }

  private fade(share: number): boolean {
    let moving = false;
    this.layers.forEach(({ specs, opacity, places }) => {
      specs.forEach(({ id }, i) => {
        const goal = this.shown.has(id) ? 1 : 0;
        const left = goal - opacity[i]!;
        if (left !== 0) {
          opacity[i] = Math.abs(left) < 0.02 ? goal : opacity[i]! + left * share;
          moving ||= opacity[i] !== goal;
        }
        places[4 * i + 2] = opacity[i]!;
      });
    });
    return moving;
  }
}

/** What keeps ordinary labels away from a part of the picture. */
function coverOf({ left, top, right, bottom }: ScreenBox): Candidate {
  const at = { left: (left + right) / 2, top };
  const size = { width: right - left, height: bottom - top };
  return { at, ...size, anchor: 0, priority: ALWAYS - 1, layer: -1, index: 0 };
}

/** A label that would be cut by the edge slides in, by at most the part of it that still reaches its point. */
function inside(left: number, width: number, screen: number): number {
  const half = width / 2 + 4;
  const slid = Math.min(Math.max(left, half), Math.max(half, screen - half));
  return Math.abs(slid - left) < width * 0.42 ? slid : left;
}
