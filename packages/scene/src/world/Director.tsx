import { venueToScene } from '@daoyin/geometry';
import { useFrame, useThree } from '@react-three/fiber';
import { type RefObject, useRef } from 'react';
import type { PerspectiveCamera } from 'three';
import { axesOf, type Lens, type View } from '../camera/view';
import type { Stage } from '../stage';
import type { FrameStats } from '../types';

const LONGEST_STEP = 0.25; // seconds
const FIRST_STEP = 1 / 60;

/** Steps the stage before everything is placed, draws after it, and asks for another frame only while something moves. */
export function Director({
  stage,
  onFrame,
}: {
  readonly stage: Stage;
  readonly onFrame: RefObject<((stats: FrameStats) => void) | undefined>;
}) {
  const started = useRef(0);
  const resting = useRef(true);
  const invalidate = useThree((state) => state.invalidate);
  stage.invalidate = invalidate;
  useFrame((state, elapsed) => {
    started.current = performance.now();
    const dt = resting.current ? FIRST_STEP : Math.min(LONGEST_STEP, elapsed);
    stage.dt = dt;
    const moving = stage.step(dt);
    aim(state.camera as PerspectiveCamera, stage.rig.view, stage.rig.lens);
    const fading = stage.labels.frame(
      dt,
      stage.rig.view,
      stage.rig.lens,
      stage.layout,
      stage.labelScale,
      stage.reducedMotion,
    );
    stage.moving = moving || fading;
  }, -1);
  useFrame(({ gl, scene, camera }) => {
    if (stage.moving) invalidate();
    resting.current = !stage.moving;
    gl.render(scene, camera);
    const { render, memory } = gl.info;
    stage.stats = {
      calls: render.calls,
      triangles: render.triangles,
      textures: memory.textures,
      geometries: memory.geometries,
      scriptMs: performance.now() - started.current,
      labels: stage.labels.count,
    };
    onFrame.current?.(stage.stats);
  }, 1);
  return null;
}

/** Sets three's camera to the view; the target is drawn at the middle of what no panel covers. */
function aim(camera: PerspectiveCamera, view: View, lens: Lens): void {
  const { eye, upward, forward } = axesOf(view);
  camera.position.copy(venueToScene(eye, eye.elevation));
  camera.up.copy(venueToScene(upward, upward.elevation));
  camera.lookAt(eye.x + forward.x, eye.elevation + forward.elevation, -(eye.y + forward.y));
  camera.fov = (lens.fov * 180) / Math.PI;
  camera.aspect = lens.width / lens.height;
  camera.near = Math.max(0.5, view.distance * 0.05);
  camera.far = view.distance * 6 + 200;
  const [dx, dy] = [lens.width / 2 - lens.centre.left, lens.height / 2 - lens.centre.top];
  camera.setViewOffset(lens.width, lens.height, dx, dy, lens.width, lens.height);
  camera.updateProjectionMatrix();
  camera.updateMatrixWorld();
}
