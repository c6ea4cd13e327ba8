import { type GuideStep, Icon, useSay, type Walk } from '@daoyin/ui';
import { settings } from '../state';

export interface Captions {
  /** What was said last, to be said again. */
  readonly latest: string;
  /** The step that it tells, where it tells one. */
  readonly stepId: string | undefined;
  /** The same while it is to be read. */
  readonly caption: string;
  /** The device has no voice of this language. */
  readonly voiceless: boolean;
  readonly replay: () => void;
}

/** The next step, readable at arm's length: what to do, how far until then. */
export function Banner({
  walk,
  steps,
  listening,
  captions,
}: {
  readonly walk: Walk;
  readonly steps: readonly GuideStep[];
  /** Readings come to this page. */
  readonly listening: boolean;
  readonly captions: Captions;
}) {
  const { say } = useSay();
  const { voice } = settings.store();
  const { progress, position, routing } = walk;
  const step = progress === undefined ? undefined : steps[progress.next];
  const metres = Math.round(progress?.distanceToNext ?? 0);
  const waiting =
    position === undefined
      ? say(listening ? 'guide.locating' : 'guide.ask-here')
      : routing
        ? say('guide.routing')
        : captions.latest; // nothing more to do: what became of the ticket
  const { caption, voiceless } = captions;
  const repeats = caption !== '' && captions.stepId === step?.id;
  return (
    <header>
      <div className="banner">
        <div className="banner-step">
          <span className="banner-icon">
            <Icon name={step?.icon ?? 'locate'} />
          </span>
          <div className="banner-text" aria-live="polite">
            {step === undefined ? (
              <p className="banner-phrase">{waiting}</p>
            ) : (
              <>
                <p className="banner-when">
                  {metres > 3 ? say('guide.in-metres', { metres }) : say('guide.now')}
                </p>
                <p className="banner-phrase">{step.text}</p>
              </>
            )}
          </div>
        </div>
        <div className="banner-buttons">
          <button
            type="button"
            className="banner-button"
            aria-pressed={voice}
            aria-label={say(voice ? 'voice.on' : 'voice.off')}
            onClick={() => settings.store.setState({ voice: !voice })}
          >
            <Icon name={voice ? 'voice' : 'muted'} />
          </button>
          <button
            type="button"
            className="banner-button"
            aria-label={say('voice.replay')}
            disabled={captions.latest === ''}
            onClick={captions.replay}
          >
            <Icon name="replay" />
          </button>
        </div>
      </div>
      {caption === '' && !voiceless ? null : (
        <p className={`banner-caption ${repeats ? 'banner-caption-again' : ''}`} data-testid="caption">
          {caption || say('voice.none')}
        </p>
      )}
    </header>
  );
}
