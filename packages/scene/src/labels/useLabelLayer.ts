import { useEffect, useMemo, useState } from 'react';
import type { Palette } from '../palette';
import { drawAtlas } from './atlas';
import type { LabelLayer } from './engine';
import type { LabelSpec } from './label';

const FONTS =
  '"Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", system-ui, sans-serif';

/** The specs drawn into an atlas in the page's fonts; drawn again when a font of the page has loaded. */
export function useLabelLayer(
  specs: readonly LabelSpec[],
  palette: Palette,
  ratio: number,
  scale: number,
): LabelLayer {
  const fonts = useFontsLoaded(specs);
  return useMemo(() => {
    const canvas = document.createElement('canvas');
    const atlas = drawAtlas(specs, palette, FONTS, fonts >= 0 ? ratio : ratio, scale, canvas);
    return {
      specs,
      atlas,
      places: new Float32Array(4 * specs.length),
      opacity: new Float32Array(specs.length),
    };
  }, [specs, palette, ratio, scale, fonts]);
}

/** Counts how often a font needed for these labels arrived. */
function useFontsLoaded(specs: readonly LabelSpec[]): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let current = true;
    const letters = [...new Set(specs.flatMap(({ text }) => [...text]))].join('');
    const needed = [500, 700, 800].map((weight) => document.fonts.load(`${weight} 14px ${FONTS}`, letters));
    Promise.all(needed)
      .then((faces) => {
        if (current && faces.flat().length > 0) setCount((n) => n + 1);
      })
      .catch(() => undefined); // a font that cannot be had leaves the system's
    return () => {
      current = false;
    };
  }, [specs]);
  return count;
}
