import { useSay, useSize } from '@daoyin/ui';
import { useEffect, useRef } from 'react';
import { layers } from '../layers/registry';
import { useStudio } from '../store/studio';
import { toolNamed } from '../tools/registry';
import type { ToolSession } from '../tools/tool';
import { useStudioWords } from '../words';
import { openPlan, type Plan } from './plan';
import { attachPointer } from './pointer';

let shown: Plan | undefined;
let session: ToolSession | undefined;

/** The plan of the page, for what is outside of it: buttons, keys, lists; undefined while there is none. */
export const currentPlan = (): Plan | undefined => shown;
export const currentSession = (): ToolSession | undefined => session;

/** The plan of the storey that is shown, with the tool that is chosen. */
export function PlanCanvas() {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(box);
  const { language } = useSay();
  const word = useStudioWords();
  const spoken = useRef(language);
  spoken.current = language;
  const tool = useStudio((state) => state.tool);
  useEffect(() => {
    const plan = openPlan({ canvas: canvas.current!, layers, language: () => spoken.current });
    shown = plan;
    const detach = attachPointer(box.current!, plan, () => session);
    return () => {
      detach();
      plan.close();
      shown = undefined;
    };
  }, []);
  useEffect(() => shown?.resize(size), [size]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names on the plan are painted anew in another language
  useEffect(() => shown?.invalidate(), [language]);
  useEffect(() => {
    const begun = shown && toolNamed(tool).begin(shown);
    session = begun;
    shown?.use(begun);
  }, [tool]);
  return (
    <div
      ref={box}
      className="plan-box"
      role="application"
      aria-label={word('plan.label')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the plan takes keys; the list does the same without a picture
      tabIndex={0}
      style={{ cursor: toolNamed(tool).cursor }}
    >
      <canvas ref={canvas} />
    </div>
  );
}
