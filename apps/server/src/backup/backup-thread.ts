import { parentPort, workerData } from 'node:worker_threads';
import { connectDatabase } from '../storage/database';
import type { BackupTask } from './backups';
import { writeBackup } from './files';

/** The thread of a backup: opens the copy, which is nobody else's, and tells the size of what it wrote. */
const { folder, file, nowMs } = workerData as BackupTask;
const { database } = await connectDatabase({ kind: 'folder', path: folder, isCopy: true });
parentPort!.postMessage(await writeBackup(database, file, nowMs));
