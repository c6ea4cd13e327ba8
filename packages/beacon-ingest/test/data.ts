import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The shared recordings (see their README); a test that needs them is skipped where they are not there. */
export const dataFolder =
  process.env.DAOYIN_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));

export const hasData = existsSync(dataFolder);

if (!hasData) console.warn(`recorded data skipped: ${dataFolder} is not there (set DAOYIN_DATA)`);
