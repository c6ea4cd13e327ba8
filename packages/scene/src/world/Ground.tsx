import type { Level } from '@daoyin/venue';
import { useFrame } from '@react-three/fiber';
import { useRef } from 'react';
import { DataTexture, LinearFilter, type Mesh, MeshBasicMaterial, PlaneGeometry } from 'three';
import { bakeGround } from '../build/shade';
import { channels } from '../colour';
import type { Palette } from '../palette';
import type { Stage } from '../stage';
import { useDisposable } from './useDisposable';

const BELOW = 0.57; // metres below the lowest floor that is drawn

interface GroundProps {
  readonly stage: Stage;
  /** The lowest storey that is drawn. */
  readonly level: Level;
  readonly palette: Palette;
}

/** The shadow of the building on the ground, below the lowest storey that is drawn. */
export function Ground({ stage, level, palette }: GroundProps) {
  const mesh = useRef<Mesh>(null);
  const made = useDisposable(() => groundParts(level, palette), [level, palette]);
  useFrame(() => {
    if (!mesh.current) return;
    mesh.current.position.y = stage.layout.yOf(level.shortName) - BELOW;
  });
  return (
    <mesh ref={mesh} geometry={made.geometry} material={made.material} renderOrder={-1} dispose={null} />
  );
}

function groundParts({ outline }: Level, palette: Palette) {
  const { bounds, width, height, data } = bakeGround(outline.map(({ outer }) => outer));
  const [r, g, b] = channels(palette.shadow);
  const pixels = new Uint8Array(4 * data.length);
  data.forEach((dark, i) => {
    pixels.set([r, g, b, dark * palette.groundShadow], 4 * i);
  });
  const map = new DataTexture(pixels, width, height);
  map.magFilter = LinearFilter;
  map.minFilter = LinearFilter;
  map.needsUpdate = true;
  const geometry = new PlaneGeometry(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY);
  geometry.rotateX(-Math.PI / 2);
  geometry.translate((bounds.minX + bounds.maxX) / 2, 0, -(bounds.minY + bounds.maxY) / 2);
  const material = new MeshBasicMaterial({ map, transparent: true, depthWrite: false });
  const dispose = () => {
    for (const part of [map, geometry, material]) part.dispose();
  };
  return { geometry, material, dispose };
}
