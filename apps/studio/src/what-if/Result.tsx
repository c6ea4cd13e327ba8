import type { Beside, SecondsSpread, WindowChange } from '@daoyin/services';
import { useSay } from '@daoyin/ui';
import { currentPlan } from '../canvas/PlanCanvas';
import { showLevel, useDocument } from '../store/studio';
import type { WhatIfResult } from './messages';
import type { MovedWindow } from './moved';
import { useWhatIfWords } from './words';

const MOST_WINDOWS = 12;
const MOST_NUMBERS = 8;
const AROUND = 8; // metres around what is shown

/** Both days side by side: walking, waiting, who is cut off, and the windows that change most. */
export function Result({ result }: { readonly result: WhatIfResult }) {
  const word = useWhatIfWords();
  const time = useTime();
  const { change, walks, moved, fidelity } = result;
  const onWheels = walks.find(({ profile }) => profile === 'step-free');
  return (
    <section className="what-if-result" aria-live="polite">
      {fidelity ? (
        <p className="soft">
          {word('fidelity', { replayed: time(fidelity.replayed), truly: time(fidelity.truly) })}
        </p>
      ) : null}
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{word('before')}</th>
            <th scope="col">{word('after')}</th>
          </tr>
        </thead>
        <Rows name={word('walk')} spread={change.walk} />
        <Rows name={word('wait')} spread={change.wait} />
        <Rows name={word('served')} spread={change.untilServed} />
      </table>
      <p>{word('more', { count: change.walkMore, less: change.walkLess })}</p>
      {change.lost.length > 0 ? (
        <p role="alert">
          {word('lost', {
            count: change.lost.length,
            numbers:
              change.lost.slice(0, MOST_NUMBERS).join(' ') + (change.lost.length > MOST_NUMBERS ? ' …' : ''),
          })}
        </p>
      ) : null}
      {onWheels && onWheels.lost.length > 0 ? (
        <p role="alert">{word('lost.windows', { windows: onWheels.lost.join(' ') })}</p>
      ) : null}
      {change.won.length > 0 ? <p>{word('won', { count: change.won.length })}</p> : null}
      {change.unserved.before + change.unserved.after > 0 ? (
        <p>{word('unserved', { ...change.unserved })}</p>
      ) : null}
      <Moved moved={moved} />
      <Windows windows={change.windows} />
    </section>
  );
}

function Rows({ name, spread }: { readonly name: string; readonly spread: Beside<SecondsSpread> }) {
  const word = useWhatIfWords();
  const time = useTime();
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {name}
        </th>
      </tr>
      {(['median', 'p95', 'mean'] as const).map((what) => {
        const [before, after] = [spread.before[what], spread.after[what]];
        const tone = after - before > 1 ? 'worse' : after - before < -1 ? 'better' : undefined;
        return (
          <tr key={what}>
            <th scope="row">{word(what)}</th>
            <td>{time(before)}</td>
            <td data-tone={tone}>
              {time(after)}
              {tone ? (tone === 'worse' ? ' ▲' : ' ▼') : ''}
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}

function Windows({ windows }: { readonly windows: readonly WindowChange[] }) {
  const word = useWhatIfWords();
  const time = useTime();
  const show = useShow();
  const moreOf = ({ walk }: WindowChange): number => walk.after.mean - walk.before.mean;
  const changed = windows
    .filter((one) => one.walk.before.count > 0 && one.walk.after.count > 0 && Math.abs(moreOf(one)) >= 1)
    .sort((a, b) => Math.abs(moreOf(b)) - Math.abs(moreOf(a)))
    .slice(0, MOST_WINDOWS);
  return (
    <>
      <h3>{word('windows')}</h3>
      {changed.length === 0 ? <p>{word('none')}</p> : null}
      <div className="rows">
        {changed.map(({ window, walk, wait }) => (
          <button type="button" className="row" key={window} onClick={() => show(window)}>
            <strong>{word('window', { window })}</strong>
            <span>
              {word('walk')} {time(walk.before.mean)} → {time(walk.after.mean)}
            </span>
            <span className="soft">
              {word('wait')} {time(wait.before.mean)} → {time(wait.after.mean)}
            </span>
          </button>
        ))}
      </div>
    </>
  );
}

/** Each window that stands elsewhere, and why nobody's walk may change by it. */
function Moved({ moved }: { readonly moved: readonly MovedWindow[] }) {
  const word = useWhatIfWords();
  const time = useTime();
  const show = useShow();
  if (moved.length === 0) return null;
  const way = (seconds: number | undefined) => (seconds === undefined ? word('moved.no-way') : time(seconds));
  return (
    <>
      <h3>{word('moved')}</h3>
      <div className="rows">
        {moved.slice(0, MOST_WINDOWS).map(({ window, way: { before, after }, called }) => (
          <button type="button" className="row" key={window} onClick={() => show(window)}>
            <strong>{word('window', { window })}</strong>
            <span>
              {word('moved.way')} {way(before)} → {way(after)}
            </span>
            <span className="soft">
              {called.before + called.after === 0
                ? word('moved.nobody')
                : word('moved.called', { ...called })}
            </span>
          </button>
        ))}
      </div>
      {moved.length > MOST_WINDOWS ? (
        <p>{word('moved.more', { count: moved.length - MOST_WINDOWS })}</p>
      ) : null}
    </>
  );
}

/** Shows a window on the plan, by its number. */
function useShow(): (window: string) => void {
  const { venue } = useDocument();
  return (window) => {
    const at = venue.windows.find(({ number }) => number === window)?.at;
    if (!at) return;
    showLevel(at.level);
    const { x, y } = at;
    currentPlan()?.show({ minX: x - AROUND, maxX: x + AROUND, minY: y - AROUND, maxY: y + AROUND });
  };
}

/** Seconds as `4:05`, said with their unit. */
function useTime(): (seconds: number) => string {
  const { language } = useSay();
  return (seconds) => {
    const whole = Math.round(seconds);
    const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
    if (language === 'zh')
      return minutes > 0 ? `${minutes} 分 ${String(rest).padStart(2, '0')} 秒` : `${rest} 秒`;
    return minutes > 0 ? `${minutes} min ${String(rest).padStart(2, '0')} s` : `${rest} s`;
  };
}
