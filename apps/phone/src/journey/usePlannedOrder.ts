import { fetchForecast, type Walk } from '@daoyin/ui';
import { useEffect, useRef } from 'react';
import { useTrip } from '../state';
import { inPlannedOrder, type Journey, stopsLeft } from './journey';

/**
 * Puts what is left of a journey into the order that is done first: once when it begins and the visitor's place is known, and again when a step is
 * done, by the queues as the server then expects them. Without the server it goes by walking times and hours. A step that the visitor chose stays.
 */
export function usePlannedOrder(journey: Journey | undefined, walk: Walk): void {
  const { plan, position } = walk;
  const known = position !== undefined;
  const planned = useRef<{ readonly id: string; readonly at: number } | undefined>(undefined);
  useEffect(() => {
    if (journey === undefined || !known) return;
    const last = planned.current?.id === journey.id ? planned.current.at : -1;
    planned.current = { id: journey.id, at: journey.at };
    if (journey.at !== last + 1 || journey.steps.length - journey.at < 2) return;
    void fetchForecast()
      .then((forecast) => plan(stopsLeft(journey), forecast.ok ? forecast.value : undefined))
      .then((order) => {
        // another step may have been chosen meanwhile
        if (order !== undefined && useTrip.getState().journey === journey)
          useTrip.setState({ journey: inPlannedOrder(journey, order) });
      });
  }, [journey, known, plan]);
}
