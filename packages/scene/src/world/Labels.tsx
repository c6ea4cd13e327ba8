import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import {
  BufferAttribute,
  CanvasTexture,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  LinearFilter,
  ShaderMaterial,
  Vector2,
} from 'three';
import type { LabelLayer } from '../labels/engine';
import type { Stage } from '../stage';
import { useDisposable } from './useDisposable';

const VERTEX = /* glsl */ `
  attribute vec4 sprite;
  attribute vec4 place;
  uniform vec2 screen;
  uniform vec2 sheet;
  varying vec2 vUv;
  varying float vAlpha;
  void main() {
    vec2 pixel = place.xy + position.xy * sprite.zw;
    vUv = (sprite.xy + position.xy * sprite.zw) / sheet;
    vAlpha = place.z;
    vec2 clip = pixel / screen * 2.0 - 1.0;
    gl_Position = place.z < 0.01 ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(clip.x, -clip.y, 0.0, 1.0);
  }`;

const FRAGMENT = /* glsl */ `
  uniform sampler2D atlas;
  varying vec2 vUv;
  varying float vAlpha;
  void main() {
    gl_FragColor = texture2D(atlas, vUv) * vAlpha;
  }`;

/** All labels of one atlas in one drawing call, each pixel of the atlas on one of the screen. */
export function Labels({
  stage,
  layer,
  order,
}: {
  readonly stage: Stage;
  readonly layer: LabelLayer;
  readonly order: number;
}) {
  const places = useMemo(
    () =>
      new InstancedBufferAttribute(layer.places, 4).setUsage(DynamicDrawUsage) as InstancedBufferAttribute,
    [layer],
  );
  const geometry = useDisposable(() => spriteGeometry(layer, places), [layer, places]);
  const texture = useDisposable(() => atlasTexture(layer), [layer]);
  const material = useDisposable(() => labelMaterial(), []);
  useEffect(() => {
    material.uniforms.atlas!.value = texture;
    material.uniforms.sheet!.value.set(layer.atlas.canvas.width, layer.atlas.canvas.height);
    stage.invalidate();
  }, [material, texture, layer, stage]);
  useFrame(({ gl }) => {
    // The atlas may be of another ratio for a moment, after a browser's zoom.
    const ratio = layer.atlas.ratio / gl.getPixelRatio();
    material.uniforms.screen!.value.set(gl.domElement.width * ratio, gl.domElement.height * ratio);
    places.needsUpdate = true;
  });
  return (
    <mesh geometry={geometry} material={material} frustumCulled={false} renderOrder={order} dispose={null} />
  );
}

function spriteGeometry(
  { specs, atlas }: LabelLayer,
  places: InstancedBufferAttribute,
): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  // The point that is most important is drawn last, on top.
  geometry.setAttribute(
    'position',
    new BufferAttribute(new Float32Array([0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0]), 3),
  );
  geometry.setIndex([0, 2, 1, 0, 3, 2]);
  const sprites = atlas.sprites.flatMap(({ x, y, width, height }) => [x, y, width, height]);
  geometry.setAttribute('sprite', new InstancedBufferAttribute(new Float32Array(sprites), 4));
  geometry.setAttribute('place', places);
  geometry.instanceCount = specs.length;
  return geometry;
}

function atlasTexture({ atlas }: LabelLayer): CanvasTexture {
  const texture = new CanvasTexture(atlas.canvas);
  texture.flipY = false;
  texture.premultiplyAlpha = true;
  texture.generateMipmaps = false;
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  return texture;
}

function labelMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      atlas: { value: null },
      screen: { value: new Vector2(1, 1) },
      sheet: { value: new Vector2(1, 1) },
    },
    transparent: true,
    premultipliedAlpha: true,
    depthTest: false,
    depthWrite: false,
  });
}
