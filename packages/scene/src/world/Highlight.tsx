import type { ServiceWindow, Venue } from '@daoyin/venue';
import { useFrame } from '@react-three/fiber';
import { useRef } from 'react';
import { type Mesh, MeshBasicMaterial } from 'three';
import { meshBuilder } from '../build/mesh';
import { slabAround } from '../build/slab';
import type { Palette } from '../palette';
import type { Stage } from '../stage';
import { geometryOf } from './three';
import { useDisposable } from './useDisposable';

interface HighlightProps {
  readonly stage: Stage;
  readonly venue: Venue;
  readonly window: ServiceWindow;
  readonly palette: Palette;
}

/** The goal's window, lit: a veil in the goal's colour about its desk that fades upwards. */
export function Highlight({ stage, venue, window, palette }: HighlightProps) {
  const mesh = useRef<Mesh>(null);
  const geometry = useDisposable(() => geometryOf(veil(venue, window, palette)), [venue, window, palette]);
  const material = useDisposable(
    () => new MeshBasicMaterial({ vertexColors: true, transparent: true, depthWrite: false, side: 2 }),
    [],
  );
  useFrame(() => {
    if (!mesh.current) return;
    const opacity = stage.layout.focusOf(window.at.level);
    mesh.current.visible = opacity > 0.02;
    mesh.current.position.y = stage.layout.yOf(window.at.level);
    material.opacity = opacity;
  });
  return <mesh ref={mesh} geometry={geometry} material={material} renderOrder={14} dispose={null} />;
}

function veil(venue: Venue, window: ServiceWindow, { goal }: Palette) {
  const builder = meshBuilder();
  const ring = venue.fixtures.find(({ id }) => id === window.fixtureId)?.area[0]?.outer;
  const slab = ring
    ? slabAround(ring)
    : { centre: window.at, along: { x: 1, y: 0 }, halfLength: 0.5, halfWidth: 0.5 };
  const grown = { ...slab, halfLength: slab.halfLength + 0.06, halfWidth: slab.halfWidth + 0.06 };
  builder.box(grown, 0.02, 0.85, { top: goal, side: goal, foot: 1, alpha: 0.55 });
  return builder.arrays();
}
