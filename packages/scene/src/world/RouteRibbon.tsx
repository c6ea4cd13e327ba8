import type { Route } from '@daoyin/routing';
import { useFrame } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  GreaterDepth,
  type Group,
  LessEqualDepth,
  ShaderMaterial,
} from 'three';
import { drawRoute, type RibbonArrays } from '../build/ribbon';
import { pixelsPerMetre } from '../camera/view';
import type { Palette } from '../palette';
import type { Stage } from '../stage';
import { Climbs } from './Climbs';
import { rawColour } from './three';
import { useDisposable } from './useDisposable';

const VERTEX = /* glsl */ `
  attribute vec2 push;
  attribute vec3 shape;
  uniform float halfWidth;
  varying vec3 vShape;
  void main() {
    vShape = shape;
    vec3 at = position + vec3(push.x, 0.0, push.y) * halfWidth;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 1.0);
  }`;

const FRAGMENT = /* glsl */ `
  uniform vec3 colour, walkedColour, casing;
  uniform float halfWidth, travelled, phase, opacity;
  varying vec3 vShape;
  void main() {
    float along = vShape.x;
    float d = length(vec2(vShape.y, vShape.z));
    float soft = fwidth(d) + 1e-4;
    float outer = 1.0 - smoothstep(1.0 - soft, 1.0, d);
    float inner = 1.0 - smoothstep(0.72 - soft, 0.72, d);
    float walked = step(0.01, travelled) * smoothstep(-0.15, 0.15, travelled - along);
    float period = halfWidth * 7.0;
    float c = fract((along - phase) / period + abs(vShape.y) * 0.14) * period / halfWidth;
    float w = fwidth(along) / halfWidth + 0.02;
    float chevron = smoothstep(0.0, w, c) * (1.0 - smoothstep(0.62, 0.62 + w, c));
    chevron *= 1.0 - smoothstep(0.42, 0.5, abs(vShape.y));
    vec3 fill = mix(colour, walkedColour, walked);
    fill = mix(fill, vec3(1.0), chevron * 0.92 * (1.0 - walked) * step(vShape.z, 0.0) * step(0.0, vShape.z));
    float alpha = outer * opacity;
    if (alpha < 0.01) discard;
    gl_FragColor = vec4(mix(casing, fill, inner), alpha);
  }`;

interface RouteProps {
  readonly stage: Stage;
  readonly route: Route;
  readonly travelled: number;
  readonly palette: Palette;
}

const FLOWING = 9; // seconds that the chevrons move after a change
const OTHER = 0.45; // strength on a storey that is only seen through a void
const SPEED = 1.3; // metres a second
const THINNEST = 5; // CSS pixels, half a ribbon

/** The route on all storeys, and the climbs between them. */
export function RouteRibbon({ stage, route, travelled, palette }: RouteProps) {
  const drawing = useMemo(() => drawRoute(route), [route]);
  const flow = useRef({ left: FLOWING, phase: 0, drawing });
  if (flow.current.drawing !== drawing) flow.current = { ...flow.current, left: FLOWING, drawing };
  useFrame(() => {
    const state = flow.current;
    if (stage.reducedMotion || state.left <= 0) return;
    state.left -= stage.dt;
    state.phase += SPEED * stage.dt * Math.min(1, state.left);
    stage.moving = true;
  });
  return (
    <>
      {drawing.ribbons.map((ribbon, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a ribbon is its place in the route
        <Ribbon key={i} stage={stage} ribbon={ribbon} travelled={travelled} palette={palette} flow={flow} />
      ))}
      <Climbs stage={stage} climbs={drawing.climbs} palette={palette} />
    </>
  );
}

interface RibbonProps {
  readonly stage: Stage;
  readonly ribbon: RibbonArrays;
  readonly travelled: number;
  readonly palette: Palette;
  readonly flow: { readonly current: { readonly phase: number } };
}

/** One run: drawn where it is seen, and faintly where something low stands before it. */
function Ribbon({ stage, ribbon, travelled, palette, flow }: RibbonProps) {
  const group = useRef<Group>(null);
  const geometry = useDisposable(() => ribbonGeometry(ribbon), [ribbon]);
  const seen = useDisposable(() => ribbonMaterial(palette, false), [palette]);
  const hidden = useDisposable(() => ribbonMaterial(palette, true), [palette]);
  useFrame(() => {
    if (!group.current) return;
    const focus = stage.layout.focusOf(ribbon.level);
    const shown = focus + (1 - focus) * OTHER * stage.layout.opacityOf(ribbon.level);
    group.current.visible = shown > 0.01;
    group.current.position.y = stage.layout.yOf(ribbon.level);
    const halfWidth = Math.max(
      0.34,
      (THINNEST * stage.labelScale) / pixelsPerMetre(stage.rig.view, stage.rig.lens),
    );
    for (const [material, strength] of [
      [seen, 1],
      [hidden, 0.38],
    ] as const) {
      const { uniforms } = material;
      uniforms.halfWidth!.value = halfWidth;
      uniforms.travelled!.value = travelled;
      uniforms.phase!.value = flow.current.phase;
      uniforms.opacity!.value = shown * (material === hidden ? strength * focus : strength);
    }
  });
  return (
    <group ref={group}>
      <mesh geometry={geometry} material={hidden} renderOrder={10} frustumCulled={false} dispose={null} />
      <mesh geometry={geometry} material={seen} renderOrder={11} frustumCulled={false} dispose={null} />
    </group>
  );
}

function ribbonGeometry({ positions, push, shape, indices }: RibbonArrays): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('push', new BufferAttribute(push, 2));
  geometry.setAttribute('shape', new BufferAttribute(shape, 3));
  geometry.setIndex(new BufferAttribute(indices, 1));
  return geometry;
}

function ribbonMaterial(palette: Palette, behind: boolean): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      colour: { value: rawColour(palette.route) },
      walkedColour: { value: rawColour(palette.routeWalked) },
      casing: { value: rawColour(palette.casing) },
      halfWidth: { value: 0.4 },
      travelled: { value: 0 },
      phase: { value: 0 },
      opacity: { value: 1 },
    },
    transparent: true,
    depthWrite: false,
    depthFunc: behind ? GreaterDepth : LessEqualDepth,
    side: DoubleSide,
  });
}
