import { useSay } from '@daoyin/ui';
import type { Beacon } from '@daoyin/venue';
import { useStudioWords } from '../words';
import { healthOf, useHealth } from './health';

/** When a beacon was last heard, how strong, and its battery. */
export function BeaconHealthNote({ beacon }: { readonly beacon: Beacon }) {
  const word = useStudioWords();
  const { language } = useSay();
  const { byId, atMs } = useHealth();
  const view = byId.get(beacon.id);
  const kind = healthOf(beacon, view, atMs);
  const heard = view
    ? new Date(view.lastHeardMs).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
        dateStyle: 'short',
        timeStyle: 'short',
      })
    : '';
  return (
    <p className={`health health-${kind}`}>
      <strong>{word(`health.${kind}`)}</strong>
      {view ? ` · ${heard} · ${view.rssiDbm} dBm` : ''}
      {view?.batteryMv ? ` · ${(view.batteryMv / 1000).toFixed(2)} V` : ''}
      {beacon.installedOn ? ` · ${word('health.since', { day: beacon.installedOn })}` : ''}
    </p>
  );
}
