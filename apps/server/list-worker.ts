import { workerData } from 'node:worker_threads';
import { serveTasks } from '@fuchi/platform-server/answering/serve-tasks';
import { guideFromJson } from '@fuchi/policy/guide-json';
import { listReading } from '@fuchi/registers/import/list-task';

/** A thread that reads the lists of registers out of spreadsheets. */
const loaded = guideFromJson(String(workerData.guide));
if (!loaded.ok) throw new Error('the guide does not load');
serveTasks(listReading(loaded.guide));
