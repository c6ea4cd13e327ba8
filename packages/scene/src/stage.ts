import type { Bounds, ScreenPoint, VenuePoint } from '@daoyin/geometry';
import { boundsOf } from '@daoyin/geometry';
import type { Route } from '@daoyin/routing';
import type { Venue } from '@daoyin/venue';
import { fitting } from './camera/fitting';
import { homeView, limitsOf, storeySpacing, widened } from './camera/framing';
import { CameraRig, type Chase } from './camera/rig';
import { focal, groundAt, type Lens, NORTH_UP, type Point3, type View } from './camera/view';
import { LabelEngine } from './labels/engine';
import { Layout } from './layout';
import { pick } from './pick';
import type { FrameStats, Insets, SelectTarget } from './types';

const FOV = (30 * Math.PI) / 180;
const FOLLOW_TILT = (52 * Math.PI) / 180;
const FOLLOW_SPAN = 24; // metres across the smaller side of the picture
const CLOSE_SPAN = 26;
const ROUTE_SPAN = 24; // a short way is shown with what is around it
const ROUTE_MARGIN = 44; // CSS pixels
const LOOK_AHEAD = 0.17; // of the picture's height that a followed walker stands below its middle
const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

/** All that moves in one scene: the camera, the storeys and the labels. React says what is wanted, the stage how it gets there. */
export class Stage {
  readonly rig: CameraRig;
  readonly layout: Layout;
  readonly labels = new LabelEngine();
  private insets: Insets = NO_INSETS;
  /** What the camera shows while nobody has moved the map: the storey, or a route; another size of the picture is framed anew. */
  private framed: 'home' | Route | undefined = 'home';
  upHeading: number | undefined;
  reducedMotion = false;
  /** Seconds since the last frame; after a rest, as if that had been a frame ago, so that what begins to move does not leap. */
  dt = 0;
  /** Something moves in this frame: another will follow. */
  moving = false;
  /** Factor on the sizes of labels, dots and ribbons. */
  labelScale = 1;
  stats: FrameStats = { calls: 0, triangles: 0, textures: 0, geometries: 0, scriptMs: 0, labels: 0 };
  /** Asks for a frame; set by the canvas. */
  invalidate: () => void = () => undefined;

  constructor(
    readonly venue: Venue,
    level: string | undefined,
  ) {
    this.layout = new Layout(venue, level);
    const lens: Lens = { width: 800, height: 600, fov: FOV, centre: { left: 400, top: 300 } };
    const view: View = { x: 0, y: 0, elevation: 0, distance: 100, up: NORTH_UP, tilt: 0.8 };
    this.rig = new CameraRig(view, lens, limitsOf(venue));
  }

  /** The picture's size in CSS pixels. What the visitor has not moved is framed anew. */
  resize(width: number, height: number): void {
    this.rig.lens = { width, height, fov: FOV, centre: this.middle(width, height) };
    this.layout.spread(storeySpacing(this.venue, this.rig.lens));
    this.frameAgain(true);
  }

  /** The visitor has moved the map: it stays as they leave it. */
  taken(): void {
    this.framed = undefined;
  }

  private frameAgain(instantly = false): void {
    if (this.framed === 'home') this.home(instantly);
    else if (this.framed !== undefined) this.frameRoute(this.framed, instantly);
  }

  /** Panels cover these margins from now on; the picture's middle glides to that of what they leave. */
  setInsets(insets: Insets = NO_INSETS): void {
    const { top, right, bottom, left } = this.insets;
    const same =
      top === insets.top && right === insets.right && bottom === insets.bottom && left === insets.left;
    if (same) return;
    this.insets = insets;
    this.frameAgain();
    this.invalidate();
  }

  /** Advances everything by `dt` seconds; true while another frame is wanted. */
  step(dt: number): boolean {
    const moving = this.layout.step(dt);
    const flying = this.rig.step(dt);
    return this.stepMiddle(dt) || moving || flying;
  }

  private stepMiddle(dt: number): boolean {
    const { lens } = this.rig;
    const to = this.middle(lens.width, lens.height);
    const [dx, dy] = [to.left - lens.centre.left, to.top - lens.centre.top];
    if (dx === 0 && dy === 0) return false;
    const share = this.reducedMotion || Math.hypot(dx, dy) < 0.5 ? 1 : 1 - Math.exp(-7 * dt);
    const centre = { left: lens.centre.left + dx * share, top: lens.centre.top + dy * share };
    this.rig.lens = { ...lens, centre };
    return true;
  }

  private middle(width: number, height: number): ScreenPoint {
    const { left, right, top, bottom } = this.insets;
    return { left: (left + width - right) / 2, top: (top + height - bottom) / 2 };
  }

  showLevel(level: string | undefined): void {
    if (level === this.layout.level) return;
    const wasStacked = this.layout.stacked;
    this.layout.aim(level, this.reducedMotion);
    if (wasStacked || level === undefined) this.home();
    else {
      const { framed } = this;
      this.fly({ ...this.rig.goal, elevation: this.layout.restOf(level) });
      this.framed = framed;
    }
  }

  /** The whole storey, or all of them. */
  home(instantly = false): void {
    this.fly(this.homeView(), instantly ? 0 : undefined);
    this.framed = 'home';
  }

  private homeView(): View {
    const lens = { ...this.rig.lens, centre: this.middle(this.rig.lens.width, this.rig.lens.height) };
    return homeView(this.venue, this.layout, lens, this.insets, this.upHeading);
  }

  /** The part of a route on the storeys that are shown, with what is around it. */
  frameRoute(route: Route, instantly = false): void {
    const levels = this.layout.stacked ? undefined : this.layout.level;
    const seen = route.path.filter(({ level }) => levels === undefined || level === levels);
    if (seen.length === 0) return;
    const points = seen.map((point) => this.point3(point));
    const { up, tilt } = this.homeView();
    const view = fitting(points, this.rig.lens, up, tilt, this.aroundRoute());
    this.fly(
      { ...view, distance: Math.max(this.distanceFor(ROUTE_SPAN), view.distance) },
      instantly ? 0 : undefined,
    );
    this.framed = route;
  }

  /** Room for the signs that stand on the ends of a route; they grow upwards. */
  private aroundRoute(): Insets {
    const side = ROUTE_MARGIN * this.labelScale;
    const around = widened(this.insets, side);
    return { ...around, top: around.top + side / 2 };
  }

  /** Nearer if need be: so that the smaller side of the picture spans at most 26 m, or just `span`. */
  flyTo(point: VenuePoint, span?: number): void {
    const { goal } = this.rig;
    const distance =
      span === undefined ? Math.min(this.distanceFor(CLOSE_SPAN), goal.distance) : this.distanceFor(span);
    this.fly({ ...goal, ...this.point3(point), distance });
  }

  resetNorth(): void {
    this.fly({ ...this.rig.goal, up: NORTH_UP });
  }

  fly(view: View, duration = this.reducedMotion ? 0 : 0.8): void {
    this.framed = undefined;
    this.rig.flyTo(view, duration);
    this.invalidate();
  }

  /** Begins, continues or ends going after a walker. */
  follow(at: VenuePoint | undefined, heading: number | undefined): void {
    if (!at) this.rig.follow(undefined);
    else {
      const up = heading ?? this.rig.goal.up;
      if (!this.rig.following) {
        const view = { ...this.rig.goal, up, tilt: FOLLOW_TILT, distance: this.distanceFor(FOLLOW_SPAN) };
        this.fly({ ...view, ...this.ahead(at, view) });
      }
      const chase: Chase = this.ahead(at, { ...this.rig.goal, up });
      this.rig.follow(heading === undefined ? chase : { ...chase, up: heading });
    }
    this.invalidate();
  }

  /** What is below a pixel: a label, else what stands there; in the stack the storey. */
  select(pixel: ScreenPoint): SelectTarget | { readonly kind: 'level'; readonly level: string } | undefined {
    const { stacked } = this.layout;
    const label = this.labels.hit(pixel);
    if (stacked && label) return { kind: 'level', level: label.at.level };
    if (label?.target)
      return { ...label.target, at: { x: label.at.x, y: label.at.y, level: label.at.level } };
    for (const { shortName, outline } of [...this.venue.levels].reverse()) {
      if (this.layout.focusOf(shortName) < 0.5) continue;
      const at = groundAt(this.rig.view, this.rig.lens, pixel, this.layout.yOf(shortName));
      if (!at || !inBounds(boundsOf(outline.flatMap(({ outer }) => outer)), at)) continue;
      return stacked ? { kind: 'level', level: shortName } : pick(this.venue, { ...at, level: shortName });
    }
    return undefined;
  }

  /** The target with which a walker stands below the middle, so that more is seen of where they go. */
  private ahead(at: VenuePoint, { up, distance, tilt }: View): Point3 {
    const { height } = this.rig.lens;
    const metres = (LOOK_AHEAD * height * distance) / focal(this.rig.lens) / Math.cos(tilt) ** 0.5;
    const { x, y, elevation } = this.point3(at);
    return { x: x + Math.cos(up) * metres, y: y + Math.sin(up) * metres, elevation };
  }

  /** The distance at which the smaller side of the picture spans so many metres. */
  private distanceFor(span: number): number {
    const { width, height } = this.rig.lens;
    return (focal(this.rig.lens) * span) / Math.min(width, height);
  }

  point3({ x, y, level }: VenuePoint): Point3 {
    return { x, y, elevation: this.layout.restOf(level) };
  }
}

function inBounds(
  { minX, minY, maxX, maxY }: Bounds,
  { x, y }: { readonly x: number; readonly y: number },
): boolean {
  return x >= minX && x <= maxX && y >= minY && y <= maxY;
}
