import { extend } from '@react-three/fiber';
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  Group,
  InstancedMesh,
  LineSegments,
  Mesh,
  PerspectiveCamera,
} from 'three';
import type { MeshArrays } from '../build/mesh';
import { channels, type Rgb } from '../colour';

extend({ Group, InstancedMesh, LineSegments, Mesh, PerspectiveCamera });

/** A colour in display values: the scene is drawn without colour management, so that a canvas shows what CSS would. */
export function rawColour(colour: Rgb): Color {
  const [r, g, b] = channels(colour);
  return new Color(r / 255, g / 255, b / 255);
}

export function geometryOf({ positions, colours, indices }: MeshArrays): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('color', new BufferAttribute(colours, 4, true));
  geometry.setIndex(new BufferAttribute(indices, 1));
  geometry.computeBoundingSphere();
  return geometry;
}

export function lineGeometry(points: Float32Array): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(points, 3));
  geometry.computeBoundingSphere();
  return geometry;
}
