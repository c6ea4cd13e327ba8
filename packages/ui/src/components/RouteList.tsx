import type { GuideStep } from '../guide/steps';
import { useSay } from '../language';
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
          {level(step) === level(steps[at - 1]) ? null : <p className="step-level">{level(step)}</p>}
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

const level = (step: GuideStep | undefined) => step?.manoeuvre.at.level;

const marks: Partial<Record<GuideStep['manoeuvre']['kind'], string>> = {
  arrive: 'step-goal',
  'take-connector': 'step-change',
};

function StepRow({
  step,
  state,
  onChoose,
}: {
  readonly step: GuideStep;
  readonly state: 'past' | 'now' | 'ahead';
  readonly onChoose: ((step: GuideStep) => void) | undefined;
}) {
  const classes = ['step', `step-${state}`, marks[step.manoeuvre.kind] ?? ''];
  const content = (
    <>
      <span className="step-icon">
        <Icon name={step.icon} />
      </span>
      <span>{step.listed}</span>
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
