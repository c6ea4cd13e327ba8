import { type VenuePoint, venueToScene } from '@daoyin/geometry';
import { useFrame } from '@react-three/fiber';
import { useRef } from 'react';
import { type Mesh, PlaneGeometry, ShaderMaterial } from 'three';
import { pixelsPerMetre } from '../camera/view';
import type { Rgb } from '../colour';
import type { Stage } from '../stage';
import { rawColour } from './three';
import { useDisposable } from './useDisposable';

const VERTEX = /* glsl */ `
  uniform float extent;
  varying vec2 vAt;
  void main() {
    vAt = position.xy * extent;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(vAt.x, 0.05, -vAt.y, 1.0);
  }`;

const FRAGMENT = /* glsl */ `
  uniform vec3 colour;
  uniform float dot_, ring, heading, cone, opacity;
  varying vec2 vAt;
  void main() {
    float d = length(vAt);
    float soft = fwidth(d);
    float area = (1.0 - smoothstep(ring - soft, ring, d)) * 0.15;
    float line = smoothstep(ring - 3.0 * soft, ring - 2.0 * soft, d) * (1.0 - smoothstep(ring - soft, ring, d)) * 0.55;
    vec4 out_ = vec4(colour, max(area, line) * step(0.01, ring));
    float turn = abs(atan(sin(atan(vAt.y, vAt.x) - heading), cos(atan(vAt.y, vAt.x) - heading)));
    float beam = cone * (1.0 - smoothstep(0.42, 0.6, turn)) * (1.0 - smoothstep(dot_, dot_ * 6.5, d)) * 0.6;
    out_ = vec4(colour, max(out_.a, beam));
    float shadow = (1.0 - smoothstep(dot_ * 0.9, dot_ * 1.75, d)) * 0.3;
    out_ = mix(out_, vec4(0.04, 0.08, 0.16, max(out_.a, shadow)), shadow);
    float white = 1.0 - smoothstep(dot_ * 1.3 - soft, dot_ * 1.3, d);
    out_ = mix(out_, vec4(1.0), white);
    float core = 1.0 - smoothstep(dot_ - soft, dot_, d);
    out_ = mix(out_, vec4(colour, 1.0), core);
    gl_FragColor = vec4(out_.rgb, out_.a * opacity);
  }`;

interface DiscProps {
  readonly stage: Stage;
  readonly at: VenuePoint;
  readonly colour: Rgb;
  /** Radius in metres of the ring about it; 0 for none. */
  readonly ring?: number;
  readonly heading?: number | undefined;
  /** CSS pixels of the coloured core. */
  readonly radius?: number;
  readonly order?: number;
  /** Seconds in which it covers most of the way to a new place; 0 jumps. */
  readonly glide?: number;
}

/** A dot on the floor that keeps its size on the screen, with a ring in metres and a beam where it looks. Seen through walls. */
export function Disc({
  stage,
  at,
  colour,
  ring = 0,
  heading,
  radius = 7.5,
  order = 30,
  glide = 0,
}: DiscProps) {
  const mesh = useRef<Mesh>(null);
  const now = useRef({ x: at.x, y: at.y, level: at.level, ring, heading: heading ?? 0 });
  const geometry = useDisposable(() => new PlaneGeometry(2, 2), []);
  const material = useDisposable(() => discMaterial(colour), [colour]);
  useFrame(() => {
    if (!mesh.current) return;
    const state = now.current;
    if (
      approach(
        state,
        { ...at, ring, heading: heading ?? state.heading },
        stage.reducedMotion ? 0 : glide,
        stage.dt,
      )
    ) {
      stage.moving = true;
    }
    const opacity = stage.layout.focusOf(state.level);
    mesh.current.visible = opacity > 0.02;
    mesh.current.position.copy(venueToScene(state, stage.layout.yOf(state.level)));
    const dot = (radius * stage.labelScale) / pixelsPerMetre(stage.rig.view, stage.rig.lens);
    const { uniforms } = material;
    uniforms.dot_!.value = dot;
    uniforms.ring!.value = state.ring;
    uniforms.heading!.value = state.heading;
    uniforms.cone!.value = heading === undefined ? 0 : 1;
    uniforms.extent!.value = Math.max(state.ring * 1.05, dot * (heading === undefined ? 2 : 6.6));
    uniforms.opacity!.value = opacity;
  });
  return (
    <mesh
      ref={mesh}
      geometry={geometry}
      material={material}
      frustumCulled={false}
      renderOrder={order}
      dispose={null}
    />
  );
}

interface DiscState {
  x: number;
  y: number;
  level: string;
  ring: number;
  heading: number;
}

/** Moves the state towards its goal; true while it is on its way. Another level, or a far place, is reached at once. */
function approach(state: DiscState, goal: DiscState, glide: number, dt: number): boolean {
  const far = Math.hypot(goal.x - state.x, goal.y - state.y);
  const turn = Math.atan2(Math.sin(goal.heading - state.heading), Math.cos(goal.heading - state.heading));
  const left = far + Math.abs(goal.ring - state.ring) + Math.abs(turn);
  if (left === 0 && goal.level === state.level) return false;
  if (glide === 0 || goal.level !== state.level || far > 25 || left < 0.005) {
    Object.assign(state, goal);
    return false;
  }
  const share = 1 - Math.exp((-3 * dt) / glide);
  state.x += (goal.x - state.x) * share;
  state.y += (goal.y - state.y) * share;
  state.ring += (goal.ring - state.ring) * share;
  state.heading += turn * share;
  return true;
}

function discMaterial(colour: Rgb): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      colour: { value: rawColour(colour) },
      extent: { value: 1 },
      dot_: { value: 0.3 },
      ring: { value: 0 },
      heading: { value: 0 },
      cone: { value: 0 },
      opacity: { value: 1 },
    },
    transparent: true,
    depthTest: false,
    depthWrite: false,
  });
}
