import { lazy, Suspense, useEffect } from 'react';
import { Conflicts } from './Conflicts';
import { PlanCanvas } from './canvas/PlanCanvas';
import { startChecking } from './check/check';
import { Dock } from './Dock';
import { Dialogs } from './dialogs/Dialogs';
import { Hint } from './Hint';
import { startHealth } from './health/health';
import { attachKeys } from './keys';
import { Palette } from './Palette';
import { useStudio } from './store/studio';
import { TopBar } from './TopBar';

const Solid = lazy(() => import('./Solid').then((module) => ({ default: module.Solid })));

/** The page while a document is open: bar, palette, plan with the hall in 3D beside it, dock. */
export function Workbench() {
  const solid = useStudio((state) => state.solid);
  const panel = useStudio((state) => state.panel);
  useEffect(attachKeys, []);
  useEffect(startChecking, []);
  useEffect(startHealth, []);
  return (
    <div className="studio" data-solid={solid} data-panel={panel}>
      <TopBar />
      <Palette />
      <main className="stage">
        <div className="plan-pane">
          <PlanCanvas />
          <Hint />
        </div>
        <Conflicts />
        {solid ? (
          <Suspense fallback={<div className="solid-box" />}>
            <Solid />
          </Suspense>
        ) : null}
      </main>
      <Dock />
      <Dialogs />
    </div>
  );
}
