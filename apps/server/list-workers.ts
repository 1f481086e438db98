import { type WorkerPool, workerPool } from '@fuchi/platform-server/answering/worker-pool';
import {
  ANSWER_WAIT,
  ANSWERS_WAITING,
  LIST_MEMORY,
  LIST_TIME,
} from '@fuchi/platform-server/limits';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { ListTask, ListTold } from '@fuchi/registers/import/list-task';
import { workerThreads } from './worker-threads.ts';

/** One at a time: lists are imported a few times a month, and a long one takes much memory. */
const WORKERS = 1;

/** The thread that reads lists; it starts with the first one. */
export function openListWorkers(
  guide: CheckedGuide,
  report: (text: string) => void,
): WorkerPool<ListTask, ListTold> {
  return workerPool({
    start: workerThreads('apps/server/list-worker.ts', guide, LIST_MEMORY),
    size: WORKERS,
    timeLimit: LIST_TIME,
    waitLimit: ANSWER_WAIT + LIST_TIME,
    waiting: ANSWERS_WAITING,
    advice: {
      zh: '请删去名单以外的工作表、图片和格式，或者分成几个文件',
      en: 'Remove other sheets, pictures and formats, or split the file',
    },
    report,
  });
}
