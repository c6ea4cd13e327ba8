import { writeBeaconRegister, writeBeaconsCsv } from '@daoyin/venue';
import { openDialog } from '../dialogs/ask';
import { useStudio } from '../store/studio';

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

function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
