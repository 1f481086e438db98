import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AssessOutcome, AssessTask } from '@fuchi/assessment/http-answer';
import type { FromWorker } from '@fuchi/platform-server/answering/message';
import { type WorkerPool, workerPool } from '@fuchi/platform-server/answering/worker-pool';
import {
  ANSWER_TIME,
  ANSWER_WAIT,
  ANSWERS_WAITING,
  WORKER_MEMORY,
} from '@fuchi/platform-server/limits';
import { programRoot } from '@fuchi/platform-server/program-root';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { guideToJson } from '@fuchi/policy/guide-json';

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
    start: assessorThreads(guide),
    size,
    timeLimit: ANSWER_TIME,
    waitLimit: ANSWER_WAIT,
    waiting: ANSWERS_WAITING,
    report,
  });
}

/** Starts a thread that assesses on this guide. */
export function assessorThreads(guide: CheckedGuide): () => Worker {
  const text = guideToJson(guide);
  let program: string | undefined;
  return () => {
    const worker = new Worker(join(programRoot(), 'apps/server/assessor.mjs'), {
      workerData: { guide: text, program },
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY },
      execArgv: [],
    });
    worker.on('message', (message: FromWorker<AssessOutcome>) => {
      if (message.kind === 'program') program = message.at;
    });
    return worker;
  };
}
