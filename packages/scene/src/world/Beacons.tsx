import type { Beacon, BeaconRegister, Venue } from '@daoyin/venue';
import { useFrame } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import { InstancedMesh, Matrix4, MeshBasicMaterial, OctahedronGeometry } from 'three';
import type { Palette } from '../palette';
import type { Stage } from '../stage';
import { rawColour } from './three';
import { useDisposable } from './useDisposable';

interface BeaconsProps {
  readonly stage: Stage;
  readonly venue: Venue;
  readonly register: BeaconRegister;
  readonly palette: Palette;
}

/** The beacons of every storey, one drawing call each. */
export function Beacons({ stage, venue, register, palette }: BeaconsProps) {
  const geometry = useDisposable(() => new OctahedronGeometry(0.24), []);
  const byLevel = useMemo(
    () =>
      venue.levels.map(({ shortName }) => ({
        level: shortName,
        beacons: register.beacons.filter(({ at }) => at?.level === shortName),
      })),
    [venue, register],
  );
  return byLevel.map(({ level, beacons }) => (
    <Cloud key={level} stage={stage} level={level} beacons={beacons} geometry={geometry} palette={palette} />
  ));
}

interface CloudProps {
  readonly stage: Stage;
  readonly level: string;
  readonly beacons: readonly Beacon[];
  readonly geometry: OctahedronGeometry;
  readonly palette: Palette;
}

function Cloud({ stage, level, beacons, geometry, palette }: CloudProps) {
  const material = useDisposable(() => new MeshBasicMaterial({ transparent: true, opacity: 0.9 }), []);
  const mesh = useDisposable(() => {
    const made = new InstancedMesh(geometry, material, Math.max(1, beacons.length));
    const matrix = new Matrix4();
    made.count = beacons.length;
    beacons.forEach(({ at, height, status }, i) => {
      made.setMatrixAt(i, matrix.makeTranslation(at!.x, height, -at!.y));
      made.setColorAt(i, rawColour(status === 'retired' ? palette.beaconRetired : palette.beacon));
    });
    made.computeBoundingSphere();
    return made;
  }, [beacons, geometry, material, palette]);
  const ref = useRef<InstancedMesh>(null);
  useFrame(() => {
    if (!ref.current) return;
    const opacity = stage.layout.focusOf(level);
    ref.current.visible = opacity > 0.05;
    ref.current.position.y = stage.layout.yOf(level);
    material.opacity = 0.9 * opacity;
  });
  return <primitive ref={ref} object={mesh} renderOrder={5} dispose={null} />;
}
