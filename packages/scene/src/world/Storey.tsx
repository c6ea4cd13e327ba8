import type { Level, Venue } from '@daoyin/venue';
import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  BufferAttribute,
  DataTexture,
  DoubleSide,
  type Group,
  LinearFilter,
  LinearMipmapLinearFilter,
  LineBasicMaterial,
  type Material,
  MeshBasicMaterial,
  RedFormat,
  UnsignedByteType,
} from 'three';
import { bakeShade, type ShadeMap } from '../build/shade';
import { buildStorey, type StoreyArrays } from '../build/storey';
import type { AreaStyle } from '../build/style';
import type { Palette } from '../palette';
import type { Stage } from '../stage';
import { geometryOf, lineGeometry, rawColour } from './three';
import { useDisposable } from './useDisposable';

interface StoreyProps {
  readonly stage: Stage;
  readonly venue: Venue;
  readonly level: Level;
  readonly palette: Palette;
  readonly style: AreaStyle;
}

/** One storey in four drawing calls: floor with baked shade, what stands on it, glass, edges. */
export function Storey({ stage, venue, level, palette, style }: StoreyProps) {
  const arrays = useMemo(() => buildStorey(venue, level, palette, style), [venue, level, palette, style]);
  const geometry = useStoreyGeometry(arrays);
  const materials = useStoreyMaterials(palette);
  useShade(arrays, materials, palette.shadeDepth, stage);
  const group = useRef<Group>(null);
  useFrame(() => {
    if (!group.current) return;
    const opacity = stage.layout.opacityOf(level.shortName);
    group.current.visible = opacity > 0.01;
    group.current.position.y = stage.layout.yOf(level.shortName);
    materials.fade(opacity, stage.layout.focusOf(level.shortName));
  });
  return (
    <group ref={group}>
      <mesh geometry={geometry.floor} material={materials.floor} dispose={null} />
      <mesh geometry={geometry.solid} material={materials.solid} dispose={null} />
      <lineSegments geometry={geometry.edges} material={materials.edges} renderOrder={1} dispose={null} />
      <mesh geometry={geometry.glass} material={materials.glass} renderOrder={2} dispose={null} />
    </group>
  );
}

function useStoreyGeometry(arrays: StoreyArrays) {
  return useDisposable(() => {
    const floor = geometryOf(arrays.floor);
    floor.setAttribute('uv', new BufferAttribute(floorCoordinates(arrays), 2));
    const parts = {
      floor,
      solid: geometryOf(arrays.solid),
      glass: geometryOf(arrays.glass),
      edges: lineGeometry(arrays.edges),
    };
    const dispose = () => {
      for (const part of Object.values(parts)) part.dispose();
    };
    return { ...parts, dispose };
  }, [arrays]);
}

/** Texture coordinates of the floor in its map of shade. */
function floorCoordinates({ floor: { positions }, bounds }: StoreyArrays): Float32Array {
  const uv = new Float32Array((positions.length / 3) * 2);
  for (let i = 0; i < uv.length / 2; i++) {
    uv[2 * i] = (positions[3 * i]! - bounds.minX) / (bounds.maxX - bounds.minX);
    uv[2 * i + 1] = (-positions[3 * i + 2]! - bounds.minY) / (bounds.maxY - bounds.minY);
  }
  return uv;
}

function useStoreyMaterials(palette: Palette) {
  return useDisposable(() => {
    const floor = new MeshBasicMaterial({ vertexColors: true });
    const solid = new MeshBasicMaterial({ vertexColors: true });
    const glass = new MeshBasicMaterial({
      vertexColors: true,
      transparent: true,
      depthWrite: false,
      side: DoubleSide,
    });
    const edges = new LineBasicMaterial({ transparent: true, depthWrite: false });
    edges.color.copy(rawColour(palette.edge));
    const [lit, far] = [rawColour(0xffffff), rawColour(palette.veil)];
    const fade = (opacity: number, focus: number) => {
      for (const material of [floor, solid]) {
        setOpacity(material, opacity);
        material.color.lerpColors(far, lit, focus);
      }
      glass.opacity = opacity;
      edges.opacity = opacity * palette.edgeAlpha;
    };
    fade(1, 1);
    const dispose = () => {
      for (const material of [floor, solid, glass, edges]) material.dispose();
    };
    return { floor, solid, glass, edges, fade, dispose };
  }, [palette]);
}

/** Opaque materials blend only while they fade: blending costs, and sorts wrongly. */
function setOpacity(material: Material, opacity: number): void {
  const transparent = opacity < 0.99;
  if (material.transparent !== transparent) {
    material.transparent = transparent;
    material.needsUpdate = true;
  }
  material.opacity = opacity;
}

/** Bakes the shade after the first picture: it is the slowest part, and a floor without it is already right. */
function useShade(
  arrays: StoreyArrays,
  materials: { readonly floor: MeshBasicMaterial },
  depth: number,
  stage: Stage,
): void {
  const [shade, setShade] = useState<ShadeMap>();
  useEffect(() => {
    const later = setTimeout(() => setShade(bakeShade(arrays.bounds, arrays.occluders)), 30);
    return () => clearTimeout(later);
  }, [arrays]);
  useEffect(() => {
    if (!shade) return;
    const texture = shadeTexture(shade);
    materials.floor.aoMap = texture;
    materials.floor.aoMapIntensity = depth;
    materials.floor.needsUpdate = true;
    stage.invalidate();
    return () => {
      materials.floor.aoMap = null;
      materials.floor.needsUpdate = true;
      texture.dispose();
    };
  }, [shade, materials, depth, stage]);
}

function shadeTexture({ data, width, height }: ShadeMap): DataTexture {
  const texture = new DataTexture(
    data as Uint8Array<ArrayBuffer>,
    width,
    height,
    RedFormat,
    UnsignedByteType,
  );
  texture.unpackAlignment = 1;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = true;
  texture.anisotropy = 4;
  texture.needsUpdate = true;
  return texture;
}
