import type { ApplicationOutcome, ApplicationTask } from '@fuchi/application/application-work';
import { type WorkerPool, workerPool } from '@fuchi/platform-server/answering/worker-pool';
import { ANSWER_WAIT, ANSWERS_WAITING, PRINT_TIME } from '@fuchi/platform-server/limits';
import { workerThreads } from './worker-threads.ts';

/** Two, so that one applicant's long lists leave one for the others; each holds a PDF compiler of 150 MB once asked for one. */
const WORKERS = 2;

/** Threads that print applications and read the lists that come back. */
export function openApplicationWorkers(
  report: (text: string) => void,
): WorkerPool<ApplicationTask, ApplicationOutcome> {
  return workerPool({
    start: workerThreads('apps/server/application-worker.ts', undefined),
    size: WORKERS,
    timeLimit: PRINT_TIME,
    waitLimit: ANSWER_WAIT + PRINT_TIME,
    waiting: ANSWERS_WAITING,
    advice: {
      zh: '请减少明细的行数，或者稍后再试',
      en: 'Send fewer rows, or try again later',
    },
    report,
  });
}
