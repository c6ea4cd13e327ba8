import { Dialog, type Hall, Icon, Notice, placeGoal } from '@daoyin/ui';
import type { KioskPlace } from '../place';
import { useVisit } from '../state';
import { useKioskWords } from '../words';
import { callGuide, closeCall, stopCall, useFollowCall, useGuideCall } from './useGuideCall';

/** Asks before a person is sent for, and says who comes. */
export function GuideCall({ hall, place }: { readonly hall: Hall; readonly place: KioskPlace | undefined }) {
  const word = useKioskWords();
  const { state } = useGuideCall();
  useFollowCall();
  const desk = hall.places.find(({ facility }) => facility === 'information');
  switch (state.kind) {
    case 'none':
      return null;
    case 'asking':
    case 'sending':
      return (
        <Dialog title={word('call.title')} onClose={closeCall}>
          <p className="idle-text">{word('call.text')}</p>
          <div className="idle-buttons">
            <button
              type="button"
              className="button button-primary"
              disabled={state.kind === 'sending' || place === undefined}
              onClick={() => place && void callGuide(place)}
            >
              <Icon name="bell" />
              {word('call.yes')}
            </button>
            <button type="button" className="button" onClick={closeCall}>
              {word('call.no')}
            </button>
          </div>
        </Dialog>
      );
    case 'failed':
      return (
        <div className="call">
          <Notice tone="error">{word('call.failed')}</Notice>
          {desk === undefined ? null : (
            <button
              type="button"
              className="button"
              onClick={() => {
                closeCall();
                useVisit.setState({ goal: placeGoal(desk) });
              }}
            >
              {word('call.desk')}
            </button>
          )}
          <button type="button" className="button" onClick={closeCall}>
            {word('call.close')}
          </button>
        </div>
      );
    case 'open':
      return <OpenCall state={state.call.state} by={state.call.by} id={state.call.id} />;
  }
}

function OpenCall({
  state,
  by,
  id,
}: {
  readonly state: 'waiting' | 'coming' | 'done' | 'cancelled';
  readonly by: string | null;
  readonly id: string;
}) {
  const word = useKioskWords();
  const text =
    state === 'coming' && by !== null
      ? word('call.coming', { name: by })
      : word(state === 'done' ? 'call.done' : 'call.waiting');
  return (
    <div className="call" data-state={state}>
      <Notice tone="ok" icon="bell">
        {text}
      </Notice>
      <button
        type="button"
        className="button"
        onClick={() => (state === 'done' ? closeCall() : void stopCall(id))}
      >
        {word(state === 'done' ? 'call.close' : 'call.stop')}
      </button>
    </div>
  );
}
