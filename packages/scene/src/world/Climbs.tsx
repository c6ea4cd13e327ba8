import { venueToScene } from '@daoyin/geometry';
import { useFrame } from '@react-three/fiber';
import { useRef } from 'react';
import { CylinderGeometry, type Mesh, MeshBasicMaterial, Vector3 } from 'three';
import type { Climb } from '../build/ribbon';
import { pixelsPerMetre } from '../camera/view';
import type { Palette } from '../palette';
import type { Stage } from '../stage';
import { rawColour } from './three';
import { useDisposable } from './useDisposable';

const UP = new Vector3(0, 1, 0);
/** Metres above the floor. */
const LIFT = 0.06;

/** The parts of a route inside lifts, stairs and escalators: tubes between the storeys as they are drawn. */
export function Climbs({
  stage,
  climbs,
  palette,
}: {
  readonly stage: Stage;
  readonly climbs: readonly Climb[];
  readonly palette: Palette;
}) {
  const geometry = useDisposable(() => new CylinderGeometry(1, 1, 1, 12, 1, true), []);
  const material = useDisposable(() => {
    const made = new MeshBasicMaterial({ transparent: true, opacity: 0.85, depthWrite: false });
    made.color.copy(rawColour(palette.route));
    return made;
  }, [palette]);
  const meshes = useRef<(Mesh | null)[]>([]);
  useFrame(() => {
    climbs.forEach((climb, i) => {
      const mesh = meshes.current[i];
      if (mesh) placeTube(mesh, stage, climb);
    });
  });
  return climbs.map((_, i) => (
    <mesh
      // biome-ignore lint/suspicious/noArrayIndexKey: a climb is its place in the route
      key={i}
      ref={(mesh) => {
        meshes.current[i] = mesh;
      }}
      geometry={geometry}
      material={material}
      renderOrder={12}
      dispose={null}
    />
  ));
}

function placeTube(mesh: Mesh, { layout, rig, labelScale }: Stage, { from, to }: Climb): void {
  const a = new Vector3().copy(venueToScene(from, layout.yOf(from.level) + LIFT));
  const b = new Vector3().copy(venueToScene(to, layout.yOf(to.level) + LIFT));
  const length = a.distanceTo(b);
  const seen = Math.max(layout.focusOf(from.level), layout.focusOf(to.level));
  mesh.visible = length > 0.1 && seen > 0.05;
  const radius = Math.max(0.2, (2.6 * labelScale) / pixelsPerMetre(rig.view, rig.lens));
  mesh.scale.set(radius, Math.max(0.01, length), radius);
  mesh.position.addVectors(a, b).multiplyScalar(0.5);
  mesh.quaternion.setFromUnitVectors(UP, b.sub(a).normalize());
}
