import type { MultiPolygon } from '@daoyin/geometry';
import type { FrameStats } from '@daoyin/scene';
import type { BeaconRegister, Venue } from '@daoyin/venue';
import { Canvas, useFrame } from '@react-three/fiber';
import { useMemo } from 'react';
import { CanvasTexture, DoubleSide, ExtrudeGeometry, Path, Shape } from 'three';
import { wallSlab } from '../../packages/scene/src/build/kit';
import { wallsOf } from '../../packages/scene/src/build/walls';

interface NaiveProps {
  readonly venue: Venue;
  readonly register: BeaconRegister;
  readonly onFrame: (stats: FrameStats) => void;
}

/** The peer of the bench: the hall as one would first write it with @react-three/fiber, a mesh for each thing and a sprite for each label. */
export function Naive({ venue, register, onFrame }: NaiveProps) {
  const y = (level: string) => venue.levels.findIndex(({ shortName }) => shortName === level) * 30;
  return (
    <Canvas frameloop="always" camera={{ position: [0, 150, 130], fov: 30, far: 1000 }}>
      <ambientLight intensity={1} />
      <directionalLight position={[-30, 60, -40]} intensity={2} />
      <Turn onFrame={onFrame} />
      {venue.units.map((unit) => (
        <Extrusion key={unit.id} area={unit.area} y={y(unit.level)} height={0.05} colour="#eee" />
      ))}
      {venue.levels.flatMap((level) =>
        wallsOf(venue, level).segments.map(({ a, b }, i) => {
          const { centre, along, halfLength } = wallSlab(a, b, 0.16);
          return (
            <mesh
              key={`${level.id} ${i}`}
              position={[centre.x, y(level.shortName) + 0.6, -centre.y]}
              rotation={[0, Math.atan2(along.y, along.x), 0]}
            >
              <boxGeometry args={[2 * halfLength, 1.25, 0.16]} />
              <meshLambertMaterial color="#ccc" />
            </mesh>
          );
        }),
      )}
      {[...venue.fixtures, ...venue.kiosks].map((thing) => (
        <Extrusion key={thing.id} area={thing.area} y={y(thing.level)} height={0.8} colour="#58a" />
      ))}
      {register.beacons.map(({ id, at, height }) => (
        <mesh key={id} position={[at?.x ?? 0, y(at?.level ?? '') + height, -(at?.y ?? 0)]}>
          <octahedronGeometry args={[0.24]} />
          <meshBasicMaterial color="#74f" />
        </mesh>
      ))}
      {venue.windows.map((window) => (
        <NumberSprite
          key={window.number}
          text={window.number}
          at={[window.at.x, y(window.at.level) + 1.5, -window.at.y]}
        />
      ))}
    </Canvas>
  );
}

function Turn({ onFrame }: Pick<NaiveProps, 'onFrame'>) {
  useFrame(({ gl, scene, camera, clock }) => {
    const started = performance.now();
    const angle = clock.elapsedTime * 0.5;
    camera.position.set(140 * Math.sin(angle), 150, 140 * Math.cos(angle));
    camera.lookAt(0, 20, 0);
    gl.render(scene, camera);
    const { render, memory } = gl.info;
    onFrame({
      calls: render.calls,
      triangles: render.triangles,
      textures: memory.textures,
      geometries: memory.geometries,
      scriptMs: performance.now() - started,
      labels: 0,
    });
  }, 1);
  return null;
}

interface ExtrusionProps {
  readonly area: MultiPolygon;
  readonly y: number;
  readonly height: number;
  readonly colour: string;
}

function Extrusion({ area, y, height, colour }: ExtrusionProps) {
  const geometry = useMemo(() => {
    const shapes = area.map(({ outer, holes }) => {
      const shape = new Shape();
      shape.setFromPoints(outer as never);
      shape.holes = holes.map((hole) => new Path().setFromPoints(hole as never));
      return shape;
    });
    return new ExtrudeGeometry(shapes, { depth: height, bevelEnabled: false });
  }, [area, height]);
  return (
    <mesh geometry={geometry} position={[0, y, 0]} rotation={[-Math.PI / 2, 0, 0]}>
      <meshLambertMaterial color={colour} side={DoubleSide} />
    </mesh>
  );
}

function NumberSprite({ text, at }: { readonly text: string; readonly at: [number, number, number] }) {
  const map = useMemo(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 64;
    canvas.height = 32;
    const pen = canvas.getContext('2d')!;
    pen.font = '24px sans-serif';
    pen.fillText(text, 8, 24);
    return new CanvasTexture(canvas);
  }, [text]);
  return (
    <sprite position={at} scale={[2, 1, 1]}>
      <spriteMaterial map={map} />
    </sprite>
  );
}
