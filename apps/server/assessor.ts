import { workerData } from 'node:worker_threads';
import { assessing } from '@fuchi/assessment/http-answer';
import { serveTasks } from '@fuchi/platform-server/answering/serve-tasks';
import { guideFromJson } from '@fuchi/policy/guide-json';

/** A thread that assesses: the guide comes with its start, as the very text the server gives out. */
const loaded = guideFromJson(String(workerData.guide));
if (!loaded.ok) throw new Error('the guide does not load');
serveTasks(assessing(loaded.guide));
