import { useSay } from '../language';
import type { GuideStep } from '../guide/steps';
import { Icon } from './Icon';

/** Every step of the route in words, by storey; choosing one shows its place on the map. */
export function RouteList({
  steps,
  current,
  onChoose,
}: {
  readonly steps: readonly GuideStep[];
  /** Index of the next step, where the walker is known to be on the way. */
  readonly current?: number | undefined;
  readonly onChoose?: ((step: GuideStep) => void) | undefined;
}) {
  const { say } = useSay();
  return (
    <ol className="steps" aria-label={say('guide.steps')}>
      {steps.map((step, at) => (
        <li key={step.id} aria-current={at === current ? 'step' : undefined}>
          {step.level === steps[at - 1]?.level ? null : <p className="step-level">{step.level}</p>}
          <StepRow
            step={step}
            state={current === undefined || at > current ? 'ahead' : at === current ? 'now' : 'past'}
            onChoose={onChoose}
          />
        </li>
      ))}
    </ol>
  );
}

function StepRow({
  step,
  state,
  onChoose,
}: {
  readonly step: GuideStep;
  readonly state: 'past' | 'now' | 'ahead';
  readonly onChoose: ((step: GuideStep) => void) | undefined;
}) {
  const { say } = useSay();
  const classes = ['step', `step-${state}`, step.kind === 'arrive' ? 'step-goal' : '', step.kind === 'take-connector' ? 'step-change' : ''];
  const content = (
    <>
      <span className="step-icon">
        <Icon name={step.icon} />
      </span>
      <span>{step.text}</span>
      <span className="step-distance">
        {step.length > 0.5 ? say('replay.metres', { value: Math.round(step.length) }) : ''}
      </span>
    </>
  );
  const className = classes.filter(Boolean).join(' ');
  if (onChoose === undefined) return <div className={className}>{content}</div>;
  return (
    <button type="button" className={`${className} step-button`} onClick={() => onChoose(step)}>
      {content}
    </button>
  );
}
