import type { FormOutcome, FormTask } from '@fuchi/performance-form/http-answer';
import { type WorkerPool, workerPool } from '@fuchi/platform-server/answering/worker-pool';
import { ANSWER_WAIT, ANSWERS_WAITING, FORM_TIME } from '@fuchi/platform-server/limits';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { workerThreads } from './worker-threads.ts';

/** Two, so that one client's costly file leaves one for the others; each holds a PDF compiler of 150 MB once asked for one. */
const WORKERS = 2;

/** Threads that read uploaded forms and make documents: a hostile file ends one of them, and nothing else. */
export function openFormWorkers(
  guide: CheckedGuide,
  report: (text: string) => void,
): WorkerPool<FormTask, FormOutcome> {
  return workerPool({
    start: workerThreads('apps/server/form-worker.ts', guide),
    size: WORKERS,
    timeLimit: FORM_TIME,
    waitLimit: ANSWER_WAIT,
    waiting: ANSWERS_WAITING,
    advice: {
      zh: '请重新下载表格再填，或用命令行 fuchi form',
      en: 'Download the form anew, or use the command line fuchi form',
    },
    report,
  });
}
