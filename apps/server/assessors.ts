import { availableParallelism } from 'node:os';
import type { AssessOutcome, AssessTask } from '@fuchi/assessment/http-answer';
import { type WorkerPool, workerPool } from '@fuchi/platform-server/answering/worker-pool';
import { ANSWER_TIME, ANSWER_WAIT, ANSWERS_WAITING } from '@fuchi/platform-server/limits';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { workerThreads } from './worker-threads.ts';

/** Two at least, so that one client's costly question leaves one for the others (docs/adr/0006). */
export const FEWEST_WORKERS = 2;
const MOST_BY_ITSELF = 4;

/** Threads that assess, as many as the machine has use for unless `size` says. */
export function openAssessors(
  guide: CheckedGuide,
  report: (text: string) => void,
  size: number = Math.min(MOST_BY_ITSELF, Math.max(FEWEST_WORKERS, availableParallelism() - 1)),
): WorkerPool<AssessTask, AssessOutcome> {
  return workerPool({
    start: workerThreads('apps/server/assessor.ts', guide),
    size,
    timeLimit: ANSWER_TIME,
    waitLimit: ANSWER_WAIT,
    waiting: ANSWERS_WAITING,
    advice: {
      zh: '请减少明细的行或来源后再试，或用命令行 fuchi assess',
      en: 'Send fewer rows or sources, or use the command line fuchi assess',
    },
    report,
  });
}
