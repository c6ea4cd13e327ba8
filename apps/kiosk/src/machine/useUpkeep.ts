import { request } from '@daoyin/ui';
import { useEffect } from 'react';
import { useGuideCall } from '../call/useGuideCall';
import { isBlank } from '../state';
import { isDue } from './upkeep';

const LOOK_MS = 60_000;

/** Looks once a minute whether the page is to be opened anew. */
export function useUpkeep(shownVersion: string): void {
  useEffect(() => {
    let touchedMs = performance.now();
    const touched = () => {
      touchedMs = performance.now();
    };
    const look = async () => {
      const answer = await request<{ venueVersion?: string }>('/api/health');
      const waits = useGuideCall.getState().state.kind !== 'none';
      const due = isDue({
        ageMs: performance.now(),
        idle: !waits && isBlank() && performance.now() - touchedMs > LOOK_MS,
        hour: new Date().getHours(),
        online: answer.ok,
        shownVersion,
        publishedVersion: answer.ok ? answer.value.venueVersion : undefined,
      });
      if (due) location.reload();
    };
    addEventListener('pointerdown', touched);
    addEventListener('keydown', touched);
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => {
      clearInterval(timer);
      removeEventListener('pointerdown', touched);
      removeEventListener('keydown', touched);
    };
  }, [shownVersion]);
}
