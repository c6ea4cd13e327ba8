import { SwitchRow } from '@daoyin/ui';
import { settings, useTrip } from '../state';
import { useWords } from '../words';

/** Whether this walk may tell the hall how its beacons are; only where beacons are heard. */
export function TellsBeacons() {
  const word = useWords();
  const { tellsBeacons } = settings.store();
  const listening = useTrip(({ session }) => session !== undefined);
  if (!listening) return null;
  return (
    <SwitchRow
      icon="info"
      name={word('beacons.tell')}
      hint={word('beacons.tell-hint')}
      on={tellsBeacons}
      onChange={(on) => settings.store.setState({ tellsBeacons: on })}
    />
  );
}
