import type { GuideCallView } from '@daoyin/protocol';
import { openEventStream, request } from '@daoyin/ui';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { KioskPlace } from '../place';
import { settings } from '../state';

/** The call of this kiosk. It outlives the visit: who waits for a guide may let the screen go home. */
export type GuideCallState =
  | { readonly kind: 'none' }
  /** The question is on the screen. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'open'; readonly call: GuideCallView };

export const useGuideCall = create<{ readonly state: GuideCallState }>(() => ({ state: { kind: 'none' } }));

const show = (state: GuideCallState) => useGuideCall.setState({ state });
export const askForGuide = (): void => show({ kind: 'asking' });
export const closeCall = (): void => show({ kind: 'none' });

/** How long the last word about a call stays. */
const LAST_WORD_MS = 20_000;
const ASK_AGAIN_MS = 15_000;

/** Sends a person to where this kiosk stands. */
export async function callGuide(place: KioskPlace): Promise<void> {
  show({ kind: 'sending' });
  const { language, stepFree } = settings.store.getState();
  const { x, y, level } = place.at;
  const answer = await request<GuideCallView>('/api/guide-calls', undefined, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ at: { x, y, level }, name: place.name, language, stepFree }),
  });
  show(answer.ok ? { kind: 'open', call: answer.value } : { kind: 'failed' });
}

/** Takes the call back; it is gone from the screen also where the server cannot be told now. */
export async function stopCall(id: string): Promise<void> {
  show({ kind: 'none' });
  await request(`/api/guide-calls/${id}`, undefined, { method: 'DELETE' });
}

/** Follows the open call: by the event stream, and by asking, for what was missed. */
export function useFollowCall(): void {
  const { state } = useGuideCall();
  const id = state.kind === 'open' ? state.call.id : undefined;
  useEffect(() => {
    if (id === undefined) return;
    let last: ReturnType<typeof setTimeout> | undefined;
    const take = (call: GuideCallView) => {
      const now = useGuideCall.getState().state;
      if (now.kind !== 'open' || now.call.id !== call.id || now.call.updatedAtMs > call.updatedAtMs) return;
      if (call.state === 'cancelled') return closeCall();
      if (now.call.updatedAtMs !== call.updatedAtMs) show({ kind: 'open', call });
      if (call.state === 'done') last ??= setTimeout(closeCall, LAST_WORD_MS);
    };
    const ask = async () => {
      const answer = await request<GuideCallView>(`/api/guide-calls/${id}`);
      if (answer.ok) take(answer.value);
      else if (answer.error.kind === 'not-found') closeCall();
    };
    const stream = openEventStream({
      call: id,
      onEvent: (event) => {
        if (event.type === 'guide-call') take(event.call);
      },
      onState: (connection) => {
        if (connection === 'open') void ask();
      },
    });
    const timer = setInterval(() => void ask(), ASK_AGAIN_MS);
    return () => {
      stream.close();
      clearInterval(timer);
      clearTimeout(last);
    };
  }, [id]);
}
