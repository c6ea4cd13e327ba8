import { BEACON_FILE, beaconExtension, writeBeaconRegister, writeBeaconsCsv } from '@daoyin/venue';
import { openDialog } from '../dialogs/ask';
import { useStudio } from '../store/studio';
import { save } from './save';

export const openImport = (): void => openDialog('import');

export function downloadBeacons(): void {
  save('beacons.csv', 'text/csv', writeBeaconsCsv(useStudio.getState().history.present.register));
}

export function downloadJson(): void {
  save(
    'beacons.json',
    'application/json',
    writeBeaconRegister(useStudio.getState().history.present.register),
  );
}

/** The beacons as IMDF archives carry them, alone. */
export function downloadExtension(): void {
  const { venue, register } = useStudio.getState().history.present;
  save(BEACON_FILE, 'application/geo+json', beaconExtension(venue, register));
}
