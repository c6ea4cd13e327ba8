import { phrases, type RouteResult } from '@daoyin/routing';
import { useSay } from '@daoyin/ui';

/** A route in figures and words, or why there is none. */
export function Answer({
  result,
  milliseconds,
}: {
  readonly result: RouteResult;
  readonly milliseconds: number;
}) {
  const { say, language } = useSay();
  if (!result.ok) {
    const { reason, message, kind } = result.error;
    return <p role="alert">{reason?.[language] ?? message ?? kind}</p>;
  }
  const { length, duration, moved } = result;
  return (
    <section data-testid="answer">
      <p>
        {say('routes.figures', {
          length: length.toFixed(1),
          duration: duration.toFixed(0),
          time: milliseconds.toFixed(2),
        })}
        {moved?.start === undefined
          ? null
          : ` ${say('routes.start-moved', { metres: moved.start.toFixed(2) })}`}
        {moved?.goal === undefined ? null : ` ${say('routes.goal-moved', { metres: moved.goal.toFixed(2) })}`}
      </p>
      <ol>
        {phrases(result.manoeuvres, language).map(({ text }, i) => (
          <li key={`${result.manoeuvres[i]!.kind} ${result.manoeuvres[i]!.distance}`}>{text}</li>
        ))}
      </ol>
    </section>
  );
}
