/** A server to which something happens that nobody expected: `broken-process FOLDER thrown|rejected`. */
import { resolve } from 'node:path';
import { serve } from '../commands/serve';
import { testOptions } from './hall';

const [folder, how] = process.argv.slice(2);
const plan = ['--venue', resolve('floorplans/zhongshan'), '--beacons', resolve('beacons.json')];
await serve(testOptions(folder!, plan, {}), folder!);
setTimeout(() => {
  if (how === 'thrown') throw new Error('nobody expected this');
  void Promise.reject(new Error('nobody expected this'));
});
