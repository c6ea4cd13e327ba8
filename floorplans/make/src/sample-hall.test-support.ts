import { readServices } from '@daoyin/services';
import { readBeaconRegister, readVenue } from '@daoyin/venue';
import { generate } from './generate';

/** The files of the sample hall as the generator writes them now. */
export const files = generate();

const FOLDER = 'floorplans/zhongshan/';
const archiveFiles = new Map(
  [...files]
    .filter(([path]) => /\/(manifest\.json|\w+\.geojson)$/.test(path))
    .map(([path, text]) => [path.slice(FOLDER.length), text] as const),
);

const read = readVenue(archiveFiles);
if (!read.ok) throw new Error(read.issues.map(({ message }) => message).join('\n'));
const registered = readBeaconRegister(files.get('beacons.json')!);
if (!registered.ok) throw new Error(registered.issues.map(({ message }) => message).join('\n'));
const catalogue = readServices(files.get(`${FOLDER}services.json`)!);
if (!catalogue.ok) throw new Error(catalogue.issues.map(({ message }) => message).join('\n'));

/** What the product reads from them. */
export const hall = {
  venue: read.venue,
  register: registered.register,
  services: catalogue.services,
  issues: [...read.issues, ...registered.issues],
};
