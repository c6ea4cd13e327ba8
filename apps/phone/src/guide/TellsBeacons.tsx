import { SwitchRow } from '@daoyin/ui';
import { settings } from '../state';
import { useWords } from '../words';

/** Whether this walk may tell the hall how its beacons are: a question only where they are heard. */
export function TellsBeacons() {
  const word = useWords();
  const { tellsBeacons } = settings.store();
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
