import { type Hall, Icon, type Place, useSay } from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import { PhoneCode } from '../PhoneCode';
import { themeAddress } from '../phone-address';
import type { KioskPlace } from '../place';
import { useVisit } from '../state';
import { Turned } from '../Turned';
import { useKioskWords } from '../words';
import { type ThemeStep, themeSteps } from './theme-steps';

/** One theme menu: every step with its windows in order, the way to any of them, and a code that takes all along. */
export function ThemePanel({
  hall,
  theme,
  place,
}: {
  readonly hall: Hall;
  readonly theme: Place;
  readonly place: KioskPlace | undefined;
}) {
  const { say, language } = useSay();
  const word = useKioskWords();
  const id = theme.id.replace(/^theme:/, '');
  const steps = themeSteps(hall, id);
  return (
    <section className="places theme">
      <div className="theme-head">
        <button type="button" className="button" onClick={() => useVisit.setState({ theme: undefined })}>
          <Icon name="arrow-left" />
          {say('kiosk.back')}
        </button>
        <div>
          <h1>{labelText(theme.name, language)}</h1>
          <p>{word('theme.steps', { count: steps.length })}</p>
        </div>
      </div>
      <div className="route-body">
        <div className="route-steps">
          <Turned rows=".theme-steps > li">
            <ol className="theme-steps">
              {steps.map((step, at) => (
                <li key={labelText(step.goal.name, 'zh')}>
                  <StepButton step={step} number={at + 1} paint={hall.paint.windows.get(step.windows[0]!)} />
                </li>
              ))}
            </ol>
          </Turned>
        </div>
        <PhoneCode title={word('theme.qr')} address={(base) => themeAddress(base, id, place)} />
      </div>
    </section>
  );
}

function StepButton({
  step,
  number,
  paint,
}: {
  readonly step: ThemeStep;
  readonly number: number;
  readonly paint: string | undefined;
}) {
  const { language } = useSay();
  return (
    <button type="button" className="result" onClick={() => useVisit.setState({ goal: step.goal })}>
      <span
        className="result-mark"
        style={paint === undefined ? {} : { borderInlineStart: `5px solid ${paint}` }}
      >
        {number}
      </span>
      <span>
        <span className="result-name">{labelText(step.goal.name, language)}</span>
        <span className="result-detail">{labelText(step.ranges, language)}</span>
      </span>
      <span className="result-levels">{step.levels.join(' ')}</span>
    </button>
  );
}
